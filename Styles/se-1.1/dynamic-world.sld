<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>dynamic-world</se:Name>
    <UserStyle>
      <se:Name>dynamic-world</se:Name>
      <se:Description>
        <se:Title>Dynamic World</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 水体 Water -->
                <se:Threshold>0</se:Threshold>
                <se:Value>#419bdf</se:Value>
                <!-- 树木 Trees -->
                <se:Threshold>1</se:Threshold>
                <se:Value>#397d49</se:Value>
                <!-- 草 Grass -->
                <se:Threshold>2</se:Threshold>
                <se:Value>#88b053</se:Value>
                <!-- 淹没植被 Flooded vegetation -->
                <se:Threshold>3</se:Threshold>
                <se:Value>#7a87c6</se:Value>
                <!-- 作物 Crops -->
                <se:Threshold>4</se:Threshold>
                <se:Value>#e49635</se:Value>
                <!-- 灌木与灌丛 Shrub and scrub -->
                <se:Threshold>5</se:Threshold>
                <se:Value>#dfc35a</se:Value>
                <!-- 建成区 Built -->
                <se:Threshold>6</se:Threshold>
                <se:Value>#c4281b</se:Value>
                <!-- 裸地 Bare -->
                <se:Threshold>7</se:Threshold>
                <se:Value>#a59b8f</se:Value>
                <!-- 冰雪 Snow and ice -->
                <se:Threshold>8</se:Threshold>
                <se:Value>#b39fe1</se:Value>
                <se:Threshold>9</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
