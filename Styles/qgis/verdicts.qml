<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;verdict&quot; = 'inconclusive'" label="不能判定 Inconclusive"/>
  <rule key="rule1" symbol="1" filter="&quot;verdict&quot; = 'indicative'" label="仅供参考 Indicative only"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,0,0,0"/>
  <prop k="style" v="no"/>
  <prop k="outline_color" v="0,0,0,0"/>
  <prop k="outline_width" v="0"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="no"/>
  </layer>
  <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
  <prop k="angle" v="45"/>
  <prop k="color" v="27,27,27,140"/>
  <prop k="distance" v="2.24"/>
  <prop k="distance_unit" v="MM"/>
  <prop k="line_width" v="0.224"/>
  <symbol name="@hatch" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleLine" enabled="1" locked="0" pass="0">
  <prop k="line_color" v="27,27,27,140"/>
  <prop k="line_width" v="0.224"/>
  <prop k="line_width_unit" v="MM"/>
  <prop k="line_style" v="solid"/>
  </layer>
  </symbol>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,0,0,0"/>
  <prop k="style" v="no"/>
  <prop k="outline_color" v="0,0,0,0"/>
  <prop k="outline_width" v="0"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="no"/>
  </layer>
  <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
  <prop k="angle" v="45"/>
  <prop k="color" v="27,27,27,89"/>
  <prop k="distance" v="3.64"/>
  <prop k="distance_unit" v="MM"/>
  <prop k="line_width" v="0.224"/>
  <symbol name="@hatch" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleLine" enabled="1" locked="0" pass="0">
  <prop k="line_color" v="27,27,27,89"/>
  <prop k="line_width" v="0.224"/>
  <prop k="line_width_unit" v="MM"/>
  <prop k="line_style" v="solid"/>
  </layer>
  </symbol>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
