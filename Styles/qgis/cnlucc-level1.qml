<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="1" color="#f2c14e" alpha="255" label="耕地 Cropland"/>
  <paletteEntry value="2" color="#1b7837" alpha="255" label="林地 Wood"/>
  <paletteEntry value="3" color="#d9e5a1" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="4" color="#3b78c2" alpha="255" label="水域 Water"/>
  <paletteEntry value="5" color="#c0392b" alpha="255" label="城乡、工矿、居民用地 Built-up land"/>
  <paletteEntry value="6" color="#e8d3a0" alpha="255" label="未利用土地 Unused land"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
