<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="1" color="#e6004d" alpha="255" label="连续城市建筑 Continuous urban fabric"/>
  <paletteEntry value="2" color="#ff0000" alpha="255" label="不连续城市建筑 Discontinuous urban fabric"/>
  <paletteEntry value="3" color="#cc4df2" alpha="255" label="工业或商业单元 Industrial or commercial units"/>
  <paletteEntry value="4" color="#cc0000" alpha="255" label="道路与铁路网 Road and rail networks and associated land"/>
  <paletteEntry value="5" color="#e6cccc" alpha="255" label="港口 Port areas"/>
  <paletteEntry value="6" color="#e6cce6" alpha="255" label="机场 Airports"/>
  <paletteEntry value="7" color="#a600cc" alpha="255" label="采矿场 Mineral extraction sites"/>
  <paletteEntry value="8" color="#a64dcc" alpha="255" label="垃圾场 Dump sites"/>
  <paletteEntry value="9" color="#ff4dff" alpha="255" label="建筑工地 Construction sites"/>
  <paletteEntry value="10" color="#ffa6ff" alpha="255" label="城市绿地 Green urban areas"/>
  <paletteEntry value="11" color="#ffe6ff" alpha="255" label="体育休闲设施 Sport and leisure facilities"/>
  <paletteEntry value="12" color="#ffffa8" alpha="255" label="非灌溉耕地 Non-irrigated arable land"/>
  <paletteEntry value="13" color="#ffff00" alpha="255" label="永久灌溉地 Permanently irrigated land"/>
  <paletteEntry value="14" color="#e6e600" alpha="255" label="稻田 Rice fields"/>
  <paletteEntry value="15" color="#e68000" alpha="255" label="葡萄园 Vineyards"/>
  <paletteEntry value="16" color="#f2a64d" alpha="255" label="果树与浆果园 Fruit trees and berry plantations"/>
  <paletteEntry value="17" color="#e6a600" alpha="255" label="橄榄园 Olive groves"/>
  <paletteEntry value="18" color="#e6e64d" alpha="255" label="牧场 Pastures"/>
  <paletteEntry value="19" color="#ffe6a6" alpha="255" label="一年生与多年生作物混合 Annual crops associated with permanent crops"/>
  <paletteEntry value="20" color="#ffe64d" alpha="255" label="复杂种植模式 Complex cultivation patterns"/>
  <paletteEntry value="21" color="#e6cc4d" alpha="255" label="农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation"/>
  <paletteEntry value="22" color="#f2cca6" alpha="255" label="农林复合区 Agro-forestry areas"/>
  <paletteEntry value="23" color="#80ff00" alpha="255" label="阔叶林 Broad-leaved forest"/>
  <paletteEntry value="24" color="#00a600" alpha="255" label="针叶林 Coniferous forest"/>
  <paletteEntry value="25" color="#4dff00" alpha="255" label="混交林 Mixed forest"/>
  <paletteEntry value="26" color="#ccf24d" alpha="255" label="天然草地 Natural grasslands"/>
  <paletteEntry value="27" color="#a6ff80" alpha="255" label="荒原与石南 Moors and heathland"/>
  <paletteEntry value="28" color="#a6e64d" alpha="255" label="硬叶植被 Sclerophyllous vegetation"/>
  <paletteEntry value="29" color="#a6f200" alpha="255" label="林灌过渡带 Transitional woodland-shrub"/>
  <paletteEntry value="30" color="#e6e6e6" alpha="255" label="海滩、沙丘与沙地 Beaches, dunes, sands"/>
  <paletteEntry value="31" color="#cccccc" alpha="255" label="裸岩 Bare rocks"/>
  <paletteEntry value="32" color="#ccffcc" alpha="255" label="稀疏植被区 Sparsely vegetated areas"/>
  <paletteEntry value="33" color="#000000" alpha="255" label="火烧迹地 Burnt areas"/>
  <paletteEntry value="34" color="#a6e6cc" alpha="255" label="冰川与永久积雪 Glaciers and perpetual snow"/>
  <paletteEntry value="35" color="#a6a6ff" alpha="255" label="内陆沼泽 Inland marshes"/>
  <paletteEntry value="36" color="#4d4dff" alpha="255" label="泥炭沼泽 Peat bogs"/>
  <paletteEntry value="37" color="#ccccff" alpha="255" label="盐沼 Salt marshes"/>
  <paletteEntry value="38" color="#e6e6ff" alpha="255" label="盐田 Salines"/>
  <paletteEntry value="39" color="#a6a6e6" alpha="255" label="潮间带滩涂 Intertidal flats"/>
  <paletteEntry value="40" color="#00ccf2" alpha="255" label="河道 Water courses"/>
  <paletteEntry value="41" color="#80f2e6" alpha="255" label="水体 Water bodies"/>
  <paletteEntry value="42" color="#00ffa6" alpha="255" label="沿海潟湖 Coastal lagoons"/>
  <paletteEntry value="43" color="#a6ffe6" alpha="255" label="河口 Estuaries"/>
  <paletteEntry value="44" color="#e6f2ff" alpha="255" label="海洋 Sea and ocean"/>
  <paletteEntry value="111" color="#e6004d" alpha="255" label="连续城市建筑 Continuous urban fabric"/>
  <paletteEntry value="112" color="#ff0000" alpha="255" label="不连续城市建筑 Discontinuous urban fabric"/>
  <paletteEntry value="121" color="#cc4df2" alpha="255" label="工业或商业单元 Industrial or commercial units"/>
  <paletteEntry value="122" color="#cc0000" alpha="255" label="道路与铁路网 Road and rail networks and associated land"/>
  <paletteEntry value="123" color="#e6cccc" alpha="255" label="港口 Port areas"/>
  <paletteEntry value="124" color="#e6cce6" alpha="255" label="机场 Airports"/>
  <paletteEntry value="131" color="#a600cc" alpha="255" label="采矿场 Mineral extraction sites"/>
  <paletteEntry value="132" color="#a64dcc" alpha="255" label="垃圾场 Dump sites"/>
  <paletteEntry value="133" color="#ff4dff" alpha="255" label="建筑工地 Construction sites"/>
  <paletteEntry value="141" color="#ffa6ff" alpha="255" label="城市绿地 Green urban areas"/>
  <paletteEntry value="142" color="#ffe6ff" alpha="255" label="体育休闲设施 Sport and leisure facilities"/>
  <paletteEntry value="211" color="#ffffa8" alpha="255" label="非灌溉耕地 Non-irrigated arable land"/>
  <paletteEntry value="212" color="#ffff00" alpha="255" label="永久灌溉地 Permanently irrigated land"/>
  <paletteEntry value="213" color="#e6e600" alpha="255" label="稻田 Rice fields"/>
  <paletteEntry value="221" color="#e68000" alpha="255" label="葡萄园 Vineyards"/>
  <paletteEntry value="222" color="#f2a64d" alpha="255" label="果树与浆果园 Fruit trees and berry plantations"/>
  <paletteEntry value="223" color="#e6a600" alpha="255" label="橄榄园 Olive groves"/>
  <paletteEntry value="231" color="#e6e64d" alpha="255" label="牧场 Pastures"/>
  <paletteEntry value="241" color="#ffe6a6" alpha="255" label="一年生与多年生作物混合 Annual crops associated with permanent crops"/>
  <paletteEntry value="242" color="#ffe64d" alpha="255" label="复杂种植模式 Complex cultivation patterns"/>
  <paletteEntry value="243" color="#e6cc4d" alpha="255" label="农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation"/>
  <paletteEntry value="244" color="#f2cca6" alpha="255" label="农林复合区 Agro-forestry areas"/>
  <paletteEntry value="311" color="#80ff00" alpha="255" label="阔叶林 Broad-leaved forest"/>
  <paletteEntry value="312" color="#00a600" alpha="255" label="针叶林 Coniferous forest"/>
  <paletteEntry value="313" color="#4dff00" alpha="255" label="混交林 Mixed forest"/>
  <paletteEntry value="321" color="#ccf24d" alpha="255" label="天然草地 Natural grasslands"/>
  <paletteEntry value="322" color="#a6ff80" alpha="255" label="荒原与石南 Moors and heathland"/>
  <paletteEntry value="323" color="#a6e64d" alpha="255" label="硬叶植被 Sclerophyllous vegetation"/>
  <paletteEntry value="324" color="#a6f200" alpha="255" label="林灌过渡带 Transitional woodland-shrub"/>
  <paletteEntry value="331" color="#e6e6e6" alpha="255" label="海滩、沙丘与沙地 Beaches, dunes, sands"/>
  <paletteEntry value="332" color="#cccccc" alpha="255" label="裸岩 Bare rocks"/>
  <paletteEntry value="333" color="#ccffcc" alpha="255" label="稀疏植被区 Sparsely vegetated areas"/>
  <paletteEntry value="334" color="#000000" alpha="255" label="火烧迹地 Burnt areas"/>
  <paletteEntry value="335" color="#a6e6cc" alpha="255" label="冰川与永久积雪 Glaciers and perpetual snow"/>
  <paletteEntry value="411" color="#a6a6ff" alpha="255" label="内陆沼泽 Inland marshes"/>
  <paletteEntry value="412" color="#4d4dff" alpha="255" label="泥炭沼泽 Peat bogs"/>
  <paletteEntry value="421" color="#ccccff" alpha="255" label="盐沼 Salt marshes"/>
  <paletteEntry value="422" color="#e6e6ff" alpha="255" label="盐田 Salines"/>
  <paletteEntry value="423" color="#a6a6e6" alpha="255" label="潮间带滩涂 Intertidal flats"/>
  <paletteEntry value="511" color="#00ccf2" alpha="255" label="河道 Water courses"/>
  <paletteEntry value="512" color="#80f2e6" alpha="255" label="水体 Water bodies"/>
  <paletteEntry value="521" color="#00ffa6" alpha="255" label="沿海潟湖 Coastal lagoons"/>
  <paletteEntry value="522" color="#a6ffe6" alpha="255" label="河口 Estuaries"/>
  <paletteEntry value="523" color="#e6f2ff" alpha="255" label="海洋 Sea and ocean"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
