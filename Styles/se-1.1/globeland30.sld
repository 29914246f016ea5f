<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>globeland30</se:Name>
    <UserStyle>
      <se:Name>globeland30</se:Name>
      <se:Description>
        <se:Title>GlobeLand30 (2000, 2010, 2020)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 耕地 Cultivated land -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#f9a0ff</se:Value>
                <se:Threshold>11</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 林地 Forest -->
                <se:Threshold>20</se:Threshold>
                <se:Value>#006300</se:Value>
                <se:Threshold>21</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草地 Grassland -->
                <se:Threshold>30</se:Threshold>
                <se:Value>#63ff00</se:Value>
                <se:Threshold>31</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 灌木地 Shrubland -->
                <se:Threshold>40</se:Threshold>
                <se:Value>#00ffc7</se:Value>
                <se:Threshold>41</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 湿地 Wetland -->
                <se:Threshold>50</se:Threshold>
                <se:Value>#0063ff</se:Value>
                <se:Threshold>51</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 水体 Water bodies -->
                <se:Threshold>60</se:Threshold>
                <se:Value>#0000ff</se:Value>
                <se:Threshold>61</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 苔原 Tundra -->
                <se:Threshold>70</se:Threshold>
                <se:Value>#636333</se:Value>
                <se:Threshold>71</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 人造地表 Artificial surfaces -->
                <se:Threshold>80</se:Threshold>
                <se:Value>#ff0000</se:Value>
                <se:Threshold>81</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 裸地 Bareland -->
                <se:Threshold>90</se:Threshold>
                <se:Value>#bfbfbf</se:Value>
                <se:Threshold>91</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 冰川和永久积雪 Permanent snow and ice -->
                <se:Threshold>100</se:Threshold>
                <se:Value>#c6efff</se:Value>
                <se:Threshold>101</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
