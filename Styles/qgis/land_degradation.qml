<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="(&quot;land_degradation_percent&quot; &gt;= 0) AND (&quot;land_degradation_percent&quot; &lt; 10)" label="0 – 10"/>
  <rule key="rule1" symbol="1" filter="(&quot;land_degradation_percent&quot; &gt;= 10) AND (&quot;land_degradation_percent&quot; &lt; 20)" label="10 – 20"/>
  <rule key="rule2" symbol="2" filter="(&quot;land_degradation_percent&quot; &gt;= 20) AND (&quot;land_degradation_percent&quot; &lt; 30)" label="20 – 30"/>
  <rule key="rule3" symbol="3" filter="(&quot;land_degradation_percent&quot; &gt;= 30) AND (&quot;land_degradation_percent&quot; &lt; 40)" label="30 – 40"/>
  <rule key="rule4" symbol="4" filter="(&quot;land_degradation_percent&quot; &gt;= 40) AND (&quot;land_degradation_percent&quot; &lt; 50)" label="40 – 50"/>
  <rule key="rule5" symbol="5" filter="(&quot;land_degradation_percent&quot; &gt;= 50) AND (&quot;land_degradation_percent&quot; &lt; 60)" label="50 – 60"/>
  <rule key="rule6" symbol="6" filter="(&quot;land_degradation_percent&quot; &gt;= 60) AND (&quot;land_degradation_percent&quot; &lt; 70)" label="60 – 70"/>
  <rule key="rule7" symbol="7" filter="(&quot;land_degradation_percent&quot; &gt;= 70) AND (&quot;land_degradation_percent&quot; &lt; 80)" label="70 – 80"/>
  <rule key="rule8" symbol="8" filter="(&quot;land_degradation_percent&quot; &gt;= 80) AND (&quot;land_degradation_percent&quot; &lt; 90)" label="80 – 90"/>
  <rule key="rule9" symbol="9" filter="(&quot;land_degradation_percent&quot; &gt;= 90) AND (&quot;land_degradation_percent&quot; &lt;= 100)" label="90 – 100"/>
  <rule key="rule10" symbol="10" filter="&quot;land_degradation_percent&quot; IS NULL" label="无数据 No data"/>
  <rule key="rule11" symbol="11" filter="&quot;land_degradation_verdict&quot; = 'inconclusive'" label="不能判定 Inconclusive"/>
  <rule key="rule12" symbol="12" filter="&quot;land_degradation_verdict&quot; = 'indicative'" label="仅供参考 Indicative only"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,251,210,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,244,181,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="254,230,153,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="254,211,114,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="254,188,73,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="254,159,47,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="245,131,30,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="229,105,16,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="208,80,4,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="175,62,3,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="244,244,244,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="58,58,58,255"/>
  <prop k="outline_width" v="0.28"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
  <prop k="angle" v="45"/>
  <prop k="color" v="180,180,180,255"/>
  <prop k="distance" v="1.4"/>
  <prop k="distance_unit" v="MM"/>
  <prop k="line_width" v="0.196"/>
  <symbol name="@hatch" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleLine" enabled="1" locked="0" pass="0">
  <prop k="line_color" v="180,180,180,255"/>
  <prop k="line_width" v="0.196"/>
  <prop k="line_width_unit" v="MM"/>
  <prop k="line_style" v="solid"/>
  </layer>
  </symbol>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
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
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
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
  <labeling type="simple">
  <settings calloutType="simple">
  <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans CJK SC" fontSize="3.36" fontSizeUnit="MM" fontWeight="50" fontItalic="0" textColor="27,27,27,255" textOpacity="1">
  <text-buffer bufferDraw="1" bufferSize="0.336" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
  </text-style>
  <placement placement="1"/>
  </settings>
  </labeling>
</qgis>
