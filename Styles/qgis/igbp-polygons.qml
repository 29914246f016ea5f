<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 1" label="常绿针叶林 Evergreen needleleaf forest"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 2" label="常绿阔叶林 Evergreen broadleaf forest"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 3" label="落叶针叶林 Deciduous needleleaf forest"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 4" label="落叶阔叶林 Deciduous broadleaf forest"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 5" label="混交林 Mixed forest"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 6" label="郁闭灌丛 Closed shrubland"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 7" label="开放灌丛 Open shrubland"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 8" label="多树草原 Woody savanna"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 9" label="稀树草原 Savanna"/>
  <rule key="rule9" symbol="9" filter="&quot;class&quot; = 10" label="草地 Grassland"/>
  <rule key="rule10" symbol="10" filter="&quot;class&quot; = 11" label="永久湿地 Permanent wetland"/>
  <rule key="rule11" symbol="11" filter="&quot;class&quot; = 12" label="农田 Cropland"/>
  <rule key="rule12" symbol="12" filter="&quot;class&quot; = 13" label="城镇与建成区 Urban and built-up"/>
  <rule key="rule13" symbol="13" filter="&quot;class&quot; = 14" label="农田与自然植被镶嵌体 Cropland and natural vegetation mosaic"/>
  <rule key="rule14" symbol="14" filter="&quot;class&quot; = 15" label="永久冰雪 Permanent snow and ice"/>
  <rule key="rule15" symbol="15" filter="&quot;class&quot; = 16" label="裸地 Barren"/>
  <rule key="rule16" symbol="16" filter="&quot;class&quot; = 17" label="水体 Water"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="5,69,10,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="3,45,7,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="8,106,16,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="5,69,10,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="84,167,8,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="55,109,5,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="120,210,3,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="78,137,2,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="0,153,0,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="0,99,0,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="198,176,68,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="129,114,44,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="220,209,89,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="143,136,58,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="218,222,72,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="142,144,47,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="251,255,19,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="163,166,12,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="182,255,5,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="118,166,3,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="39,255,135,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="25,166,88,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="194,79,68,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="126,51,44,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="165,165,165,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="107,107,107,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="255,109,76,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="166,71,49,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="105,255,248,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="68,166,161,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="249,255,164,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="162,166,107,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="28,13,255,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="18,8,166,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
