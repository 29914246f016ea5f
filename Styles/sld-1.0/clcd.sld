<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>clcd</Name>
    <UserStyle>
      <Name>clcd</Name>
      <Title>Annual China Land Cover Dataset (CLCD)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#fae39c" quantity="1" label="耕地 Cropland"/>
              <ColorMapEntry color="#446f33" quantity="2" label="森林 Forest"/>
              <ColorMapEntry color="#33a02c" quantity="3" label="灌木 Shrub"/>
              <ColorMapEntry color="#abd37b" quantity="4" label="草地 Grassland"/>
              <ColorMapEntry color="#1e69b4" quantity="5" label="水体 Water"/>
              <ColorMapEntry color="#a6cee3" quantity="6" label="冰雪 Snow and ice"/>
              <ColorMapEntry color="#cfbda3" quantity="7" label="荒地 Barren"/>
              <ColorMapEntry color="#e24290" quantity="8" label="不透水面 Impervious"/>
              <ColorMapEntry color="#289be8" quantity="9" label="湿地 Wetland"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
