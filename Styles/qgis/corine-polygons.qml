<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 111" label="连续城市建筑 Continuous urban fabric"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 112" label="不连续城市建筑 Discontinuous urban fabric"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 121" label="工业或商业单元 Industrial or commercial units"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 122" label="道路与铁路网 Road and rail networks and associated land"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 123" label="港口 Port areas"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 124" label="机场 Airports"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 131" label="采矿场 Mineral extraction sites"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 132" label="垃圾场 Dump sites"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 133" label="建筑工地 Construction sites"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 141" label="城市绿地 Green urban areas"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 142" label="体育休闲设施 Sport and leisure facilities"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = 211" label="非灌溉耕地 Non-irrigated arable land"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = 212" label="永久灌溉地 Permanently irrigated land"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = 213" label="稻田 Rice fields"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = 221" label="葡萄园 Vineyards"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = 222" label="果树与浆果园 Fruit trees and berry plantations"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = 223" label="橄榄园 Olive groves"/>
  <rule key="rule17" symbol="17" filter="&quot;class&quot; = 231" label="牧场 Pastures"/>
  <rule key="rule18" symbol="18" filter="&quot;class&quot; = 241" label="一年生与多年生作物混合 Annual crops associated with permanent crops"/>
  <rule key="rule19" symbol="19" filter="&quot;class&quot; = 242" label="复杂种植模式 Complex cultivation patterns"/>
  <rule key="rule20" symbol="20" filter="&quot;class&quot; = 243" label="农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation"/>
  <rule key="rule21" symbol="21" filter="&quot;class&quot; = 244" label="农林复合区 Agro-forestry areas"/>
  <rule key="rule22" symbol="22" filter="&quot;class&quot; = 311" label="阔叶林 Broad-leaved forest"/>
  <rule key="rule23" symbol="23" filter="&quot;class&quot; = 312" label="针叶林 Coniferous forest"/>
  <rule key="rule24" symbol="24" filter="&quot;class&quot; = 313" label="混交林 Mixed forest"/>
  <rule key="rule25" symbol="25" filter="&quot;class&quot; = 321" label="天然草地 Natural grasslands"/>
  <rule key="rule26" symbol="26" filter="&quot;class&quot; = 322" label="荒原与石南 Moors and heathland"/>
  <rule key="rule27" symbol="27" filter="&quot;class&quot; = 323" label="硬叶植被 Sclerophyllous vegetation"/>
  <rule key="rule28" symbol="28" filter="&quot;class&quot; = 324" label="林灌过渡带 Transitional woodland-shrub"/>
  <rule key="rule29" symbol="29" filter="&quot;class&quot; = 331" label="海滩、沙丘与沙地 Beaches, dunes, sands"/>
  <rule key="rule30" symbol="30" filter="&quot;class&quot; = 332" label="裸岩 Bare rocks"/>
  <rule key="rule31" symbol="31" filter="&quot;class&quot; = 333" label="稀疏植被区 Sparsely vegetated areas"/>
  <rule key="rule32" symbol="32" filter="&quot;class&quot; = 334" label="火烧迹地 Burnt areas"/>
  <rule key="rule33" symbol="33" filter="&quot;class&quot; = 335" label="冰川与永久积雪 Glaciers and perpetual snow"/>
  <rule key="rule34" symbol="34" filter="&quot;class&quot; = 411" label="内陆沼泽 Inland marshes"/>
  <rule key="rule35" symbol="35" filter="&quot;class&quot; = 412" label="泥炭沼泽 Peat bogs"/>
  <rule key="rule36" symbol="36" filter="&quot;class&quot; = 421" label="盐沼 Salt marshes"/>
  <rule key="rule37" symbol="37" filter="&quot;class&quot; = 422" label="盐田 Salines"/>
  <rule key="rule38" symbol="38" filter="&quot;class&quot; = 423" label="潮间带滩涂 Intertidal flats"/>
  <rule key="rule39" symbol="39" filter="&quot;class&quot; = 511" label="河道 Water courses"/>
  <rule key="rule40" symbol="40" filter="&quot;class&quot; = 512" label="水体 Water bodies"/>
  <rule key="rule41" symbol="41" filter="&quot;class&quot; = 521" label="沿海潟湖 Coastal lagoons"/>
  <rule key="rule42" symbol="42" filter="&quot;class&quot; = 522" label="河口 Estuaries"/>
  <rule key="rule43" symbol="43" filter="&quot;class&quot; = 523" label="海洋 Sea and ocean"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,0,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,0,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,77,242,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,50,157,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,204,204,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,133,133,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,204,230,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,133,150,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,0,204,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,0,133,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,77,204,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,50,133,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,77,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,50,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,166,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,108,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,230,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,150,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,168,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,109,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,230,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,150,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,128,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,83,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,166,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,108,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,166,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,108,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,230,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,150,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,230,166,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,150,108,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,230,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,150,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="20" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,204,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,133,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="21" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="242,204,166,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="157,133,108,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="22" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="128,255,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="83,166,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="23" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,166,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,108,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="24" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="77,255,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="50,166,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="25" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,242,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,157,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="26" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,255,128,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,166,83,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="27" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,230,77,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,150,50,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="28" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,242,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,157,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="29" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,230,230,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,150,150,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="30" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,204,204,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,133,133,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="31" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,255,204,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,166,133,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="32" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,0,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,0,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="33" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,230,204,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,150,133,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="34" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,166,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,108,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="35" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="77,77,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="50,50,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="36" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="204,204,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="133,133,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="37" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,230,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,150,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="38" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,166,230,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,108,150,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="39" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,204,242,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,133,157,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="40" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="128,242,230,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="83,157,150,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="41" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,255,166,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,166,108,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="42" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,255,230,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,166,150,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="43" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="230,242,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="150,157,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
