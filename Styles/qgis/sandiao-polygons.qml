<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = '0101'" label="水田 Paddy field"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = '0102'" label="水浇地 Irrigated land"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = '0103'" label="旱地 Dry farmland"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = '0201'" label="果园 Orchard"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = '0202'" label="茶园 Tea garden"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = '0203'" label="橡胶园 Rubber plantation"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = '0204'" label="其他园地 Other garden"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = '0301'" label="乔木林地 Arbor woodland"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = '0302'" label="竹林地 Bamboo woodland"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = '0303'" label="红树林地 Mangrove"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = '0304'" label="森林沼泽 Forest swamp"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = '0305'" label="灌木林地 Shrubland"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = '0306'" label="灌丛沼泽 Shrub swamp"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = '0307'" label="其他林地 Other woodland"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = '0401'" label="天然牧草地 Natural pasture"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = '0402'" label="沼泽草地 Marsh meadow"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = '0403'" label="人工牧草地 Sown pasture"/>
  <rule key="rule17" symbol="17" filter="&quot;class&quot; = '0404'" label="其他草地 Other grassland"/>
  <rule key="rule18" symbol="18" filter="&quot;class&quot; = '0501'" label="零售商业用地 Retail"/>
  <rule key="rule19" symbol="19" filter="&quot;class&quot; = '0502'" label="批发市场用地 Wholesale market"/>
  <rule key="rule20" symbol="20" filter="&quot;class&quot; = '0503'" label="餐饮用地 Catering"/>
  <rule key="rule21" symbol="21" filter="&quot;class&quot; = '0504'" label="旅馆用地 Hotel"/>
  <rule key="rule22" symbol="22" filter="&quot;class&quot; = '0505'" label="商务金融用地 Business and finance"/>
  <rule key="rule23" symbol="23" filter="&quot;class&quot; = '0506'" label="娱乐用地 Entertainment"/>
  <rule key="rule24" symbol="24" filter="&quot;class&quot; = '0507'" label="其他商服用地 Other commercial"/>
  <rule key="rule25" symbol="25" filter="&quot;class&quot; = '0508'" label="物流仓储用地 Logistics and storage"/>
  <rule key="rule26" symbol="26" filter="&quot;class&quot; = '05H1'" label="商业服务业设施用地 Commercial and service facilities"/>
  <rule key="rule27" symbol="27" filter="&quot;class&quot; = '0601'" label="工业用地 Industrial"/>
  <rule key="rule28" symbol="28" filter="&quot;class&quot; = '0602'" label="采矿用地 Mining"/>
  <rule key="rule29" symbol="29" filter="&quot;class&quot; = '0603'" label="盐田 Salt pan"/>
  <rule key="rule30" symbol="30" filter="&quot;class&quot; = '0604'" label="仓储用地 Warehouse"/>
  <rule key="rule31" symbol="31" filter="&quot;class&quot; = '0701'" label="城镇住宅用地 Urban housing"/>
  <rule key="rule32" symbol="32" filter="&quot;class&quot; = '0702'" label="农村宅基地 Rural homestead"/>
  <rule key="rule33" symbol="33" filter="&quot;class&quot; = '0801'" label="机关团体用地 Government and organisations"/>
  <rule key="rule34" symbol="34" filter="&quot;class&quot; = '0802'" label="新闻出版用地 Press and publishing"/>
  <rule key="rule35" symbol="35" filter="&quot;class&quot; = '0803'" label="教育用地 Education"/>
  <rule key="rule36" symbol="36" filter="&quot;class&quot; = '0804'" label="科研用地 Research"/>
  <rule key="rule37" symbol="37" filter="&quot;class&quot; = '0805'" label="医疗卫生用地 Health care"/>
  <rule key="rule38" symbol="38" filter="&quot;class&quot; = '0806'" label="社会福利用地 Social welfare"/>
  <rule key="rule39" symbol="39" filter="&quot;class&quot; = '0807'" label="文化设施用地 Culture"/>
  <rule key="rule40" symbol="40" filter="&quot;class&quot; = '0808'" label="体育用地 Sports"/>
  <rule key="rule41" symbol="41" filter="&quot;class&quot; = '0809'" label="公用设施用地 Public utilities"/>
  <rule key="rule42" symbol="42" filter="&quot;class&quot; = '0810'" label="公园与绿地 Parks and green space"/>
  <rule key="rule43" symbol="43" filter="&quot;class&quot; = '0810A'" label="广场用地 Squares"/>
  <rule key="rule44" symbol="44" filter="&quot;class&quot; = '08H1'" label="机关团体新闻出版用地 Government, press and publishing"/>
  <rule key="rule45" symbol="45" filter="&quot;class&quot; = '08H2'" label="科教文卫用地 Science, education, culture and health"/>
  <rule key="rule46" symbol="46" filter="&quot;class&quot; = '08H2A'" label="高教用地 Higher education"/>
  <rule key="rule47" symbol="47" filter="&quot;class&quot; = '09'" label="特殊用地 Special use"/>
  <rule key="rule48" symbol="48" filter="&quot;class&quot; = '0901'" label="军事设施用地 Military"/>
  <rule key="rule49" symbol="49" filter="&quot;class&quot; = '0902'" label="使领馆用地 Embassies and consulates"/>
  <rule key="rule50" symbol="50" filter="&quot;class&quot; = '0903'" label="监教场所用地 Prisons"/>
  <rule key="rule51" symbol="51" filter="&quot;class&quot; = '0904'" label="宗教用地 Religious"/>
  <rule key="rule52" symbol="52" filter="&quot;class&quot; = '0905'" label="殡葬用地 Burial"/>
  <rule key="rule53" symbol="53" filter="&quot;class&quot; = '0906'" label="风景名胜设施用地 Scenic-site facilities"/>
  <rule key="rule54" symbol="54" filter="&quot;class&quot; = 1001" label="铁路用地 Railway"/>
  <rule key="rule55" symbol="55" filter="&quot;class&quot; = 1002" label="轨道交通用地 Rail transit"/>
  <rule key="rule56" symbol="56" filter="&quot;class&quot; = 1003" label="公路用地 Highway"/>
  <rule key="rule57" symbol="57" filter="&quot;class&quot; = 1004" label="城镇村道路用地 Town and village roads"/>
  <rule key="rule58" symbol="58" filter="&quot;class&quot; = 1005" label="交通服务场站用地 Transport stations"/>
  <rule key="rule59" symbol="59" filter="&quot;class&quot; = 1006" label="农村道路 Rural roads"/>
  <rule key="rule60" symbol="60" filter="&quot;class&quot; = 1007" label="机场用地 Airport"/>
  <rule key="rule61" symbol="61" filter="&quot;class&quot; = 1008" label="港口码头用地 Ports and wharves"/>
  <rule key="rule62" symbol="62" filter="&quot;class&quot; = 1009" label="管道运输用地 Pipelines"/>
  <rule key="rule63" symbol="63" filter="&quot;class&quot; = 1101" label="河流水面 River"/>
  <rule key="rule64" symbol="64" filter="&quot;class&quot; = 1102" label="湖泊水面 Lake"/>
  <rule key="rule65" symbol="65" filter="&quot;class&quot; = 1103" label="水库水面 Reservoir"/>
  <rule key="rule66" symbol="66" filter="&quot;class&quot; = 1104" label="坑塘水面 Pond"/>
  <rule key="rule67" symbol="67" filter="&quot;class&quot; = '1104A'" label="养殖坑塘 Aquaculture pond"/>
  <rule key="rule68" symbol="68" filter="&quot;class&quot; = 1105" label="沿海滩涂 Coastal flat"/>
  <rule key="rule69" symbol="69" filter="&quot;class&quot; = 1106" label="内陆滩涂 Inland flat"/>
  <rule key="rule70" symbol="70" filter="&quot;class&quot; = 1107" label="沟渠 Ditch"/>
  <rule key="rule71" symbol="71" filter="&quot;class&quot; = '1107A'" label="干渠 Main canal"/>
  <rule key="rule72" symbol="72" filter="&quot;class&quot; = 1108" label="沼泽地 Marsh"/>
  <rule key="rule73" symbol="73" filter="&quot;class&quot; = 1109" label="水工建筑用地 Hydraulic works"/>
  <rule key="rule74" symbol="74" filter="&quot;class&quot; = 1110" label="冰川及永久积雪 Glacier and permanent snow"/>
  <rule key="rule75" symbol="75" filter="&quot;class&quot; = 1201" label="空闲地 Idle land"/>
  <rule key="rule76" symbol="76" filter="&quot;class&quot; = 1202" label="设施农用地 Farm facilities"/>
  <rule key="rule77" symbol="77" filter="&quot;class&quot; = 1203" label="田坎 Field ridge"/>
  <rule key="rule78" symbol="78" filter="&quot;class&quot; = 1204" label="盐碱地 Saline land"/>
  <rule key="rule79" symbol="79" filter="&quot;class&quot; = 1205" label="沙地 Sandy land"/>
  <rule key="rule80" symbol="80" filter="&quot;class&quot; = 1206" label="裸土地 Bare soil"/>
  <rule key="rule81" symbol="81" filter="&quot;class&quot; = 1207" label="裸岩石砾地 Bare rock and gravel"/>
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
  <prop k="color" v="197,170,68,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="128,111,44,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="209,188,107,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="136,122,70,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="221,206,147,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="144,134,96,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="23,102,47,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="15,66,31,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="130,181,145,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="85,118,94,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="54,142,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="35,92,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="59,156,150,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="38,101,98,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="136,175,74,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="88,114,48,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="67,169,162,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="44,110,105,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="143,168,118,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="93,109,77,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="184,195,137,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="120,127,89,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="84,176,170,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="55,114,111,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="223,233,175,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="145,151,114,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="234,241,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="152,157,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="163,48,37,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="106,31,24,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,49,37,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,32,24,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="20" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="168,50,38,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="109,33,25,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="21" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="171,51,38,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,33,25,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="22" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="173,51,39,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="112,33,25,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="23" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="176,52,39,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="114,34,25,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="24" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="178,53,40,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="116,34,26,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="25" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="181,54,40,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="118,35,26,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="26" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="183,54,41,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="119,35,27,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="27" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="186,55,42,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="121,36,27,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="28" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="188,56,42,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="122,36,27,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="29" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="100,184,178,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="65,120,116,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="30" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="191,57,43,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="124,37,28,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="31" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="192,58,44,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="125,38,29,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="32" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="193,61,47,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="125,40,31,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="33" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="194,63,50,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="126,41,33,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="34" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="195,66,53,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="127,43,34,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="35" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="196,69,55,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="127,45,36,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="36" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="197,71,58,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="128,46,38,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="37" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="197,74,61,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="128,48,40,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="38" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="198,76,64,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="129,49,42,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="39" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="199,79,67,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="129,51,44,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="40" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="200,82,69,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="130,53,45,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="41" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="201,84,72,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="131,55,47,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="42" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="201,87,75,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="131,57,49,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="43" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="202,89,78,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="131,58,51,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="44" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="203,92,80,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="132,60,52,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="45" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,94,83,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,61,54,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="46" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="205,97,86,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,63,56,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="47" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="206,100,89,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="134,65,58,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="48" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="206,102,91,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="134,66,59,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="49" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="207,105,94,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="135,68,61,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="50" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="208,107,97,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="135,70,63,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="51" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="209,110,100,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="136,72,65,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="52" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="210,113,102,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="137,73,66,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="53" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="210,115,105,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="137,75,68,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="54" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="211,118,108,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="137,77,70,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="55" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="212,120,111,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="138,78,72,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="56" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="213,123,114,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="138,80,74,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="57" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="214,125,116,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="139,81,75,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="58" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="215,128,119,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="140,83,77,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="59" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="215,131,122,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="140,85,79,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="60" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="216,133,125,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="140,86,81,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="61" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="217,136,127,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="141,88,83,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="62" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="218,138,130,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="142,90,85,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="63" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="50,102,165,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="33,66,107,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="64" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="56,114,184,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="36,74,120,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="65" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="69,127,197,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="45,83,128,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="66" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="88,140,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="57,91,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="67" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="108,154,209,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="70,100,136,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="68" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="116,192,186,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="75,125,121,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="69" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="133,199,195,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="86,129,127,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="70" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="128,167,215,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="83,109,140,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="71" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="147,181,221,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="96,118,144,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="72" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="149,207,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="97,135,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="73" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="219,141,133,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="142,92,86,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="74" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="238,245,250,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="155,159,163,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="75" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,144,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,94,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="76" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,146,138,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,95,90,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="77" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="189,189,189,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="123,123,123,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="78" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="197,179,136,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="128,116,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="79" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="233,213,165,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="151,138,107,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="80" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="238,222,184,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="155,144,120,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="81" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,231,203,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,150,132,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
