<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>change</se:Name>
    <UserStyle>
      <se:Name>change</se:Name>
      <se:Description>
        <se:Title>Change of vegetation</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Interpolate fallbackValue="#00000000" mode="linear" method="color">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:InterpolationPoint><se:Data>-0.5</se:Data><se:Value>#543005</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.4375</se:Data><se:Value>#764408</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.375</se:Data><se:Value>#995d14</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.3125</se:Data><se:Value>#b97b29</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.25</se:Data><se:Value>#d0a157</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.1875</se:Data><se:Value>#e2c786</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.125</se:Data><se:Value>#f0deb2</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>-0.0625</se:Data><se:Value>#f6edd6</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0</se:Data><se:Value>#f5f5f5</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.0625</se:Data><se:Value>#d9eeeb</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.125</se:Data><se:Value>#b6e3dc</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.1875</se:Data><se:Value>#89d1c5</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.25</se:Data><se:Value>#5cb2a8</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.3125</se:Data><se:Value>#309189</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.375</se:Data><se:Value>#12726a</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.4375</se:Data><se:Value>#00564c</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.5</se:Data><se:Value>#003c30</se:Value></se:InterpolationPoint>
              </se:Interpolate>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
