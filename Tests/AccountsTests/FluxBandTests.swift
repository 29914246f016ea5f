// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import CarbonAccounts
import Ecology
import Foundation
import GDAL
import Survey
import Testing

/// The sink by fluxes in a survey of two years, in which half of the forest is new.
@Suite("Flux by age")
struct FluxBandTests {
    private func survey(_ scratch: Scratch, _ carbon: String = "") async throws
        -> SurveyRun.Outcome
    {
        try scratch.raster("old.tif", width: 4, [21, 21, 41, 41, 41, 41, 41, 41] as [UInt8])
        try scratch.raster("new.tif", width: 4, [21, 21, 21, 21, 41, 41, 41, 41] as [UInt8])
        try scratch.twoZones()
        return try await scratch.survey(
            """
            output = "out"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2015
            landcover = "old.tif"
            [[year]]
            year = 2020
            landcover = "new.tif"
            [carbon]
            methods = ["stock", "flux"]
            draws = 0
            emissions_tco2 = 1000000
            \(carbon)
            """)
    }

    private func sink(_ outcome: SurveyRun.Outcome) throws -> CarbonEstimate {
        try #require(
            outcome.carbon.filter { $0.method == .flux && $0.account.fromYear == 2020 }
                .flatMap(\.estimates).first {
                    $0.key == CarbonModel.Key(zone: "all", quantity: .sink)
                })
    }

    /// The cells of a row of `carbon.csv`, by column.
    private func row(_ scratch: Scratch, _ quantity: String) throws -> [String: String] {
        let lines = try String(contentsOfFile: scratch.file("out/carbon.csv"), encoding: .utf8)
            .split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        let head = try #require(lines.first)
        let cells = try #require(
            lines.first {
                $0[0] == "all" && $0[2] == "flux" && $0[3] == quantity && $0[5] == "2020"
            })
        return Dictionary(zip(head, cells)) { first, _ in first }
    }

    @Test("forest of unknown age gives a band without a figure, in table, layer and offset alike")
    func band() async throws {
        let scratch = try Scratch()
        let band = try sink(await survey(scratch))
        #expect(band.figure == nil && band.lower < band.upper)
        let sink = try row(scratch, "sink_tc_per_year")
        #expect(sink["value"] == "" && sink["lower"] != "" && sink["upper"] != "")
        #expect(sink["probability_sink"] == "" && sink["soil_depth_cm"] == "10+100")
        #expect(try row(scratch, "offset_share")["value"] == "")
    }

    @Test("land that became wooded between two years is young; ages of the rest give a figure")
    func ages() async throws {
        let scratch = try Scratch()
        let old = try sink(await survey(scratch, "ages = { forest = 60 }"))
        let young = try sink(await survey(scratch, "ages = { forest = 3 }"))
        let (known, all) = (try #require(old.figure), try #require(young.figure))
        // Half of the forest is new: saturated old forest leaves half of the gain, nearly: rows differ.
        #expect(known > 0 && isNear(known / all, 0.5, within: 0.01))
        #expect(try row(scratch, "sink_tc_per_year")["value"] != "")
    }

    @Test(
        "an age that cannot be meant is refused",
        arguments: [("forrest = 3", "did you mean 'forest'?"), ("forest = -1", "0 to 500")])
    func refusals(age: String, words: String) async throws {
        let scratch = try Scratch()
        let error = await #expect(throws: (any Error).self) {
            try await survey(scratch, "ages = { \(age) }")
        }
        #expect("\(try #require(error))".contains(words))
    }
}
