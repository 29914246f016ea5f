<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="11" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="12" color="#f4ca69" alpha="255" label="水浇地 Irrigated land"/>
  <paletteEntry value="13" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="21" color="#a58c31" alpha="255" label="果园 Orchard"/>
  <paletteEntry value="22" color="#cbb358" alpha="255" label="茶园 Tea garden"/>
  <paletteEntry value="23" color="#ddce93" alpha="255" label="其他园地 Other garden"/>
  <paletteEntry value="31" color="#1b7837" alpha="255" label="有林地 Forest land"/>
  <paletteEntry value="32" color="#88af4a" alpha="255" label="灌木林地 Shrubland"/>
  <paletteEntry value="33" color="#8fa876" alpha="255" label="其他林地 Other woodland"/>
  <paletteEntry value="41" color="#b8c389" alpha="255" label="天然牧草地 Natural pasture"/>
  <paletteEntry value="42" color="#dfe9af" alpha="255" label="人工牧草地 Sown pasture"/>
  <paletteEntry value="43" color="#eaf1cb" alpha="255" label="其他草地 Other grassland"/>
  <paletteEntry value="101" color="#a33025" alpha="255" label="铁路用地 Railway"/>
  <paletteEntry value="102" color="#ab3326" alpha="255" label="公路用地 Highway"/>
  <paletteEntry value="103" color="#b43528" alpha="255" label="街巷用地 Streets"/>
  <paletteEntry value="104" color="#bc382a" alpha="255" label="农村道路 Rural roads"/>
  <paletteEntry value="105" color="#c13d30" alpha="255" label="机场用地 Airport"/>
  <paletteEntry value="106" color="#c44639" alpha="255" label="港口码头用地 Ports and wharves"/>
  <paletteEntry value="107" color="#c74e42" alpha="255" label="管道运输用地 Pipelines"/>
  <paletteEntry value="111" color="#3266a5" alpha="255" label="河流水面 River"/>
  <paletteEntry value="112" color="#3b78c2" alpha="255" label="湖泊水面 Lake"/>
  <paletteEntry value="113" color="#588ccb" alpha="255" label="水库水面 Reservoir"/>
  <paletteEntry value="114" color="#76a1d4" alpha="255" label="坑塘水面 Pond"/>
  <paletteEntry value="115" color="#368e88" alpha="255" label="沿海滩涂 Coastal flat"/>
  <paletteEntry value="116" color="#5cb4ae" alpha="255" label="内陆滩涂 Inland flat"/>
  <paletteEntry value="117" color="#93b5dd" alpha="255" label="沟渠 Ditch"/>
  <paletteEntry value="118" color="#c9574b" alpha="255" label="水工建筑用地 Hydraulic works"/>
  <paletteEntry value="119" color="#eef5fa" alpha="255" label="冰川及永久积雪 Glacier and permanent snow"/>
  <paletteEntry value="121" color="#cc5f54" alpha="255" label="空闲地 Idle land"/>
  <paletteEntry value="122" color="#cf685d" alpha="255" label="设施农用地 Farm facilities"/>
  <paletteEntry value="123" color="#bdbdbd" alpha="255" label="田坎 Field ridge"/>
  <paletteEntry value="124" color="#c5b388" alpha="255" label="盐碱地 Saline land"/>
  <paletteEntry value="125" color="#95cfcb" alpha="255" label="沼泽地 Marsh"/>
  <paletteEntry value="126" color="#ebdaae" alpha="255" label="沙地 Sandy land"/>
  <paletteEntry value="127" color="#f2e7cb" alpha="255" label="裸地 Bare land"/>
  <paletteEntry value="201" color="#d27066" alpha="255" label="城市 City"/>
  <paletteEntry value="202" color="#d4796f" alpha="255" label="建制镇 Town"/>
  <paletteEntry value="203" color="#d78178" alpha="255" label="村庄 Village"/>
  <paletteEntry value="204" color="#da8a81" alpha="255" label="采矿用地 Mining"/>
  <paletteEntry value="205" color="#dc928a" alpha="255" label="风景名胜及特殊用地 Scenic and special use"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
