<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 11" label="开阔水面 Open water"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 12" label="永久冰雪 Perennial ice/snow"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 21" label="开发区（开敞空间） Developed, open space"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 22" label="开发区（低强度） Developed, low intensity"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 23" label="开发区（中强度） Developed, medium intensity"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 24" label="开发区（高强度） Developed, high intensity"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 31" label="裸地 Barren land (rock/sand/clay)"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 41" label="落叶林 Deciduous forest"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 42" label="常绿林 Evergreen forest"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 43" label="混交林 Mixed forest"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 51" label="矮灌木 Dwarf scrub"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = 52" label="灌木 Shrub/scrub"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = 71" label="草地 Grassland/herbaceous"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = 72" label="莎草地 Sedge/herbaceous"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = 73" label="地衣 Lichens"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = 74" label="苔藓 Moss"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = 81" label="牧场与干草地 Pasture/hay"/>
  <rule key="rule17" symbol="17" filter="&quot;class&quot; = 82" label="农作物 Cultivated crops"/>
  <rule key="rule18" symbol="18" filter="&quot;class&quot; = 90" label="木本湿地 Woody wetlands"/>
  <rule key="rule19" symbol="19" filter="&quot;class&quot; = 95" label="草本湿地 Emergent herbaceous wetlands"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="70,107,159,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="46,70,103,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="209,222,248,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="136,144,161,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="222,197,197,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="144,128,128,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="217,146,130,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="141,95,85,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="235,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="153,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="171,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="179,172,159,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="116,112,103,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="104,171,95,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="68,111,62,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="28,95,44,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="18,62,29,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="181,197,143,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="118,128,93,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="175,150,60,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="114,98,39,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,184,121,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,120,79,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="223,223,194,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="145,145,126,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="209,209,130,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="136,136,85,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="163,204,81,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="106,133,53,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="130,186,158,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="85,121,103,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,217,57,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,141,37,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="171,108,40,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,70,26,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="184,217,235,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="120,141,153,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="108,159,184,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="70,103,120,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
