<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>worldcover</Name>
    <UserStyle>
      <Name>worldcover</Name>
      <Title>ESA WorldCover v100 (2020) and v200 (2021)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#006400" quantity="10" label="树木 Tree cover"/>
              <ColorMapEntry color="#ffbb22" quantity="20" label="灌木地 Shrubland"/>
              <ColorMapEntry color="#ffff4c" quantity="30" label="草地 Grassland"/>
              <ColorMapEntry color="#f096ff" quantity="40" label="耕地 Cropland"/>
              <ColorMapEntry color="#fa0000" quantity="50" label="建筑 Built-up"/>
              <ColorMapEntry color="#b4b4b4" quantity="60" label="裸地与稀疏植被 Bare / sparse vegetation"/>
              <ColorMapEntry color="#f0f0f0" quantity="70" label="冰雪 Snow and ice"/>
              <ColorMapEntry color="#0064c8" quantity="80" label="永久水体 Permanent water bodies"/>
              <ColorMapEntry color="#0096a0" quantity="90" label="草本湿地 Herbaceous wetland"/>
              <ColorMapEntry color="#00cf75" quantity="95" label="红树林 Mangroves"/>
              <ColorMapEntry color="#fae6a0" quantity="100" label="苔藓与地衣 Moss and lichen"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
