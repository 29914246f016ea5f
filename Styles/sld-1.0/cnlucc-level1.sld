<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>cnlucc-level1</Name>
    <UserStyle>
      <Name>cnlucc-level1</Name>
      <Title>China land use, CNLUCC / RESDC (6 classes of the first level)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#f2c14e" quantity="1" label="耕地 Cropland"/>
              <ColorMapEntry color="#1b7837" quantity="2" label="林地 Wood"/>
              <ColorMapEntry color="#d9e5a1" quantity="3" label="草地 Grassland"/>
              <ColorMapEntry color="#3b78c2" quantity="4" label="水域 Water"/>
              <ColorMapEntry color="#c0392b" quantity="5" label="城乡、工矿、居民用地 Built-up land"/>
              <ColorMapEntry color="#e8d3a0" quantity="6" label="未利用土地 Unused land"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
