<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 11" label="水田 Paddy field"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 12" label="旱地 Dry farmland"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 21" label="有林地 Forest"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 22" label="灌木林 Shrub"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 23" label="疏林地 Sparse wood"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 24" label="其他林地 Other wood"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 31" label="高覆盖度草地 High-cover grassland"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 32" label="中覆盖度草地 Medium-cover grassland"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 33" label="低覆盖度草地 Low-cover grassland"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 41" label="河渠 Rivers and canals"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 42" label="湖泊 Lakes"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = 43" label="水库坑塘 Reservoirs and ponds"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = 44" label="永久性冰川雪地 Permanent ice and snow"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = 45" label="滩涂 Tidal flat"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = 46" label="滩地 Bottomland"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = 51" label="城镇用地 Urban land"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = 52" label="农村居民点 Rural settlement"/>
  <rule key="rule17" symbol="17" filter="&quot;class&quot; = 53" label="其他建设用地 Other built-up land"/>
  <rule key="rule18" symbol="18" filter="&quot;class&quot; = 61" label="沙地 Sandy land"/>
  <rule key="rule19" symbol="19" filter="&quot;class&quot; = 62" label="戈壁 Gobi"/>
  <rule key="rule20" symbol="20" filter="&quot;class&quot; = 63" label="盐碱地 Saline land"/>
  <rule key="rule21" symbol="21" filter="&quot;class&quot; = 64" label="沼泽地 Marsh"/>
  <rule key="rule22" symbol="22" filter="&quot;class&quot; = 65" label="裸土地 Bare soil"/>
  <rule key="rule23" symbol="23" filter="&quot;class&quot; = 66" label="裸岩石砾地 Bare rock and gravel"/>
  <rule key="rule24" symbol="24" filter="&quot;class&quot; = 67" label="其他未利用地 Other unused land"/>
  <rule key="rule25" symbol="25" filter="&quot;class&quot; = 99" label="海洋 Sea"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="206,164,66,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="134,107,43,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="248,221,158,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="161,144,103,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="27,120,55,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="18,78,36,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="136,175,74,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="88,114,48,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="122,143,100,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="79,93,65,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="193,207,180,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="125,135,117,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="184,195,137,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="120,127,89,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="223,233,175,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="145,151,114,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="234,241,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="152,157,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="50,102,165,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="33,66,107,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="69,127,197,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="45,83,128,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="108,154,209,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="70,100,136,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="238,245,250,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="155,159,163,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="54,142,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="35,92,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="92,180,174,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="60,117,113,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="163,48,37,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="106,31,24,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="201,87,75,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="131,57,49,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,146,138,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,95,90,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="197,179,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="128,116,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="225,205,155,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="146,133,101,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="20" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="234,215,169,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="152,140,110,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="21" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="149,207,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="97,135,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="22" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="237,220,180,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="154,143,117,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="23" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="240,226,191,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="156,147,124,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="24" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,231,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,150,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="25" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="147,181,221,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="96,118,144,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
