<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>ndvi</Name>
    <UserStyle>
      <Name>ndvi</Name>
      <Title>NDVI</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="ramp">
              <ColorMapEntry color="#ffffe5" quantity="0" label="0"/>
              <ColorMapEntry color="#fbfecf" quantity="0.05625" label="0.05625"/>
              <ColorMapEntry color="#f7fcb9" quantity="0.1125" label="0.1125"/>
              <ColorMapEntry color="#e8f6ae" quantity="0.16875" label="0.16875"/>
              <ColorMapEntry color="#d9f0a3" quantity="0.225" label="0.225"/>
              <ColorMapEntry color="#c3e798" quantity="0.28125" label="0.28125"/>
              <ColorMapEntry color="#addd8e" quantity="0.3375" label="0.3375"/>
              <ColorMapEntry color="#93d283" quantity="0.39375" label="0.39375"/>
              <ColorMapEntry color="#78c679" quantity="0.45" label="0.45"/>
              <ColorMapEntry color="#5eb86b" quantity="0.50625" label="0.50625"/>
              <ColorMapEntry color="#41ab5d" quantity="0.5625" label="0.5625"/>
              <ColorMapEntry color="#329750" quantity="0.61875" label="0.61875"/>
              <ColorMapEntry color="#238443" quantity="0.675" label="0.675"/>
              <ColorMapEntry color="#14763d" quantity="0.7312500000000001" label="0.7312500000000001"/>
              <ColorMapEntry color="#006837" quantity="0.7875" label="0.7875"/>
              <ColorMapEntry color="#005630" quantity="0.84375" label="0.84375"/>
              <ColorMapEntry color="#004529" quantity="0.9" label="0.9"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
