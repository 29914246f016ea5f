<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="10" color="#ffff64" alpha="255" label="雨养农田 Rainfed cropland"/>
  <paletteEntry value="11" color="#ffff64" alpha="255" label="草本农田 Herbaceous cover cropland"/>
  <paletteEntry value="12" color="#ffff00" alpha="255" label="乔灌作物（果园） Tree or shrub cover cropland (orchard)"/>
  <paletteEntry value="20" color="#aaf0f0" alpha="255" label="灌溉农田 Irrigated cropland"/>
  <paletteEntry value="50" color="#17662f" alpha="255" label="常绿阔叶林 Evergreen broadleaved forest"/>
  <paletteEntry value="51" color="#4c7300" alpha="255" label="稀疏常绿阔叶林 Open evergreen broadleaved forest"/>
  <paletteEntry value="52" color="#006400" alpha="255" label="郁闭常绿阔叶林 Closed evergreen broadleaved forest"/>
  <paletteEntry value="60" color="#1b7837" alpha="255" label="落叶阔叶林 Deciduous broadleaved forest"/>
  <paletteEntry value="61" color="#aac800" alpha="255" label="稀疏落叶阔叶林 Open deciduous broadleaved forest"/>
  <paletteEntry value="62" color="#00a000" alpha="255" label="郁闭落叶阔叶林 Closed deciduous broadleaved forest"/>
  <paletteEntry value="70" color="#3d8c55" alpha="255" label="常绿针叶林 Evergreen needleleaved forest"/>
  <paletteEntry value="71" color="#005000" alpha="255" label="稀疏常绿针叶林 Open evergreen needleleaved forest"/>
  <paletteEntry value="72" color="#003c00" alpha="255" label="郁闭常绿针叶林 Closed evergreen needleleaved forest"/>
  <paletteEntry value="80" color="#5fa173" alpha="255" label="落叶针叶林 Deciduous needleleaved forest"/>
  <paletteEntry value="81" color="#286400" alpha="255" label="稀疏落叶针叶林 Open deciduous needleleaved forest"/>
  <paletteEntry value="82" color="#285000" alpha="255" label="郁闭落叶针叶林 Closed deciduous needleleaved forest"/>
  <paletteEntry value="90" color="#82b591" alpha="255" label="针阔混交林 Mixed-leaf forest"/>
  <paletteEntry value="91" color="#a0b432" alpha="255" label="稀疏针阔混交林 Open mixed-leaf forest"/>
  <paletteEntry value="92" color="#788200" alpha="255" label="郁闭针阔混交林 Closed mixed-leaf forest"/>
  <paletteEntry value="120" color="#966400" alpha="255" label="灌木地 Shrubland"/>
  <paletteEntry value="121" color="#964b00" alpha="255" label="常绿灌木地 Evergreen shrubland"/>
  <paletteEntry value="122" color="#966400" alpha="255" label="落叶灌木地 Deciduous shrubland"/>
  <paletteEntry value="130" color="#ffb432" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="140" color="#ffdcd2" alpha="255" label="地衣与苔藓 Lichens and mosses"/>
  <paletteEntry value="150" color="#ffebaf" alpha="255" label="稀疏植被 Sparse vegetation"/>
  <paletteEntry value="152" color="#ffd278" alpha="255" label="稀疏灌木 Sparse shrubland"/>
  <paletteEntry value="153" color="#ffebaf" alpha="255" label="稀疏草本 Sparse herbaceous cover"/>
  <paletteEntry value="180" color="#3fa7a0" alpha="255" label="湿地 Wetlands"/>
  <paletteEntry value="181" color="#00a884" alpha="255" label="木本沼泽 Swamp"/>
  <paletteEntry value="182" color="#73ffdf" alpha="255" label="草本沼泽 Marsh"/>
  <paletteEntry value="183" color="#9ebbd7" alpha="255" label="洪泛滩地 Flooded flat"/>
  <paletteEntry value="184" color="#828282" alpha="255" label="盐湖滩地 Saline"/>
  <paletteEntry value="185" color="#f57ab6" alpha="255" label="红树林 Mangrove"/>
  <paletteEntry value="186" color="#66cdab" alpha="255" label="盐沼 Salt marsh"/>
  <paletteEntry value="187" color="#444f89" alpha="255" label="潮滩 Tidal flat"/>
  <paletteEntry value="190" color="#c31400" alpha="255" label="不透水面 Impervious surfaces"/>
  <paletteEntry value="200" color="#fff5d7" alpha="255" label="裸地 Bare areas"/>
  <paletteEntry value="201" color="#dcdcdc" alpha="255" label="固结裸地 Consolidated bare areas"/>
  <paletteEntry value="202" color="#fff5d7" alpha="255" label="松散裸地 Unconsolidated bare areas"/>
  <paletteEntry value="210" color="#0046c8" alpha="255" label="水体 Water body"/>
  <paletteEntry value="220" color="#ffffff" alpha="255" label="永久冰雪 Permanent ice and snow"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
