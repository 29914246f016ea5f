<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 0" label="水体 Water"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 1" label="树木 Trees"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 2" label="草 Grass"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 3" label="淹没植被 Flooded vegetation"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 4" label="作物 Crops"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 5" label="灌木与灌丛 Shrub and scrub"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 6" label="建成区 Built"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 7" label="裸地 Bare"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 8" label="冰雪 Snow and ice"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="65,155,223,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="42,101,145,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="57,125,73,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="37,81,47,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="136,176,83,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="88,114,54,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="122,135,198,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="79,88,129,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="228,150,53,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="148,98,34,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="223,195,90,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="145,127,59,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="196,40,27,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="127,26,18,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="165,155,143,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="107,101,93,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="179,159,225,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="116,103,146,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
