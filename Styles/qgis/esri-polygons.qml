<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 1" label="水体 Water"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 2" label="树木 Trees"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 3" label="草 Grass"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 4" label="淹没植被 Flooded vegetation"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 5" label="作物 Crops"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 6" label="灌丛 Scrub"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 7" label="建成区 Built area"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 8" label="裸地 Bare ground"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 9" label="冰雪 Snow and ice"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 10" label="云 Clouds"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 11" label="牧地 Rangeland"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="26,91,171,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="17,59,111,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="53,130,33,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="34,85,21,255"/>
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
  <prop k="color" v="135,209,158,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="88,136,103,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,219,92,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,142,60,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="136,175,74,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="88,114,48,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="237,2,42,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="154,1,27,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="237,233,228,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="154,151,148,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,250,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,163,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="200,200,200,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="130,130,130,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="198,173,141,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="129,112,92,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
