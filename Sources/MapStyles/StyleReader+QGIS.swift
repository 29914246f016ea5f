// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

extension StyleReader {
    /// The colours of a raster, from QGIS's own style file: a palette, or a colour ramp of one band.
    ///
    /// - Source: the style files of QGIS 3.22.
    mutating func qgisStyle(_ root: XMLElementNode) throws(StyleError) -> StyleSheet {
        guard let renderer = root.descendants("rasterrenderer").first else {
            throw error(
                root,
                "holds no raster renderer; of .qml files, those of rasters are read. "
                    + "Let QGIS save the style as SLD instead")
        }
        let type = renderer.attributes["type"] ?? "?"
        let map: ColorMap
        switch type {
        case "paletted": map = try palette(renderer)
        case "singlebandpseudocolor": map = try colorRamp(renderer)
        default:
            throw error(
                renderer,
                "a raster renderer of type '\(type)' is not supported; 'paletted' and "
                    + "'singlebandpseudocolor' are")
        }
        var symbol = RasterSymbol(map)
        symbol.opacity = try share("opacity", of: renderer)
        return StyleSheet(name: "", rules: [StyleRule([.raster(symbol)])])
    }

    private func palette(_ renderer: XMLElementNode) throws(StyleError) -> ColorMap {
        let nodes = renderer.descendants("colorPalette").first?.all("paletteEntry") ?? []
        guard !nodes.isEmpty else { throw error(renderer, "the palette is empty") }
        let entries = try nodes.map { node throws(StyleError) in try entry(node) }
        return ColorMap(.values, entries)
    }

    private mutating func colorRamp(_ renderer: XMLElementNode) throws(StyleError) -> ColorMap {
        let shader = renderer.descendants("colorrampshader").first
        guard let shader, !shader.all("item").isEmpty else {
            throw error(renderer, "the colour ramp has no item")
        }
        let kinds: [String: ColorMap.Kind] = [
            "INTERPOLATED": .ramp, "DISCRETE": .intervals, "EXACT": .values,
        ]
        let type = shader.attributes["colorRampType"] ?? "INTERPOLATED"
        guard let kind = kinds[type] else {
            throw error(shader, "a colour ramp of type '\(type)' is not supported")
        }
        if kind == .ramp, shader.attributes["clip"] == "1" {
            note(shader, "leaving out what lies beyond the ramp")
        }
        let entries = try shader.all("item").map { node throws(StyleError) in try entry(node) }
        return try colorMap(kind, entries, of: shader)
    }

    private func entry(_ node: XMLElementNode) throws(StyleError) -> ColorMap.Entry {
        let share = try share("alpha", of: node, most: 255)
        guard let color = node.attributes["color"].flatMap({ RGBA(styleText: $0, opacity: share) })
        else { throw error(node, "'\(node.name)' needs a color such as #1b7837") }
        return ColorMap.Entry(
            try quantity("value", of: node), color, label: node.attributes["label"] ?? "")
    }
}
