<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="9" color="#ce6459" alpha="255" label="特殊用地 Special use"/>
  <paletteEntry value="101" color="#cea442" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="102" color="#f4ca69" alpha="255" label="水浇地 Irrigated land"/>
  <paletteEntry value="103" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="201" color="#a58c31" alpha="255" label="果园 Orchard"/>
  <paletteEntry value="202" color="#c5aa44" alpha="255" label="茶园 Tea garden"/>
  <paletteEntry value="203" color="#d1bc6b" alpha="255" label="橡胶园 Rubber plantation"/>
  <paletteEntry value="204" color="#ddce93" alpha="255" label="其他园地 Other garden"/>
  <paletteEntry value="301" color="#17662f" alpha="255" label="乔木林地 Arbor woodland"/>
  <paletteEntry value="302" color="#82b591" alpha="255" label="竹林地 Bamboo woodland"/>
  <paletteEntry value="303" color="#368e88" alpha="255" label="红树林地 Mangrove"/>
  <paletteEntry value="304" color="#3b9c96" alpha="255" label="森林沼泽 Forest swamp"/>
  <paletteEntry value="305" color="#88af4a" alpha="255" label="灌木林地 Shrubland"/>
  <paletteEntry value="306" color="#43a9a2" alpha="255" label="灌丛沼泽 Shrub swamp"/>
  <paletteEntry value="307" color="#8fa876" alpha="255" label="其他林地 Other woodland"/>
  <paletteEntry value="401" color="#b8c389" alpha="255" label="天然牧草地 Natural pasture"/>
  <paletteEntry value="402" color="#54b0aa" alpha="255" label="沼泽草地 Marsh meadow"/>
  <paletteEntry value="403" color="#dfe9af" alpha="255" label="人工牧草地 Sown pasture"/>
  <paletteEntry value="404" color="#eaf1cb" alpha="255" label="其他草地 Other grassland"/>
  <paletteEntry value="501" color="#a33025" alpha="255" label="零售商业用地 Retail"/>
  <paletteEntry value="502" color="#a63125" alpha="255" label="批发市场用地 Wholesale market"/>
  <paletteEntry value="503" color="#a83226" alpha="255" label="餐饮用地 Catering"/>
  <paletteEntry value="504" color="#ab3326" alpha="255" label="旅馆用地 Hotel"/>
  <paletteEntry value="505" color="#ad3327" alpha="255" label="商务金融用地 Business and finance"/>
  <paletteEntry value="506" color="#b03427" alpha="255" label="娱乐用地 Entertainment"/>
  <paletteEntry value="507" color="#b23528" alpha="255" label="其他商服用地 Other commercial"/>
  <paletteEntry value="508" color="#b53628" alpha="255" label="物流仓储用地 Logistics and storage"/>
  <paletteEntry value="601" color="#ba372a" alpha="255" label="工业用地 Industrial"/>
  <paletteEntry value="602" color="#bc382a" alpha="255" label="采矿用地 Mining"/>
  <paletteEntry value="603" color="#64b8b2" alpha="255" label="盐田 Salt pan"/>
  <paletteEntry value="604" color="#bf392b" alpha="255" label="仓储用地 Warehouse"/>
  <paletteEntry value="701" color="#c03a2c" alpha="255" label="城镇住宅用地 Urban housing"/>
  <paletteEntry value="702" color="#c13d2f" alpha="255" label="农村宅基地 Rural homestead"/>
  <paletteEntry value="801" color="#c23f32" alpha="255" label="机关团体用地 Government and organisations"/>
  <paletteEntry value="802" color="#c34235" alpha="255" label="新闻出版用地 Press and publishing"/>
  <paletteEntry value="803" color="#c44537" alpha="255" label="教育用地 Education"/>
  <paletteEntry value="804" color="#c5473a" alpha="255" label="科研用地 Research"/>
  <paletteEntry value="805" color="#c54a3d" alpha="255" label="医疗卫生用地 Health care"/>
  <paletteEntry value="806" color="#c64c40" alpha="255" label="社会福利用地 Social welfare"/>
  <paletteEntry value="807" color="#c74f43" alpha="255" label="文化设施用地 Culture"/>
  <paletteEntry value="808" color="#c85245" alpha="255" label="体育用地 Sports"/>
  <paletteEntry value="809" color="#c95448" alpha="255" label="公用设施用地 Public utilities"/>
  <paletteEntry value="810" color="#c9574b" alpha="255" label="公园与绿地 Parks and green space"/>
  <paletteEntry value="901" color="#ce665b" alpha="255" label="军事设施用地 Military"/>
  <paletteEntry value="902" color="#cf695e" alpha="255" label="使领馆用地 Embassies and consulates"/>
  <paletteEntry value="903" color="#d06b61" alpha="255" label="监教场所用地 Prisons"/>
  <paletteEntry value="904" color="#d16e64" alpha="255" label="宗教用地 Religious"/>
  <paletteEntry value="905" color="#d27166" alpha="255" label="殡葬用地 Burial"/>
  <paletteEntry value="906" color="#d27369" alpha="255" label="风景名胜设施用地 Scenic-site facilities"/>
  <paletteEntry value="1001" color="#d3766c" alpha="255" label="铁路用地 Railway"/>
  <paletteEntry value="1002" color="#d4786f" alpha="255" label="轨道交通用地 Rail transit"/>
  <paletteEntry value="1003" color="#d57b72" alpha="255" label="公路用地 Highway"/>
  <paletteEntry value="1004" color="#d67d74" alpha="255" label="城镇村道路用地 Town and village roads"/>
  <paletteEntry value="1005" color="#d78077" alpha="255" label="交通服务场站用地 Transport stations"/>
  <paletteEntry value="1006" color="#d7837a" alpha="255" label="农村道路 Rural roads"/>
  <paletteEntry value="1007" color="#d8857d" alpha="255" label="机场用地 Airport"/>
  <paletteEntry value="1008" color="#d9887f" alpha="255" label="港口码头用地 Ports and wharves"/>
  <paletteEntry value="1009" color="#da8a82" alpha="255" label="管道运输用地 Pipelines"/>
  <paletteEntry value="1101" color="#3266a5" alpha="255" label="河流水面 River"/>
  <paletteEntry value="1102" color="#3872b8" alpha="255" label="湖泊水面 Lake"/>
  <paletteEntry value="1103" color="#457fc5" alpha="255" label="水库水面 Reservoir"/>
  <paletteEntry value="1104" color="#588ccb" alpha="255" label="坑塘水面 Pond"/>
  <paletteEntry value="1105" color="#74c0ba" alpha="255" label="沿海滩涂 Coastal flat"/>
  <paletteEntry value="1106" color="#85c7c3" alpha="255" label="内陆滩涂 Inland flat"/>
  <paletteEntry value="1107" color="#80a7d7" alpha="255" label="沟渠 Ditch"/>
  <paletteEntry value="1108" color="#95cfcb" alpha="255" label="沼泽地 Marsh"/>
  <paletteEntry value="1109" color="#db8d85" alpha="255" label="水工建筑用地 Hydraulic works"/>
  <paletteEntry value="1110" color="#eef5fa" alpha="255" label="冰川及永久积雪 Glacier and permanent snow"/>
  <paletteEntry value="1201" color="#dc9088" alpha="255" label="空闲地 Idle land"/>
  <paletteEntry value="1202" color="#dc928a" alpha="255" label="设施农用地 Farm facilities"/>
  <paletteEntry value="1203" color="#bdbdbd" alpha="255" label="田坎 Field ridge"/>
  <paletteEntry value="1204" color="#c5b388" alpha="255" label="盐碱地 Saline land"/>
  <paletteEntry value="1205" color="#e9d5a5" alpha="255" label="沙地 Sandy land"/>
  <paletteEntry value="1206" color="#eedeb8" alpha="255" label="裸土地 Bare soil"/>
  <paletteEntry value="1207" color="#f2e7cb" alpha="255" label="裸岩石砾地 Bare rock and gravel"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
