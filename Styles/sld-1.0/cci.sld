<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>cci</Name>
    <UserStyle>
      <Name>cci</Name>
      <Title>ESA CCI-LC and C3S land cover</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#ffff64" quantity="10" label="雨养农田 Cropland, rainfed"/>
              <ColorMapEntry color="#ffff64" quantity="11" label="雨养草本农田 Cropland, rainfed, herbaceous cover"/>
              <ColorMapEntry color="#ffff00" quantity="12" label="雨养乔灌作物 Cropland, rainfed, tree or shrub cover"/>
              <ColorMapEntry color="#aaf0f0" quantity="20" label="灌溉农田 Cropland, irrigated or post-flooding"/>
              <ColorMapEntry color="#dcf064" quantity="30" label="农田（&gt; 50 %）与自然植被镶嵌 Mosaic cropland (&gt; 50 %) and natural vegetation"/>
              <ColorMapEntry color="#c8c864" quantity="40" label="自然植被（&gt; 50 %）与农田镶嵌 Mosaic natural vegetation (&gt; 50 %) and cropland"/>
              <ColorMapEntry color="#006400" quantity="50" label="常绿阔叶林 Tree cover, broadleaved, evergreen"/>
              <ColorMapEntry color="#00a000" quantity="60" label="落叶阔叶林 Tree cover, broadleaved, deciduous"/>
              <ColorMapEntry color="#00a000" quantity="61" label="郁闭落叶阔叶林 Tree cover, broadleaved, deciduous, closed"/>
              <ColorMapEntry color="#aac800" quantity="62" label="稀疏落叶阔叶林 Tree cover, broadleaved, deciduous, open"/>
              <ColorMapEntry color="#003c00" quantity="70" label="常绿针叶林 Tree cover, needleleaved, evergreen"/>
              <ColorMapEntry color="#003c00" quantity="71" label="郁闭常绿针叶林 Tree cover, needleleaved, evergreen, closed"/>
              <ColorMapEntry color="#005000" quantity="72" label="稀疏常绿针叶林 Tree cover, needleleaved, evergreen, open"/>
              <ColorMapEntry color="#285000" quantity="80" label="落叶针叶林 Tree cover, needleleaved, deciduous"/>
              <ColorMapEntry color="#285000" quantity="81" label="郁闭落叶针叶林 Tree cover, needleleaved, deciduous, closed"/>
              <ColorMapEntry color="#286400" quantity="82" label="稀疏落叶针叶林 Tree cover, needleleaved, deciduous, open"/>
              <ColorMapEntry color="#788200" quantity="90" label="针阔混交林 Tree cover, mixed leaf type"/>
              <ColorMapEntry color="#8ca000" quantity="100" label="乔灌（&gt; 50 %）与草本镶嵌 Mosaic tree and shrub (&gt; 50 %) and herbaceous cover"/>
              <ColorMapEntry color="#be9600" quantity="110" label="草本（&gt; 50 %）与乔灌镶嵌 Mosaic herbaceous cover (&gt; 50 %), tree and shrub"/>
              <ColorMapEntry color="#966400" quantity="120" label="灌木地 Shrubland"/>
              <ColorMapEntry color="#784b00" quantity="121" label="常绿灌木地 Shrubland, evergreen"/>
              <ColorMapEntry color="#966400" quantity="122" label="落叶灌木地 Shrubland, deciduous"/>
              <ColorMapEntry color="#ffb432" quantity="130" label="草地 Grassland"/>
              <ColorMapEntry color="#ffdcd2" quantity="140" label="地衣与苔藓 Lichens and mosses"/>
              <ColorMapEntry color="#ffebaf" quantity="150" label="稀疏植被（&lt; 15 %） Sparse vegetation (&lt; 15 %)"/>
              <ColorMapEntry color="#ffc864" quantity="151" label="稀疏树木（&lt; 15 %） Sparse trees (&lt; 15 %)"/>
              <ColorMapEntry color="#ffd278" quantity="152" label="稀疏灌木（&lt; 15 %） Sparse shrub (&lt; 15 %)"/>
              <ColorMapEntry color="#ffebaf" quantity="153" label="稀疏草本（&lt; 15 %） Sparse herbaceous cover (&lt; 15 %)"/>
              <ColorMapEntry color="#00785a" quantity="160" label="淡水淹没林 Tree cover, flooded, fresh or brackish water"/>
              <ColorMapEntry color="#009678" quantity="170" label="咸水淹没林 Tree cover, flooded, saline water"/>
              <ColorMapEntry color="#00dc82" quantity="180" label="淹没灌木与草本 Shrub or herbaceous cover, flooded"/>
              <ColorMapEntry color="#c31400" quantity="190" label="城市 Urban areas"/>
              <ColorMapEntry color="#fff5d7" quantity="200" label="裸地 Bare areas"/>
              <ColorMapEntry color="#dcdcdc" quantity="201" label="固结裸地 Consolidated bare areas"/>
              <ColorMapEntry color="#fff5d7" quantity="202" label="松散裸地 Unconsolidated bare areas"/>
              <ColorMapEntry color="#0046c8" quantity="210" label="水体 Water bodies"/>
              <ColorMapEntry color="#ffffff" quantity="220" label="永久冰雪 Permanent snow and ice"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
