<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>corine</se:Name>
    <UserStyle>
      <se:Name>corine</se:Name>
      <se:Description>
        <se:Title>CORINE Land Cover</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 连续城市建筑 Continuous urban fabric -->
                <se:Threshold>1</se:Threshold>
                <se:Value>#e6004d</se:Value>
                <!-- 不连续城市建筑 Discontinuous urban fabric -->
                <se:Threshold>2</se:Threshold>
                <se:Value>#ff0000</se:Value>
                <!-- 工业或商业单元 Industrial or commercial units -->
                <se:Threshold>3</se:Threshold>
                <se:Value>#cc4df2</se:Value>
                <!-- 道路与铁路网 Road and rail networks and associated land -->
                <se:Threshold>4</se:Threshold>
                <se:Value>#cc0000</se:Value>
                <!-- 港口 Port areas -->
                <se:Threshold>5</se:Threshold>
                <se:Value>#e6cccc</se:Value>
                <!-- 机场 Airports -->
                <se:Threshold>6</se:Threshold>
                <se:Value>#e6cce6</se:Value>
                <!-- 采矿场 Mineral extraction sites -->
                <se:Threshold>7</se:Threshold>
                <se:Value>#a600cc</se:Value>
                <!-- 垃圾场 Dump sites -->
                <se:Threshold>8</se:Threshold>
                <se:Value>#a64dcc</se:Value>
                <!-- 建筑工地 Construction sites -->
                <se:Threshold>9</se:Threshold>
                <se:Value>#ff4dff</se:Value>
                <!-- 城市绿地 Green urban areas -->
                <se:Threshold>10</se:Threshold>
                <se:Value>#ffa6ff</se:Value>
                <!-- 体育休闲设施 Sport and leisure facilities -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#ffe6ff</se:Value>
                <!-- 非灌溉耕地 Non-irrigated arable land -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#ffffa8</se:Value>
                <!-- 永久灌溉地 Permanently irrigated land -->
                <se:Threshold>13</se:Threshold>
                <se:Value>#ffff00</se:Value>
                <!-- 稻田 Rice fields -->
                <se:Threshold>14</se:Threshold>
                <se:Value>#e6e600</se:Value>
                <!-- 葡萄园 Vineyards -->
                <se:Threshold>15</se:Threshold>
                <se:Value>#e68000</se:Value>
                <!-- 果树与浆果园 Fruit trees and berry plantations -->
                <se:Threshold>16</se:Threshold>
                <se:Value>#f2a64d</se:Value>
                <!-- 橄榄园 Olive groves -->
                <se:Threshold>17</se:Threshold>
                <se:Value>#e6a600</se:Value>
                <!-- 牧场 Pastures -->
                <se:Threshold>18</se:Threshold>
                <se:Value>#e6e64d</se:Value>
                <!-- 一年生与多年生作物混合 Annual crops associated with permanent crops -->
                <se:Threshold>19</se:Threshold>
                <se:Value>#ffe6a6</se:Value>
                <!-- 复杂种植模式 Complex cultivation patterns -->
                <se:Threshold>20</se:Threshold>
                <se:Value>#ffe64d</se:Value>
                <!-- 农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation -->
                <se:Threshold>21</se:Threshold>
                <se:Value>#e6cc4d</se:Value>
                <!-- 农林复合区 Agro-forestry areas -->
                <se:Threshold>22</se:Threshold>
                <se:Value>#f2cca6</se:Value>
                <!-- 阔叶林 Broad-leaved forest -->
                <se:Threshold>23</se:Threshold>
                <se:Value>#80ff00</se:Value>
                <!-- 针叶林 Coniferous forest -->
                <se:Threshold>24</se:Threshold>
                <se:Value>#00a600</se:Value>
                <!-- 混交林 Mixed forest -->
                <se:Threshold>25</se:Threshold>
                <se:Value>#4dff00</se:Value>
                <!-- 天然草地 Natural grasslands -->
                <se:Threshold>26</se:Threshold>
                <se:Value>#ccf24d</se:Value>
                <!-- 荒原与石南 Moors and heathland -->
                <se:Threshold>27</se:Threshold>
                <se:Value>#a6ff80</se:Value>
                <!-- 硬叶植被 Sclerophyllous vegetation -->
                <se:Threshold>28</se:Threshold>
                <se:Value>#a6e64d</se:Value>
                <!-- 林灌过渡带 Transitional woodland-shrub -->
                <se:Threshold>29</se:Threshold>
                <se:Value>#a6f200</se:Value>
                <!-- 海滩、沙丘与沙地 Beaches, dunes, sands -->
                <se:Threshold>30</se:Threshold>
                <se:Value>#e6e6e6</se:Value>
                <!-- 裸岩 Bare rocks -->
                <se:Threshold>31</se:Threshold>
                <se:Value>#cccccc</se:Value>
                <!-- 稀疏植被区 Sparsely vegetated areas -->
                <se:Threshold>32</se:Threshold>
                <se:Value>#ccffcc</se:Value>
                <!-- 火烧迹地 Burnt areas -->
                <se:Threshold>33</se:Threshold>
                <se:Value>#000000</se:Value>
                <!-- 冰川与永久积雪 Glaciers and perpetual snow -->
                <se:Threshold>34</se:Threshold>
                <se:Value>#a6e6cc</se:Value>
                <!-- 内陆沼泽 Inland marshes -->
                <se:Threshold>35</se:Threshold>
                <se:Value>#a6a6ff</se:Value>
                <!-- 泥炭沼泽 Peat bogs -->
                <se:Threshold>36</se:Threshold>
                <se:Value>#4d4dff</se:Value>
                <!-- 盐沼 Salt marshes -->
                <se:Threshold>37</se:Threshold>
                <se:Value>#ccccff</se:Value>
                <!-- 盐田 Salines -->
                <se:Threshold>38</se:Threshold>
                <se:Value>#e6e6ff</se:Value>
                <!-- 潮间带滩涂 Intertidal flats -->
                <se:Threshold>39</se:Threshold>
                <se:Value>#a6a6e6</se:Value>
                <!-- 河道 Water courses -->
                <se:Threshold>40</se:Threshold>
                <se:Value>#00ccf2</se:Value>
                <!-- 水体 Water bodies -->
                <se:Threshold>41</se:Threshold>
                <se:Value>#80f2e6</se:Value>
                <!-- 沿海潟湖 Coastal lagoons -->
                <se:Threshold>42</se:Threshold>
                <se:Value>#00ffa6</se:Value>
                <!-- 河口 Estuaries -->
                <se:Threshold>43</se:Threshold>
                <se:Value>#a6ffe6</se:Value>
                <!-- 海洋 Sea and ocean -->
                <se:Threshold>44</se:Threshold>
                <se:Value>#e6f2ff</se:Value>
                <se:Threshold>45</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 连续城市建筑 Continuous urban fabric -->
                <se:Threshold>111</se:Threshold>
                <se:Value>#e6004d</se:Value>
                <!-- 不连续城市建筑 Discontinuous urban fabric -->
                <se:Threshold>112</se:Threshold>
                <se:Value>#ff0000</se:Value>
                <se:Threshold>113</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 工业或商业单元 Industrial or commercial units -->
                <se:Threshold>121</se:Threshold>
                <se:Value>#cc4df2</se:Value>
                <!-- 道路与铁路网 Road and rail networks and associated land -->
                <se:Threshold>122</se:Threshold>
                <se:Value>#cc0000</se:Value>
                <!-- 港口 Port areas -->
                <se:Threshold>123</se:Threshold>
                <se:Value>#e6cccc</se:Value>
                <!-- 机场 Airports -->
                <se:Threshold>124</se:Threshold>
                <se:Value>#e6cce6</se:Value>
                <se:Threshold>125</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 采矿场 Mineral extraction sites -->
                <se:Threshold>131</se:Threshold>
                <se:Value>#a600cc</se:Value>
                <!-- 垃圾场 Dump sites -->
                <se:Threshold>132</se:Threshold>
                <se:Value>#a64dcc</se:Value>
                <!-- 建筑工地 Construction sites -->
                <se:Threshold>133</se:Threshold>
                <se:Value>#ff4dff</se:Value>
                <se:Threshold>134</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 城市绿地 Green urban areas -->
                <se:Threshold>141</se:Threshold>
                <se:Value>#ffa6ff</se:Value>
                <!-- 体育休闲设施 Sport and leisure facilities -->
                <se:Threshold>142</se:Threshold>
                <se:Value>#ffe6ff</se:Value>
                <se:Threshold>143</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 非灌溉耕地 Non-irrigated arable land -->
                <se:Threshold>211</se:Threshold>
                <se:Value>#ffffa8</se:Value>
                <!-- 永久灌溉地 Permanently irrigated land -->
                <se:Threshold>212</se:Threshold>
                <se:Value>#ffff00</se:Value>
                <!-- 稻田 Rice fields -->
                <se:Threshold>213</se:Threshold>
                <se:Value>#e6e600</se:Value>
                <se:Threshold>214</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 葡萄园 Vineyards -->
                <se:Threshold>221</se:Threshold>
                <se:Value>#e68000</se:Value>
                <!-- 果树与浆果园 Fruit trees and berry plantations -->
                <se:Threshold>222</se:Threshold>
                <se:Value>#f2a64d</se:Value>
                <!-- 橄榄园 Olive groves -->
                <se:Threshold>223</se:Threshold>
                <se:Value>#e6a600</se:Value>
                <se:Threshold>224</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 牧场 Pastures -->
                <se:Threshold>231</se:Threshold>
                <se:Value>#e6e64d</se:Value>
                <se:Threshold>232</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 一年生与多年生作物混合 Annual crops associated with permanent crops -->
                <se:Threshold>241</se:Threshold>
                <se:Value>#ffe6a6</se:Value>
                <!-- 复杂种植模式 Complex cultivation patterns -->
                <se:Threshold>242</se:Threshold>
                <se:Value>#ffe64d</se:Value>
                <!-- 农业与自然植被混合 Land principally occupied by agriculture, with significant areas of natural vegetation -->
                <se:Threshold>243</se:Threshold>
                <se:Value>#e6cc4d</se:Value>
                <!-- 农林复合区 Agro-forestry areas -->
                <se:Threshold>244</se:Threshold>
                <se:Value>#f2cca6</se:Value>
                <se:Threshold>245</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 阔叶林 Broad-leaved forest -->
                <se:Threshold>311</se:Threshold>
                <se:Value>#80ff00</se:Value>
                <!-- 针叶林 Coniferous forest -->
                <se:Threshold>312</se:Threshold>
                <se:Value>#00a600</se:Value>
                <!-- 混交林 Mixed forest -->
                <se:Threshold>313</se:Threshold>
                <se:Value>#4dff00</se:Value>
                <se:Threshold>314</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 天然草地 Natural grasslands -->
                <se:Threshold>321</se:Threshold>
                <se:Value>#ccf24d</se:Value>
                <!-- 荒原与石南 Moors and heathland -->
                <se:Threshold>322</se:Threshold>
                <se:Value>#a6ff80</se:Value>
                <!-- 硬叶植被 Sclerophyllous vegetation -->
                <se:Threshold>323</se:Threshold>
                <se:Value>#a6e64d</se:Value>
                <!-- 林灌过渡带 Transitional woodland-shrub -->
                <se:Threshold>324</se:Threshold>
                <se:Value>#a6f200</se:Value>
                <se:Threshold>325</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 海滩、沙丘与沙地 Beaches, dunes, sands -->
                <se:Threshold>331</se:Threshold>
                <se:Value>#e6e6e6</se:Value>
                <!-- 裸岩 Bare rocks -->
                <se:Threshold>332</se:Threshold>
                <se:Value>#cccccc</se:Value>
                <!-- 稀疏植被区 Sparsely vegetated areas -->
                <se:Threshold>333</se:Threshold>
                <se:Value>#ccffcc</se:Value>
                <!-- 火烧迹地 Burnt areas -->
                <se:Threshold>334</se:Threshold>
                <se:Value>#000000</se:Value>
                <!-- 冰川与永久积雪 Glaciers and perpetual snow -->
                <se:Threshold>335</se:Threshold>
                <se:Value>#a6e6cc</se:Value>
                <se:Threshold>336</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 内陆沼泽 Inland marshes -->
                <se:Threshold>411</se:Threshold>
                <se:Value>#a6a6ff</se:Value>
                <!-- 泥炭沼泽 Peat bogs -->
                <se:Threshold>412</se:Threshold>
                <se:Value>#4d4dff</se:Value>
                <se:Threshold>413</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 盐沼 Salt marshes -->
                <se:Threshold>421</se:Threshold>
                <se:Value>#ccccff</se:Value>
                <!-- 盐田 Salines -->
                <se:Threshold>422</se:Threshold>
                <se:Value>#e6e6ff</se:Value>
                <!-- 潮间带滩涂 Intertidal flats -->
                <se:Threshold>423</se:Threshold>
                <se:Value>#a6a6e6</se:Value>
                <se:Threshold>424</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 河道 Water courses -->
                <se:Threshold>511</se:Threshold>
                <se:Value>#00ccf2</se:Value>
                <!-- 水体 Water bodies -->
                <se:Threshold>512</se:Threshold>
                <se:Value>#80f2e6</se:Value>
                <se:Threshold>513</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 沿海潟湖 Coastal lagoons -->
                <se:Threshold>521</se:Threshold>
                <se:Value>#00ffa6</se:Value>
                <!-- 河口 Estuaries -->
                <se:Threshold>522</se:Threshold>
                <se:Value>#a6ffe6</se:Value>
                <!-- 海洋 Sea and ocean -->
                <se:Threshold>523</se:Threshold>
                <se:Value>#e6f2ff</se:Value>
                <se:Threshold>524</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
