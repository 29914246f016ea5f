// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import GDAL
package import MapStyles
package import PlaneGeometry

/// A QGIS project that opens layers styled, by paths relative to its own.
///
/// - Source: the project file of QGIS 3.22, of which only what cannot be left out is written.
package struct QGISProject {
    /// A layer of the project.
    package struct Layer {
        package enum Kind { case vector, raster }

        package let kind: Kind
        /// What tells it from the others: letters, digits and underscores.
        package let key: String
        package let name: String
        /// As QGIS's provider takes it: `./survey.gpkg|layername=banners`.
        package let source: String
        package let crs: CRS
        package let style: StyleSheet
        let isVisible: Bool

        package init(
            kind: Kind, key: String, name: String, source: String, crs: CRS, style: StyleSheet,
            isVisible: Bool = true
        ) {
            self.kind = kind
            self.key = key
            self.name = name
            self.source = source
            self.crs = crs
            self.style = style
            self.isVisible = isVisible
        }
    }

    package let title: String
    package let crs: CRS
    package let extent: Extent
    /// From the top down.
    package let layers: [Layer]

    package init(title: String, crs: CRS, extent: Extent, layers: [Layer]) {
        self.title = title
        self.crs = crs
        self.extent = extent
        self.layers = layers
    }

    /// The file's text.
    package var xml: String {
        var lines = [
            "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
            "<qgis projectname=\"\(escapedXML(title))\" version=\"3.22.0\">",
            "<title>\(escapedXML(title))</title>",
            "<projectCrs>\(crs.qgisReference)</projectCrs>",
            "<layer-tree-group>",
        ]
        for layer in layers {
            lines.append(
                "<layer-tree-layer id=\"\(layer.id)\" name=\"\(escapedXML(layer.name))\" "
                    + "checked=\"\(layer.isVisible ? "Qt::Checked" : "Qt::Unchecked")\" "
                    + "expanded=\"0\" providerKey=\"\(layer.provider)\" "
                    + "source=\"\(escapedXML(layer.source))\"/>")
        }
        lines += [
            "</layer-tree-group>",
            "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\">",
            "<units>\(crs.isGeographic ? "degrees" : "meters")</units>",
            "<extent><xmin>\(extent.minX)</xmin><ymin>\(extent.minY)</ymin>"
                + "<xmax>\(extent.maxX)</xmax><ymax>\(extent.maxY)</ymax></extent>",
            "<rotation>0</rotation>", "<destinationsrs>\(crs.qgisReference)</destinationsrs>",
            "</mapcanvas>", "<projectlayers>",
        ]
        for layer in layers { lines += layer.elements }
        lines += ["</projectlayers>", "<layerorder>"]
        lines += layers.map { "<layer id=\"\($0.id)\"/>" }
        lines += [
            "</layerorder>",
            "<properties><Paths><Absolute type=\"bool\">false</Absolute></Paths>",
            // Without this, QGIS opens a project with no CRS, whatever is named above.
            "<SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled></SpatialRefSys>",
            "</properties>",
            "</qgis>",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension CRS {
    /// As QGIS keeps it: an authority's code counts only beside a number of QGIS's own table, any.
    fileprivate var qgisReference: String {
        let known = code.map { "<srsid>1</srsid><authid>\(escapedXML($0))</authid>" } ?? ""
        return "<spatialrefsys><wkt>\(escapedXML(wkt))</wkt>\(known)</spatialrefsys>"
    }
}

extension QGISProject.Layer {
    /// QGIS gives a layer whose id is of ten letters or fewer another one, and loses it from the tree.
    fileprivate var id: String { "steppe_layer_\(key)" }

    fileprivate var provider: String { kind == .vector ? "ogr" : "gdal" }

    fileprivate var elements: [String] {
        let type = kind == .vector ? "type=\"vector\" geometry=\"Polygon\"" : "type=\"raster\""
        let labels = style.hasLabels ? " labelsEnabled=\"1\"" : ""
        return [
            "<maplayer \(type)\(labels) styleCategories=\"AllStyleCategories\">",
            "<id>\(id)</id>", "<datasource>\(escapedXML(source))</datasource>",
            "<srs>\(crs.qgisReference)</srs>", "<layername>\(escapedXML(name))</layername>",
            "<provider encoding=\"UTF-8\">\(provider)</provider>",
        ] + style.qgisElements() + ["</maplayer>"]
    }
}

/// The way from a folder to a file, as relative paths say it.
package func relativePath(from folder: String, to file: String) -> String {
    func parts(_ path: String) -> [String] {
        let full =
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        return (full as NSString).standardizingPath.split(separator: "/").map(String.init)
    }
    let (from, to) = (parts(folder), parts(file))
    var shared = 0
    while shared < min(from.count, to.count), from[shared] == to[shared] { shared += 1 }
    let steps = Array(repeating: "..", count: from.count - shared) + to[shared...]
    return steps.first == ".." ? steps.joined(separator: "/") : "./" + steps.joined(separator: "/")
}
