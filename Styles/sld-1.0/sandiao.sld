<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>sandiao</Name>
    <UserStyle>
      <Name>sandiao</Name>
      <Title>Third national land survey, working classes (GB/T 21010-2017, two digits)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#ca584c" quantity="9" label="特殊用地 Special use"/>
              <ColorMapEntry color="#a98737" quantity="101" label="水田 Paddy field"/>
              <ColorMapEntry color="#f3c65b" quantity="102" label="水浇地 Irrigated land"/>
              <ColorMapEntry color="#f8dd9e" quantity="103" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#887429" quantity="201" label="果园 Orchard"/>
              <ColorMapEntry color="#b89d37" quantity="202" label="茶园 Tea garden"/>
              <ColorMapEntry color="#ceb761" quantity="203" label="橡胶园 Rubber plantation"/>
              <ColorMapEntry color="#ddce93" quantity="204" label="其他园地 Other garden"/>
              <ColorMapEntry color="#135427" quantity="301" label="乔木林地 Arbor woodland"/>
              <ColorMapEntry color="#82b591" quantity="302" label="竹林地 Bamboo woodland"/>
              <ColorMapEntry color="#2c7570" quantity="303" label="红树林地 Mangrove"/>
              <ColorMapEntry color="#338781" quantity="304" label="森林沼泽 Forest swamp"/>
              <ColorMapEntry color="#88af4a" quantity="305" label="灌木林地 Shrubland"/>
              <ColorMapEntry color="#3a9992" quantity="306" label="灌丛沼泽 Shrub swamp"/>
              <ColorMapEntry color="#8fa876" quantity="307" label="其他林地 Other woodland"/>
              <ColorMapEntry color="#98a071" quantity="401" label="天然牧草地 Natural pasture"/>
              <ColorMapEntry color="#43a9a2" quantity="402" label="沼泽草地 Marsh meadow"/>
              <ColorMapEntry color="#dce7a8" quantity="403" label="人工牧草地 Sown pasture"/>
              <ColorMapEntry color="#eaf1cb" quantity="404" label="其他草地 Other grassland"/>
              <ColorMapEntry color="#86281e" quantity="501" label="零售商业用地 Retail"/>
              <ColorMapEntry color="#8a291f" quantity="502" label="批发市场用地 Wholesale market"/>
              <ColorMapEntry color="#8d2a20" quantity="503" label="餐饮用地 Catering"/>
              <ColorMapEntry color="#902b20" quantity="504" label="旅馆用地 Hotel"/>
              <ColorMapEntry color="#932c21" quantity="505" label="商务金融用地 Business and finance"/>
              <ColorMapEntry color="#962d22" quantity="506" label="娱乐用地 Entertainment"/>
              <ColorMapEntry color="#992d22" quantity="507" label="其他商服用地 Other commercial"/>
              <ColorMapEntry color="#9c2e23" quantity="508" label="物流仓储用地 Logistics and storage"/>
              <ColorMapEntry color="#a33024" quantity="601" label="工业用地 Industrial"/>
              <ColorMapEntry color="#a63125" quantity="602" label="采矿用地 Mining"/>
              <ColorMapEntry color="#58b2ac" quantity="603" label="盐田 Salt pan"/>
              <ColorMapEntry color="#a93226" quantity="604" label="仓储用地 Warehouse"/>
              <ColorMapEntry color="#ac3327" quantity="701" label="城镇住宅用地 Urban housing"/>
              <ColorMapEntry color="#af3427" quantity="702" label="农村宅基地 Rural homestead"/>
              <ColorMapEntry color="#b23528" quantity="801" label="机关团体用地 Government and organisations"/>
              <ColorMapEntry color="#b53629" quantity="802" label="新闻出版用地 Press and publishing"/>
              <ColorMapEntry color="#b83729" quantity="803" label="教育用地 Education"/>
              <ColorMapEntry color="#bc382a" quantity="804" label="科研用地 Research"/>
              <ColorMapEntry color="#bf392b" quantity="805" label="医疗卫生用地 Health care"/>
              <ColorMapEntry color="#c13b2d" quantity="806" label="社会福利用地 Social welfare"/>
              <ColorMapEntry color="#c23e31" quantity="807" label="文化设施用地 Culture"/>
              <ColorMapEntry color="#c34134" quantity="808" label="体育用地 Sports"/>
              <ColorMapEntry color="#c44537" quantity="809" label="公用设施用地 Public utilities"/>
              <ColorMapEntry color="#c5483b" quantity="810" label="公园与绿地 Parks and green space"/>
              <ColorMapEntry color="#cb5b50" quantity="901" label="军事设施用地 Military"/>
              <ColorMapEntry color="#cc5e53" quantity="902" label="使领馆用地 Embassies and consulates"/>
              <ColorMapEntry color="#cd6257" quantity="903" label="监教场所用地 Prisons"/>
              <ColorMapEntry color="#ce655a" quantity="904" label="宗教用地 Religious"/>
              <ColorMapEntry color="#cf685d" quantity="905" label="殡葬用地 Burial"/>
              <ColorMapEntry color="#d06b61" quantity="906" label="风景名胜设施用地 Scenic-site facilities"/>
              <ColorMapEntry color="#d16f64" quantity="1001" label="铁路用地 Railway"/>
              <ColorMapEntry color="#d27268" quantity="1002" label="轨道交通用地 Rail transit"/>
              <ColorMapEntry color="#d3756b" quantity="1003" label="公路用地 Highway"/>
              <ColorMapEntry color="#d4786f" quantity="1004" label="城镇村道路用地 Town and village roads"/>
              <ColorMapEntry color="#d57c72" quantity="1005" label="交通服务场站用地 Transport stations"/>
              <ColorMapEntry color="#d67f76" quantity="1006" label="农村道路 Rural roads"/>
              <ColorMapEntry color="#d78279" quantity="1007" label="机场用地 Airport"/>
              <ColorMapEntry color="#d8857d" quantity="1008" label="港口码头用地 Ports and wharves"/>
              <ColorMapEntry color="#d98880" quantity="1009" label="管道运输用地 Pipelines"/>
              <ColorMapEntry color="#295488" quantity="1101" label="河流水面 River"/>
              <ColorMapEntry color="#3163a0" quantity="1102" label="湖泊水面 Lake"/>
              <ColorMapEntry color="#3872b8" quantity="1103" label="水库水面 Reservoir"/>
              <ColorMapEntry color="#4a82c7" quantity="1104" label="坑塘水面 Pond"/>
              <ColorMapEntry color="#6cbcb6" quantity="1105" label="沿海滩涂 Coastal flat"/>
              <ColorMapEntry color="#81c5c1" quantity="1106" label="内陆滩涂 Inland flat"/>
              <ColorMapEntry color="#7ba4d6" quantity="1107" label="沟渠 Ditch"/>
              <ColorMapEntry color="#95cfcb" quantity="1108" label="沼泽地 Marsh"/>
              <ColorMapEntry color="#da8c83" quantity="1109" label="水工建筑用地 Hydraulic works"/>
              <ColorMapEntry color="#eef5fa" quantity="1110" label="冰川及永久积雪 Glacier and permanent snow"/>
              <ColorMapEntry color="#db8f87" quantity="1201" label="空闲地 Idle land"/>
              <ColorMapEntry color="#dc928a" quantity="1202" label="设施农用地 Farm facilities"/>
              <ColorMapEntry color="#bdbdbd" quantity="1203" label="田坎 Field ridge"/>
              <ColorMapEntry color="#a29470" quantity="1204" label="盐碱地 Saline land"/>
              <ColorMapEntry color="#dcc898" quantity="1205" label="沙地 Sandy land"/>
              <ColorMapEntry color="#eddcb3" quantity="1206" label="裸土地 Bare soil"/>
              <ColorMapEntry color="#f2e7cb" quantity="1207" label="裸岩石砾地 Bare rock and gravel"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
