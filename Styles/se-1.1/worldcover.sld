<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>worldcover</se:Name>
    <UserStyle>
      <se:Name>worldcover</se:Name>
      <se:Description>
        <se:Title>ESA WorldCover v100 (2020) and v200 (2021)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 树木 Tree cover -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#006400</se:Value>
                <se:Threshold>11</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 灌木地 Shrubland -->
                <se:Threshold>20</se:Threshold>
                <se:Value>#ffbb22</se:Value>
                <se:Threshold>21</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草地 Grassland -->
                <se:Threshold>30</se:Threshold>
                <se:Value>#ffff4c</se:Value>
                <se:Threshold>31</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 耕地 Cropland -->
                <se:Threshold>40</se:Threshold>
                <se:Value>#f096ff</se:Value>
                <se:Threshold>41</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 建筑 Built-up -->
                <se:Threshold>50</se:Threshold>
                <se:Value>#fa0000</se:Value>
                <se:Threshold>51</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 裸地与稀疏植被 Bare / sparse vegetation -->
                <se:Threshold>60</se:Threshold>
                <se:Value>#b4b4b4</se:Value>
                <se:Threshold>61</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 冰雪 Snow and ice -->
                <se:Threshold>70</se:Threshold>
                <se:Value>#f0f0f0</se:Value>
                <se:Threshold>71</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 永久水体 Permanent water bodies -->
                <se:Threshold>80</se:Threshold>
                <se:Value>#0064c8</se:Value>
                <se:Threshold>81</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草本湿地 Herbaceous wetland -->
                <se:Threshold>90</se:Threshold>
                <se:Value>#0096a0</se:Value>
                <se:Threshold>91</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 红树林 Mangroves -->
                <se:Threshold>95</se:Threshold>
                <se:Value>#00cf75</se:Value>
                <se:Threshold>96</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 苔藓与地衣 Moss and lichen -->
                <se:Threshold>100</se:Threshold>
                <se:Value>#fae6a0</se:Value>
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
