<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="1" color="#fae39c" alpha="255" label="耕地 Cropland"/>
  <paletteEntry value="2" color="#446f33" alpha="255" label="森林 Forest"/>
  <paletteEntry value="3" color="#33a02c" alpha="255" label="灌木 Shrub"/>
  <paletteEntry value="4" color="#abd37b" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="5" color="#1e69b4" alpha="255" label="水体 Water"/>
  <paletteEntry value="6" color="#a6cee3" alpha="255" label="冰雪 Snow and ice"/>
  <paletteEntry value="7" color="#cfbda3" alpha="255" label="荒地 Barren"/>
  <paletteEntry value="8" color="#e24290" alpha="255" label="不透水面 Impervious"/>
  <paletteEntry value="9" color="#289be8" alpha="255" label="湿地 Wetland"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
