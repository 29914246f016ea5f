// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Testing

@testable import Cartography
import Words

/// A folder that goes away with the test that made it.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "steppe-cartography-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    /// A raster over 108–110° E, 39–41° N.
    func raster<Value: Pixel>(
        _ name: String = "raster.tif", width: Int, height: Int, noData: Double? = nil,
        _ values: [Value]
    ) throws -> String {
        let file = "\(path)/\(name)"
        let size = (x: 2 / Double(width), y: 2 / Double(height))
        let transform = try #require(GeoTransform([108, size.x, 0, 41, 0, -size.y]))
        let dataset = try Dataset(
            creating: file,
            as: RasterPlan(
                width: width, height: height, dataType: Value.dataType, transform: transform,
                crs: CRS.wgs84(), noData: noData))
        try dataset.write(
            Window(column: 0, row: 0, width: width, height: height), from: values.span)
        try dataset.close()
        return file
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A zone with sides along meridians and parallels.
func zone(
    _ id: String, _ zh: String, west: Double, south: Double, east: Double, north: Double
) -> MapZone {
    let ring = [
        Point(x: west, y: south), Point(x: east, y: south), Point(x: east, y: north),
        Point(x: west, y: north), Point(x: west, y: south),
    ]
    return MapZone(
        id: id, name: LocalizedText(zh: zh, en: "Zone \(id)"), polygons: [Polygon(rings: [ring])])
}

/// Two zones of two degrees, and one of a tenth between them.
func threeZones() throws -> ZoneBorders {
    ZoneBorders(
        zones: [
            zone("1", "东胜区", west: 108, south: 39, east: 109, north: 41),
            zone("2", "伊金霍洛旗", west: 109.1, south: 39, east: 110, north: 41),
            zone("3", "康巴什区", west: 109, south: 39.95, east: 109.1, north: 40.05),
        ], crs: try CRS.wgs84())
}

let green = RGBA(red: 27, green: 120, blue: 55)
let yellow = RGBA(red: 217, green: 229, blue: 161)

func entry(_ code: Int, _ color: RGBA, _ name: String) -> LegendEntry {
    LegendEntry(code: code, color: color, label: LocalizedText(zh: name, en: name))
}
