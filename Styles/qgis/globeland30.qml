<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="10" color="#f9a0ff" alpha="255" label="耕地 Cultivated land"/>
  <paletteEntry value="20" color="#006300" alpha="255" label="林地 Forest"/>
  <paletteEntry value="30" color="#63ff00" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="40" color="#00ffc7" alpha="255" label="灌木地 Shrubland"/>
  <paletteEntry value="50" color="#0063ff" alpha="255" label="湿地 Wetland"/>
  <paletteEntry value="60" color="#0000ff" alpha="255" label="水体 Water bodies"/>
  <paletteEntry value="70" color="#636333" alpha="255" label="苔原 Tundra"/>
  <paletteEntry value="80" color="#ff0000" alpha="255" label="人造地表 Artificial surfaces"/>
  <paletteEntry value="90" color="#bfbfbf" alpha="255" label="裸地 Bareland"/>
  <paletteEntry value="100" color="#c6efff" alpha="255" label="冰川和永久积雪 Permanent snow and ice"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
