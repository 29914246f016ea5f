<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>nlcd</se:Name>
    <UserStyle>
      <se:Name>nlcd</se:Name>
      <se:Description>
        <se:Title>National Land Cover Database (NLCD)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 开阔水面 Open water -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#466b9f</se:Value>
                <!-- 永久冰雪 Perennial ice/snow -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#d1def8</se:Value>
                <se:Threshold>13</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 开发区（开敞空间） Developed, open space -->
                <se:Threshold>21</se:Threshold>
                <se:Value>#dec5c5</se:Value>
                <!-- 开发区（低强度） Developed, low intensity -->
                <se:Threshold>22</se:Threshold>
                <se:Value>#d99282</se:Value>
                <!-- 开发区（中强度） Developed, medium intensity -->
                <se:Threshold>23</se:Threshold>
                <se:Value>#eb0000</se:Value>
                <!-- 开发区（高强度） Developed, high intensity -->
                <se:Threshold>24</se:Threshold>
                <se:Value>#ab0000</se:Value>
                <se:Threshold>25</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 裸地 Barren land (rock/sand/clay) -->
                <se:Threshold>31</se:Threshold>
                <se:Value>#b3ac9f</se:Value>
                <se:Threshold>32</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 落叶林 Deciduous forest -->
                <se:Threshold>41</se:Threshold>
                <se:Value>#68ab5f</se:Value>
                <!-- 常绿林 Evergreen forest -->
                <se:Threshold>42</se:Threshold>
                <se:Value>#1c5f2c</se:Value>
                <!-- 混交林 Mixed forest -->
                <se:Threshold>43</se:Threshold>
                <se:Value>#b5c58f</se:Value>
                <se:Threshold>44</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 矮灌木 Dwarf scrub -->
                <se:Threshold>51</se:Threshold>
                <se:Value>#af963c</se:Value>
                <!-- 灌木 Shrub/scrub -->
                <se:Threshold>52</se:Threshold>
                <se:Value>#ccb879</se:Value>
                <se:Threshold>53</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草地 Grassland/herbaceous -->
                <se:Threshold>71</se:Threshold>
                <se:Value>#dfdfc2</se:Value>
                <!-- 莎草地 Sedge/herbaceous -->
                <se:Threshold>72</se:Threshold>
                <se:Value>#d1d182</se:Value>
                <!-- 地衣 Lichens -->
                <se:Threshold>73</se:Threshold>
                <se:Value>#a3cc51</se:Value>
                <!-- 苔藓 Moss -->
                <se:Threshold>74</se:Threshold>
                <se:Value>#82ba9e</se:Value>
                <se:Threshold>75</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 牧场与干草地 Pasture/hay -->
                <se:Threshold>81</se:Threshold>
                <se:Value>#dcd939</se:Value>
                <!-- 农作物 Cultivated crops -->
                <se:Threshold>82</se:Threshold>
                <se:Value>#ab6c28</se:Value>
                <se:Threshold>83</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 木本湿地 Woody wetlands -->
                <se:Threshold>90</se:Threshold>
                <se:Value>#b8d9eb</se:Value>
                <se:Threshold>91</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草本湿地 Emergent herbaceous wetlands -->
                <se:Threshold>95</se:Threshold>
                <se:Value>#6c9fb8</se:Value>
                <se:Threshold>96</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
