<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>dynamic-world</Name>
    <UserStyle>
      <Name>dynamic-world</Name>
      <Title>Dynamic World</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#419bdf" quantity="0" label="水体 Water"/>
              <ColorMapEntry color="#397d49" quantity="1" label="树木 Trees"/>
              <ColorMapEntry color="#88b053" quantity="2" label="草 Grass"/>
              <ColorMapEntry color="#7a87c6" quantity="3" label="淹没植被 Flooded vegetation"/>
              <ColorMapEntry color="#e49635" quantity="4" label="作物 Crops"/>
              <ColorMapEntry color="#dfc35a" quantity="5" label="灌木与灌丛 Shrub and scrub"/>
              <ColorMapEntry color="#c4281b" quantity="6" label="建成区 Built"/>
              <ColorMapEntry color="#a59b8f" quantity="7" label="裸地 Bare"/>
              <ColorMapEntry color="#b39fe1" quantity="8" label="冰雪 Snow and ice"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
