<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>nlcd</Name>
    <UserStyle>
      <Name>nlcd</Name>
      <Title>National Land Cover Database (NLCD)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#466b9f" quantity="11" label="开阔水面 Open water"/>
              <ColorMapEntry color="#d1def8" quantity="12" label="永久冰雪 Perennial ice/snow"/>
              <ColorMapEntry color="#dec5c5" quantity="21" label="开发区（开敞空间） Developed, open space"/>
              <ColorMapEntry color="#d99282" quantity="22" label="开发区（低强度） Developed, low intensity"/>
              <ColorMapEntry color="#eb0000" quantity="23" label="开发区（中强度） Developed, medium intensity"/>
              <ColorMapEntry color="#ab0000" quantity="24" label="开发区（高强度） Developed, high intensity"/>
              <ColorMapEntry color="#b3ac9f" quantity="31" label="裸地 Barren land (rock/sand/clay)"/>
              <ColorMapEntry color="#68ab5f" quantity="41" label="落叶林 Deciduous forest"/>
              <ColorMapEntry color="#1c5f2c" quantity="42" label="常绿林 Evergreen forest"/>
              <ColorMapEntry color="#b5c58f" quantity="43" label="混交林 Mixed forest"/>
              <ColorMapEntry color="#af963c" quantity="51" label="矮灌木 Dwarf scrub"/>
              <ColorMapEntry color="#ccb879" quantity="52" label="灌木 Shrub/scrub"/>
              <ColorMapEntry color="#dfdfc2" quantity="71" label="草地 Grassland/herbaceous"/>
              <ColorMapEntry color="#d1d182" quantity="72" label="莎草地 Sedge/herbaceous"/>
              <ColorMapEntry color="#a3cc51" quantity="73" label="地衣 Lichens"/>
              <ColorMapEntry color="#82ba9e" quantity="74" label="苔藓 Moss"/>
              <ColorMapEntry color="#dcd939" quantity="81" label="牧场与干草地 Pasture/hay"/>
              <ColorMapEntry color="#ab6c28" quantity="82" label="农作物 Cultivated crops"/>
              <ColorMapEntry color="#b8d9eb" quantity="90" label="木本湿地 Woody wetlands"/>
              <ColorMapEntry color="#6c9fb8" quantity="95" label="草本湿地 Emergent herbaceous wetlands"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
