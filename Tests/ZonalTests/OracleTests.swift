// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@testable import Zonal

/// Tallies against those of other people's code, which `Tools/test` has written beforehand.
@Suite(.enabled(if: oracleFolder != nil, "Tools/test makes what this compares with"))
struct OracleTests {
    @Test(
        "areas per zone and class are those of GEOS and PROJ, within 10⁻⁷",
        arguments: [
            (
                "modis_banners", "GeoData/samples/ordos_mcd12c1_igbp_2019_005deg.tif",
                "GeoData/zones/ordos_banners.geojson", "adcode"
            ),
            (
                "synthetic_deserts", "GeoData/synthetic/landcover_2020.tif",
                "GeoData/zones/deserts_schematic.geojson", "id"
            ),
        ])
    func tabulation(name: String, raster: String, zones: String, field: String) async throws {
        let rows = try String(
            contentsOfFile: "\(oracleFolder ?? "")/\(name).csv", encoding: .utf8
        ).split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        let layer = try ZoneLayer(
            reading: ZoneSource(path: repositoryFile(zones), idField: field))
        let tally = try await Measurement(of: repositoryFile(raster)).tally(over: layer)
        let places = Dictionary(uniqueKeysWithValues: layer.zones.enumerated().map { ($1.id, $0) })
        var largest = 0.0
        for row in rows {
            let zone = try #require(places[String(row[0])])
            let amount = tally.amount(zone, try #require(Int(row[1])))
            let area = try #require(Double(row[3]))
            largest = max(largest, relativeDifference(amount.areaSquareMetres, area))
        }
        let classes = tally.amounts.joined().count { codes, _ in codes[0] < .noData }
        #expect(rows.count == classes)
        #expect(largest < 1e-7)
        print("\(name): \(rows.count) areas, largest relative difference \(largest)")
    }
}

private let oracleFolder = ProcessInfo.processInfo.environment["STEPPE_ORACLES"]
