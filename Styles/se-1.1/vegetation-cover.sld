<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>vegetation-cover</se:Name>
    <UserStyle>
      <se:Name>vegetation-cover</se:Name>
      <se:Description>
        <se:Title>Vegetation cover</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:RasterSymbolizer>
            <se:ColorMap>
              <se:Interpolate fallbackValue="#00000000" mode="linear" method="color">
                <se:LookupValue>Rasterdata</se:LookupValue>
                <se:InterpolationPoint><se:Data>0</se:Data><se:Value>#ffffe5</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.0625</se:Data><se:Value>#fbfecf</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.125</se:Data><se:Value>#f7fcb9</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.1875</se:Data><se:Value>#e8f6ae</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.25</se:Data><se:Value>#d9f0a3</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.3125</se:Data><se:Value>#c3e798</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.375</se:Data><se:Value>#addd8e</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.4375</se:Data><se:Value>#93d283</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.5</se:Data><se:Value>#78c679</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.5625</se:Data><se:Value>#5eb86b</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.625</se:Data><se:Value>#41ab5d</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.6875</se:Data><se:Value>#329750</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.75</se:Data><se:Value>#238443</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.8125</se:Data><se:Value>#14763d</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.875</se:Data><se:Value>#006837</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>0.9375</se:Data><se:Value>#005630</se:Value></se:InterpolationPoint>
                <se:InterpolationPoint><se:Data>1</se:Data><se:Value>#004529</se:Value></se:InterpolationPoint>
              </se:Interpolate>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
