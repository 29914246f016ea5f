<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>globeland30</Name>
    <UserStyle>
      <Name>globeland30</Name>
      <Title>GlobeLand30 (2000, 2010, 2020)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#f9a0ff" quantity="10" label="耕地 Cultivated land"/>
              <ColorMapEntry color="#006300" quantity="20" label="林地 Forest"/>
              <ColorMapEntry color="#63ff00" quantity="30" label="草地 Grassland"/>
              <ColorMapEntry color="#00ffc7" quantity="40" label="灌木地 Shrubland"/>
              <ColorMapEntry color="#0063ff" quantity="50" label="湿地 Wetland"/>
              <ColorMapEntry color="#0000ff" quantity="60" label="水体 Water bodies"/>
              <ColorMapEntry color="#636333" quantity="70" label="苔原 Tundra"/>
              <ColorMapEntry color="#ff0000" quantity="80" label="人造地表 Artificial surfaces"/>
              <ColorMapEntry color="#bfbfbf" quantity="90" label="裸地 Bareland"/>
              <ColorMapEntry color="#c6efff" quantity="100" label="冰川和永久积雪 Permanent snow and ice"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
