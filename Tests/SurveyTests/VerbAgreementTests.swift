// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import CarbonAccounts
import DataFiles
import Foundation
import Indicators
import Support
import Survey
import Tables
import Testing
import Words
import Zonal

/// A verb and the annual job, asked for the same, say the same.
@Suite("Verbs agree with the survey to the last digit")
struct VerbAgreementTests {
    private let zones: ZoneSource

    init() throws {
        zones = ZoneSource(
            path: try BundledData.path("GeoData/zones/ordos_banners.geojson"), idField: "adcode",
            nameField: "name_zh")
    }

    private func data(_ name: String) throws -> String {
        try BundledData.path("GeoData/synthetic/\(name)")
    }

    /// Holds that every row of a verb's table is one of the survey's.
    ///
    /// - Parameters:
    ///   - table: What the verb prints.
    ///   - rows: The survey's rows.
    ///   - keys: The columns that tell a row.
    ///   - columns: The columns that agree; `nil` for all that both have.
    /// - Throws: Where the survey lacks a row.
    private func expect(
        _ table: Table, in rows: [[String: String]], by keys: [String], columns: [String]? = nil
    ) throws {
        func key(_ row: [String: String]) -> [String] { keys.map { row[$0] ?? "" } }
        let known = Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let printed = CSV.rows(of: table.csv)
        #expect(!printed.isEmpty)
        for row in printed {
            let same = try #require(known[key(row)], "the survey has no \(key(row))")
            let compared = columns ?? row.keys.filter { same[$0] != nil }
            #expect(compared.count > keys.count)
            for column in compared where row[column] != same[column] {
                Issue.record("\(key(row)), \(column): \(row[column] ?? "") \(same[column] ?? "")")
            }
        }
    }

    @Test("tabulate has the areas of areas.csv", arguments: [2015, 2020])
    func tabulate(year: Int) async throws {
        let demo = try await DemoRun.shared()
        var verb = Tabulation(raster: [try data("landcover_\(year).tif")])
        verb.zones = zones
        verb.scheme = .named("cnlucc")
        // Rain by zone, which tabulate does not ask for, tells which category shrub is of.
        try expect(
            try await verb.run().table,
            in: try demo.rows(of: "areas").filter { $0["year"] == "\(year)" },
            by: ["zone", "class"], columns: ["name", "label", "pixels", "area_m2", "share"])
    }

    @Test("change has the transitions of transitions.csv, and the gains and losses of change.csv")
    func change() async throws {
        let demo = try await DemoRun.shared()
        var verb = ChangeTabulation(
            before: [try data("landcover_2015.tif")], after: [try data("landcover_2020.tif")])
        verb.zones = zones
        (verb.schemeBefore, verb.schemeAfter) = (.named("cnlucc"), .named("cnlucc"))
        let result = try await verb.run()
        try expect(
            result.table, in: try demo.rows(of: "transitions"), by: ["zone", "before", "after"])
        try expect(result.summary, in: try demo.rows(of: "change"), by: ["zone", "class"])
    }

    @Test("carbon has the numbers of carbon.csv, the whole's and each zone's, with their intervals")
    func carbon() async throws {
        let demo = try await DemoRun.shared()
        var verb = CarbonTabulation(
            try [2015, 2020].map { [try data("landcover_\($0).tif")] })
        verb.zones = zones
        verb.scheme = .named("cnlucc")
        verb.rain = try data("precipitation.csv")
        verb.request.methods = [.stock, .stockDifference, .steadyState, .transition20]
        verb.request.draws = 20_000
        verb.request.seed = 1
        try expect(
            try await verb.run().table, in: try demo.rows(of: "carbon"),
            by: ["zone", "method", "quantity", "pool", "year"])
    }

    @Test("accuracy has the estimates of a survey with the same sample")
    func accuracy() async throws {
        let folder = try Scratch()
        let samples = try data("samples_2020.csv")
        let map = try data("landcover_2020.tif")
        let path = try folder.text(
            "survey.toml",
            """
            title = "Sample"
            language = "en"
            output = "out"
            synthetic = true
            zones = { file = "\(zones.path)", id = "adcode", name = "name_zh" }
            landcover = { scheme = "cnlucc" }
            accuracy = { samples = "\(samples)" }
            year = [{ year = 2020, landcover = "\(map)" }]
            """)
        var survey = try SurveyFile(readingFrom: path)
        survey.output = folder.path("out")
        var run = SurveyRun(survey)
        run.drawsMaps = false
        run.language = .en
        _ = try await run.run()
        var verb = AccuracyAssessment(samples: SampleSource(path: samples))
        verb.map = [map]
        verb.zones = zones
        verb.scheme = .named("cnlucc")
        let result = try await verb.run()
        func rows(_ table: String) throws -> [[String: String]] {
            try CSV.rows(ofFile: folder.path("out/\(table).csv"))
        }
        try expect(result.table, in: try rows("accuracy"), by: ["class"])
        try expect(result.matrix, in: try rows("confusion"), by: ["map", "reference"])
        try expect(result.byZone, in: try rows("accuracy_zones"), by: ["zone", "class"])
    }
}
