<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>cnlucc</se:Name>
    <UserStyle>
      <se:Name>cnlucc</se:Name>
      <se:Description>
        <se:Title>China land use, CNLUCC / RESDC (25 subclasses)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#cea442</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <se:Threshold>13</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 有林地 Forest -->
                <se:Threshold>21</se:Threshold>
                <se:Value>#1b7837</se:Value>
                <!-- 灌木林 Shrub -->
                <se:Threshold>22</se:Threshold>
                <se:Value>#88af4a</se:Value>
                <!-- 疏林地 Sparse wood -->
                <se:Threshold>23</se:Threshold>
                <se:Value>#7a8f64</se:Value>
                <!-- 其他林地 Other wood -->
                <se:Threshold>24</se:Threshold>
                <se:Value>#c1cfb4</se:Value>
                <se:Threshold>25</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 高覆盖度草地 High-cover grassland -->
                <se:Threshold>31</se:Threshold>
                <se:Value>#b8c389</se:Value>
                <!-- 中覆盖度草地 Medium-cover grassland -->
                <se:Threshold>32</se:Threshold>
                <se:Value>#dfe9af</se:Value>
                <!-- 低覆盖度草地 Low-cover grassland -->
                <se:Threshold>33</se:Threshold>
                <se:Value>#eaf1cb</se:Value>
                <se:Threshold>34</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 河渠 Rivers and canals -->
                <se:Threshold>41</se:Threshold>
                <se:Value>#3266a5</se:Value>
                <!-- 湖泊 Lakes -->
                <se:Threshold>42</se:Threshold>
                <se:Value>#457fc5</se:Value>
                <!-- 水库坑塘 Reservoirs and ponds -->
                <se:Threshold>43</se:Threshold>
                <se:Value>#6c9ad1</se:Value>
                <!-- 永久性冰川雪地 Permanent ice and snow -->
                <se:Threshold>44</se:Threshold>
                <se:Value>#eef5fa</se:Value>
                <!-- 滩涂 Tidal flat -->
                <se:Threshold>45</se:Threshold>
                <se:Value>#368e88</se:Value>
                <!-- 滩地 Bottomland -->
                <se:Threshold>46</se:Threshold>
                <se:Value>#5cb4ae</se:Value>
                <se:Threshold>47</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 城镇用地 Urban land -->
                <se:Threshold>51</se:Threshold>
                <se:Value>#a33025</se:Value>
                <!-- 农村居民点 Rural settlement -->
                <se:Threshold>52</se:Threshold>
                <se:Value>#c9574b</se:Value>
                <!-- 其他建设用地 Other built-up land -->
                <se:Threshold>53</se:Threshold>
                <se:Value>#dc928a</se:Value>
                <se:Threshold>54</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 沙地 Sandy land -->
                <se:Threshold>61</se:Threshold>
                <se:Value>#c5b388</se:Value>
                <!-- 戈壁 Gobi -->
                <se:Threshold>62</se:Threshold>
                <se:Value>#e1cd9b</se:Value>
                <!-- 盐碱地 Saline land -->
                <se:Threshold>63</se:Threshold>
                <se:Value>#ead7a9</se:Value>
                <!-- 沼泽地 Marsh -->
                <se:Threshold>64</se:Threshold>
                <se:Value>#95cfcb</se:Value>
                <!-- 裸土地 Bare soil -->
                <se:Threshold>65</se:Threshold>
                <se:Value>#eddcb4</se:Value>
                <!-- 裸岩石砾地 Bare rock and gravel -->
                <se:Threshold>66</se:Threshold>
                <se:Value>#f0e2bf</se:Value>
                <!-- 其他未利用地 Other unused land -->
                <se:Threshold>67</se:Threshold>
                <se:Value>#f2e7cb</se:Value>
                <se:Threshold>68</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 海洋 Sea -->
                <se:Threshold>99</se:Threshold>
                <se:Value>#93b5dd</se:Value>
                <se:Threshold>100</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>111</se:Threshold>
                <se:Value>#cea442</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>112</se:Threshold>
                <se:Value>#cea442</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>113</se:Threshold>
                <se:Value>#cea442</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>114</se:Threshold>
                <se:Value>#cea442</se:Value>
                <se:Threshold>115</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>121</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>122</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>123</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>124</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <se:Threshold>125</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
