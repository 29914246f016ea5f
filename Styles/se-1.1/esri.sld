<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>esri</se:Name>
    <UserStyle>
      <se:Name>esri</se:Name>
      <se:Description>
        <se:Title>Esri / Impact Observatory 10 m land cover v3</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 水体 Water -->
                <se:Threshold>1</se:Threshold>
                <se:Value>#1a5bab</se:Value>
                <!-- 树木 Trees -->
                <se:Threshold>2</se:Threshold>
                <se:Value>#358221</se:Value>
                <!-- 草 Grass -->
                <se:Threshold>3</se:Threshold>
                <se:Value>#d9e5a1</se:Value>
                <!-- 淹没植被 Flooded vegetation -->
                <se:Threshold>4</se:Threshold>
                <se:Value>#87d19e</se:Value>
                <!-- 作物 Crops -->
                <se:Threshold>5</se:Threshold>
                <se:Value>#ffdb5c</se:Value>
                <!-- 灌丛 Scrub -->
                <se:Threshold>6</se:Threshold>
                <se:Value>#88af4a</se:Value>
                <!-- 建成区 Built area -->
                <se:Threshold>7</se:Threshold>
                <se:Value>#ed022a</se:Value>
                <!-- 裸地 Bare ground -->
                <se:Threshold>8</se:Threshold>
                <se:Value>#ede9e4</se:Value>
                <!-- 冰雪 Snow and ice -->
                <se:Threshold>9</se:Threshold>
                <se:Value>#f2faff</se:Value>
                <!-- 云 Clouds -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#c8c8c8</se:Value>
                <!-- 牧地 Rangeland -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#c6ad8d</se:Value>
                <se:Threshold>12</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
