<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" filter="&quot;class&quot; = 1" label="耕地 Cropland"/>
  <rule key="rule1" symbol="1" filter="&quot;class&quot; = 2" label="森林 Forest"/>
  <rule key="rule2" symbol="2" filter="&quot;class&quot; = 3" label="灌木 Shrub"/>
  <rule key="rule3" symbol="3" filter="&quot;class&quot; = 4" label="草地 Grassland"/>
  <rule key="rule4" symbol="4" filter="&quot;class&quot; = 5" label="水体 Water"/>
  <rule key="rule5" symbol="5" filter="&quot;class&quot; = 6" label="冰雪 Snow and ice"/>
  <rule key="rule6" symbol="6" filter="&quot;class&quot; = 7" label="荒地 Barren"/>
  <rule key="rule7" symbol="7" filter="&quot;class&quot; = 8" label="不透水面 Impervious"/>
  <rule key="rule8" symbol="8" filter="&quot;class&quot; = 9" label="湿地 Wetland"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="250,227,156,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="163,148,101,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="68,111,51,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="44,72,33,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="51,160,44,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="33,104,29,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="171,211,123,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="111,137,80,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="30,105,180,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="20,68,117,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="166,206,227,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="108,134,148,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="207,189,163,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="135,123,106,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="226,66,144,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="147,43,94,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleFill" enabled="1" locked="0" pass="0">
  <prop k="color" v="40,155,232,255"/>
  <prop k="style" v="solid"/>
  <prop k="outline_color" v="26,101,151,255"/>
  <prop k="outline_width" v="0.14"/>
  <prop k="outline_width_unit" v="MM"/>
  <prop k="outline_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
</qgis>
