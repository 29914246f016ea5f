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
              <ColorMapEntry color="#ce6459" quantity="9" label="特殊用地 Special use"/>
              <ColorMapEntry color="#cea442" quantity="101" label="水田 Paddy field"/>
              <ColorMapEntry color="#f4ca69" quantity="102" label="水浇地 Irrigated land"/>
              <ColorMapEntry color="#f8dd9e" quantity="103" label="旱地 Dry farmland"/>
              <ColorMapEntry color="#a58c31" quantity="201" label="果园 Orchard"/>
              <ColorMapEntry color="#c5aa44" quantity="202" label="茶园 Tea garden"/>
              <ColorMapEntry color="#d1bc6b" quantity="203" label="橡胶园 Rubber plantation"/>
              <ColorMapEntry color="#ddce93" quantity="204" label="其他园地 Other garden"/>
              <ColorMapEntry color="#17662f" quantity="301" label="乔木林地 Arbor woodland"/>
              <ColorMapEntry color="#82b591" quantity="302" label="竹林地 Bamboo woodland"/>
              <ColorMapEntry color="#368e88" quantity="303" label="红树林地 Mangrove"/>
              <ColorMapEntry color="#3b9c96" quantity="304" label="森林沼泽 Forest swamp"/>
              <ColorMapEntry color="#88af4a" quantity="305" label="灌木林地 Shrubland"/>
              <ColorMapEntry color="#43a9a2" quantity="306" label="灌丛沼泽 Shrub swamp"/>
              <ColorMapEntry color="#8fa876" quantity="307" label="其他林地 Other woodland"/>
              <ColorMapEntry color="#b8c389" quantity="401" label="天然牧草地 Natural pasture"/>
              <ColorMapEntry color="#54b0aa" quantity="402" label="沼泽草地 Marsh meadow"/>
              <ColorMapEntry color="#dfe9af" quantity="403" label="人工牧草地 Sown pasture"/>
              <ColorMapEntry color="#eaf1cb" quantity="404" label="其他草地 Other grassland"/>
              <ColorMapEntry color="#a33025" quantity="501" label="零售商业用地 Retail"/>
              <ColorMapEntry color="#a63125" quantity="502" label="批发市场用地 Wholesale market"/>
              <ColorMapEntry color="#a83226" quantity="503" label="餐饮用地 Catering"/>
              <ColorMapEntry color="#ab3326" quantity="504" label="旅馆用地 Hotel"/>
              <ColorMapEntry color="#ad3327" quantity="505" label="商务金融用地 Business and finance"/>
              <ColorMapEntry color="#b03427" quantity="506" label="娱乐用地 Entertainment"/>
              <ColorMapEntry color="#b23528" quantity="507" label="其他商服用地 Other commercial"/>
              <ColorMapEntry color="#b53628" quantity="508" label="物流仓储用地 Logistics and storage"/>
              <ColorMapEntry color="#ba372a" quantity="601" label="工业用地 Industrial"/>
              <ColorMapEntry color="#bc382a" quantity="602" label="采矿用地 Mining"/>
              <ColorMapEntry color="#64b8b2" quantity="603" label="盐田 Salt pan"/>
              <ColorMapEntry color="#bf392b" quantity="604" label="仓储用地 Warehouse"/>
              <ColorMapEntry color="#c03a2c" quantity="701" label="城镇住宅用地 Urban housing"/>
              <ColorMapEntry color="#c13d2f" quantity="702" label="农村宅基地 Rural homestead"/>
              <ColorMapEntry color="#c23f32" quantity="801" label="机关团体用地 Government and organisations"/>
              <ColorMapEntry color="#c34235" quantity="802" label="新闻出版用地 Press and publishing"/>
              <ColorMapEntry color="#c44537" quantity="803" label="教育用地 Education"/>
              <ColorMapEntry color="#c5473a" quantity="804" label="科研用地 Research"/>
              <ColorMapEntry color="#c54a3d" quantity="805" label="医疗卫生用地 Health care"/>
              <ColorMapEntry color="#c64c40" quantity="806" label="社会福利用地 Social welfare"/>
              <ColorMapEntry color="#c74f43" quantity="807" label="文化设施用地 Culture"/>
              <ColorMapEntry color="#c85245" quantity="808" label="体育用地 Sports"/>
              <ColorMapEntry color="#c95448" quantity="809" label="公用设施用地 Public utilities"/>
              <ColorMapEntry color="#c9574b" quantity="810" label="公园与绿地 Parks and green space"/>
              <ColorMapEntry color="#ce665b" quantity="901" label="军事设施用地 Military"/>
              <ColorMapEntry color="#cf695e" quantity="902" label="使领馆用地 Embassies and consulates"/>
              <ColorMapEntry color="#d06b61" quantity="903" label="监教场所用地 Prisons"/>
              <ColorMapEntry color="#d16e64" quantity="904" label="宗教用地 Religious"/>
              <ColorMapEntry color="#d27166" quantity="905" label="殡葬用地 Burial"/>
              <ColorMapEntry color="#d27369" quantity="906" label="风景名胜设施用地 Scenic-site facilities"/>
              <ColorMapEntry color="#d3766c" quantity="1001" label="铁路用地 Railway"/>
              <ColorMapEntry color="#d4786f" quantity="1002" label="轨道交通用地 Rail transit"/>
              <ColorMapEntry color="#d57b72" quantity="1003" label="公路用地 Highway"/>
              <ColorMapEntry color="#d67d74" quantity="1004" label="城镇村道路用地 Town and village roads"/>
              <ColorMapEntry color="#d78077" quantity="1005" label="交通服务场站用地 Transport stations"/>
              <ColorMapEntry color="#d7837a" quantity="1006" label="农村道路 Rural roads"/>
              <ColorMapEntry color="#d8857d" quantity="1007" label="机场用地 Airport"/>
              <ColorMapEntry color="#d9887f" quantity="1008" label="港口码头用地 Ports and wharves"/>
              <ColorMapEntry color="#da8a82" quantity="1009" label="管道运输用地 Pipelines"/>
              <ColorMapEntry color="#3266a5" quantity="1101" label="河流水面 River"/>
              <ColorMapEntry color="#3872b8" quantity="1102" label="湖泊水面 Lake"/>
              <ColorMapEntry color="#457fc5" quantity="1103" label="水库水面 Reservoir"/>
              <ColorMapEntry color="#588ccb" quantity="1104" label="坑塘水面 Pond"/>
              <ColorMapEntry color="#74c0ba" quantity="1105" label="沿海滩涂 Coastal flat"/>
              <ColorMapEntry color="#85c7c3" quantity="1106" label="内陆滩涂 Inland flat"/>
              <ColorMapEntry color="#80a7d7" quantity="1107" label="沟渠 Ditch"/>
              <ColorMapEntry color="#95cfcb" quantity="1108" label="沼泽地 Marsh"/>
              <ColorMapEntry color="#db8d85" quantity="1109" label="水工建筑用地 Hydraulic works"/>
              <ColorMapEntry color="#eef5fa" quantity="1110" label="冰川及永久积雪 Glacier and permanent snow"/>
              <ColorMapEntry color="#dc9088" quantity="1201" label="空闲地 Idle land"/>
              <ColorMapEntry color="#dc928a" quantity="1202" label="设施农用地 Farm facilities"/>
              <ColorMapEntry color="#bdbdbd" quantity="1203" label="田坎 Field ridge"/>
              <ColorMapEntry color="#c5b388" quantity="1204" label="盐碱地 Saline land"/>
              <ColorMapEntry color="#e9d5a5" quantity="1205" label="沙地 Sandy land"/>
              <ColorMapEntry color="#eedeb8" quantity="1206" label="裸土地 Bare soil"/>
              <ColorMapEntry color="#f2e7cb" quantity="1207" label="裸岩石砾地 Bare rock and gravel"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
