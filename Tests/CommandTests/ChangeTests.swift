// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A window of ESA WorldCover on São Tomé, 384 × 384 pixels of 10 m, 2020 and 2021.
@Suite("steppe change on WorldCover 2020 and 2021")
struct ChangeCommandTests {
    private func years() throws -> [String] {
        try [2020, 2021].map { try Folder.bundled("samples/sao_tome_worldcover_\($0)_10m.tif") }
    }

    @Test(
        "what a class has before and after is what tabulate prints of either year, to the digit",
        arguments: [false, true])
    func closure(overZones: Bool) async throws {
        let folder = try Folder()
        try folder.write(
            """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"id": "a"}, "geometry": {"type": "Polygon", "coordinates":
            [[[6.625, 0.41], [6.625, 0.39], [6.6371234, 0.3901], [6.64, 0.4105], [6.625, 0.41]]]}},
            {"type": "Feature", "properties": {"id": "b"}, "geometry": {"type": "Polygon", "coordinates":
            [[[6.6371234, 0.3901], [6.66, 0.38], [6.65, 0.42], [6.64, 0.4105], [6.6371234, 0.3901]]]}}]}
            """, to: "zones.geojson")
        let years = try years()
        let zones = overZones ? ["--zones", "zones.geojson", "--zone-id", "id"] : []
        let run = try await Command.run(["change"] + years + ["--summary"] + zones, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        for (year, column) in zip(years, [4, 5]) {
            let own = try await Command.run(["tabulate", year] + zones, in: folder)
            let wanted = Set(own.rows.dropFirst().map { "\($0[0]) \($0[2]) \($0[6])" })
            let found = Set(
                run.rows.dropFirst().filter { Double($0[column]) != 0 }
                    .map { "\($0[0]) \($0[2]) \($0[column])" })
            #expect(wanted.count > 7 && found == wanted)
        }
    }

    @Test("46 transitions of nine classes, 18,885 pixels of 147,456 that changed")
    func transitions() async throws {
        let folder = try Folder()
        let run = try await Command.run(["change"] + years(), in: folder)
        let rows = run.rows.dropFirst()
        #expect(rows.count == 46)
        let total = rows.compactMap { Double($0[6]) }.reduce(0, +)
        let changed = rows.filter { $0[2] != $0[4] }.compactMap { Double($0[6]) }.reduce(0, +)
        // Pixels differ in area by 10⁻⁵ over the window.
        #expect(abs(changed / total - 18_885 / 147_456) < 1e-6)
    }
}
