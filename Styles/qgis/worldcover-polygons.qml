<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 10" label="树木 Tree cover"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 20" label="灌木地 Shrubland"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 30" label="草地 Grassland"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 40" label="耕地 Cropland"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 50" label="建筑 Built-up"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 60" label="裸地与稀疏植被 Bare / sparse vegetation"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 70" label="冰雪 Snow and ice"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 80" label="永久水体 Permanent water bodies"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 90" label="草本湿地 Herbaceous wetland"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 95" label="红树林 Mangroves"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 100" label="苔藓与地衣 Moss and lichen"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,100,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,65,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,187,34,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,122,22,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,76,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,49,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="240,150,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="156,98,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="250,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="163,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="180,180,180,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="117,117,117,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="240,240,240,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="156,156,156,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,100,200,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,65,130,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,150,160,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,98,104,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,207,117,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,135,76,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="250,230,160,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="163,150,104,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
