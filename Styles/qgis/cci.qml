<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="10" color="#ffff64" alpha="255" label="雨养农田 Cropland, rainfed"/>
  <paletteEntry value="11" color="#ffff64" alpha="255" label="雨养草本农田 Cropland, rainfed, herbaceous cover"/>
  <paletteEntry value="12" color="#ffff00" alpha="255" label="雨养乔灌作物 Cropland, rainfed, tree or shrub cover"/>
  <paletteEntry value="20" color="#aaf0f0" alpha="255" label="灌溉农田 Cropland, irrigated or post-flooding"/>
  <paletteEntry value="30" color="#dcf064" alpha="255" label="农田（&gt; 50 %）与自然植被镶嵌 Mosaic cropland (&gt; 50 %) and natural vegetation"/>
  <paletteEntry value="40" color="#c8c864" alpha="255" label="自然植被（&gt; 50 %）与农田镶嵌 Mosaic natural vegetation (&gt; 50 %) and cropland"/>
  <paletteEntry value="50" color="#006400" alpha="255" label="常绿阔叶林 Tree cover, broadleaved, evergreen"/>
  <paletteEntry value="60" color="#00a000" alpha="255" label="落叶阔叶林 Tree cover, broadleaved, deciduous"/>
  <paletteEntry value="61" color="#00a000" alpha="255" label="郁闭落叶阔叶林 Tree cover, broadleaved, deciduous, closed"/>
  <paletteEntry value="62" color="#aac800" alpha="255" label="稀疏落叶阔叶林 Tree cover, broadleaved, deciduous, open"/>
  <paletteEntry value="70" color="#003c00" alpha="255" label="常绿针叶林 Tree cover, needleleaved, evergreen"/>
  <paletteEntry value="71" color="#003c00" alpha="255" label="郁闭常绿针叶林 Tree cover, needleleaved, evergreen, closed"/>
  <paletteEntry value="72" color="#005000" alpha="255" label="稀疏常绿针叶林 Tree cover, needleleaved, evergreen, open"/>
  <paletteEntry value="80" color="#285000" alpha="255" label="落叶针叶林 Tree cover, needleleaved, deciduous"/>
  <paletteEntry value="81" color="#285000" alpha="255" label="郁闭落叶针叶林 Tree cover, needleleaved, deciduous, closed"/>
  <paletteEntry value="82" color="#286400" alpha="255" label="稀疏落叶针叶林 Tree cover, needleleaved, deciduous, open"/>
  <paletteEntry value="90" color="#788200" alpha="255" label="针阔混交林 Tree cover, mixed leaf type"/>
  <paletteEntry value="100" color="#8ca000" alpha="255" label="乔灌（&gt; 50 %）与草本镶嵌 Mosaic tree and shrub (&gt; 50 %) and herbaceous cover"/>
  <paletteEntry value="110" color="#be9600" alpha="255" label="草本（&gt; 50 %）与乔灌镶嵌 Mosaic herbaceous cover (&gt; 50 %), tree and shrub"/>
  <paletteEntry value="120" color="#966400" alpha="255" label="灌木地 Shrubland"/>
  <paletteEntry value="121" color="#784b00" alpha="255" label="常绿灌木地 Shrubland, evergreen"/>
  <paletteEntry value="122" color="#966400" alpha="255" label="落叶灌木地 Shrubland, deciduous"/>
  <paletteEntry value="130" color="#ffb432" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="140" color="#ffdcd2" alpha="255" label="地衣与苔藓 Lichens and mosses"/>
  <paletteEntry value="150" color="#ffebaf" alpha="255" label="稀疏植被（&lt; 15 %） Sparse vegetation (&lt; 15 %)"/>
  <paletteEntry value="151" color="#ffc864" alpha="255" label="稀疏树木（&lt; 15 %） Sparse trees (&lt; 15 %)"/>
  <paletteEntry value="152" color="#ffd278" alpha="255" label="稀疏灌木（&lt; 15 %） Sparse shrub (&lt; 15 %)"/>
  <paletteEntry value="153" color="#ffebaf" alpha="255" label="稀疏草本（&lt; 15 %） Sparse herbaceous cover (&lt; 15 %)"/>
  <paletteEntry value="160" color="#00785a" alpha="255" label="淡水淹没林 Tree cover, flooded, fresh or brackish water"/>
  <paletteEntry value="170" color="#009678" alpha="255" label="咸水淹没林 Tree cover, flooded, saline water"/>
  <paletteEntry value="180" color="#00dc82" alpha="255" label="淹没灌木与草本 Shrub or herbaceous cover, flooded"/>
  <paletteEntry value="190" color="#c31400" alpha="255" label="城市 Urban areas"/>
  <paletteEntry value="200" color="#fff5d7" alpha="255" label="裸地 Bare areas"/>
  <paletteEntry value="201" color="#dcdcdc" alpha="255" label="固结裸地 Consolidated bare areas"/>
  <paletteEntry value="202" color="#fff5d7" alpha="255" label="松散裸地 Unconsolidated bare areas"/>
  <paletteEntry value="210" color="#0046c8" alpha="255" label="水体 Water bodies"/>
  <paletteEntry value="220" color="#ffffff" alpha="255" label="永久冰雪 Permanent snow and ice"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
