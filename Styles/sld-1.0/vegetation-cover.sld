<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>vegetation-cover</Name>
    <UserStyle>
      <Name>vegetation-cover</Name>
      <Title>Vegetation cover</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="ramp">
              <ColorMapEntry color="#ffffe5" quantity="0" label="0"/>
              <ColorMapEntry color="#fbfecf" quantity="0.0625" label="0.0625"/>
              <ColorMapEntry color="#f7fcb9" quantity="0.125" label="0.125"/>
              <ColorMapEntry color="#e8f6ae" quantity="0.1875" label="0.1875"/>
              <ColorMapEntry color="#d9f0a3" quantity="0.25" label="0.25"/>
              <ColorMapEntry color="#c3e798" quantity="0.3125" label="0.3125"/>
              <ColorMapEntry color="#addd8e" quantity="0.375" label="0.375"/>
              <ColorMapEntry color="#93d283" quantity="0.4375" label="0.4375"/>
              <ColorMapEntry color="#78c679" quantity="0.5" label="0.5"/>
              <ColorMapEntry color="#5eb86b" quantity="0.5625" label="0.5625"/>
              <ColorMapEntry color="#41ab5d" quantity="0.625" label="0.625"/>
              <ColorMapEntry color="#329750" quantity="0.6875" label="0.6875"/>
              <ColorMapEntry color="#238443" quantity="0.75" label="0.75"/>
              <ColorMapEntry color="#14763d" quantity="0.8125" label="0.8125"/>
              <ColorMapEntry color="#006837" quantity="0.875" label="0.875"/>
              <ColorMapEntry color="#005630" quantity="0.9375" label="0.9375"/>
              <ColorMapEntry color="#004529" quantity="1" label="1"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
