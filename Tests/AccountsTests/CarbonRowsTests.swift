// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Carbon
import CarbonAccounts
import Foundation
import Survey
import Tables
import Testing
import Zonal

@Suite("CarbonRows: the rows of carbon as they are made")
struct CarbonRowsTests {
    /// Squares of 3 × 3 pixels over two rasters of all classes.
    private func tabulation(_ scratch: Scratch, side: Int) throws -> CarbonTabulation {
        for (year, factor) in [(2015, 7919), (2020, 104_729)] {
            let codes = (0..<9 * side * side).map {
                UInt8([21, 32, 61, 11, 41, 51][($0 * factor / 13) % 6])
            }
            try scratch.raster("lc_\(year).tif", width: 3 * side, pixelSize: 0.001, codes)
        }
        let squares = (0..<side * side).map { index in
            let (x, y) = (109 + Double(index % side) * 0.003, 39.1 - Double(index / side) * 0.003)
            let (right, low) = (x + 0.003, y - 0.003)
            return """
                {"type":"Feature","properties":{"code":"s\(index)"},"geometry":{"type":"Polygon",\
                "coordinates":[[[\(x),\(y)],[\(x),\(low)],[\(right),\(low)],[\(right),\(y)],[\(x),\(y)]]]}}
                """
        }
        try scratch.write(
            "{\"type\":\"FeatureCollection\",\"features\":[\(squares.joined(separator: ","))]}",
            to: "squares.geojson")
        var run = CarbonTabulation([
            [scratch.file("lc_2015.tif")], [scratch.file("lc_2020.tif")],
        ])
        run.scheme = SchemeChoice("cnlucc")
        run.request.draws = 256
        run.zones = ZoneSource(path: scratch.file("squares.geojson"), idField: "code")
        return run
    }

    private func csv(_ rows: CarbonRows) async throws -> String {
        var bytes: [UInt8] = []
        try await rows.each(\.csvRows) { bytes += $0 }
        return rows.head.csvHead + String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "they are the rows of the table that is made at once, for few zones and many, and any jobs",
        arguments: [2, 15])
    func same(side: Int) async throws {
        let scratch = try Scratch()
        var run = try tabulation(scratch, side: side)
        // Those that compare years are made in parts where zones are many.
        run.request.methods = [.stock, .stockDifference, .transition20, .flux]
        let table = try await run.run()
        for jobs in side > 2 ? [3] : [1, 3] {
            run.request.jobs = jobs
            let rows = try await run.rows()
            #expect(try await csv(rows) == table.table.csv)
            #expect(rows.notes == table.notes)
        }
    }
}
