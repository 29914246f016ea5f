<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>clcd</se:Name>
    <UserStyle>
      <se:Name>clcd</se:Name>
      <se:Description>
        <se:Title>Annual China Land Cover Dataset (CLCD)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 耕地 Cropland -->
                <se:Threshold>1</se:Threshold>
                <se:Value>#fae39c</se:Value>
                <!-- 森林 Forest -->
                <se:Threshold>2</se:Threshold>
                <se:Value>#446f33</se:Value>
                <!-- 灌木 Shrub -->
                <se:Threshold>3</se:Threshold>
                <se:Value>#33a02c</se:Value>
                <!-- 草地 Grassland -->
                <se:Threshold>4</se:Threshold>
                <se:Value>#abd37b</se:Value>
                <!-- 水体 Water -->
                <se:Threshold>5</se:Threshold>
                <se:Value>#1e69b4</se:Value>
                <!-- 冰雪 Snow and ice -->
                <se:Threshold>6</se:Threshold>
                <se:Value>#a6cee3</se:Value>
                <!-- 荒地 Barren -->
                <se:Threshold>7</se:Threshold>
                <se:Value>#cfbda3</se:Value>
                <!-- 不透水面 Impervious -->
                <se:Threshold>8</se:Threshold>
                <se:Value>#e24290</se:Value>
                <!-- 湿地 Wetland -->
                <se:Threshold>9</se:Threshold>
                <se:Value>#289be8</se:Value>
                <se:Threshold>10</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
