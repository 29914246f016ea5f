<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 10" label="雨养农田 Rainfed cropland"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 11" label="草本农田 Herbaceous cover cropland"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 12" label="乔灌作物（果园） Tree or shrub cover cropland (orchard)"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 20" label="灌溉农田 Irrigated cropland"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 50" label="常绿阔叶林 Evergreen broadleaved forest"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 51" label="稀疏常绿阔叶林 Open evergreen broadleaved forest"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 52" label="郁闭常绿阔叶林 Closed evergreen broadleaved forest"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 60" label="落叶阔叶林 Deciduous broadleaved forest"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 61" label="稀疏落叶阔叶林 Open deciduous broadleaved forest"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 62" label="郁闭落叶阔叶林 Closed deciduous broadleaved forest"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 70" label="常绿针叶林 Evergreen needleleaved forest"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = 71" label="稀疏常绿针叶林 Open evergreen needleleaved forest"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = 72" label="郁闭常绿针叶林 Closed evergreen needleleaved forest"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = 80" label="落叶针叶林 Deciduous needleleaved forest"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = 81" label="稀疏落叶针叶林 Open deciduous needleleaved forest"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = 82" label="郁闭落叶针叶林 Closed deciduous needleleaved forest"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = 90" label="针阔混交林 Mixed-leaf forest"/>
  <rule key="rule17" symbol="17" filter="&quot;class&quot; = 91" label="稀疏针阔混交林 Open mixed-leaf forest"/>
  <rule key="rule18" symbol="18" filter="&quot;class&quot; = 92" label="郁闭针阔混交林 Closed mixed-leaf forest"/>
  <rule key="rule19" symbol="19" filter="&quot;class&quot; = 120" label="灌木地 Shrubland"/>
  <rule key="rule20" symbol="20" filter="&quot;class&quot; = 121" label="常绿灌木地 Evergreen shrubland"/>
  <rule key="rule21" symbol="21" filter="&quot;class&quot; = 122" label="落叶灌木地 Deciduous shrubland"/>
  <rule key="rule22" symbol="22" filter="&quot;class&quot; = 130" label="草地 Grassland"/>
  <rule key="rule23" symbol="23" filter="&quot;class&quot; = 140" label="地衣与苔藓 Lichens and mosses"/>
  <rule key="rule24" symbol="24" filter="&quot;class&quot; = 150" label="稀疏植被 Sparse vegetation"/>
  <rule key="rule25" symbol="25" filter="&quot;class&quot; = 152" label="稀疏灌木 Sparse shrubland"/>
  <rule key="rule26" symbol="26" filter="&quot;class&quot; = 153" label="稀疏草本 Sparse herbaceous cover"/>
  <rule key="rule27" symbol="27" filter="&quot;class&quot; = 180" label="湿地 Wetlands"/>
  <rule key="rule28" symbol="28" filter="&quot;class&quot; = 181" label="木本沼泽 Swamp"/>
  <rule key="rule29" symbol="29" filter="&quot;class&quot; = 182" label="草本沼泽 Marsh"/>
  <rule key="rule30" symbol="30" filter="&quot;class&quot; = 183" label="洪泛滩地 Flooded flat"/>
  <rule key="rule31" symbol="31" filter="&quot;class&quot; = 184" label="盐湖滩地 Saline"/>
  <rule key="rule32" symbol="32" filter="&quot;class&quot; = 185" label="红树林 Mangrove"/>
  <rule key="rule33" symbol="33" filter="&quot;class&quot; = 186" label="盐沼 Salt marsh"/>
  <rule key="rule34" symbol="34" filter="&quot;class&quot; = 187" label="潮滩 Tidal flat"/>
  <rule key="rule35" symbol="35" filter="&quot;class&quot; = 190" label="不透水面 Impervious surfaces"/>
  <rule key="rule36" symbol="36" filter="&quot;class&quot; = 200" label="裸地 Bare areas"/>
  <rule key="rule37" symbol="37" filter="&quot;class&quot; = 201" label="固结裸地 Consolidated bare areas"/>
  <rule key="rule38" symbol="38" filter="&quot;class&quot; = 202" label="松散裸地 Unconsolidated bare areas"/>
  <rule key="rule39" symbol="39" filter="&quot;class&quot; = 210" label="水体 Water body"/>
  <rule key="rule40" symbol="40" filter="&quot;class&quot; = 220" label="永久冰雪 Permanent ice and snow"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,100,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,65,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,100,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,65,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="170,240,240,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,156,156,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="23,102,47,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="15,66,31,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="76,115,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="49,75,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,100,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,65,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="27,120,55,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="18,78,36,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="170,200,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,130,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,160,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,104,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="61,140,85,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="40,91,55,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,80,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,52,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,60,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,39,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="95,161,115,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="62,105,75,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="40,100,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="26,65,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="40,80,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="26,52,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="130,181,145,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="85,118,94,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="160,180,50,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="104,117,33,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="120,130,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="78,85,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="150,100,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="98,65,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="20" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="150,75,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="98,49,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="21" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="150,100,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="98,65,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="22" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,180,50,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,117,33,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="23" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,220,210,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,143,137,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="24" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,235,175,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,153,114,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="25" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,210,120,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,137,78,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="26" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,235,175,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,153,114,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="27" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="63,167,160,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="41,109,104,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="28" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,168,132,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,109,86,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="29" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="115,255,223,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="75,166,145,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="30" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="158,187,215,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="103,122,140,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="31" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="130,130,130,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="85,85,85,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="32" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="245,122,182,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="159,79,118,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="33" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="102,205,171,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="66,133,111,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="34" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="68,79,137,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="44,51,89,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="35" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="195,20,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="127,13,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="36" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,245,215,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,159,140,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="37" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,220,220,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,143,143,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="38" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,245,215,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,159,140,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="39" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,70,200,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,46,130,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="40" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,255,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,166,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
