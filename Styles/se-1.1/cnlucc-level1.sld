<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>cnlucc-level1</se:Name>
    <UserStyle>
      <se:Name>cnlucc-level1</se:Name>
      <se:Description>
        <se:Title>China land use, CNLUCC / RESDC (6 classes of the first level)</se:Title>
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
                <se:Value>#f2c14e</se:Value>
                <!-- 林地 Wood -->
                <se:Threshold>2</se:Threshold>
                <se:Value>#1b7837</se:Value>
                <!-- 草地 Grassland -->
                <se:Threshold>3</se:Threshold>
                <se:Value>#d9e5a1</se:Value>
                <!-- 水域 Water -->
                <se:Threshold>4</se:Threshold>
                <se:Value>#3b78c2</se:Value>
                <!-- 城乡、工矿、居民用地 Built-up land -->
                <se:Threshold>5</se:Threshold>
                <se:Value>#c0392b</se:Value>
                <!-- 未利用土地 Unused land -->
                <se:Threshold>6</se:Threshold>
                <se:Value>#e8d3a0</se:Value>
                <se:Threshold>7</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
