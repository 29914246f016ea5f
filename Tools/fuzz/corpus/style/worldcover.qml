<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="10" color="#006400" alpha="255" label="树木 Tree cover"/>
  <paletteEntry value="20" color="#ffbb22" alpha="255" label="灌木地 Shrubland"/>
  <paletteEntry value="30" color="#ffff4c" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="40" color="#f096ff" alpha="255" label="耕地 Cropland"/>
  <paletteEntry value="50" color="#fa0000" alpha="255" label="建筑 Built-up"/>
  <paletteEntry value="60" color="#b4b4b4" alpha="255" label="裸地与稀疏植被 Bare / sparse vegetation"/>
  <paletteEntry value="70" color="#f0f0f0" alpha="255" label="冰雪 Snow and ice"/>
  <paletteEntry value="80" color="#0064c8" alpha="255" label="永久水体 Permanent water bodies"/>
  <paletteEntry value="90" color="#0096a0" alpha="255" label="草本湿地 Herbaceous wetland"/>
  <paletteEntry value="95" color="#00cf75" alpha="255" label="红树林 Mangroves"/>
  <paletteEntry value="100" color="#fae6a0" alpha="255" label="苔藓与地衣 Moss and lichen"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
