// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation
internal import GDAL
internal import MapStyles

/// A file of polygons, in the format that its ending names.
enum LayerFormat: String, CaseIterable {
    case geoPackage = "gpkg"
    case geoJSON = "geojson"
    case json
    /// A feature a line.
    case lines = "geojsonl"
    /// A feature a record, each after a record separator (RFC 8142).
    case sequence = "geojsons"
    case flatGeobuf = "fgb"
    case shapefile = "shp"

    /// - Throws: ``LayerError/unknownFormat(path:)``.
    init(ofPath path: String) throws(LayerError) {
        guard let format = LayerFormat(rawValue: (path as NSString).pathExtension.lowercased())
        else { throw .unknownFormat(path: path) }
        self = format
    }

    var driver: String {
        switch self {
        case .geoPackage: "GPKG"
        case .geoJSON, .json: "GeoJSON"
        case .lines, .sequence: "GeoJSONSeq"
        case .flatGeobuf: "FlatGeobuf"
        case .shapefile: "ESRI Shapefile"
        }
    }

    /// What makes the file what people expect, before the user's own options.
    private var options: [String] {
        switch self {
        // RFC 7946: WGS 84, outer rings counter-clockwise, seven decimals (a centimetre), no `crs`.
        case .geoJSON, .json: ["RFC7946=YES", "COORDINATE_PRECISION=7", "WRITE_NAME=NO"]
        case .lines: ["RS=NO", "COORDINATE_PRECISION=7"]
        case .sequence: ["RS=YES", "COORDINATE_PRECISION=7"]
        case .shapefile: ["ENCODING=UTF-8"]
        case .geoPackage, .flatGeobuf: []
        }
    }

    /// Writes one layer, whole or not at all.
    ///
    /// A shapefile's other files come beside `path`; `options` are the user's own for the layer,
    /// `KEY=VALUE`; `style` is how QGIS shows it, kept in a GeoPackage. Returns what the format's
    /// limits changed.
    func write(
        to path: String, overwrite: Bool, layer: String, crs: CRS, fields: [Field],
        options layerOptions: [String], style: StyleSheet?,
        features: (_ write: ([FieldValue], Geometry?) throws -> Void) throws -> Void
    ) throws -> [String] {
        var limits: [String] = []
        func fill(_ beside: String) throws {
            // GeoPackage keeps the time of its last change; the same work must give the same bytes.
            GDALRuntime.fixDates()
            let file = try VectorWriter(creating: beside, driver: driver)
            try file.add(
                layer: layer, shape: .multiPolygon, crs: crs, fields: fields,
                options: options + layerOptions, features: features)
            if self == .geoPackage, let style { try file.addStyles([(layer, "geom", style)]) }
            limits = try file.close()
        }
        try WholeFile.make(path, overwrite: overwrite, fill)
        return limits
    }
}
