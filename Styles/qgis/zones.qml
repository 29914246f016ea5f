<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0">
  <rules key="rules">
  <rule key="rule0" symbol="0" label="旗（区）界 Banner border"/>
  </rules>
  <symbols>
  <symbol name="0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
  <layer class="SimpleLine" enabled="1" locked="0" pass="0">
  <prop k="line_color" v="255,255,255,191"/>
  <prop k="line_width" v="0.784"/>
  <prop k="line_width_unit" v="MM"/>
  <prop k="line_style" v="solid"/>
  </layer>
  <layer class="SimpleLine" enabled="1" locked="0" pass="0">
  <prop k="line_color" v="58,58,58,255"/>
  <prop k="line_width" v="0.28"/>
  <prop k="line_width_unit" v="MM"/>
  <prop k="line_style" v="solid"/>
  </layer>
  </symbol>
  </symbols>
  </renderer-v2>
  <labeling type="simple">
  <settings calloutType="simple">
  <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans CJK SC" fontSize="3.36" fontSizeUnit="MM" fontWeight="50" fontItalic="0" textColor="27,27,27,255" textOpacity="1">
  <text-buffer bufferDraw="1" bufferSize="0.336" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
  </text-style>
  <placement placement="1"/>
  </settings>
  </labeling>
</qgis>
