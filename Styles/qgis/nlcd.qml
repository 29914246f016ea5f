<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="11" color="#466b9f" alpha="255" label="开阔水面 Open water"/>
  <paletteEntry value="12" color="#d1def8" alpha="255" label="永久冰雪 Perennial ice/snow"/>
  <paletteEntry value="21" color="#dec5c5" alpha="255" label="开发区（开敞空间） Developed, open space"/>
  <paletteEntry value="22" color="#d99282" alpha="255" label="开发区（低强度） Developed, low intensity"/>
  <paletteEntry value="23" color="#eb0000" alpha="255" label="开发区（中强度） Developed, medium intensity"/>
  <paletteEntry value="24" color="#ab0000" alpha="255" label="开发区（高强度） Developed, high intensity"/>
  <paletteEntry value="31" color="#b3ac9f" alpha="255" label="裸地 Barren land (rock/sand/clay)"/>
  <paletteEntry value="41" color="#68ab5f" alpha="255" label="落叶林 Deciduous forest"/>
  <paletteEntry value="42" color="#1c5f2c" alpha="255" label="常绿林 Evergreen forest"/>
  <paletteEntry value="43" color="#b5c58f" alpha="255" label="混交林 Mixed forest"/>
  <paletteEntry value="51" color="#af963c" alpha="255" label="矮灌木 Dwarf scrub"/>
  <paletteEntry value="52" color="#ccb879" alpha="255" label="灌木 Shrub/scrub"/>
  <paletteEntry value="71" color="#dfdfc2" alpha="255" label="草地 Grassland/herbaceous"/>
  <paletteEntry value="72" color="#d1d182" alpha="255" label="莎草地 Sedge/herbaceous"/>
  <paletteEntry value="73" color="#a3cc51" alpha="255" label="地衣 Lichens"/>
  <paletteEntry value="74" color="#82ba9e" alpha="255" label="苔藓 Moss"/>
  <paletteEntry value="81" color="#dcd939" alpha="255" label="牧场与干草地 Pasture/hay"/>
  <paletteEntry value="82" color="#ab6c28" alpha="255" label="农作物 Cultivated crops"/>
  <paletteEntry value="90" color="#b8d9eb" alpha="255" label="木本湿地 Woody wetlands"/>
  <paletteEntry value="95" color="#6c9fb8" alpha="255" label="草本湿地 Emergent herbaceous wetlands"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
