// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Foundation

/// Small data that a child can check, as text files that GDAL reads.
extension Folder {
    /// Four by four pixels of 0.01° from 109° E, 39° N: WorldCover's codes, one pixel nodata.
    ///
    ///     10 10 30 30
    ///     10 20 30 30
    ///     60 60 10 10
    ///     60 60 10  –
    static let codes = ["10 10 30 30", "10 20 30 30", "60 60 10 10", "60 60 10 0"]

    func writeRaster(
        _ name: String = "lc.asc", rows: [String] = codes, left: Double = 109,
        bottom: Double = 39, hasCRS: Bool = true
    ) throws {
        let columns = rows[0].split(separator: " ").count
        let head = [
            "ncols \(columns)", "nrows \(rows.count)", "xllcorner \(left)", "yllcorner \(bottom)",
            "cellsize 0.01", "NODATA_value 0",
        ]
        try write((head + rows).joined(separator: "\n") + "\n", to: name)
        guard hasCRS else { return }
        let wgs84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,"
            + "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]"
        try write(wgs84, to: String(name.dropLast(4)) + ".prj")
    }

    /// A raster of two bands: the codes, and the codes again.
    func writeTwoBands() throws {
        try writeRaster()
        let band = (1...2).map {
            "<VRTRasterBand dataType=\"Int32\" band=\"\($0)\"><NoDataValue>0</NoDataValue>"
                + "<SimpleSource><SourceFilename relativeToVRT=\"1\">lc.asc</SourceFilename>"
                + "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        }
        try write(
            "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><SRS>EPSG:4326</SRS><GeoTransform>"
                + "109, 0.01, 0, 39.04, 0, -0.01</GeoTransform>\(band.joined())</VRTDataset>",
            to: "two.vrt")
    }

    /// Adds smaller copies of a raster to its file, with GDAL's own program.
    func addOverviews(to name: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gdaladdo", "-q", "-r", "nearest", "\(path)/\(name)", "2", "4"]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }

    typealias Box = (
        id: String, name: String, west: Double, south: Double, east: Double, north: Double
    )

    /// The west and the east half of the raster.
    static let halves: [Box] = [
        ("a", "West", 109, 39, 109.02, 39.04), ("b", "East", 109.02, 39, 109.04, 39.04),
    ]

    func writeZones(_ boxes: [Box] = halves, to name: String = "zones.geojson") throws {
        let features: [[String: Any]] = boxes.map { box in
            let ring = [
                [box.west, box.south], [box.east, box.south], [box.east, box.north],
                [box.west, box.north], [box.west, box.south],
            ]
            return [
                "type": "Feature", "properties": ["id": box.id, "name": box.name],
                "geometry": ["type": "Polygon", "coordinates": [ring]],
            ]
        }
        let collection: [String: Any] = ["type": "FeatureCollection", "features": features]
        let data = try JSONSerialization.data(withJSONObject: collection)
        try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    /// A survey of the small raster; `more` comes before its tables, `tables` after.
    func writeSurvey(
        _ more: String = "", tables: String = "", raster: String = "lc.asc",
        scheme: String = "worldcover"
    ) throws {
        try write(
            """
            \(more)
            [zones]
            file = "zones.geojson"
            id = "id"
            name = "name"
            [landcover]
            scheme = "\(scheme)"
            [[year]]
            year = 2020
            landcover = "\(raster)"
            \(tables)
            """, to: "survey.toml")
    }

    /// Everything for a small survey.
    static func withSurvey() throws -> Folder {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        try folder.writeSurvey()
        return folder
    }

    /// Names that break careless programs.
    static let hostileNames = [
        "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "say \"hi\", it's", "line\nbreak\r\nx",
        "\u{202E}לשון\u{202C}", String(repeating: "长", count: 200), "\"\u{301}mark",
        "\u{1B}[31mred\u{7}", "🐑🏜️", "' OR 1=1 --", "%s%n", "../../etc/passwd",
    ]

    func writeHostileZones(_ names: [String] = hostileNames) throws {
        let width = 0.04 / Double(names.count)
        try writeZones(
            names.enumerated().map { index, name in
                (
                    name, name, 109 + width * Double(index), 39, 109 + width * Double(index + 1),
                    39.04
                )
            })
    }

    static func bundled(_ name: String) throws -> String { try BundledData.path("GeoData/\(name)") }
}
