<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>sandiao</se:Name>
    <UserStyle>
      <se:Name>sandiao</se:Name>
      <se:Description>
        <se:Title>Third national land survey, working classes (GB/T 21010-2017, two digits)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 特殊用地 Special use -->
                <se:Threshold>9</se:Threshold>
                <se:Value>#ce6459</se:Value>
                <se:Threshold>10</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>101</se:Threshold>
                <se:Value>#cea442</se:Value>
                <!-- 水浇地 Irrigated land -->
                <se:Threshold>102</se:Threshold>
                <se:Value>#f4ca69</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>103</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <se:Threshold>104</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 果园 Orchard -->
                <se:Threshold>201</se:Threshold>
                <se:Value>#a58c31</se:Value>
                <!-- 茶园 Tea garden -->
                <se:Threshold>202</se:Threshold>
                <se:Value>#c5aa44</se:Value>
                <!-- 橡胶园 Rubber plantation -->
                <se:Threshold>203</se:Threshold>
                <se:Value>#d1bc6b</se:Value>
                <!-- 其他园地 Other garden -->
                <se:Threshold>204</se:Threshold>
                <se:Value>#ddce93</se:Value>
                <se:Threshold>205</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 乔木林地 Arbor woodland -->
                <se:Threshold>301</se:Threshold>
                <se:Value>#17662f</se:Value>
                <!-- 竹林地 Bamboo woodland -->
                <se:Threshold>302</se:Threshold>
                <se:Value>#82b591</se:Value>
                <!-- 红树林地 Mangrove -->
                <se:Threshold>303</se:Threshold>
                <se:Value>#368e88</se:Value>
                <!-- 森林沼泽 Forest swamp -->
                <se:Threshold>304</se:Threshold>
                <se:Value>#3b9c96</se:Value>
                <!-- 灌木林地 Shrubland -->
                <se:Threshold>305</se:Threshold>
                <se:Value>#88af4a</se:Value>
                <!-- 灌丛沼泽 Shrub swamp -->
                <se:Threshold>306</se:Threshold>
                <se:Value>#43a9a2</se:Value>
                <!-- 其他林地 Other woodland -->
                <se:Threshold>307</se:Threshold>
                <se:Value>#8fa876</se:Value>
                <se:Threshold>308</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 天然牧草地 Natural pasture -->
                <se:Threshold>401</se:Threshold>
                <se:Value>#b8c389</se:Value>
                <!-- 沼泽草地 Marsh meadow -->
                <se:Threshold>402</se:Threshold>
                <se:Value>#54b0aa</se:Value>
                <!-- 人工牧草地 Sown pasture -->
                <se:Threshold>403</se:Threshold>
                <se:Value>#dfe9af</se:Value>
                <!-- 其他草地 Other grassland -->
                <se:Threshold>404</se:Threshold>
                <se:Value>#eaf1cb</se:Value>
                <se:Threshold>405</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 零售商业用地 Retail -->
                <se:Threshold>501</se:Threshold>
                <se:Value>#a33025</se:Value>
                <!-- 批发市场用地 Wholesale market -->
                <se:Threshold>502</se:Threshold>
                <se:Value>#a63125</se:Value>
                <!-- 餐饮用地 Catering -->
                <se:Threshold>503</se:Threshold>
                <se:Value>#a83226</se:Value>
                <!-- 旅馆用地 Hotel -->
                <se:Threshold>504</se:Threshold>
                <se:Value>#ab3326</se:Value>
                <!-- 商务金融用地 Business and finance -->
                <se:Threshold>505</se:Threshold>
                <se:Value>#ad3327</se:Value>
                <!-- 娱乐用地 Entertainment -->
                <se:Threshold>506</se:Threshold>
                <se:Value>#b03427</se:Value>
                <!-- 其他商服用地 Other commercial -->
                <se:Threshold>507</se:Threshold>
                <se:Value>#b23528</se:Value>
                <!-- 物流仓储用地 Logistics and storage -->
                <se:Threshold>508</se:Threshold>
                <se:Value>#b53628</se:Value>
                <se:Threshold>509</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 工业用地 Industrial -->
                <se:Threshold>601</se:Threshold>
                <se:Value>#ba372a</se:Value>
                <!-- 采矿用地 Mining -->
                <se:Threshold>602</se:Threshold>
                <se:Value>#bc382a</se:Value>
                <!-- 盐田 Salt pan -->
                <se:Threshold>603</se:Threshold>
                <se:Value>#64b8b2</se:Value>
                <!-- 仓储用地 Warehouse -->
                <se:Threshold>604</se:Threshold>
                <se:Value>#bf392b</se:Value>
                <se:Threshold>605</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 城镇住宅用地 Urban housing -->
                <se:Threshold>701</se:Threshold>
                <se:Value>#c03a2c</se:Value>
                <!-- 农村宅基地 Rural homestead -->
                <se:Threshold>702</se:Threshold>
                <se:Value>#c13d2f</se:Value>
                <se:Threshold>703</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 机关团体用地 Government and organisations -->
                <se:Threshold>801</se:Threshold>
                <se:Value>#c23f32</se:Value>
                <!-- 新闻出版用地 Press and publishing -->
                <se:Threshold>802</se:Threshold>
                <se:Value>#c34235</se:Value>
                <!-- 教育用地 Education -->
                <se:Threshold>803</se:Threshold>
                <se:Value>#c44537</se:Value>
                <!-- 科研用地 Research -->
                <se:Threshold>804</se:Threshold>
                <se:Value>#c5473a</se:Value>
                <!-- 医疗卫生用地 Health care -->
                <se:Threshold>805</se:Threshold>
                <se:Value>#c54a3d</se:Value>
                <!-- 社会福利用地 Social welfare -->
                <se:Threshold>806</se:Threshold>
                <se:Value>#c64c40</se:Value>
                <!-- 文化设施用地 Culture -->
                <se:Threshold>807</se:Threshold>
                <se:Value>#c74f43</se:Value>
                <!-- 体育用地 Sports -->
                <se:Threshold>808</se:Threshold>
                <se:Value>#c85245</se:Value>
                <!-- 公用设施用地 Public utilities -->
                <se:Threshold>809</se:Threshold>
                <se:Value>#c95448</se:Value>
                <!-- 公园与绿地 Parks and green space -->
                <se:Threshold>810</se:Threshold>
                <se:Value>#c9574b</se:Value>
                <se:Threshold>811</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 军事设施用地 Military -->
                <se:Threshold>901</se:Threshold>
                <se:Value>#ce665b</se:Value>
                <!-- 使领馆用地 Embassies and consulates -->
                <se:Threshold>902</se:Threshold>
                <se:Value>#cf695e</se:Value>
                <!-- 监教场所用地 Prisons -->
                <se:Threshold>903</se:Threshold>
                <se:Value>#d06b61</se:Value>
                <!-- 宗教用地 Religious -->
                <se:Threshold>904</se:Threshold>
                <se:Value>#d16e64</se:Value>
                <!-- 殡葬用地 Burial -->
                <se:Threshold>905</se:Threshold>
                <se:Value>#d27166</se:Value>
                <!-- 风景名胜设施用地 Scenic-site facilities -->
                <se:Threshold>906</se:Threshold>
                <se:Value>#d27369</se:Value>
                <se:Threshold>907</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 铁路用地 Railway -->
                <se:Threshold>1001</se:Threshold>
                <se:Value>#d3766c</se:Value>
                <!-- 轨道交通用地 Rail transit -->
                <se:Threshold>1002</se:Threshold>
                <se:Value>#d4786f</se:Value>
                <!-- 公路用地 Highway -->
                <se:Threshold>1003</se:Threshold>
                <se:Value>#d57b72</se:Value>
                <!-- 城镇村道路用地 Town and village roads -->
                <se:Threshold>1004</se:Threshold>
                <se:Value>#d67d74</se:Value>
                <!-- 交通服务场站用地 Transport stations -->
                <se:Threshold>1005</se:Threshold>
                <se:Value>#d78077</se:Value>
                <!-- 农村道路 Rural roads -->
                <se:Threshold>1006</se:Threshold>
                <se:Value>#d7837a</se:Value>
                <!-- 机场用地 Airport -->
                <se:Threshold>1007</se:Threshold>
                <se:Value>#d8857d</se:Value>
                <!-- 港口码头用地 Ports and wharves -->
                <se:Threshold>1008</se:Threshold>
                <se:Value>#d9887f</se:Value>
                <!-- 管道运输用地 Pipelines -->
                <se:Threshold>1009</se:Threshold>
                <se:Value>#da8a82</se:Value>
                <se:Threshold>1010</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 河流水面 River -->
                <se:Threshold>1101</se:Threshold>
                <se:Value>#3266a5</se:Value>
                <!-- 湖泊水面 Lake -->
                <se:Threshold>1102</se:Threshold>
                <se:Value>#3872b8</se:Value>
                <!-- 水库水面 Reservoir -->
                <se:Threshold>1103</se:Threshold>
                <se:Value>#457fc5</se:Value>
                <!-- 坑塘水面 Pond -->
                <se:Threshold>1104</se:Threshold>
                <se:Value>#588ccb</se:Value>
                <!-- 沿海滩涂 Coastal flat -->
                <se:Threshold>1105</se:Threshold>
                <se:Value>#74c0ba</se:Value>
                <!-- 内陆滩涂 Inland flat -->
                <se:Threshold>1106</se:Threshold>
                <se:Value>#85c7c3</se:Value>
                <!-- 沟渠 Ditch -->
                <se:Threshold>1107</se:Threshold>
                <se:Value>#80a7d7</se:Value>
                <!-- 沼泽地 Marsh -->
                <se:Threshold>1108</se:Threshold>
                <se:Value>#95cfcb</se:Value>
                <!-- 水工建筑用地 Hydraulic works -->
                <se:Threshold>1109</se:Threshold>
                <se:Value>#db8d85</se:Value>
                <!-- 冰川及永久积雪 Glacier and permanent snow -->
                <se:Threshold>1110</se:Threshold>
                <se:Value>#eef5fa</se:Value>
                <se:Threshold>1111</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 空闲地 Idle land -->
                <se:Threshold>1201</se:Threshold>
                <se:Value>#dc9088</se:Value>
                <!-- 设施农用地 Farm facilities -->
                <se:Threshold>1202</se:Threshold>
                <se:Value>#dc928a</se:Value>
                <!-- 田坎 Field ridge -->
                <se:Threshold>1203</se:Threshold>
                <se:Value>#bdbdbd</se:Value>
                <!-- 盐碱地 Saline land -->
                <se:Threshold>1204</se:Threshold>
                <se:Value>#c5b388</se:Value>
                <!-- 沙地 Sandy land -->
                <se:Threshold>1205</se:Threshold>
                <se:Value>#e9d5a5</se:Value>
                <!-- 裸土地 Bare soil -->
                <se:Threshold>1206</se:Threshold>
                <se:Value>#eedeb8</se:Value>
                <!-- 裸岩石砾地 Bare rock and gravel -->
                <se:Threshold>1207</se:Threshold>
                <se:Value>#f2e7cb</se:Value>
                <se:Threshold>1208</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
