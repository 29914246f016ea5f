// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import CarbonAccounts
import Ecology
import Foundation
import GDAL
import Indicators
import Survey
import Tables
import Testing
import Words
import Zonal

/// What is known of the error of change: samples of change, published accuracies, and pixels that do
/// not lie on one another.
@Suite("Errors of change")
struct ChangeErrorTests {
    /// The first row of a table that has a value under a key, by column.
    private func row(_ table: Table, _ key: String, _ value: String) throws -> [String: String] {
        return try #require(
            rowsByColumn(table.csv).first { $0[key] == value }, "\(value)")
    }

    /// Writes `own.toml`: wood and grass, with an accuracy that its maker publishes.
    private func writeOwnScheme(_ scratch: Scratch) throws {
        try scratch.write(
            """
            id = "own"
            title_en = "Own"

            [accuracy]
            users = { 1 = 80, 2 = 90 }
            producers = { 1 = 90, 2 = 75 }
            source = "its manual"

            [classes]
            1 = { zh = "林", en = "Wood", category = "forest" }
            2 = { zh = "草", en = "Grass", category = "grassland" }
            """, to: "own.toml")
    }

    private func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }

    /// Stripes of two classes, 40 × 20 pixels, which are 291 × 226 m or so.
    private func stripes(_ scratch: Scratch, _ name: String, left: Double = 109) throws -> String {
        try scratch.raster(
            name, width: 40, pixelSize: 0.0025, left: left,
            (0..<800).map { UInt8($0 % 40 % 4 < 2 ? 21 : 12) })
    }

    @Test("pixels that lie beside one another show a swap by that alone, and widen the net change")
    func registration() async throws {
        let scratch = try Scratch()
        let a = try stripes(scratch, "a_2015.tif")
        // The same land, its pixels two fifths of a column to the right.
        let b = try stripes(scratch, "b_2020.tif", left: 109 + 0.0025 * 0.4)
        var change = ChangeTabulation(before: [a], after: [b])
        change.zones = nil
        let result = try await change.run()
        let found = try row(result.summary, "class", "21")
        // Every fourth column meets another class to its left, by two fifths of a pixel.
        let pixels = try #require(number(found["before_m2"])) / 400
        let swap = try #require(number(found["shift_swap_m2"]))
        #expect(isNear(swap, 2 * 0.4 * pixels * 180, within: 0.03), "\(swap / pixels)")
        let net = try #require(number(found["net_m2"]))
        let lower = try #require(number(found["net_lower_m2"]))
        let upper = try #require(number(found["net_upper_m2"]))
        #expect(lower < net && net < upper && upper - net >= swap / 2)
        #expect(found["errors_held"] == "registration")
        #expect(found["errors_left_out"] == "map_error")
        #expect(result.notes.contains { $0.contains("0.400 of a column") })
    }

    @Test("pixels that lie on one another have no swap by registration")
    func aligned() async throws {
        let scratch = try Scratch()
        let a = try stripes(scratch, "a_2015.tif")
        let b = try stripes(scratch, "b_2020.tif")
        let result = try await ChangeTabulation(before: [a], after: [b]).run()
        let found = try row(result.summary, "class", "21")
        #expect(number(found["shift_swap_m2"]) == nil && number(found["net_lower_m2"]) == nil)
        #expect(found["errors_left_out"] == "map_error")
    }

    @Test("without samples, a net change lies between what both maps' published accuracies allow")
    func published() async throws {
        let scratch = try Scratch()
        try writeOwnScheme(scratch)
        let a = try scratch.raster("a_2015.tif", width: 4, [1, 1, 2, 2, 1, 1, 2, 2] as [UInt8])
        let b = try scratch.raster("b_2020.tif", width: 4, [1, 1, 1, 2, 1, 1, 2, 2] as [UInt8])
        var change = ChangeTabulation(before: [a], after: [b])
        change.schemeBefore = .named(scratch.file("own.toml"))
        change.schemeAfter = change.schemeBefore
        let found = try row(try await change.run().summary, "class", "1")
        let before = try #require(number(found["before_m2"]))
        let after = try #require(number(found["after_m2"]))
        #expect(isNear(number(found["net_lower_m2"]), after * 0.8 - before / 0.9, within: 1e-9))
        #expect(isNear(number(found["net_upper_m2"]), after / 0.9 - before * 0.8, within: 1e-9))
        #expect(found["errors_held"] == "map_error_as_published")
        #expect(found["range_kind"] == "bounds")
        change.usesPublishedAccuracy = false
        let off = try row(try await change.run().summary, "class", "1")
        #expect(number(off["net_lower_m2"]) == nil)
    }

    /// Runs two years of polygons of an own scheme; the change of wood in all zones.
    private func parcels(
        _ scratch: Scratch, _ official: (Bool, Bool), scheme: Bool = false
    ) async throws -> [String: String] {
        try scratch.twoZones()
        try writeOwnScheme(scratch)
        try scratch.parcels("a.gpkg", [1, 1, 2, 2, 1, 1, 2, 2].map { [.text("\($0)")] })
        try scratch.parcels("b.gpkg", [1, 1, 1, 2, 1, 1, 2, 2].map { [.text("\($0)")] })
        let documents = [official.0, official.1].map {
            $0 ? ", official = \"国发〔2017〕48号\"" : ""
        }
        _ = try await scratch.survey(
            """
            output = "out"
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { published_accuracy = \(scheme) }
            [[year]]
            year = 2015
            parcels = { file = "a.gpkg", scheme = "own.toml"\(documents[0]) }
            [[year]]
            year = 2020
            parcels = { file = "b.gpkg", scheme = "own.toml"\(documents[1]) }
            """)
        return try #require(
            scratch.rows(of: "change").first { $0["zone"] == "all" && $0["class"] == "1" })
    }

    @Test("polygons that are maps have the bounds of what their scheme publishes, and say the rest")
    func publishedPolygons() async throws {
        let scratch = try Scratch()
        let found = try await parcels(scratch, (false, false), scheme: true)
        let before = try #require(number(found["before_m2"]))
        let after = try #require(number(found["after_m2"]))
        #expect(isNear(number(found["net_lower_m2"]), after * 0.8 - before / 0.9, within: 1e-9))
        #expect(isNear(number(found["net_upper_m2"]), after / 0.9 - before * 0.8, within: 1e-9))
        #expect(found["range_kind"] == "bounds")
        #expect(found["errors_held"] == "map_error_as_published")
        #expect(found["errors_left_out"] == "registration")
    }

    @Test("polygons of which nothing is known leave out their map error and how they lie")
    func unknownPolygons() async throws {
        let found = try await parcels(try Scratch(), (false, false))
        #expect(number(found["net_lower_m2"]) == nil && found["range_kind"] == "")
        #expect(found["errors_left_out"] == "map_error registration")
    }

    @Test("two years of official polygons are complete counts; of one, the other's error remains")
    func officialPolygons() async throws {
        let scratch = try Scratch()
        let both = try await parcels(scratch, (true, true), scheme: true)
        let net = try #require(number(both["net_m2"]))
        #expect(number(both["net_lower_m2"]) == net && number(both["net_upper_m2"]) == net)
        #expect(both["range_kind"] == "complete_count")
        #expect(both["errors_held"] == "" && both["errors_left_out"] == "")
        let one = try await parcels(scratch, (true, false), scheme: true)
        let before = try #require(number(one["before_m2"]))
        let after = try #require(number(one["after_m2"]))
        #expect(isNear(number(one["net_lower_m2"]), after * 0.8 - before, within: 1e-9))
        #expect(isNear(number(one["net_upper_m2"]), after / 0.9 - before, within: 1e-9))
        #expect(one["errors_held"] == "map_error_as_published")
    }

    @Test("a raster and polygons have bounds where both schemes publish their accuracy")
    func rasterAndPolygons() async throws {
        let scratch = try Scratch()
        _ = try await parcels(scratch, (false, false))
        let a = try scratch.raster("r_2015.tif", width: 4, [1, 2, 2, 2, 1, 2, 2, 2] as [UInt8])
        var change = ChangeTabulation(before: [a], after: [])
        change.zones = ZoneSource(path: scratch.file("zones.gpkg"), idField: "id")
        change.parcelsAfter = ParcelSource(path: scratch.file("b.gpkg"))
        change.schemeBefore = .named(scratch.file("own.toml"))
        change.schemeAfter = change.schemeBefore
        let found = try row(try await change.run().summary, "class", "1")
        let before = try #require(number(found["before_m2"]))
        let after = try #require(number(found["after_m2"]))
        #expect(isNear(number(found["net_lower_m2"]), after * 0.8 - before / 0.9, within: 1e-9))
        #expect(found["errors_held"] == "map_error_as_published")
        #expect(found["errors_left_out"] == "registration")
    }

    /// Two maps of forest and grassland with every transition, and a sample of twenty units of each.
    private func pair(_ scratch: Scratch) throws -> (a: String, b: String, samples: String) {
        let before = (0..<800).map { UInt8($0 % 40 < 20 ? 21 : 32) }
        let after = (0..<800).map {
            UInt8(($0 % 40 < 20) != ($0 % 40 == 3 || $0 % 40 == 30) ? 21 : 32)
        }
        let a = try scratch.raster("a_2015.tif", width: 40, pixelSize: 0.001, before)
        let b = try scratch.raster("b_2020.tif", width: 40, pixelSize: 0.001, after)
        var text = "map_before,map_after,reference_before,reference_after\r\n"
        for (map, truth, count) in [
            ("21,21", "21,21", 19), ("21,21", "21,32", 1), ("32,32", "32,32", 20),
            ("21,32", "21,32", 15), ("21,32", "21,21", 5), ("32,21", "32,21", 12),
            ("32,21", "32,32", 8),
        ] {
            text += String(repeating: "\(map),\(truth)\r\n", count: count)
        }
        return (a, b, try scratch.write(text, to: "change.csv"))
    }

    @Test(
        "a sample of change gives the error-adjusted transitions, and the net change its interval")
    func sample() async throws {
        let scratch = try Scratch()
        let files = try pair(scratch)
        var change = ChangeTabulation(before: [files.a], after: [files.b])
        change.samples = SampleSource(path: files.samples)
        let result = try await change.run()
        func mapped(_ before: String, _ after: String) -> Double {
            let key = result.account.zones[0].matrix[before, after]
            return ZoneChange.squareMetres(key)
        }
        let loss = try row(result.estimates, "quantity", "loss")
        #expect(loss["before"] == "21")
        let truth = mapped("21", "21") * 0.05 + mapped("21", "32") * 0.75
        #expect(isNear(number(loss["area_m2"]), truth, within: 1e-9))
        let net = try row(result.summary, "class", "21")
        let gain = mapped("32", "21") * 0.6
        let (lower, upper) = (
            try #require(number(net["net_lower_m2"])), try #require(number(net["net_upper_m2"]))
        )
        #expect(lower < gain - truth && gain - truth < upper)
        #expect(net["range_kind"] == "interval_95")
        #expect(net["errors_held"] == "change_by_sample")
    }

    @Test("the accuracy of a sample of change is that of transitions as classes")
    func accuracy() async throws {
        let scratch = try Scratch()
        let files = try pair(scratch)
        let change = try await ChangeTabulation(before: [files.a], after: [files.b]).run()
        try scratch.write(change.table.csv, to: "transitions.csv")
        var assessment = AccuracyAssessment(samples: SampleSource(path: files.samples))
        assessment.areas = scratch.file("transitions.csv")
        let table = try await assessment.run().table
        #expect(number(try row(table, "class", "21>32")["users"]) == 0.75)
        #expect(number(try row(table, "class", "32>32")["users"]) == 1)
    }

    @Test(
        "a sample of change gives carbon's sink the error of change; without it coefficients alone")
    func carbon() async throws {
        let scratch = try Scratch()
        let files = try pair(scratch)
        func sinks(_ samples: String?) async throws -> [String: String] {
            var carbon = CarbonTabulation([[files.a], [files.b]])
            carbon.scheme = .named("cnlucc")
            carbon.request.methods = [.steadyState]
            carbon.request.draws = 0
            carbon.changeSamples = samples.map { SampleSource(path: $0) }
            let table = try await carbon.run().table
            return try row(table, "quantity", "sink_tc_per_year")
        }
        let alone = try await sinks(nil)
        let sampled = try await sinks(files.samples)
        #expect(alone["range_kind"] == "interval_95_coefficients_only")
        #expect(alone["errors_left_out"]?.contains("change_error") == true)
        #expect(sampled["range_kind"] == "interval_95")
        #expect(sampled["errors_held"] == "change_by_sample coefficients")
        #expect(number(sampled["value"]) != number(alone["value"]))
    }

    @Test("carbon uses strata that are not mapped transitions, and says which are left as mapped")
    func ownStrata() async throws {
        let scratch = try Scratch()
        let files = try pair(scratch)
        // Transitions as strata, by name: the figures are those of mapped transitions.
        let lines = try String(contentsOfFile: files.samples, encoding: .utf8)
            .split(separator: "\r\n").map(String.init)
        let change = try await ChangeTabulation(before: [files.a], after: [files.b]).run()
        let matrix = change.account.zones[0].matrix
        func size(_ pairs: [(String, String)]) -> Double {
            pairs.reduce(0) { $0 + ZoneChange.squareMetres(matrix[$1.0, $1.1]) }
        }
        func sink(
            _ strata: [(name: String, holds: [(String, String)])], without: String = "-"
        ) async throws -> (row: [String: String], notes: [String]) {
            func stratum(_ line: String) -> String {
                strata.first { $0.holds.contains { line.hasPrefix("\($0.0),\($0.1),") } }?.name
                    ?? ""
            }
            let rows = lines.dropFirst().filter { !$0.hasPrefix(without) }
            try scratch.write(
                "\(lines[0]),stratum\n" + rows.map { "\($0),\(stratum($0))\n" }.joined(),
                to: "own.csv")
            try scratch.write(
                "stratum,size\n" + strata.map { "\($0.name),\(size($0.holds))\n" }.joined(),
                to: "sizes.csv")
            var carbon = CarbonTabulation([[files.a], [files.b]])
            carbon.scheme = .named("cnlucc")
            carbon.request.methods = [.steadyState]
            carbon.request.draws = 0
            carbon.changeSamples = SampleSource(path: scratch.file("own.csv"))
            carbon.changeStrata = scratch.file("sizes.csv")
            let result = try await carbon.run()
            return (
                try row(result.table, "quantity", "sink_tc_per_year"), result.notes.map(\.en)
            )
        }
        let all = [("21", "21"), ("21", "32"), ("32", "21"), ("32", "32")]
        var carbon = CarbonTabulation([[files.a], [files.b]])
        carbon.scheme = .named("cnlucc")
        carbon.request.methods = [.steadyState]
        carbon.request.draws = 0
        carbon.changeSamples = SampleSource(path: files.samples)
        let plain = try row(try await carbon.run().table, "quantity", "sink_tc_per_year")
        let same = try await sink(all.map { ("\($0.0) to \($0.1)", [$0]) })
        #expect(isNear(number(same.row["value"]), number(plain["value"]) ?? .nan, within: 1e-9))
        #expect(isNear(number(same.row["lower"]), number(plain["lower"]) ?? .nan, within: 1e-9))
        // Changed and unchanged land as strata: the transitions' shares stay, by weights that differ.
        let two = try await sink([("same", [all[0], all[3]]), ("changed", [all[1], all[2]])])
        #expect(two.row["errors_held"] == "change_by_sample coefficients")
        #expect(two.row["errors_left_out"] == "" && number(two.row["value"]) != nil)
        let some = try await sink(
            [("same", [all[0], all[3]]), ("changed", [all[1], all[2]])], without: "32,21,")
        #expect(some.row["errors_left_out"] == "change_error")
        #expect(some.notes.contains { $0.contains("1 mapped transitions with fewer than two") })
    }

    @Test("a survey with a sample of change writes its estimates, and its carbon rests on them")
    func survey() async throws {
        let scratch = try Scratch()
        _ = try pair(scratch)
        try scratch.twoZones()
        _ = try await scratch.survey(
            """
            output = "out"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            carbon = { methods = ["stock", "steady-state"], draws = 0 }
            change = { samples = "change.csv" }
            [[year]]
            year = 2015
            landcover = "a_2015.tif"
            [[year]]
            year = 2020
            landcover = "b_2020.tif"
            """)
        func text(_ name: String) throws -> String {
            try String(contentsOfFile: scratch.file("out/\(name).csv"), encoding: .utf8)
        }
        #expect(try text("change_estimates").contains("2015,2020,transition,21,"))
        #expect(try text("change").contains("change_by_sample"))
        let sinks = try text("carbon").split(separator: "\r\n").filter {
            $0.contains("sink_tc_per_year")
        }
        #expect(!sinks.isEmpty && sinks.allSatisfy { $0.contains("change_by_sample coefficients") })
    }
}
