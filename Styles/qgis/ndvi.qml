<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="0.9">
  <rastershader>
  <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="0.9">
  <item value="0" color="#ffffe5" alpha="255" label="0"/>
  <item value="0.05625" color="#fbfecf" alpha="255" label="0.05625"/>
  <item value="0.1125" color="#f7fcb9" alpha="255" label="0.1125"/>
  <item value="0.16875" color="#e8f6ae" alpha="255" label="0.16875"/>
  <item value="0.225" color="#d9f0a3" alpha="255" label="0.225"/>
  <item value="0.28125" color="#c3e798" alpha="255" label="0.28125"/>
  <item value="0.3375" color="#addd8e" alpha="255" label="0.3375"/>
  <item value="0.39375" color="#93d283" alpha="255" label="0.39375"/>
  <item value="0.45" color="#78c679" alpha="255" label="0.45"/>
  <item value="0.50625" color="#5eb86b" alpha="255" label="0.50625"/>
  <item value="0.5625" color="#41ab5d" alpha="255" label="0.5625"/>
  <item value="0.61875" color="#329750" alpha="255" label="0.61875"/>
  <item value="0.675" color="#238443" alpha="255" label="0.675"/>
  <item value="0.7312500000000001" color="#14763d" alpha="255" label="0.7312500000000001"/>
  <item value="0.7875" color="#006837" alpha="255" label="0.7875"/>
  <item value="0.84375" color="#005630" alpha="255" label="0.84375"/>
  <item value="0.9" color="#004529" alpha="255" label="0.9"/>
  </colorrampshader>
  </rastershader>
  </rasterrenderer>
  </pipe>
</qgis>
