<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>esri</Name>
    <UserStyle>
      <Name>esri</Name>
      <Title>Esri / Impact Observatory 10 m land cover v3</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#1a5bab" quantity="1" label="水体 Water"/>
              <ColorMapEntry color="#358221" quantity="2" label="树木 Trees"/>
              <ColorMapEntry color="#d9e5a1" quantity="3" label="草 Grass"/>
              <ColorMapEntry color="#87d19e" quantity="4" label="淹没植被 Flooded vegetation"/>
              <ColorMapEntry color="#ffdb5c" quantity="5" label="作物 Crops"/>
              <ColorMapEntry color="#88af4a" quantity="6" label="灌丛 Scrub"/>
              <ColorMapEntry color="#ed022a" quantity="7" label="建成区 Built area"/>
              <ColorMapEntry color="#ede9e4" quantity="8" label="裸地 Bare ground"/>
              <ColorMapEntry color="#f2faff" quantity="9" label="冰雪 Snow and ice"/>
              <ColorMapEntry color="#c8c8c8" quantity="10" label="云 Clouds"/>
              <ColorMapEntry color="#c6ad8d" quantity="11" label="牧地 Rangeland"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
