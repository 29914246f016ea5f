<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>erdiao</se:Name>
    <UserStyle>
      <se:Name>erdiao</se:Name>
      <se:Description>
        <se:Title>Second national land survey (GB/T 21010-2007)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Categorize fallbackValue="#00ffffff" thresholdsBelongTo="succeeding">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:Value>#00ffffff</se:Value>
                <!-- 水田 Paddy field -->
                <se:Threshold>11</se:Threshold>
                <se:Value>#cea442</se:Value>
                <!-- 水浇地 Irrigated land -->
                <se:Threshold>12</se:Threshold>
                <se:Value>#f4ca69</se:Value>
                <!-- 旱地 Dry farmland -->
                <se:Threshold>13</se:Threshold>
                <se:Value>#f8dd9e</se:Value>
                <se:Threshold>14</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 果园 Orchard -->
                <se:Threshold>21</se:Threshold>
                <se:Value>#a58c31</se:Value>
                <!-- 茶园 Tea garden -->
                <se:Threshold>22</se:Threshold>
                <se:Value>#cbb358</se:Value>
                <!-- 其他园地 Other garden -->
                <se:Threshold>23</se:Threshold>
                <se:Value>#ddce93</se:Value>
                <se:Threshold>24</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 有林地 Forest land -->
                <se:Threshold>31</se:Threshold>
                <se:Value>#1b7837</se:Value>
                <!-- 灌木林地 Shrubland -->
                <se:Threshold>32</se:Threshold>
                <se:Value>#88af4a</se:Value>
                <!-- 其他林地 Other woodland -->
                <se:Threshold>33</se:Threshold>
                <se:Value>#8fa876</se:Value>
                <se:Threshold>34</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 天然牧草地 Natural pasture -->
                <se:Threshold>41</se:Threshold>
                <se:Value>#b8c389</se:Value>
                <!-- 人工牧草地 Sown pasture -->
                <se:Threshold>42</se:Threshold>
                <se:Value>#dfe9af</se:Value>
                <!-- 其他草地 Other grassland -->
                <se:Threshold>43</se:Threshold>
                <se:Value>#eaf1cb</se:Value>
                <se:Threshold>44</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 铁路用地 Railway -->
                <se:Threshold>101</se:Threshold>
                <se:Value>#a33025</se:Value>
                <!-- 公路用地 Highway -->
                <se:Threshold>102</se:Threshold>
                <se:Value>#ab3326</se:Value>
                <!-- 街巷用地 Streets -->
                <se:Threshold>103</se:Threshold>
                <se:Value>#b43528</se:Value>
                <!-- 农村道路 Rural roads -->
                <se:Threshold>104</se:Threshold>
                <se:Value>#bc382a</se:Value>
                <!-- 机场用地 Airport -->
                <se:Threshold>105</se:Threshold>
                <se:Value>#c13d30</se:Value>
                <!-- 港口码头用地 Ports and wharves -->
                <se:Threshold>106</se:Threshold>
                <se:Value>#c44639</se:Value>
                <!-- 管道运输用地 Pipelines -->
                <se:Threshold>107</se:Threshold>
                <se:Value>#c74e42</se:Value>
                <se:Threshold>108</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 河流水面 River -->
                <se:Threshold>111</se:Threshold>
                <se:Value>#3266a5</se:Value>
                <!-- 湖泊水面 Lake -->
                <se:Threshold>112</se:Threshold>
                <se:Value>#3b78c2</se:Value>
                <!-- 水库水面 Reservoir -->
                <se:Threshold>113</se:Threshold>
                <se:Value>#588ccb</se:Value>
                <!-- 坑塘水面 Pond -->
                <se:Threshold>114</se:Threshold>
                <se:Value>#76a1d4</se:Value>
                <!-- 沿海滩涂 Coastal flat -->
                <se:Threshold>115</se:Threshold>
                <se:Value>#368e88</se:Value>
                <!-- 内陆滩涂 Inland flat -->
                <se:Threshold>116</se:Threshold>
                <se:Value>#5cb4ae</se:Value>
                <!-- 沟渠 Ditch -->
                <se:Threshold>117</se:Threshold>
                <se:Value>#93b5dd</se:Value>
                <!-- 水工建筑用地 Hydraulic works -->
                <se:Threshold>118</se:Threshold>
                <se:Value>#c9574b</se:Value>
                <!-- 冰川及永久积雪 Glacier and permanent snow -->
                <se:Threshold>119</se:Threshold>
                <se:Value>#eef5fa</se:Value>
                <se:Threshold>120</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 空闲地 Idle land -->
                <se:Threshold>121</se:Threshold>
                <se:Value>#cc5f54</se:Value>
                <!-- 设施农用地 Farm facilities -->
                <se:Threshold>122</se:Threshold>
                <se:Value>#cf685d</se:Value>
                <!-- 田坎 Field ridge -->
                <se:Threshold>123</se:Threshold>
                <se:Value>#bdbdbd</se:Value>
                <!-- 盐碱地 Saline land -->
                <se:Threshold>124</se:Threshold>
                <se:Value>#c5b388</se:Value>
                <!-- 沼泽地 Marsh -->
                <se:Threshold>125</se:Threshold>
                <se:Value>#95cfcb</se:Value>
                <!-- 沙地 Sandy land -->
                <se:Threshold>126</se:Threshold>
                <se:Value>#ebdaae</se:Value>
                <!-- 裸地 Bare land -->
                <se:Threshold>127</se:Threshold>
                <se:Value>#f2e7cb</se:Value>
                <se:Threshold>128</se:Threshold>
                <se:Value>#00ffffff</se:Value>
                <!-- 城市 City -->
                <se:Threshold>201</se:Threshold>
                <se:Value>#d27066</se:Value>
                <!-- 建制镇 Town -->
                <se:Threshold>202</se:Threshold>
                <se:Value>#d4796f</se:Value>
                <!-- 村庄 Village -->
                <se:Threshold>203</se:Threshold>
                <se:Value>#d78178</se:Value>
                <!-- 采矿用地 Mining -->
                <se:Threshold>204</se:Threshold>
                <se:Value>#da8a81</se:Value>
                <!-- 风景名胜及特殊用地 Scenic and special use -->
                <se:Threshold>205</se:Threshold>
                <se:Value>#dc928a</se:Value>
                <se:Threshold>206</se:Threshold>
                <se:Value>#00ffffff</se:Value>
              </se:Categorize>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
