<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="1">
  <rastershader>
  <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="1">
  <item value="0" color="#ffffe5" alpha="255" label="0"/>
  <item value="0.0625" color="#fbfecf" alpha="255" label="0.0625"/>
  <item value="0.125" color="#f7fcb9" alpha="255" label="0.125"/>
  <item value="0.1875" color="#e8f6ae" alpha="255" label="0.1875"/>
  <item value="0.25" color="#d9f0a3" alpha="255" label="0.25"/>
  <item value="0.3125" color="#c3e798" alpha="255" label="0.3125"/>
  <item value="0.375" color="#addd8e" alpha="255" label="0.375"/>
  <item value="0.4375" color="#93d283" alpha="255" label="0.4375"/>
  <item value="0.5" color="#78c679" alpha="255" label="0.5"/>
  <item value="0.5625" color="#5eb86b" alpha="255" label="0.5625"/>
  <item value="0.625" color="#41ab5d" alpha="255" label="0.625"/>
  <item value="0.6875" color="#329750" alpha="255" label="0.6875"/>
  <item value="0.75" color="#238443" alpha="255" label="0.75"/>
  <item value="0.8125" color="#14763d" alpha="255" label="0.8125"/>
  <item value="0.875" color="#006837" alpha="255" label="0.875"/>
  <item value="0.9375" color="#005630" alpha="255" label="0.9375"/>
  <item value="1" color="#004529" alpha="255" label="1"/>
  </colorrampshader>
  </rastershader>
  </rasterrenderer>
  </pipe>
</qgis>
