<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <pipe>
  <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="-0.5" classificationMax="0.5">
  <rastershader>
  <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="-0.5" maximumValue="0.5">
  <item value="-0.5" color="#543005" alpha="255" label="-0.5"/>
  <item value="-0.4375" color="#764408" alpha="255" label="-0.4375"/>
  <item value="-0.375" color="#995d14" alpha="255" label="-0.375"/>
  <item value="-0.3125" color="#b97b29" alpha="255" label="-0.3125"/>
  <item value="-0.25" color="#d0a157" alpha="255" label="-0.25"/>
  <item value="-0.1875" color="#e2c786" alpha="255" label="-0.1875"/>
  <item value="-0.125" color="#f0deb2" alpha="255" label="-0.125"/>
  <item value="-0.0625" color="#f6edd6" alpha="255" label="-0.0625"/>
  <item value="0" color="#f5f5f5" alpha="255" label="0"/>
  <item value="0.0625" color="#d9eeeb" alpha="255" label="0.0625"/>
  <item value="0.125" color="#b6e3dc" alpha="255" label="0.125"/>
  <item value="0.1875" color="#89d1c5" alpha="255" label="0.1875"/>
  <item value="0.25" color="#5cb2a8" alpha="255" label="0.25"/>
  <item value="0.3125" color="#309189" alpha="255" label="0.3125"/>
  <item value="0.375" color="#12726a" alpha="255" label="0.375"/>
  <item value="0.4375" color="#00564c" alpha="255" label="0.4375"/>
  <item value="0.5" color="#003c30" alpha="255" label="0.5"/>
  </colorrampshader>
  </rastershader>
  </rasterrenderer>
  </pipe>
</qgis>
