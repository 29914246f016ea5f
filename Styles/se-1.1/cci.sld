<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>cci</se:Name>
    <UserStyle>
      <se:Name>cci</se:Name>
      <se:Description>
        <se:Title>ESA CCI-LC and C3S land cover</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 雨养农田 Cropland, rainfed -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#ffff64</se:Value>
                <!-- 雨养草本农田 Cropland, rainfed, herbaceous cover -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#ffff64</se:Value>
                <!-- 雨养乔灌作物 Cropland, rainfed, tree or shrub cover -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#ffff00</se:Value>
                <se:Threshold>13</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 灌溉农田 Cropland, irrigated or post-flooding -->
                <se:Threshold>20</se:Threshold>
                <se:Value>#aaf0f0</se:Value>
                <se:Threshold>21</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 农田（&gt; 50 %）与自然植被镶嵌 Mosaic cropland (&gt; 50 %) and natural vegetation -->
                <se:Threshold>30</se:Threshold>
                <se:Value>#dcf064</se:Value>
                <se:Threshold>31</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 自然植被（&gt; 50 %）与农田镶嵌 Mosaic natural vegetation (&gt; 50 %) and cropland -->
                <se:Threshold>40</se:Threshold>
                <se:Value>#c8c864</se:Value>
                <se:Threshold>41</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 常绿阔叶林 Tree cover, broadleaved, evergreen -->
                <se:Threshold>50</se:Threshold>
                <se:Value>#006400</se:Value>
                <se:Threshold>51</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 落叶阔叶林 Tree cover, broadleaved, deciduous -->
                <se:Threshold>60</se:Threshold>
                <se:Value>#00a000</se:Value>
                <!-- 郁闭落叶阔叶林 Tree cover, broadleaved, deciduous, closed -->
                <se:Threshold>61</se:Threshold>
                <se:Value>#00a000</se:Value>
                <!-- 稀疏落叶阔叶林 Tree cover, broadleaved, deciduous, open -->
                <se:Threshold>62</se:Threshold>
                <se:Value>#aac800</se:Value>
                <se:Threshold>63</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 常绿针叶林 Tree cover, needleleaved, evergreen -->
                <se:Threshold>70</se:Threshold>
                <se:Value>#003c00</se:Value>
                <!-- 郁闭常绿针叶林 Tree cover, needleleaved, evergreen, closed -->
                <se:Threshold>71</se:Threshold>
                <se:Value>#003c00</se:Value>
                <!-- 稀疏常绿针叶林 Tree cover, needleleaved, evergreen, open -->
                <se:Threshold>72</se:Threshold>
                <se:Value>#005000</se:Value>
                <se:Threshold>73</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 落叶针叶林 Tree cover, needleleaved, deciduous -->
                <se:Threshold>80</se:Threshold>
                <se:Value>#285000</se:Value>
                <!-- 郁闭落叶针叶林 Tree cover, needleleaved, deciduous, closed -->
                <se:Threshold>81</se:Threshold>
                <se:Value>#285000</se:Value>
                <!-- 稀疏落叶针叶林 Tree cover, needleleaved, deciduous, open -->
                <se:Threshold>82</se:Threshold>
                <se:Value>#286400</se:Value>
                <se:Threshold>83</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 针阔混交林 Tree cover, mixed leaf type -->
                <se:Threshold>90</se:Threshold>
                <se:Value>#788200</se:Value>
                <se:Threshold>91</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 乔灌（&gt; 50 %）与草本镶嵌 Mosaic tree and shrub (&gt; 50 %) and herbaceous cover -->
                <se:Threshold>100</se:Threshold>
                <se:Value>#8ca000</se:Value>
                <se:Threshold>101</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草本（&gt; 50 %）与乔灌镶嵌 Mosaic herbaceous cover (&gt; 50 %), tree and shrub -->
                <se:Threshold>110</se:Threshold>
                <se:Value>#be9600</se:Value>
                <se:Threshold>111</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 灌木地 Shrubland -->
                <se:Threshold>120</se:Threshold>
                <se:Value>#966400</se:Value>
                <!-- 常绿灌木地 Shrubland, evergreen -->
                <se:Threshold>121</se:Threshold>
                <se:Value>#784b00</se:Value>
                <!-- 落叶灌木地 Shrubland, deciduous -->
                <se:Threshold>122</se:Threshold>
                <se:Value>#966400</se:Value>
                <se:Threshold>123</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 草地 Grassland -->
                <se:Threshold>130</se:Threshold>
                <se:Value>#ffb432</se:Value>
                <se:Threshold>131</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 地衣与苔藓 Lichens and mosses -->
                <se:Threshold>140</se:Threshold>
                <se:Value>#ffdcd2</se:Value>
                <se:Threshold>141</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 稀疏植被（&lt; 15 %） Sparse vegetation (&lt; 15 %) -->
                <se:Threshold>150</se:Threshold>
                <se:Value>#ffebaf</se:Value>
                <!-- 稀疏树木（&lt; 15 %） Sparse trees (&lt; 15 %) -->
                <se:Threshold>151</se:Threshold>
                <se:Value>#ffc864</se:Value>
                <!-- 稀疏灌木（&lt; 15 %） Sparse shrub (&lt; 15 %) -->
                <se:Threshold>152</se:Threshold>
                <se:Value>#ffd278</se:Value>
                <!-- 稀疏草本（&lt; 15 %） Sparse herbaceous cover (&lt; 15 %) -->
                <se:Threshold>153</se:Threshold>
                <se:Value>#ffebaf</se:Value>
                <se:Threshold>154</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 淡水淹没林 Tree cover, flooded, fresh or brackish water -->
                <se:Threshold>160</se:Threshold>
                <se:Value>#00785a</se:Value>
                <se:Threshold>161</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 咸水淹没林 Tree cover, flooded, saline water -->
                <se:Threshold>170</se:Threshold>
                <se:Value>#009678</se:Value>
                <se:Threshold>171</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 淹没灌木与草本 Shrub or herbaceous cover, flooded -->
                <se:Threshold>180</se:Threshold>
                <se:Value>#00dc82</se:Value>
                <se:Threshold>181</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 城市 Urban areas -->
                <se:Threshold>190</se:Threshold>
                <se:Value>#c31400</se:Value>
                <se:Threshold>191</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 裸地 Bare areas -->
                <se:Threshold>200</se:Threshold>
                <se:Value>#fff5d7</se:Value>
                <!-- 固结裸地 Consolidated bare areas -->
                <se:Threshold>201</se:Threshold>
                <se:Value>#dcdcdc</se:Value>
                <!-- 松散裸地 Unconsolidated bare areas -->
                <se:Threshold>202</se:Threshold>
                <se:Value>#fff5d7</se:Value>
                <se:Threshold>203</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 水体 Water bodies -->
                <se:Threshold>210</se:Threshold>
                <se:Value>#0046c8</se:Value>
                <se:Threshold>211</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 永久冰雪 Permanent snow and ice -->
                <se:Threshold>220</se:Threshold>
                <se:Value>#ffffff</se:Value>
                <se:Threshold>221</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
