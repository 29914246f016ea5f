<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="1" color="#1a5bab" alpha="255" label="水体 Water"/>
  <paletteEntry value="2" color="#358221" alpha="255" label="树木 Trees"/>
  <paletteEntry value="3" color="#d9e5a1" alpha="255" label="草 Grass"/>
  <paletteEntry value="4" color="#87d19e" alpha="255" label="淹没植被 Flooded vegetation"/>
  <paletteEntry value="5" color="#ffdb5c" alpha="255" label="作物 Crops"/>
  <paletteEntry value="6" color="#88af4a" alpha="255" label="灌丛 Scrub"/>
  <paletteEntry value="7" color="#ed022a" alpha="255" label="建成区 Built area"/>
  <paletteEntry value="8" color="#ede9e4" alpha="255" label="裸地 Bare ground"/>
  <paletteEntry value="9" color="#f2faff" alpha="255" label="冰雪 Snow and ice"/>
  <paletteEntry value="10" color="#c8c8c8" alpha="255" label="云 Clouds"/>
  <paletteEntry value="11" color="#c6ad8d" alpha="255" label="牧地 Rangeland"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
