<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="0" color="#419bdf" alpha="255" label="水体 Water"/>
  <paletteEntry value="1" color="#397d49" alpha="255" label="树木 Trees"/>
  <paletteEntry value="2" color="#88b053" alpha="255" label="草 Grass"/>
  <paletteEntry value="3" color="#7a87c6" alpha="255" label="淹没植被 Flooded vegetation"/>
  <paletteEntry value="4" color="#e49635" alpha="255" label="作物 Crops"/>
  <paletteEntry value="5" color="#dfc35a" alpha="255" label="灌木与灌丛 Shrub and scrub"/>
  <paletteEntry value="6" color="#c4281b" alpha="255" label="建成区 Built"/>
  <paletteEntry value="7" color="#a59b8f" alpha="255" label="裸地 Bare"/>
  <paletteEntry value="8" color="#b39fe1" alpha="255" label="冰雪 Snow and ice"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
