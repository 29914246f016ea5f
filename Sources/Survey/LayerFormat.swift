// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import Foundation
internal import GDAL
internal import Tables

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
    /// A shapefile's other files stand beside `path`; `options` are the user's own for the layer,
    /// `KEY=VALUE`; `style` is how QGIS shows it, kept in a GeoPackage.
    func write(
        to path: String, overwrite: Bool, layer: String, crs: CRS, fields: [Field],
        options own: [String], style: StyleSheet?,
        features: (_ write: ([FieldValue], Geometry?) throws -> Void) throws -> Void
    ) throws {
        func fill(_ beside: String) throws {
            // GeoPackage keeps the time of its last change; the same work must give the same bytes.
            GDALRuntime.configure("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z")
            let file = try VectorWriter(creating: beside, driver: driver)
            try file.add(
                layer: layer, shape: .multiPolygon, crs: crs, fields: fields,
                options: options + own, features: features)
            if self == .geoPackage, let style { try file.addStyles([(layer, "geom", style)]) }
            try file.close()
        }
        guard self == .shapefile else {
            return try WholeFile.make(path, overwrite: overwrite, fill)
        }
        try writeShapefile(to: path, overwrite: overwrite, fill)
    }

    /// A shapefile is several files: they are made in a folder beside, and the main one moves last.
    private func writeShapefile(
        to path: String, overwrite: Bool, _ fill: (String) throws -> Void
    ) throws {
        let files = FileManager.default
        if files.fileExists(atPath: path) && !overwrite {
            throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
        }
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let folder = (path as NSString).deletingLastPathComponent
        let home = folder.isEmpty ? "." : folder
        let beside = "\(home)/.\(getpid())-\(name)"
        defer { try? files.removeItem(atPath: beside) }
        guard mkdir(beside, 0o755) == 0 else {
            throw WriteError(path: path, message: String(cString: strerror(errno)))
        }
        try fill("\(beside)/\(name).shp")
        let made = try files.contentsOfDirectory(atPath: beside).sorted {
            !$0.hasSuffix(".shp") && $1.hasSuffix(".shp")
        }
        for file in made {
            guard rename("\(beside)/\(file)", "\(home)/\(file)") == 0 else {
                throw WriteError(path: path, message: String(cString: strerror(errno)))
            }
        }
    }
}
