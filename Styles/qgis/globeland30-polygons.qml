<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 10" label="耕地 Cultivated land"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 20" label="林地 Forest"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 30" label="草地 Grassland"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 40" label="灌木地 Shrubland"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 50" label="湿地 Wetland"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 60" label="水体 Water bodies"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 70" label="苔原 Tundra"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 80" label="人造地表 Artificial surfaces"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 90" label="裸地 Bareland"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 100" label="冰川和永久积雪 Permanent snow and ice"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="249,160,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="162,104,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,99,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,64,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="99,255,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="64,166,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,255,199,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,166,129,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,99,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,64,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,0,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,0,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="99,99,51,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="64,64,33,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="191,191,191,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="124,124,124,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="198,239,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="129,155,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
