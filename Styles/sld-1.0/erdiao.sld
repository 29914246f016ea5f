<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>erdiao</Name>
    <UserStyle>
      <Name>erdiao</Name>
      <Title>Second national land survey (GB/T 21010-2007)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#cea442" quantity="11" label="水田 Paddy field"/>
              <ColorMapEntry color="#f4ca69" quantity="12" label="水浇地 Irrigated land"/>
              <ColorMapEntry color="#f8dd9e" quantity="13" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#a58c31" quantity="21" label="果园 Orchard"/>
              <ColorMapEntry color="#cbb358" quantity="22" label="茶园 Tea garden"/>
              <ColorMapEntry color="#ddce93" quantity="23" label="其他园地 Other garden"/>
              <ColorMapEntry color="#1b7837" quantity="31" label="有林地 Forest land"/>
              <ColorMapEntry color="#88af4a" quantity="32" label="灌木林地 Shrubland"/>
              <ColorMapEntry color="#8fa876" quantity="33" label="其他林地 Other woodland"/>
              <ColorMapEntry color="#b8c389" quantity="41" label="天然牧草地 Natural pasture"/>
              <ColorMapEntry color="#dfe9af" quantity="42" label="人工牧草地 Sown pasture"/>
              <ColorMapEntry color="#eaf1cb" quantity="43" label="其他草地 Other grassland"/>
              <ColorMapEntry color="#a33025" quantity="101" label="铁路用地 Railway"/>
              <ColorMapEntry color="#ab3326" quantity="102" label="公路用地 Highway"/>
              <ColorMapEntry color="#b43528" quantity="103" label="街巷用地 Streets"/>
              <ColorMapEntry color="#bc382a" quantity="104" label="农村道路 Rural roads"/>
              <ColorMapEntry color="#c13d30" quantity="105" label="机场用地 Airport"/>
              <ColorMapEntry color="#c44639" quantity="106" label="港口码头用地 Ports and wharves"/>
              <ColorMapEntry color="#c74e42" quantity="107" label="管道运输用地 Pipelines"/>
              <ColorMapEntry color="#3266a5" quantity="111" label="河流水面 River"/>
              <ColorMapEntry color="#3b78c2" quantity="112" label="湖泊水面 Lake"/>
              <ColorMapEntry color="#588ccb" quantity="113" label="水库水面 Reservoir"/>
              <ColorMapEntry color="#76a1d4" quantity="114" label="坑塘水面 Pond"/>
              <ColorMapEntry color="#368e88" quantity="115" label="沿海滩涂 Coastal flat"/>
              <ColorMapEntry color="#5cb4ae" quantity="116" label="内陆滩涂 Inland flat"/>
              <ColorMapEntry color="#93b5dd" quantity="117" label="沟渠 Ditch"/>
              <ColorMapEntry color="#c9574b" quantity="118" label="水工建筑用地 Hydraulic works"/>
              <ColorMapEntry color="#eef5fa" quantity="119" label="冰川及永久积雪 Glacier and permanent snow"/>
              <ColorMapEntry color="#cc5f54" quantity="121" label="空闲地 Idle land"/>
              <ColorMapEntry color="#cf685d" quantity="122" label="设施农用地 Farm facilities"/>
              <ColorMapEntry color="#bdbdbd" quantity="123" label="田坎 Field ridge"/>
              <ColorMapEntry color="#c5b388" quantity="124" label="盐碱地 Saline land"/>
              <ColorMapEntry color="#95cfcb" quantity="125" label="沼泽地 Marsh"/>
              <ColorMapEntry color="#ebdaae" quantity="126" label="沙地 Sandy land"/>
              <ColorMapEntry color="#f2e7cb" quantity="127" label="裸地 Bare land"/>
              <ColorMapEntry color="#d27066" quantity="201" label="城市 City"/>
              <ColorMapEntry color="#d4796f" quantity="202" label="建制镇 Town"/>
              <ColorMapEntry color="#d78178" quantity="203" label="村庄 Village"/>
              <ColorMapEntry color="#da8a81" quantity="204" label="采矿用地 Mining"/>
              <ColorMapEntry color="#dc928a" quantity="205" label="风景名胜及特殊用地 Scenic and special use"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
