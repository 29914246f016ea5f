// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import GDAL
import Survey
import Tables
import Testing
import Zonal

@Suite("Accuracy from files")
struct AccuracyTests {
    private func number(_ table: Table, _ row: Int, _ column: String) -> Double? {
        guard let index = table.columns.firstIndex(of: column), table.rows.indices.contains(row),
            case .number(let value) = table.rows[row][index]
        else { return nil }
        return value
    }

    private func pairs(_ rows: [[Int]], _ names: [String]) -> String {
        var lines = ["map,reference"]
        for (map, row) in zip(names, rows) {
            for (reference, count) in zip(names, row) {
                lines += Array(repeating: "\(map),\(reference)", count: count)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("Olofsson's published example, from a CSV of samples and one of areas")
    func olofsson() async throws {
        let scratch = try Scratch()
        let names = ["deforestation", "gain", "forest", "other"]
        let samples = try scratch.write(
            pairs([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]], names),
            to: "samples.csv")
        let pixels = [200_000.0, 150_000, 3_200_000, 6_450_000]
        let areas = try scratch.write(
            "class,area_m2\n"
                + zip(names, pixels).map { "\($0),\($1 * 900)\n" }.joined(), to: "areas.csv")
        var assessment = AccuracyAssessment(samples: SampleSource(path: samples))
        assessment.areas = areas
        let result = try await assessment.run()
        let row = try #require(result.table.rows.firstIndex { $0[0] == .text("deforestation") })
        #expect(abs((number(result.table, row, "area_m2") ?? 0) / 1e4 - 21_157.76) < 0.005)
        #expect(abs((number(result.table, row, "area_ci95_m2") ?? 0) / 1e4 - 6_157.63) < 0.005)
        #expect(abs((number(result.table, row, "users") ?? 0) - 0.88) < 5e-5)
        #expect(abs((number(result.table, row, "producers") ?? 0) - 0.7487) < 5e-5)
        #expect(abs((number(result.table, row, "producers_ci95") ?? 0) - 0.2133) < 5e-5)
        #expect(abs((number(result.table, 4, "overall") ?? 0) - 0.94651) < 5e-6)
        #expect(abs((number(result.table, 4, "overall_ci95") ?? 0) - 0.01848) < 5e-6)
    }

    @Test("Stehman's published example, strata from a table of sizes or from weights")
    func stehman() async throws {
        let scratch = try Scratch()
        let strata = [("A", 40_000), ("B", 30_000), ("C", 20_000), ("D", 10_000)]
        let maps = ["AAAAAAABBB", "ABBBBBBBBB", "BBCCCCCCBB", "DDDDDDDDDD"]
        let truths = ["AAAAACBABC", "ABBBBBAABB", "CCCCCDDBBA", "DDDDDDDCCB"]
        var lines = "stratum,weight,map,reference\n"
        for (stratum, (map, truth)) in zip(strata, zip(maps, truths)) {
            for (m, r) in zip(map, truth) {
                lines += "\(stratum.0),\(stratum.1 / 10),\(m),\(r)\n"
            }
        }
        let samples = try scratch.write(lines, to: "samples.csv")
        let sizes = try scratch.write(
            "stratum,size\n" + strata.map { "\($0.0),\($0.1)\n" }.joined(), to: "strata.csv")
        for path in [sizes, nil] {
            var assessment = AccuracyAssessment(samples: SampleSource(path: samples))
            assessment.strata = path
            let table = try await assessment.run().table
            #expect(abs((number(table, 4, "overall") ?? 0) - 0.63) < 1e-9)
            #expect(abs((number(table, 4, "overall_ci95") ?? 0) - 1.96 * 0.08464) < 1e-5)
            #expect(abs((number(table, 0, "area_m2") ?? 0) - 35_000) < 1e-6)
            #expect(abs((number(table, 0, "area_ci95_m2") ?? 0) - 1.96 * 8225) < 2)
            #expect(abs((number(table, 1, "users") ?? 0) - 0.574468) < 1e-6)
            #expect(abs((number(table, 1, "producers_ci95") ?? 0) - 1.96 * 0.11655) < 2e-5)
        }
    }

    @Test("the map is read at points; those off it are left out, and a note says how many")
    func readingTheMap() async throws {
        let scratch = try Scratch()
        let map = try scratch.raster("m.tif", width: 2, noData: 0, [1, 2, 2, 0] as [UInt8])
        let samples = try scratch.write(
            """
            lon,lat,reference
            109.005,39.095,1
            109.006,39.096,2
            109.015,39.095,2
            109.004,39.085,2
            109.015,39.085,1
            120,39,1

            """, to: "s.csv")
        var assessment = AccuracyAssessment(samples: SampleSource(path: samples))
        assessment.map = [map]
        let result = try await assessment.run()
        #expect(result.notes.contains { $0.hasPrefix("2 of 6 samples lie off the map") })
        #expect(number(result.table, 0, "users") == 0.5)
        #expect(number(result.table, 1, "users") == 1)
    }

    @Test("a zone with few samples gets an estimate without an interval")
    func zones() async throws {
        let scratch = try Scratch()
        let names = ["1", "2"]
        var lines = "map,reference,zone\n"
        for unit in 0..<80 {
            let map = unit % 2 == 0 ? "1" : "2"
            lines +=
                "\(map),\(unit % 8 == 1 ? "1" : map),\(unit < 40 ? "w" : unit < 60 ? "e" : "n")\n"
        }
        let samples = try scratch.write(lines, to: "s.csv")
        let areas = try scratch.write(
            "zone,class,area_m2\n"
                + ["w", "e", "n"].flatMap { zone in names.map { "\(zone),\($0),500000\n" } }
                .joined(), to: "a.csv")
        let layer = try scratch.rectangles(
            "z.gpkg", layer: "z", fields: [.init("id", .text)],
            [(109, 39, 110, 40, [.text("w")]), (110, 39, 111, 40, [.text("e")])])
        var assessment = AccuracyAssessment(samples: SampleSource(path: samples))
        assessment.areas = areas
        assessment.zones = ZoneSource(path: layer, idField: "id")
        let table = try await assessment.run().byZone
        #expect(number(table, 0, "share_ci95") != nil)
        #expect(number(table, 0, "share") == 0.625)
        #expect(number(table, 0, "area_m2") == 625_000)
        #expect(number(table, 2, "share") != nil)
        #expect(number(table, 2, "share_ci95") == nil)
    }

    @Test("a mapped class without a sample, a negative area and a lone unit are refused")
    func refusals() async throws {
        let scratch = try Scratch()
        func run(_ samples: String, _ areas: String) async throws {
            var assessment = AccuracyAssessment(
                samples: SampleSource(path: try scratch.write(samples, to: "s.csv")))
            assessment.areas = try scratch.write(areas, to: "a.csv")
            _ = try await assessment.run()
        }
        let fine = "map,reference\n1,1\n1,1\n2,2\n2,1\n"
        await #expect(throws: AccuracyError.emptyStratum("3")) {
            try await run(fine, "class,area_m2\n1,10\n2,10\n3,10\n")
        }
        await #expect(throws: DataFileError.self) {
            try await run(fine, "class,area_m2\n1,10\n2,-10\n")
        }
        await #expect(throws: AccuracyError.tooFewUnits("2", count: 1)) {
            try await run("map,reference\n1,1\n1,1\n2,2\n", "class,area_m2\n1,10\n2,10\n")
        }
        await #expect(throws: DataFileError.self) {
            try await run("map,reference\n1,1\n1,\n", "class,area_m2\n1,10\n")
        }
    }

    @Test("95 % intervals cover the truth 93 to 97 times in 100 on simulated maps")
    func coverage() throws {
        // Three map classes; the share of each that truly is class "a".
        let mapped = [("a", 300_000.0, 0.85), ("b", 500_000.0, 0.12), ("c", 200_000.0, 0.30)]
        let truth = mapped.reduce(0) { $0 + $1.1 * $1.2 }
        var generator = SplitMix(state: 20_181_203)
        var covered = 0
        let runs = 4000
        for _ in 0..<runs {
            var counts = [[Int]](repeating: [0, 0, 0], count: 3)
            for (row, stratum) in mapped.enumerated() {
                for _ in 0..<150 {
                    let isA = Double(generator.next() >> 11) * 0x1p-53 < stratum.2
                    counts[row][isA ? 0 : row == 0 ? 1 : row] += 1
                }
            }
            let area = try ConfusionMatrix(
                classes: mapped.map(\.0), counts: counts, mapped: mapped.map(\.1)
            ).area(of: "a")
            if area.lower <= truth && truth <= area.upper { covered += 1 }
        }
        let rate = Double(covered) / Double(runs)
        #expect((0.93...0.97).contains(rate), "\(rate)")
    }
}

/// A generator whose draws are the same everywhere.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
