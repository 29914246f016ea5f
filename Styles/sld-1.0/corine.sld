<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>corine</Name>
    <UserStyle>
      <Name>corine</Name>
      <Title>CORINE Land Cover</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#e6004d" quantity="1" label="连续城市建筑 Continuous urban fabric"/>
              <ColorMapEntry color="#ff0000" quantity="2" label="不连续城市建筑 Discontinuous urban fabric"/>
              <ColorMapEntry color="#cc4df2" quantity="3" label="工业或商业单元 Industrial or commercial units"/>
              <ColorMapEntry color="#cc0000" quantity="4" label="道路与铁路网 Road and rail networks and associated land"/>
              <ColorMapEntry color="#e6cccc" quantity="5" label="港口 Port areas"/>
              <ColorMapEntry color="#e6cce6" quantity="6" label="机场 Airports"/>
              <ColorMapEntry color="#a600cc" quantity="7" label="采矿场 Mineral extraction sites"/>
              <ColorMapEntry color="#a64dcc" quantity="8" label="垃圾场 Dump sites"/>
              <ColorMapEntry color="#ff4dff" quantity="9" label="建筑工地 Construction sites"/>
              <ColorMapEntry color="#ffa6ff" quantity="10" label="城市绿地 Green urban areas"/>
              <ColorMapEntry color="#ffe6ff" quantity="11" label="体育休闲设施 Sport and leisure facilities"/>
              <ColorMapEntry color="#ffffa8" quantity="12" label="非灌溉耕地 Non-irrigated arable land"/>
              <ColorMapEntry color="#ffff00" quantity="13" label="永久灌溉地 Permanently irrigated land"/>
              <ColorMapEntry color="#e6e600" quantity="14" label="稻田 Rice fields"/>
              <ColorMapEntry color="#e68000" quantity="15" label="葡萄园 Vineyards"/>
              <ColorMapEntry color="#f2a64d" quantity="16" label="果树与浆果园 Fruit trees and berry plantations"/>
              <ColorMapEntry color="#e6a600" quantity="17" label="橄榄园 Olive groves"/>
              <ColorMapEntry color="#e6e64d" quantity="18" label="牧场 Pastures"/>
              <ColorMapEntry color="#ffe6a6" quantity="19" label="一年生与多年生作物混合 Annual crops associated with permanent crops"/>
              <ColorMapEntry color="#ffe64d" quantity="20" label="复杂种植模式 Complex cultivation patterns"/>
              <ColorMapEntry color="#e6cc4d" quantity="21" label="农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation"/>
              <ColorMapEntry color="#f2cca6" quantity="22" label="农林复合区 Agro-forestry areas"/>
              <ColorMapEntry color="#80ff00" quantity="23" label="阔叶林 Broad-leaved forest"/>
              <ColorMapEntry color="#00a600" quantity="24" label="针叶林 Coniferous forest"/>
              <ColorMapEntry color="#4dff00" quantity="25" label="混交林 Mixed forest"/>
              <ColorMapEntry color="#ccf24d" quantity="26" label="天然草地 Natural grasslands"/>
              <ColorMapEntry color="#a6ff80" quantity="27" label="荒原与石南 Moors and heathland"/>
              <ColorMapEntry color="#a6e64d" quantity="28" label="硬叶植被 Sclerophyllous vegetation"/>
              <ColorMapEntry color="#a6f200" quantity="29" label="林灌过渡带 Transitional woodland-shrub"/>
              <ColorMapEntry color="#e6e6e6" quantity="30" label="海滩、沙丘与沙地 Beaches, dunes, sands"/>
              <ColorMapEntry color="#cccccc" quantity="31" label="裸岩 Bare rocks"/>
              <ColorMapEntry color="#ccffcc" quantity="32" label="稀疏植被区 Sparsely vegetated areas"/>
              <ColorMapEntry color="#000000" quantity="33" label="火烧迹地 Burnt areas"/>
              <ColorMapEntry color="#a6e6cc" quantity="34" label="冰川与永久积雪 Glaciers and perpetual snow"/>
              <ColorMapEntry color="#a6a6ff" quantity="35" label="内陆沼泽 Inland marshes"/>
              <ColorMapEntry color="#4d4dff" quantity="36" label="泥炭沼泽 Peat bogs"/>
              <ColorMapEntry color="#ccccff" quantity="37" label="盐沼 Salt marshes"/>
              <ColorMapEntry color="#e6e6ff" quantity="38" label="盐田 Salines"/>
              <ColorMapEntry color="#a6a6e6" quantity="39" label="潮间带滩涂 Intertidal flats"/>
              <ColorMapEntry color="#00ccf2" quantity="40" label="河道 Water courses"/>
              <ColorMapEntry color="#80f2e6" quantity="41" label="水体 Water bodies"/>
              <ColorMapEntry color="#00ffa6" quantity="42" label="沿海潟湖 Coastal lagoons"/>
              <ColorMapEntry color="#a6ffe6" quantity="43" label="河口 Estuaries"/>
              <ColorMapEntry color="#e6f2ff" quantity="44" label="海洋 Sea and ocean"/>
              <ColorMapEntry color="#e6004d" quantity="111" label="连续城市建筑 Continuous urban fabric"/>
              <ColorMapEntry color="#ff0000" quantity="112" label="不连续城市建筑 Discontinuous urban fabric"/>
              <ColorMapEntry color="#cc4df2" quantity="121" label="工业或商业单元 Industrial or commercial units"/>
              <ColorMapEntry color="#cc0000" quantity="122" label="道路与铁路网 Road and rail networks and associated land"/>
              <ColorMapEntry color="#e6cccc" quantity="123" label="港口 Port areas"/>
              <ColorMapEntry color="#e6cce6" quantity="124" label="机场 Airports"/>
              <ColorMapEntry color="#a600cc" quantity="131" label="采矿场 Mineral extraction sites"/>
              <ColorMapEntry color="#a64dcc" quantity="132" label="垃圾场 Dump sites"/>
              <ColorMapEntry color="#ff4dff" quantity="133" label="建筑工地 Construction sites"/>
              <ColorMapEntry color="#ffa6ff" quantity="141" label="城市绿地 Green urban areas"/>
              <ColorMapEntry color="#ffe6ff" quantity="142" label="体育休闲设施 Sport and leisure facilities"/>
              <ColorMapEntry color="#ffffa8" quantity="211" label="非灌溉耕地 Non-irrigated arable land"/>
              <ColorMapEntry color="#ffff00" quantity="212" label="永久灌溉地 Permanently irrigated land"/>
              <ColorMapEntry color="#e6e600" quantity="213" label="稻田 Rice fields"/>
              <ColorMapEntry color="#e68000" quantity="221" label="葡萄园 Vineyards"/>
              <ColorMapEntry color="#f2a64d" quantity="222" label="果树与浆果园 Fruit trees and berry plantations"/>
              <ColorMapEntry color="#e6a600" quantity="223" label="橄榄园 Olive groves"/>
              <ColorMapEntry color="#e6e64d" quantity="231" label="牧场 Pastures"/>
              <ColorMapEntry color="#ffe6a6" quantity="241" label="一年生与多年生作物混合 Annual crops associated with permanent crops"/>
              <ColorMapEntry color="#ffe64d" quantity="242" label="复杂种植模式 Complex cultivation patterns"/>
              <ColorMapEntry color="#e6cc4d" quantity="243" label="农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation"/>
              <ColorMapEntry color="#f2cca6" quantity="244" label="农林复合区 Agro-forestry areas"/>
              <ColorMapEntry color="#80ff00" quantity="311" label="阔叶林 Broad-leaved forest"/>
              <ColorMapEntry color="#00a600" quantity="312" label="针叶林 Coniferous forest"/>
              <ColorMapEntry color="#4dff00" quantity="313" label="混交林 Mixed forest"/>
              <ColorMapEntry color="#ccf24d" quantity="321" label="天然草地 Natural grasslands"/>
              <ColorMapEntry color="#a6ff80" quantity="322" label="荒原与石南 Moors and heathland"/>
              <ColorMapEntry color="#a6e64d" quantity="323" label="硬叶植被 Sclerophyllous vegetation"/>
              <ColorMapEntry color="#a6f200" quantity="324" label="林灌过渡带 Transitional woodland-shrub"/>
              <ColorMapEntry color="#e6e6e6" quantity="331" label="海滩、沙丘与沙地 Beaches, dunes, sands"/>
              <ColorMapEntry color="#cccccc" quantity="332" label="裸岩 Bare rocks"/>
              <ColorMapEntry color="#ccffcc" quantity="333" label="稀疏植被区 Sparsely vegetated areas"/>
              <ColorMapEntry color="#000000" quantity="334" label="火烧迹地 Burnt areas"/>
              <ColorMapEntry color="#a6e6cc" quantity="335" label="冰川与永久积雪 Glaciers and perpetual snow"/>
              <ColorMapEntry color="#a6a6ff" quantity="411" label="内陆沼泽 Inland marshes"/>
              <ColorMapEntry color="#4d4dff" quantity="412" label="泥炭沼泽 Peat bogs"/>
              <ColorMapEntry color="#ccccff" quantity="421" label="盐沼 Salt marshes"/>
              <ColorMapEntry color="#e6e6ff" quantity="422" label="盐田 Salines"/>
              <ColorMapEntry color="#a6a6e6" quantity="423" label="潮间带滩涂 Intertidal flats"/>
              <ColorMapEntry color="#00ccf2" quantity="511" label="河道 Water courses"/>
              <ColorMapEntry color="#80f2e6" quantity="512" label="水体 Water bodies"/>
              <ColorMapEntry color="#00ffa6" quantity="521" label="沿海潟湖 Coastal lagoons"/>
              <ColorMapEntry color="#a6ffe6" quantity="522" label="河口 Estuaries"/>
              <ColorMapEntry color="#e6f2ff" quantity="523" label="海洋 Sea and ocean"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
