<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>igbp</se:Name>
    <UserStyle>
      <se:Name>igbp</se:Name>
      <se:Description>
        <se:Title>MODIS MCD12Q1 and MCD12C1, IGBP (type 1)</se:Title>
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
                <se:Value>#1c0dff</se:Value>
                <!-- 常绿针叶林 Evergreen needleleaf forest -->
                <se:Threshold>1</se:Threshold>
                <se:Value>#05450a</se:Value>
                <!-- 常绿阔叶林 Evergreen broadleaf forest -->
                <se:Threshold>2</se:Threshold>
                <se:Value>#086a10</se:Value>
                <!-- 落叶针叶林 Deciduous needleleaf forest -->
                <se:Threshold>3</se:Threshold>
                <se:Value>#54a708</se:Value>
                <!-- 落叶阔叶林 Deciduous broadleaf forest -->
                <se:Threshold>4</se:Threshold>
                <se:Value>#78d203</se:Value>
                <!-- 混交林 Mixed forest -->
                <se:Threshold>5</se:Threshold>
                <se:Value>#009900</se:Value>
                <!-- 郁闭灌丛 Closed shrubland -->
                <se:Threshold>6</se:Threshold>
                <se:Value>#c6b044</se:Value>
                <!-- 开放灌丛 Open shrubland -->
                <se:Threshold>7</se:Threshold>
                <se:Value>#dcd159</se:Value>
                <!-- 多树草原 Woody savanna -->
                <se:Threshold>8</se:Threshold>
                <se:Value>#dade48</se:Value>
                <!-- 稀树草原 Savanna -->
                <se:Threshold>9</se:Threshold>
                <se:Value>#fbff13</se:Value>
                <!-- 草地 Grassland -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#b6ff05</se:Value>
                <!-- 永久湿地 Permanent wetland -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#27ff87</se:Value>
                <!-- 农田 Cropland -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#c24f44</se:Value>
                <!-- 城镇与建成区 Urban and built-up -->
                <se:Threshold>13</se:Threshold>
                <se:Value>#a5a5a5</se:Value>
                <!-- 农田与自然植被镶嵌体 Cropland and natural vegetation mosaic -->
                <se:Threshold>14</se:Threshold>
                <se:Value>#ff6d4c</se:Value>
                <!-- 永久冰雪 Permanent snow and ice -->
                <se:Threshold>15</se:Threshold>
                <se:Value>#69fff8</se:Value>
                <!-- 裸地 Barren -->
                <se:Threshold>16</se:Threshold>
                <se:Value>#f9ffa4</se:Value>
                <!-- 水体 Water -->
                <se:Threshold>17</se:Threshold>
                <se:Value>#1c0dff</se:Value>
                <se:Threshold>18</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
