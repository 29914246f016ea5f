<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 1" label="耕地 Cropland"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 2" label="林地 Wood"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 3" label="草地 Grassland"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 4" label="水域 Water"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 5" label="城乡、工矿、居民用地 Built-up land"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 6" label="未利用土地 Unused land"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,193,78,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,125,51,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="27,120,55,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="18,78,36,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="217,229,161,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="141,149,105,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="59,120,194,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="38,78,126,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="192,57,43,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="125,37,28,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="232,211,160,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="151,137,104,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
