<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="11" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="12" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="21" color="#1b7837" alpha="255" label="有林地 Forest"/>
  <paletteEntry value="22" color="#88af4a" alpha="255" label="灌木林 Shrub"/>
  <paletteEntry value="23" color="#7a8f64" alpha="255" label="疏林地 Sparse wood"/>
  <paletteEntry value="24" color="#c1cfb4" alpha="255" label="其他林地 Other wood"/>
  <paletteEntry value="31" color="#b8c389" alpha="255" label="高覆盖度草地 High-cover grassland"/>
  <paletteEntry value="32" color="#dfe9af" alpha="255" label="中覆盖度草地 Medium-cover grassland"/>
  <paletteEntry value="33" color="#eaf1cb" alpha="255" label="低覆盖度草地 Low-cover grassland"/>
  <paletteEntry value="41" color="#3266a5" alpha="255" label="河渠 Rivers and canals"/>
  <paletteEntry value="42" color="#457fc5" alpha="255" label="湖泊 Lakes"/>
  <paletteEntry value="43" color="#6c9ad1" alpha="255" label="水库坑塘 Reservoirs and ponds"/>
  <paletteEntry value="44" color="#eef5fa" alpha="255" label="永久性冰川雪地 Permanent ice and snow"/>
  <paletteEntry value="45" color="#368e88" alpha="255" label="滩涂 Tidal flat"/>
  <paletteEntry value="46" color="#5cb4ae" alpha="255" label="滩地 Bottomland"/>
  <paletteEntry value="51" color="#a33025" alpha="255" label="城镇用地 Urban land"/>
  <paletteEntry value="52" color="#c9574b" alpha="255" label="农村居民点 Rural settlement"/>
  <paletteEntry value="53" color="#dc928a" alpha="255" label="其他建设用地 Other built-up land"/>
  <paletteEntry value="61" color="#c5b388" alpha="255" label="沙地 Sandy land"/>
  <paletteEntry value="62" color="#e1cd9b" alpha="255" label="戈壁 Gobi"/>
  <paletteEntry value="63" color="#ead7a9" alpha="255" label="盐碱地 Saline land"/>
  <paletteEntry value="64" color="#95cfcb" alpha="255" label="沼泽地 Marsh"/>
  <paletteEntry value="65" color="#eddcb4" alpha="255" label="裸土地 Bare soil"/>
  <paletteEntry value="66" color="#f0e2bf" alpha="255" label="裸岩石砾地 Bare rock and gravel"/>
  <paletteEntry value="67" color="#f2e7cb" alpha="255" label="其他未利用地 Other unused land"/>
  <paletteEntry value="99" color="#93b5dd" alpha="255" label="海洋 Sea"/>
  <paletteEntry value="111" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="112" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="113" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="114" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="121" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="122" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="123" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="124" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
