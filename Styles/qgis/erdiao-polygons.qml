<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = '011'" label="水田 Paddy field"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = '012'" label="水浇地 Irrigated land"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = '013'" label="旱地 Dry farmland"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = '021'" label="果园 Orchard"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = '022'" label="茶园 Tea garden"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = '023'" label="其他园地 Other garden"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = '031'" label="有林地 Forest land"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = '032'" label="灌木林地 Shrubland"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = '033'" label="其他林地 Other woodland"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = '041'" label="天然牧草地 Natural pasture"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = '042'" label="人工牧草地 Sown pasture"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = '043'" label="其他草地 Other grassland"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = 101" label="铁路用地 Railway"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = 102" label="公路用地 Highway"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = 103" label="街巷用地 Streets"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = 104" label="农村道路 Rural roads"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = 105" label="机场用地 Airport"/>
  <rule key="rule17" symbol="17" filter="&quot;class&quot; = 106" label="港口码头用地 Ports and wharves"/>
  <rule key="rule18" symbol="18" filter="&quot;class&quot; = 107" label="管道运输用地 Pipelines"/>
  <rule key="rule19" symbol="19" filter="&quot;class&quot; = 111" label="河流水面 River"/>
  <rule key="rule20" symbol="20" filter="&quot;class&quot; = 112" label="湖泊水面 Lake"/>
  <rule key="rule21" symbol="21" filter="&quot;class&quot; = 113" label="水库水面 Reservoir"/>
  <rule key="rule22" symbol="22" filter="&quot;class&quot; = 114" label="坑塘水面 Pond"/>
  <rule key="rule23" symbol="23" filter="&quot;class&quot; = 115" label="沿海滩涂 Coastal flat"/>
  <rule key="rule24" symbol="24" filter="&quot;class&quot; = 116" label="内陆滩涂 Inland flat"/>
  <rule key="rule25" symbol="25" filter="&quot;class&quot; = 117" label="沟渠 Ditch"/>
  <rule key="rule26" symbol="26" filter="&quot;class&quot; = 118" label="水工建筑用地 Hydraulic works"/>
  <rule key="rule27" symbol="27" filter="&quot;class&quot; = 119" label="冰川及永久积雪 Glacier and permanent snow"/>
  <rule key="rule28" symbol="28" filter="&quot;class&quot; = 121" label="空闲地 Idle land"/>
  <rule key="rule29" symbol="29" filter="&quot;class&quot; = 122" label="设施农用地 Farm facilities"/>
  <rule key="rule30" symbol="30" filter="&quot;class&quot; = 123" label="田坎 Field ridge"/>
  <rule key="rule31" symbol="31" filter="&quot;class&quot; = 124" label="盐碱地 Saline land"/>
  <rule key="rule32" symbol="32" filter="&quot;class&quot; = 125" label="沼泽地 Marsh"/>
  <rule key="rule33" symbol="33" filter="&quot;class&quot; = 126" label="沙地 Sandy land"/>
  <rule key="rule34" symbol="34" filter="&quot;class&quot; = 127" label="裸地 Bare land"/>
  <rule key="rule35" symbol="35" filter="&quot;class&quot; = 201" label="城市 City"/>
  <rule key="rule36" symbol="36" filter="&quot;class&quot; = 202" label="建制镇 Town"/>
  <rule key="rule37" symbol="37" filter="&quot;class&quot; = 203" label="村庄 Village"/>
  <rule key="rule38" symbol="38" filter="&quot;class&quot; = 204" label="采矿用地 Mining"/>
  <rule key="rule39" symbol="39" filter="&quot;class&quot; = 205" label="风景名胜及特殊用地 Scenic and special use"/>
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
  <prop k="color" v="244,202,105,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="159,131,68,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="248,221,158,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="161,144,103,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="165,140,49,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="107,91,32,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="203,179,88,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="132,116,57,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="221,206,147,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="144,134,96,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="27,120,55,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="18,78,36,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="136,175,74,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="88,114,48,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="143,168,118,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="93,109,77,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="184,195,137,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="120,127,89,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="223,233,175,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="145,151,114,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="234,241,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="152,157,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="163,48,37,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="106,31,24,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="171,51,38,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,33,25,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="180,53,40,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="117,34,26,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="188,56,42,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="122,36,27,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="193,61,48,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="125,40,31,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="196,70,57,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="127,46,37,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="199,78,66,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="129,51,43,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="50,102,165,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="33,66,107,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="20" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="59,120,194,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="38,78,126,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="21" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="88,140,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="57,91,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="22" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="118,161,212,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="77,105,138,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="23" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="54,142,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="35,92,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="24" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="92,180,174,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="60,117,113,255"/>
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
  <symbol name="26" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="201,87,75,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="131,57,49,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="27" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="238,245,250,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="155,159,163,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="28" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,95,84,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,62,55,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="29" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="207,104,93,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="135,68,60,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="30" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="189,189,189,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="123,123,123,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="31" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="197,179,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="128,116,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="32" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="149,207,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="97,135,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="33" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="235,218,174,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="153,142,113,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="34" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,231,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,150,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="35" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="210,112,102,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="137,73,66,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="36" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="212,121,111,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="138,79,72,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="37" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="215,129,120,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="140,84,78,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="38" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="218,138,129,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="142,90,84,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="39" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,146,138,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,95,90,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
