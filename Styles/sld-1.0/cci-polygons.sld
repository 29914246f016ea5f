<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>cci-polygons</Name>
    <UserStyle>
      <Name>cci-polygons</Name>
      <Title>ESA CCI-LC and C3S land cover</Title>
      <FeatureTypeStyle>
        <Rule>
          <Name>雨养农田 Cropland, rainfed</Name>
          <Title>雨养农田 Cropland, rainfed</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>10</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffff64</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a6a641</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>雨养草本农田 Cropland, rainfed, herbaceous cover</Name>
          <Title>雨养草本农田 Cropland, rainfed, herbaceous cover</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>11</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffff64</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a6a641</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>雨养乔灌作物 Cropland, rainfed, tree or shrub cover</Name>
          <Title>雨养乔灌作物 Cropland, rainfed, tree or shrub cover</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>12</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffff00</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a6a600</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>灌溉农田 Cropland, irrigated or post-flooding</Name>
          <Title>灌溉农田 Cropland, irrigated or post-flooding</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>20</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#aaf0f0</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#6f9c9c</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>农田（&gt; 50 %）与自然植被镶嵌 Mosaic cropland (&gt; 50 %) and natural vegetation</Name>
          <Title>农田（&gt; 50 %）与自然植被镶嵌 Mosaic cropland (&gt; 50 %) and natural vegetation</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>30</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#dcf064</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#8f9c41</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>自然植被（&gt; 50 %）与农田镶嵌 Mosaic natural vegetation (&gt; 50 %) and cropland</Name>
          <Title>自然植被（&gt; 50 %）与农田镶嵌 Mosaic natural vegetation (&gt; 50 %) and cropland</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>40</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#c8c864</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#828241</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>常绿阔叶林 Tree cover, broadleaved, evergreen</Name>
          <Title>常绿阔叶林 Tree cover, broadleaved, evergreen</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>50</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#006400</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#004100</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>落叶阔叶林 Tree cover, broadleaved, deciduous</Name>
          <Title>落叶阔叶林 Tree cover, broadleaved, deciduous</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>60</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#00a000</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#006800</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>郁闭落叶阔叶林 Tree cover, broadleaved, deciduous, closed</Name>
          <Title>郁闭落叶阔叶林 Tree cover, broadleaved, deciduous, closed</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>61</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#00a000</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#006800</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏落叶阔叶林 Tree cover, broadleaved, deciduous, open</Name>
          <Title>稀疏落叶阔叶林 Tree cover, broadleaved, deciduous, open</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>62</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#aac800</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#6f8200</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>常绿针叶林 Tree cover, needleleaved, evergreen</Name>
          <Title>常绿针叶林 Tree cover, needleleaved, evergreen</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>70</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#003c00</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#002700</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>郁闭常绿针叶林 Tree cover, needleleaved, evergreen, closed</Name>
          <Title>郁闭常绿针叶林 Tree cover, needleleaved, evergreen, closed</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>71</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#003c00</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#002700</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏常绿针叶林 Tree cover, needleleaved, evergreen, open</Name>
          <Title>稀疏常绿针叶林 Tree cover, needleleaved, evergreen, open</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>72</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#005000</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#003400</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>落叶针叶林 Tree cover, needleleaved, deciduous</Name>
          <Title>落叶针叶林 Tree cover, needleleaved, deciduous</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>80</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#285000</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#1a3400</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>郁闭落叶针叶林 Tree cover, needleleaved, deciduous, closed</Name>
          <Title>郁闭落叶针叶林 Tree cover, needleleaved, deciduous, closed</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>81</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#285000</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#1a3400</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏落叶针叶林 Tree cover, needleleaved, deciduous, open</Name>
          <Title>稀疏落叶针叶林 Tree cover, needleleaved, deciduous, open</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>82</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#286400</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#1a4100</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>针阔混交林 Tree cover, mixed leaf type</Name>
          <Title>针阔混交林 Tree cover, mixed leaf type</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>90</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#788200</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4e5500</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>乔灌（&gt; 50 %）与草本镶嵌 Mosaic tree and shrub (&gt; 50 %) and herbaceous cover</Name>
          <Title>乔灌（&gt; 50 %）与草本镶嵌 Mosaic tree and shrub (&gt; 50 %) and herbaceous cover</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>100</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#8ca000</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#5b6800</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>草本（&gt; 50 %）与乔灌镶嵌 Mosaic herbaceous cover (&gt; 50 %), tree and shrub</Name>
          <Title>草本（&gt; 50 %）与乔灌镶嵌 Mosaic herbaceous cover (&gt; 50 %), tree and shrub</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>110</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#be9600</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#7c6200</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>灌木地 Shrubland</Name>
          <Title>灌木地 Shrubland</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>120</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#966400</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#624100</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>常绿灌木地 Shrubland, evergreen</Name>
          <Title>常绿灌木地 Shrubland, evergreen</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>121</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#784b00</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4e3100</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>落叶灌木地 Shrubland, deciduous</Name>
          <Title>落叶灌木地 Shrubland, deciduous</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>122</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#966400</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#624100</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>草地 Grassland</Name>
          <Title>草地 Grassland</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>130</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffb432</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a67521</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>地衣与苔藓 Lichens and mosses</Name>
          <Title>地衣与苔藓 Lichens and mosses</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>140</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffdcd2</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a68f89</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏植被（&lt; 15 %） Sparse vegetation (&lt; 15 %)</Name>
          <Title>稀疏植被（&lt; 15 %） Sparse vegetation (&lt; 15 %)</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>150</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffebaf</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a69972</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏树木（&lt; 15 %） Sparse trees (&lt; 15 %)</Name>
          <Title>稀疏树木（&lt; 15 %） Sparse trees (&lt; 15 %)</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>151</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffc864</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a68241</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏灌木（&lt; 15 %） Sparse shrub (&lt; 15 %)</Name>
          <Title>稀疏灌木（&lt; 15 %） Sparse shrub (&lt; 15 %)</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>152</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffd278</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a6894e</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>稀疏草本（&lt; 15 %） Sparse herbaceous cover (&lt; 15 %)</Name>
          <Title>稀疏草本（&lt; 15 %） Sparse herbaceous cover (&lt; 15 %)</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>153</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffebaf</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a69972</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>淡水淹没林 Tree cover, flooded, fresh or brackish water</Name>
          <Title>淡水淹没林 Tree cover, flooded, fresh or brackish water</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>160</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#00785a</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#004e3b</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>咸水淹没林 Tree cover, flooded, saline water</Name>
          <Title>咸水淹没林 Tree cover, flooded, saline water</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>170</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#009678</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#00624e</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>淹没灌木与草本 Shrub or herbaceous cover, flooded</Name>
          <Title>淹没灌木与草本 Shrub or herbaceous cover, flooded</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>180</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#00dc82</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#008f55</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>城市 Urban areas</Name>
          <Title>城市 Urban areas</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>190</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#c31400</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#7f0d00</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>裸地 Bare areas</Name>
          <Title>裸地 Bare areas</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>200</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#fff5d7</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a69f8c</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>固结裸地 Consolidated bare areas</Name>
          <Title>固结裸地 Consolidated bare areas</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>201</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#dcdcdc</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#8f8f8f</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>松散裸地 Unconsolidated bare areas</Name>
          <Title>松散裸地 Unconsolidated bare areas</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>202</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#fff5d7</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a69f8c</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>水体 Water bodies</Name>
          <Title>水体 Water bodies</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>210</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#0046c8</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#002e82</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>永久冰雪 Permanent snow and ice</Name>
          <Title>永久冰雪 Permanent snow and ice</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>class</ogc:PropertyName>
              <ogc:Literal>220</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffffff</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#a6a6a6</CssParameter>
              <CssParameter name="stroke-width">0.5</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
