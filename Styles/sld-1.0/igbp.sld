<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>igbp</Name>
    <UserStyle>
      <Name>igbp</Name>
      <Title>MODIS MCD12Q1 and MCD12C1, IGBP (type 1)</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#1c0dff" quantity="0" label="水体 Water"/>
              <ColorMapEntry color="#05450a" quantity="1" label="常绿针叶林 Evergreen needleleaf forest"/>
              <ColorMapEntry color="#086a10" quantity="2" label="常绿阔叶林 Evergreen broadleaf forest"/>
              <ColorMapEntry color="#54a708" quantity="3" label="落叶针叶林 Deciduous needleleaf forest"/>
              <ColorMapEntry color="#78d203" quantity="4" label="落叶阔叶林 Deciduous broadleaf forest"/>
              <ColorMapEntry color="#009900" quantity="5" label="混交林 Mixed forest"/>
              <ColorMapEntry color="#c6b044" quantity="6" label="郁闭灌丛 Closed shrubland"/>
              <ColorMapEntry color="#dcd159" quantity="7" label="开放灌丛 Open shrubland"/>
              <ColorMapEntry color="#dade48" quantity="8" label="多树草原 Woody savanna"/>
              <ColorMapEntry color="#fbff13" quantity="9" label="稀树草原 Savanna"/>
              <ColorMapEntry color="#b6ff05" quantity="10" label="草地 Grassland"/>
              <ColorMapEntry color="#27ff87" quantity="11" label="永久湿地 Permanent wetland"/>
              <ColorMapEntry color="#c24f44" quantity="12" label="农田 Cropland"/>
              <ColorMapEntry color="#a5a5a5" quantity="13" label="城镇与建成区 Urban and built-up"/>
              <ColorMapEntry color="#ff6d4c" quantity="14" label="农田与自然植被镶嵌体 Cropland and natural vegetation mosaic"/>
              <ColorMapEntry color="#69fff8" quantity="15" label="永久冰雪 Permanent snow and ice"/>
              <ColorMapEntry color="#f9ffa4" quantity="16" label="裸地 Barren"/>
              <ColorMapEntry color="#1c0dff" quantity="17" label="水体 Water"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
