<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
  <colorPalette>
  <paletteEntry value="9" color="#ca584c" alpha="255" label="特殊用地 Special use"/>
  <paletteEntry value="101" color="#a98737" alpha="255" label="水田 Paddy field"/>
  <paletteEntry value="102" color="#f3c65b" alpha="255" label="水浇地 Irrigated land"/>
  <paletteEntry value="103" color="#f8dd9e" alpha="255" label="旱地 Dry farmland"/>
  <paletteEntry value="201" color="#887429" alpha="255" label="果园 Orchard"/>
  <paletteEntry value="202" color="#b89d37" alpha="255" label="茶园 Tea garden"/>
  <paletteEntry value="203" color="#ceb761" alpha="255" label="橡胶园 Rubber plantation"/>
  <paletteEntry value="204" color="#ddce93" alpha="255" label="其他园地 Other garden"/>
  <paletteEntry value="301" color="#135427" alpha="255" label="乔木林地 Arbor woodland"/>
  <paletteEntry value="302" color="#82b591" alpha="255" label="竹林地 Bamboo woodland"/>
  <paletteEntry value="303" color="#2c7570" alpha="255" label="红树林地 Mangrove"/>
  <paletteEntry value="304" color="#338781" alpha="255" label="森林沼泽 Forest swamp"/>
  <paletteEntry value="305" color="#88af4a" alpha="255" label="灌木林地 Shrubland"/>
  <paletteEntry value="306" color="#3a9992" alpha="255" label="灌丛沼泽 Shrub swamp"/>
  <paletteEntry value="307" color="#8fa876" alpha="255" label="其他林地 Other woodland"/>
  <paletteEntry value="401" color="#98a071" alpha="255" label="天然牧草地 Natural pasture"/>
  <paletteEntry value="402" color="#43a9a2" alpha="255" label="沼泽草地 Marsh meadow"/>
  <paletteEntry value="403" color="#dce7a8" alpha="255" label="人工牧草地 Sown pasture"/>
  <paletteEntry value="404" color="#eaf1cb" alpha="255" label="其他草地 Other grassland"/>
  <paletteEntry value="501" color="#86281e" alpha="255" label="零售商业用地 Retail"/>
  <paletteEntry value="502" color="#8a291f" alpha="255" label="批发市场用地 Wholesale market"/>
  <paletteEntry value="503" color="#8d2a20" alpha="255" label="餐饮用地 Catering"/>
  <paletteEntry value="504" color="#902b20" alpha="255" label="旅馆用地 Hotel"/>
  <paletteEntry value="505" color="#932c21" alpha="255" label="商务金融用地 Business and finance"/>
  <paletteEntry value="506" color="#962d22" alpha="255" label="娱乐用地 Entertainment"/>
  <paletteEntry value="507" color="#992d22" alpha="255" label="其他商服用地 Other commercial"/>
  <paletteEntry value="508" color="#9c2e23" alpha="255" label="物流仓储用地 Logistics and storage"/>
  <paletteEntry value="601" color="#a33024" alpha="255" label="工业用地 Industrial"/>
  <paletteEntry value="602" color="#a63125" alpha="255" label="采矿用地 Mining"/>
  <paletteEntry value="603" color="#58b2ac" alpha="255" label="盐田 Salt pan"/>
  <paletteEntry value="604" color="#a93226" alpha="255" label="仓储用地 Warehouse"/>
  <paletteEntry value="701" color="#ac3327" alpha="255" label="城镇住宅用地 Urban housing"/>
  <paletteEntry value="702" color="#af3427" alpha="255" label="农村宅基地 Rural homestead"/>
  <paletteEntry value="801" color="#b23528" alpha="255" label="机关团体用地 Government and organisations"/>
  <paletteEntry value="802" color="#b53629" alpha="255" label="新闻出版用地 Press and publishing"/>
  <paletteEntry value="803" color="#b83729" alpha="255" label="教育用地 Education"/>
  <paletteEntry value="804" color="#bc382a" alpha="255" label="科研用地 Research"/>
  <paletteEntry value="805" color="#bf392b" alpha="255" label="医疗卫生用地 Health care"/>
  <paletteEntry value="806" color="#c13b2d" alpha="255" label="社会福利用地 Social welfare"/>
  <paletteEntry value="807" color="#c23e31" alpha="255" label="文化设施用地 Culture"/>
  <paletteEntry value="808" color="#c34134" alpha="255" label="体育用地 Sports"/>
  <paletteEntry value="809" color="#c44537" alpha="255" label="公用设施用地 Public utilities"/>
  <paletteEntry value="810" color="#c5483b" alpha="255" label="公园与绿地 Parks and green space"/>
  <paletteEntry value="901" color="#cb5b50" alpha="255" label="军事设施用地 Military"/>
  <paletteEntry value="902" color="#cc5e53" alpha="255" label="使领馆用地 Embassies and consulates"/>
  <paletteEntry value="903" color="#cd6257" alpha="255" label="监教场所用地 Prisons"/>
  <paletteEntry value="904" color="#ce655a" alpha="255" label="宗教用地 Religious"/>
  <paletteEntry value="905" color="#cf685d" alpha="255" label="殡葬用地 Burial"/>
  <paletteEntry value="906" color="#d06b61" alpha="255" label="风景名胜设施用地 Scenic-site facilities"/>
  <paletteEntry value="1001" color="#d16f64" alpha="255" label="铁路用地 Railway"/>
  <paletteEntry value="1002" color="#d27268" alpha="255" label="轨道交通用地 Rail transit"/>
  <paletteEntry value="1003" color="#d3756b" alpha="255" label="公路用地 Highway"/>
  <paletteEntry value="1004" color="#d4786f" alpha="255" label="城镇村道路用地 Town and village roads"/>
  <paletteEntry value="1005" color="#d57c72" alpha="255" label="交通服务场站用地 Transport stations"/>
  <paletteEntry value="1006" color="#d67f76" alpha="255" label="农村道路 Rural roads"/>
  <paletteEntry value="1007" color="#d78279" alpha="255" label="机场用地 Airport"/>
  <paletteEntry value="1008" color="#d8857d" alpha="255" label="港口码头用地 Ports and wharves"/>
  <paletteEntry value="1009" color="#d98880" alpha="255" label="管道运输用地 Pipelines"/>
  <paletteEntry value="1101" color="#295488" alpha="255" label="河流水面 River"/>
  <paletteEntry value="1102" color="#3163a0" alpha="255" label="湖泊水面 Lake"/>
  <paletteEntry value="1103" color="#3872b8" alpha="255" label="水库水面 Reservoir"/>
  <paletteEntry value="1104" color="#4a82c7" alpha="255" label="坑塘水面 Pond"/>
  <paletteEntry value="1105" color="#6cbcb6" alpha="255" label="沿海滩涂 Coastal flat"/>
  <paletteEntry value="1106" color="#81c5c1" alpha="255" label="内陆滩涂 Inland flat"/>
  <paletteEntry value="1107" color="#7ba4d6" alpha="255" label="沟渠 Ditch"/>
  <paletteEntry value="1108" color="#95cfcb" alpha="255" label="沼泽地 Marsh"/>
  <paletteEntry value="1109" color="#da8c83" alpha="255" label="水工建筑用地 Hydraulic works"/>
  <paletteEntry value="1110" color="#eef5fa" alpha="255" label="冰川及永久积雪 Glacier and permanent snow"/>
  <paletteEntry value="1201" color="#db8f87" alpha="255" label="空闲地 Idle land"/>
  <paletteEntry value="1202" color="#dc928a" alpha="255" label="设施农用地 Farm facilities"/>
  <paletteEntry value="1203" color="#bdbdbd" alpha="255" label="田坎 Field ridge"/>
  <paletteEntry value="1204" color="#a29470" alpha="255" label="盐碱地 Saline land"/>
  <paletteEntry value="1205" color="#dcc898" alpha="255" label="沙地 Sandy land"/>
  <paletteEntry value="1206" color="#eddcb3" alpha="255" label="裸土地 Bare soil"/>
  <paletteEntry value="1207" color="#f2e7cb" alpha="255" label="裸岩石砾地 Bare rock and gravel"/>
  </colorPalette>
  </rasterrenderer>
  </pipe>
</qgis>
