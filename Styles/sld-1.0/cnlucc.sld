<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>cnlucc</Name>
    <UserStyle>
      <Name>cnlucc</Name>
      <Title>China land use, CNLUCC / RESDC (25 subclasses)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#cea442" quantity="11" label="水田 Paddy field"/>
              <ColorMapEntry color="#f8dd9e" quantity="12" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#1b7837" quantity="21" label="有林地 Forest"/>
              <ColorMapEntry color="#88af4a" quantity="22" label="灌木林 Shrub"/>
              <ColorMapEntry color="#7a8f64" quantity="23" label="疏林地 Sparse wood"/>
              <ColorMapEntry color="#c1cfb4" quantity="24" label="其他林地 Other wood"/>
              <ColorMapEntry color="#b8c389" quantity="31" label="高覆盖度草地 High-cover grassland"/>
              <ColorMapEntry color="#dfe9af" quantity="32" label="中覆盖度草地 Medium-cover grassland"/>
              <ColorMapEntry color="#eaf1cb" quantity="33" label="低覆盖度草地 Low-cover grassland"/>
              <ColorMapEntry color="#3266a5" quantity="41" label="河渠 Rivers and canals"/>
              <ColorMapEntry color="#457fc5" quantity="42" label="湖泊 Lakes"/>
              <ColorMapEntry color="#6c9ad1" quantity="43" label="水库坑塘 Reservoirs and ponds"/>
              <ColorMapEntry color="#eef5fa" quantity="44" label="永久性冰川雪地 Permanent ice and snow"/>
              <ColorMapEntry color="#368e88" quantity="45" label="滩涂 Tidal flat"/>
              <ColorMapEntry color="#5cb4ae" quantity="46" label="滩地 Bottomland"/>
              <ColorMapEntry color="#a33025" quantity="51" label="城镇用地 Urban land"/>
              <ColorMapEntry color="#c9574b" quantity="52" label="农村居民点 Rural settlement"/>
              <ColorMapEntry color="#dc928a" quantity="53" label="其他建设用地 Other built-up land"/>
              <ColorMapEntry color="#c5b388" quantity="61" label="沙地 Sandy land"/>
              <ColorMapEntry color="#e1cd9b" quantity="62" label="戈壁 Gobi"/>
              <ColorMapEntry color="#ead7a9" quantity="63" label="盐碱地 Saline land"/>
              <ColorMapEntry color="#95cfcb" quantity="64" label="沼泽地 Marsh"/>
              <ColorMapEntry color="#eddcb4" quantity="65" label="裸土地 Bare soil"/>
              <ColorMapEntry color="#f0e2bf" quantity="66" label="裸岩石砾地 Bare rock and gravel"/>
              <ColorMapEntry color="#f2e7cb" quantity="67" label="其他未利用地 Other unused land"/>
              <ColorMapEntry color="#93b5dd" quantity="99" label="海洋 Sea"/>
              <ColorMapEntry color="#cea442" quantity="111" label="水田 Paddy field"/>
              <ColorMapEntry color="#cea442" quantity="112" label="水田 Paddy field"/>
              <ColorMapEntry color="#cea442" quantity="113" label="水田 Paddy field"/>
              <ColorMapEntry color="#cea442" quantity="114" label="水田 Paddy field"/>
              <ColorMapEntry color="#f8dd9e" quantity="121" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#f8dd9e" quantity="122" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#f8dd9e" quantity="123" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#f8dd9e" quantity="124" label="旱地 Dry farmland"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
