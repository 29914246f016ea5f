// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
public import GDAL
public import PlaneGeometry

/// A folder for one test's files, gone when the test is.
public final class Scratch: Sendable {
    /// Where it is.
    public let folder: String

    /// Makes an empty folder.
    public init() throws {
        folder = NSTemporaryDirectory() + "steppe-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    /// The path of a file in it, there or not.
    public func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Writes a text file, such as a virtual raster or a GeoJSON.
    public func text(_ name: String, _ content: String) throws -> String {
        try content.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    /// Cuts a file short, as a broken download does.
    public func truncate(_ path: String, to bytes: Int) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// Writes a raster of one band, row by row from the top; its path.
    ///
    /// Without a `place` it has half a unit a pixel, and its lower left corner at 0, 0; `change` adds
    /// colours, names and the like.
    public func raster<Value: Pixel>(
        _ name: String, _ rows: [[Value]], at place: GeoTransform? = nil,
        crs: String = "EPSG:4326", noData: Double? = nil, driver: String = "GTiff",
        options: [String] = [], _ change: (inout RasterPlan) -> Void = { _ in }
    ) throws -> String {
        let width = rows.first?.count ?? 0
        let standard = GeoTransform(left: 0, top: Double(rows.count) / 2, pixelSize: 0.5)
        guard let transform = place ?? standard else { throw CocoaError(.formatting) }
        var plan = RasterPlan(
            width: width, height: rows.count, dataType: Value.dataType, transform: transform,
            crs: try CRS(crs), noData: noData)
        change(&plan)
        let dataset = try Dataset(
            creating: path(name), driver: driver, as: plan, options: options)
        let pixels = rows.flatMap { $0 }
        try dataset.write(
            Window(column: 0, row: 0, width: width, height: rows.count), from: pixels.span)
        try dataset.close()
        return path(name)
    }

    /// Writes polygons, given as well-known text, with the fields `code` and `name`; its path.
    public func zones(
        _ shapes: [(code: String, wkt: String)], named name: String = "zones.gpkg",
        crs: String? = "EPSG:4326", driver: String = "GPKG"
    ) throws -> String {
        let writer = try VectorWriter(creating: path(name), driver: driver)
        try writer.add(
            layer: "zones", shape: .any, crs: try crs.map { try CRS($0) },
            fields: [Field("code", .text), Field("name", .text)],
            rows: shapes.map { code, wkt in
                ([.text(code), .text("zone \(code)")], try Geometry(wkt: wkt))
            })
        try writer.close()
        return path(name)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// The path of a file of this repository, such as `GeoData/zones/ordos_banners.geojson`.
public func repositoryFile(_ name: String) -> String {
    let here = URL(fileURLWithPath: #filePath)
    return here.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(name).path
}
