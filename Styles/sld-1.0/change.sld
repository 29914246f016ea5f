<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>change</Name>
    <UserStyle>
      <Name>change</Name>
      <Title>Change of vegetation</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="ramp">
              <ColorMapEntry color="#543005" quantity="-0.5" label="-0.5"/>
              <ColorMapEntry color="#764408" quantity="-0.4375" label="-0.4375"/>
              <ColorMapEntry color="#995d14" quantity="-0.375" label="-0.375"/>
              <ColorMapEntry color="#b97b29" quantity="-0.3125" label="-0.3125"/>
              <ColorMapEntry color="#d0a157" quantity="-0.25" label="-0.25"/>
              <ColorMapEntry color="#e2c786" quantity="-0.1875" label="-0.1875"/>
              <ColorMapEntry color="#f0deb2" quantity="-0.125" label="-0.125"/>
              <ColorMapEntry color="#f6edd6" quantity="-0.0625" label="-0.0625"/>
              <ColorMapEntry color="#f5f5f5" quantity="0" label="0"/>
              <ColorMapEntry color="#d9eeeb" quantity="0.0625" label="0.0625"/>
              <ColorMapEntry color="#b6e3dc" quantity="0.125" label="0.125"/>
              <ColorMapEntry color="#89d1c5" quantity="0.1875" label="0.1875"/>
              <ColorMapEntry color="#5cb2a8" quantity="0.25" label="0.25"/>
              <ColorMapEntry color="#309189" quantity="0.3125" label="0.3125"/>
              <ColorMapEntry color="#12726a" quantity="0.375" label="0.375"/>
              <ColorMapEntry color="#00564c" quantity="0.4375" label="0.4375"/>
              <ColorMapEntry color="#003c30" quantity="0.5" label="0.5"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
