<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="0" color="#1c0dff" alpha="255" label="水体 Water"/>
  <paletteEntry value="1" color="#05450a" alpha="255" label="常绿针叶林 Evergreen needleleaf forest"/>
  <paletteEntry value="2" color="#086a10" alpha="255" label="常绿阔叶林 Evergreen broadleaf forest"/>
  <paletteEntry value="3" color="#54a708" alpha="255" label="落叶针叶林 Deciduous needleleaf forest"/>
  <paletteEntry value="4" color="#78d203" alpha="255" label="落叶阔叶林 Deciduous broadleaf forest"/>
  <paletteEntry value="5" color="#009900" alpha="255" label="混交林 Mixed forest"/>
  <paletteEntry value="6" color="#c6b044" alpha="255" label="郁闭灌丛 Closed shrubland"/>
  <paletteEntry value="7" color="#dcd159" alpha="255" label="开放灌丛 Open shrubland"/>
  <paletteEntry value="8" color="#dade48" alpha="255" label="多树草原 Woody savanna"/>
  <paletteEntry value="9" color="#fbff13" alpha="255" label="稀树草原 Savanna"/>
  <paletteEntry value="10" color="#b6ff05" alpha="255" label="草地 Grassland"/>
  <paletteEntry value="11" color="#27ff87" alpha="255" label="永久湿地 Permanent wetland"/>
  <paletteEntry value="12" color="#c24f44" alpha="255" label="农田 Cropland"/>
  <paletteEntry value="13" color="#a5a5a5" alpha="255" label="城镇与建成区 Urban and built-up"/>
  <paletteEntry value="14" color="#ff6d4c" alpha="255" label="农田与自然植被镶嵌体 Cropland and natural vegetation mosaic"/>
  <paletteEntry value="15" color="#69fff8" alpha="255" label="永久冰雪 Permanent snow and ice"/>
  <paletteEntry value="16" color="#f9ffa4" alpha="255" label="裸地 Barren"/>
  <paletteEntry value="17" color="#1c0dff" alpha="255" label="水体 Water"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
