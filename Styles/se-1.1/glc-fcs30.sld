<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>glc-fcs30</se:Name>
    <UserStyle>
      <se:Name>glc-fcs30</se:Name>
      <se:Description>
        <se:Title>GLC_FCS30D, 30 m with a fine classification system</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 雨养农田 Rainfed cropland -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#ffff64</se:Value>
                <!-- 草本农田 Herbaceous cover cropland -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#ffff64</se:Value>
                <!-- 乔灌作物（果园） Tree or shrub cover cropland (orchard) -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#ffff00</se:Value>
                <se:Threshold>13</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 灌溉农田 Irrigated cropland -->
                <se:Threshold>20</se:Threshold>
                <se:Value>#aaf0f0</se:Value>
                <se:Threshold>21</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 常绿阔叶林 Evergreen broadleaved forest -->
                <se:Threshold>50</se:Threshold>
                <se:Value>#17662f</se:Value>
                <!-- 稀疏常绿阔叶林 Open evergreen broadleaved forest -->
                <se:Threshold>51</se:Threshold>
                <se:Value>#4c7300</se:Value>
                <!-- 郁闭常绿阔叶林 Closed evergreen broadleaved forest -->
                <se:Threshold>52</se:Threshold>
                <se:Value>#006400</se:Value>
                <se:Threshold>53</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 落叶阔叶林 Deciduous broadleaved forest -->
                <se:Threshold>60</se:Threshold>
                <se:Value>#1b7837</se:Value>
                <!-- 稀疏落叶阔叶林 Open deciduous broadleaved forest -->
                <se:Threshold>61</se:Threshold>
                <se:Value>#aac800</se:Value>
                <!-- 郁闭落叶阔叶林 Closed deciduous broadleaved forest -->
                <se:Threshold>62</se:Threshold>
                <se:Value>#00a000</se:Value>
                <se:Threshold>63</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 常绿针叶林 Evergreen needleleaved forest -->
                <se:Threshold>70</se:Threshold>
                <se:Value>#3d8c55</se:Value>
                <!-- 稀疏常绿针叶林 Open evergreen needleleaved forest -->
                <se:Threshold>71</se:Threshold>
                <se:Value>#005000</se:Value>
                <!-- 郁闭常绿针叶林 Closed evergreen needleleaved forest -->
                <se:Threshold>72</se:Threshold>
                <se:Value>#003c00</se:Value>
                <se:Threshold>73</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 落叶针叶林 Deciduous needleleaved forest -->
                <se:Threshold>80</se:Threshold>
                <se:Value>#5fa173</se:Value>
                <!-- 稀疏落叶针叶林 Open deciduous needleleaved forest -->
                <se:Threshold>81</se:Threshold>
                <se:Value>#286400</se:Value>
                <!-- 郁闭落叶针叶林 Closed deciduous needleleaved forest -->
                <se:Threshold>82</se:Threshold>
                <se:Value>#285000</se:Value>
                <se:Threshold>83</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 针阔混交林 Mixed-leaf forest -->
                <se:Threshold>90</se:Threshold>
                <se:Value>#82b591</se:Value>
                <!-- 稀疏针阔混交林 Open mixed-leaf forest -->
                <se:Threshold>91</se:Threshold>
                <se:Value>#a0b432</se:Value>
                <!-- 郁闭针阔混交林 Closed mixed-leaf forest -->
                <se:Threshold>92</se:Threshold>
                <se:Value>#788200</se:Value>
                <se:Threshold>93</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 灌木地 Shrubland -->
                <se:Threshold>120</se:Threshold>
                <se:Value>#966400</se:Value>
                <!-- 常绿灌木地 Evergreen shrubland -->
                <se:Threshold>121</se:Threshold>
                <se:Value>#964b00</se:Value>
                <!-- 落叶灌木地 Deciduous shrubland -->
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
                <!-- 稀疏植被 Sparse vegetation -->
                <se:Threshold>150</se:Threshold>
                <se:Value>#ffebaf</se:Value>
                <se:Threshold>151</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 稀疏灌木 Sparse shrubland -->
                <se:Threshold>152</se:Threshold>
                <se:Value>#ffd278</se:Value>
                <!-- 稀疏草本 Sparse herbaceous cover -->
                <se:Threshold>153</se:Threshold>
                <se:Value>#ffebaf</se:Value>
                <se:Threshold>154</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 湿地 Wetlands -->
                <se:Threshold>180</se:Threshold>
                <se:Value>#3fa7a0</se:Value>
                <!-- 木本沼泽 Swamp -->
                <se:Threshold>181</se:Threshold>
                <se:Value>#00a884</se:Value>
                <!-- 草本沼泽 Marsh -->
                <se:Threshold>182</se:Threshold>
                <se:Value>#73ffdf</se:Value>
                <!-- 洪泛滩地 Flooded flat -->
                <se:Threshold>183</se:Threshold>
                <se:Value>#9ebbd7</se:Value>
                <!-- 盐湖滩地 Saline -->
                <se:Threshold>184</se:Threshold>
                <se:Value>#828282</se:Value>
                <!-- 红树林 Mangrove -->
                <se:Threshold>185</se:Threshold>
                <se:Value>#f57ab6</se:Value>
                <!-- 盐沼 Salt marsh -->
                <se:Threshold>186</se:Threshold>
                <se:Value>#66cdab</se:Value>
                <!-- 潮滩 Tidal flat -->
                <se:Threshold>187</se:Threshold>
                <se:Value>#444f89</se:Value>
                <se:Threshold>188</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 不透水面 Impervious surfaces -->
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
                <!-- 水体 Water body -->
                <se:Threshold>210</se:Threshold>
                <se:Value>#0046c8</se:Value>
                <se:Threshold>211</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 永久冰雪 Permanent ice and snow -->
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
