<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>glc-fcs30</Name>
    <UserStyle>
      <Name>glc-fcs30</Name>
      <Title>GLC_FCS30D, 30 m with a fine classification system</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#ffff64" quantity="10" label="雨养农田 Rainfed cropland"/>
              <ColorMapEntry color="#ffff64" quantity="11" label="草本农田 Herbaceous cover cropland"/>
              <ColorMapEntry color="#ffff00" quantity="12" label="乔灌作物（果园） Tree or shrub cover cropland (orchard)"/>
              <ColorMapEntry color="#aaf0f0" quantity="20" label="灌溉农田 Irrigated cropland"/>
              <ColorMapEntry color="#17662f" quantity="50" label="常绿阔叶林 Evergreen broadleaved forest"/>
              <ColorMapEntry color="#4c7300" quantity="51" label="稀疏常绿阔叶林 Open evergreen broadleaved forest"/>
              <ColorMapEntry color="#006400" quantity="52" label="郁闭常绿阔叶林 Closed evergreen broadleaved forest"/>
              <ColorMapEntry color="#1b7837" quantity="60" label="落叶阔叶林 Deciduous broadleaved forest"/>
              <ColorMapEntry color="#aac800" quantity="61" label="稀疏落叶阔叶林 Open deciduous broadleaved forest"/>
              <ColorMapEntry color="#00a000" quantity="62" label="郁闭落叶阔叶林 Closed deciduous broadleaved forest"/>
              <ColorMapEntry color="#3d8c55" quantity="70" label="常绿针叶林 Evergreen needleleaved forest"/>
              <ColorMapEntry color="#005000" quantity="71" label="稀疏常绿针叶林 Open evergreen needleleaved forest"/>
              <ColorMapEntry color="#003c00" quantity="72" label="郁闭常绿针叶林 Closed evergreen needleleaved forest"/>
              <ColorMapEntry color="#5fa173" quantity="80" label="落叶针叶林 Deciduous needleleaved forest"/>
              <ColorMapEntry color="#286400" quantity="81" label="稀疏落叶针叶林 Open deciduous needleleaved forest"/>
              <ColorMapEntry color="#285000" quantity="82" label="郁闭落叶针叶林 Closed deciduous needleleaved forest"/>
              <ColorMapEntry color="#82b591" quantity="90" label="针阔混交林 Mixed-leaf forest"/>
              <ColorMapEntry color="#a0b432" quantity="91" label="稀疏针阔混交林 Open mixed-leaf forest"/>
              <ColorMapEntry color="#788200" quantity="92" label="郁闭针阔混交林 Closed mixed-leaf forest"/>
              <ColorMapEntry color="#966400" quantity="120" label="灌木地 Shrubland"/>
              <ColorMapEntry color="#964b00" quantity="121" label="常绿灌木地 Evergreen shrubland"/>
              <ColorMapEntry color="#966400" quantity="122" label="落叶灌木地 Deciduous shrubland"/>
              <ColorMapEntry color="#ffb432" quantity="130" label="草地 Grassland"/>
              <ColorMapEntry color="#ffdcd2" quantity="140" label="地衣与苔藓 Lichens and mosses"/>
              <ColorMapEntry color="#ffebaf" quantity="150" label="稀疏植被 Sparse vegetation"/>
              <ColorMapEntry color="#ffd278" quantity="152" label="稀疏灌木 Sparse shrubland"/>
              <ColorMapEntry color="#ffebaf" quantity="153" label="稀疏草本 Sparse herbaceous cover"/>
              <ColorMapEntry color="#3fa7a0" quantity="180" label="湿地 Wetlands"/>
              <ColorMapEntry color="#00a884" quantity="181" label="木本沼泽 Swamp"/>
              <ColorMapEntry color="#73ffdf" quantity="182" label="草本沼泽 Marsh"/>
              <ColorMapEntry color="#9ebbd7" quantity="183" label="洪泛滩地 Flooded flat"/>
              <ColorMapEntry color="#828282" quantity="184" label="盐湖滩地 Saline"/>
              <ColorMapEntry color="#f57ab6" quantity="185" label="红树林 Mangrove"/>
              <ColorMapEntry color="#66cdab" quantity="186" label="盐沼 Salt marsh"/>
              <ColorMapEntry color="#444f89" quantity="187" label="潮滩 Tidal flat"/>
              <ColorMapEntry color="#c31400" quantity="190" label="不透水面 Impervious surfaces"/>
              <ColorMapEntry color="#fff5d7" quantity="200" label="裸地 Bare areas"/>
              <ColorMapEntry color="#dcdcdc" quantity="201" label="固结裸地 Consolidated bare areas"/>
              <ColorMapEntry color="#fff5d7" quantity="202" label="松散裸地 Unconsolidated bare areas"/>
              <ColorMapEntry color="#0046c8" quantity="210" label="水体 Water body"/>
              <ColorMapEntry color="#ffffff" quantity="220" label="永久冰雪 Permanent ice and snow"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
