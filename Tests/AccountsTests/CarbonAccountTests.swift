// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Carbon
import CarbonAccounts
import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words

@Suite("Carbon of a survey")
struct CarbonAccountTests {
    /// CNLUCC: 21 is forest, 32 grassland. One pixel of the west turns forest.
    private let early: [UInt8] = [21, 32, 32, 32, 21, 32, 32, 32]
    private let late: [UInt8] = [21, 21, 32, 32, 21, 32, 32, 32]

    /// A hectare of forest keeps 40 t C, one of grassland 20: known without error.
    private let set = """
        name = "own"
        title_zh = "自有"
        title_en = "Own"
        edition = "1"
        tier = 3
        region = "here"
        soil_depth_cm = 30
        [defaults]
        source = "made up"
        evidence = "read"
        [[densities]]
        categories = ["forest"]
        above = { value = 15, uncertainty_percent = 0 }
        below = { value = 3, uncertainty_percent = 0 }
        dead_organic = { value = 2, uncertainty_percent = 0 }
        soil = { value = 20, uncertainty_percent = 0 }
        soil_factor = 1
        [[densities]]
        categories = ["grassland", "sand_bare"]
        above = { value = 1, uncertainty_percent = 0 }
        below = { value = 3, uncertainty_percent = 0 }
        dead_organic = { value = 1, uncertainty_percent = 0 }
        soil = { value = 15, uncertainty_percent = 0 }
        soil_factor = 1
        """

    /// Runs a survey of two zones of 2 × 2 pixels.
    private func survey(
        _ scratch: Scratch, carbon: String, more: String = "",
        earlier: String = "landcover = \"lc_2015.tif\"",
        later: String = "landcover = \"lc_2020.tif\""
    ) async throws -> SurveyRun.Outcome {
        try scratch.raster("lc_2015.tif", width: 4, early)
        try scratch.raster("lc_2020.tif", width: 4, late)
        try scratch.write(set, to: "own.toml")
        try scratch.twoZones()
        return try await scratch.survey(
            """
            output = "out"
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2015
            \(earlier)
            [[year]]
            year = 2020
            \(later)
            [carbon]
            coefficients = "own.toml"
            \(carbon)
            \(more)
            """)
    }

    private func estimate(
        _ outcome: SurveyRun.Outcome, _ method: CarbonRequest.Method,
        _ quantity: CarbonModel.Quantity, year: Int? = nil, zone: String = "all"
    ) throws -> CarbonEstimate {
        try #require(
            outcome.carbon.filter { $0.method == method }.flatMap(\.estimates).first {
                $0.key == CarbonModel.Key(zone: zone, quantity: quantity, year: year)
            }, "\(method) \(quantity) \(year ?? 0) \(zone)")
    }

    /// Hectares with a class in 2020, of both zones.
    private func hectares(_ scratch: Scratch, _ code: Int, zone: String = "all") throws -> Double {
        let text = try String(contentsOfFile: scratch.file("out/areas.csv"), encoding: .utf8)
        let row = try #require(
            text.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }.first {
                $0[0] == "2020" && $0[1] == zone && $0[3] == "\(code)"
            })
        return try #require(row.compactMap { Double($0) }.max()) / 10_000
    }

    /// Of ten units on mapped forest nine are forest; of twenty on mapped grassland nineteen are.
    private func writeSample(_ scratch: Scratch) throws {
        var text = "map,reference,zone\n"
        for (map, reference, count) in [(21, 21, 9), (21, 32, 1), (32, 32, 19), (32, 21, 1)] {
            text += String(repeating: "\(map),\(reference),w\n", count: count)
        }
        try scratch.write(text, to: "samples.csv")
    }

    private let accuracy = "[accuracy]\nsamples = \"samples.csv\"\nyear = 2020"

    @Test("a sample's shares make the stock, and its error makes the interval, by both approaches")
    func sampledStock() async throws {
        let scratch = try Scratch()
        try writeSample(scratch)
        let exact = try await survey(
            scratch, carbon: "methods = [\"stock\"]\ndraws = 0", more: accuracy)
        let (forest, grass) = (try hectares(scratch, 21), try hectares(scratch, 32))
        let stock = try estimate(exact, .stock, .stock, year: 2020)
        #expect(
            isNear(stock.central, forest * (0.9 * 40 + 0.1 * 20) + grass * (0.05 * 40 + 0.95 * 20)))
        // A share's variance in a Dirichlet row of n units is p(1 − p)/(n + 1); classes that no unit was
        // found to be add up to one unit more, so that it is somewhat larger.
        let deviation =
            (pow(forest * 20, 2) * 0.09 / 11 + pow(grass * 20, 2) * 0.0475 / 21).squareRoot()
        #expect(stock.standardDeviation > deviation && stock.standardDeviation < 1.2 * deviation)
        #expect(stock.shares.first?.input.hasPrefix("accuracy sample samples.csv 2020") == true)
        let shares = try String(
            contentsOfFile: scratch.file("out/carbon_uncertainty.csv"), encoding: .utf8)
        #expect(shares.contains("all,,stock,stock_tc,2020,1,accuracy sample samples.csv 2020,1.0"))
        let drawn = try await survey(
            scratch, carbon: "methods = [\"stock\"]\ndraws = 40000", more: accuracy)
        let simulated = try estimate(drawn, .stock, .stock, year: 2020)
        #expect(isNear(simulated.standardDeviation, stock.standardDeviation, within: 0.02))
        #expect(simulated.lower < stock.central && stock.central < simulated.upper)
        #expect(exact.notes.contains { $0.contains("30 units") })
        let parts = try ["w", "e"].map { try estimate(drawn, .stock, .stock, year: 2020, zone: $0) }
        #expect(parts[0].central + parts[1].central == simulated.central)
    }

    @Test(
        "land that did not change keeps its error in both years; only changed land adds to a sink's"
    )
    func sampledChange() async throws {
        let scratch = try Scratch()
        try writeSample(scratch)
        let outcome = try await survey(
            scratch,
            carbon: "methods = [\"stock\", \"stock-difference\", \"steady-state\"]\ndraws = 0",
            more: accuracy)
        let pixel = try hectares(scratch, 21, zone: "w") / 3
        let sink = try estimate(outcome, .steadyState, .sink)
        // The changed pixel is forest in nine of ten cases, and else still grassland.
        #expect(isNear(sink.central, pixel * 0.9 * 20 / 5, within: 1e-4))
        let deviation = pixel * 20 * (0.09 / 11).squareRoot() / 5
        #expect(isNear(sink.standardDeviation, deviation, within: 0.1))
        let difference = try estimate(outcome, .stockDifference, .sink)
        #expect(isNear(difference.central, sink.central, within: 1e-6))
        #expect(isNear(difference.standardDeviation, sink.standardDeviation, within: 1e-6))
        let stocks = try [2015, 2020].map {
            try estimate(outcome, .stock, .stock, year: $0).central
        }
        #expect(isNear(stocks[1] - stocks[0], sink.central * 5, within: 1e-4))
    }

    @Test(
        "a year of polygons has the stock, the sink and the volume's carbon of the same pixels",
        arguments: [true, false])
    func polygons(laterIsPolygons: Bool) async throws {
        let scratch = try Scratch()
        let methods = """
            methods = ["stock", "stock-difference", "transition20", "provincial", "gain-loss", \
            "volume-difference"]
            draws = 0
            provincial = { growth_rate = 0.04, consumption_rate = 0.015 }
            forest = { expansion = "hardwoods", roots = "broadleaf", increment = 2, harvest_rate = 0 }
            """
        try scratch.raster("v_2015.tif", width: 4, early.map { Float($0 == 21 ? 40 : 1) })
        try scratch.raster("v_2020.tif", width: 4, late.map { Float($0 == 21 ? 47 : 1) })
        func run(earlier: String, later: String) async throws -> SurveyRun.Outcome {
            try await survey(
                scratch, carbon: methods, earlier: earlier + "\nvolume = \"v_2015.tif\"",
                later: later + "\nvolume = \"v_2020.tif\"")
        }
        let (before, after) = ("landcover = \"lc_2015.tif\"", "landcover = \"lc_2020.tif\"")
        let raster = try await run(earlier: before, later: after)
        let names = [21: "0301", 32: "0401"] as [UInt8: String]
        try scratch.parcels(
            "DLTB.gpkg", (laterIsPolygons ? late : early).map { [.text(names[$0] ?? "")] })
        let polygons = "parcels = { file = \"DLTB.gpkg\" }"
        let mixed = try await run(
            earlier: laterIsPolygons ? before : polygons, later: laterIsPolygons ? polygons : after)
        func numbers(_ outcome: SurveyRun.Outcome) -> [String: Double] {
            var found: [String: Double] = [:]
            for finding in outcome.carbon {
                for estimate in finding.estimates {
                    let span = "\(finding.account.fromYear ?? 0) \(finding.account.toYear ?? 0)"
                    found["\(finding.method) \(span) \(estimate.key)"] = estimate.central
                }
            }
            return found
        }
        let (wanted, found) = (numbers(raster), numbers(mixed))
        #expect(Set(wanted.keys) == Set(found.keys))
        for (name, value) in wanted {
            #expect(abs((found[name] ?? .nan) - value) <= 1e-6 * max(1, abs(value)), "\(name)")
        }
    }

    @Test("bare sand is told apart by its cover where the survey asks for it, in stock and sink")
    func sandStates() async throws {
        let scratch = try Scratch()
        // 61 is sand; NDVI of 0.04 is no cover, 0.214 is 20 %, by the survey's end members.
        let sand = [UInt8](repeating: 61, count: 8)
        try scratch.raster("sand.tif", width: 4, sand)
        try scratch.raster("ndvi_2015.tif", width: 4, [Float](repeating: 0.04, count: 8))
        try scratch.raster("ndvi_2020.tif", width: 4, [Float](repeating: 0.214, count: 8))
        func run(_ isAsked: Bool) async throws -> SurveyRun.Outcome {
            let outcome = try await survey(scratch, carbon: "")
            _ = outcome
            try scratch.write(
                """
                output = "out"
                zones = { file = "zones.gpkg", id = "id", name = "name" }
                landcover = { scheme = "cnlucc" }
                vegetation = { soil = 0.04, canopy = 0.91 }
                [[year]]
                year = 2015
                landcover = "sand.tif"
                ndvi = "ndvi_2015.tif"
                [[year]]
                year = 2020
                landcover = "sand.tif"
                ndvi = "ndvi_2020.tif"
                [carbon]
                methods = ["stock", "steady-state", "flux"]
                draws = 0
                sand_states = \(isAsked)
                """, to: "sand.toml")
            var run = SurveyRun(try SurveyFile(readingFrom: scratch.file("sand.toml")))
            run.overwrite = true
            run.drawsMaps = false
            return try await run.run()
        }
        let told = try await run(true)
        let stocks = try [2015, 2020].map { try estimate(told, .stock, .stock, year: $0).central }
        // 7.9 t C/ha on semi-fixed sand and 4.1 on mobile, in the starter set.
        #expect(isNear(stocks[1] / stocks[0], 7.9 / 4.1, within: 1e-6))
        let sink = try estimate(told, .steadyState, .sink).central
        #expect(isNear(sink * 5, stocks[1] - stocks[0], within: 1e-4))
        let plain = try await run(false)
        let same = try [2015, 2020].map { try estimate(plain, .stock, .stock, year: $0).central }
        #expect(same[0] == same[1] && same[0] == stocks[0])
    }

    @Test("the sink stands beside emissions as the share that it offsets; a source offsets nothing")
    func offset() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch,
            carbon: """
                methods = ["steady-state"]
                draws = 0
                emissions_tco2 = 1000
                emissions_scope_zh = "能源活动"
                emissions_scope_en = "energy"
                """)
        let sink = try estimate(outcome, .steadyState, .sink).central
        let text = try String(contentsOfFile: scratch.file("out/carbon.csv"), encoding: .utf8)
        let row = try #require(
            text.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }.first {
                $0.contains("offset_share")
            })
        #expect(isNear(Double(row[6]), sink * 44 / 12 / 1000, within: 1e-9))
        #expect(outcome.notes.contains { $0.contains("offset_share") && $0.contains("energy") })
        let report = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(report.contains("t CO₂/yr (energy)") && report.contains("t CO₂/年（能源活动）"))
    }

    @Test("a sink is walked back to areas, coefficients and sources of the run")
    func walk() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(scratch, carbon: "methods = [\"steady-state\"]\ndraws = 0")
        let sink = try estimate(outcome, .steadyState, .sink, zone: "w").central
        let text = try CarbonTopic.sink.explanation(
            in: .en, survey: scratch.file("out"), zone: "w")
        let number = "\((sink * 100).rounded() / 100)"
        #expect(text.contains("steady_state 2015-2020, w: \(number) t C/yr"), "\(text)")
        #expect(text.contains("above of forest (was grassland)") && text.contains(" × 15"))
        #expect(text.contains("own:forest:above = 15.0 t C/ha ±0.0 %"), "\(text)")
        #expect(text.contains("made up; verified: read"))
        let whole = try CarbonTopic.sink.explanation(in: .en, survey: scratch.file("out"))
        #expect(whole.contains("  w 西旗 = \(number) t C/yr"))
        let error = #expect(throws: SurveyError.self) {
            try CarbonTopic.sink.explanation(in: .en, survey: scratch.file("out"), zone: "x")
        }
        #expect("\(try #require(error))".contains("e, w"))
    }

    @Test("lines by zone, pool, class and method add up to the table's numbers")
    func lines() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(scratch, carbon: "methods = [\"stock\"]\ndraws = 0")
        let text = try String(contentsOfFile: scratch.file("out/carbon_lines.csv"), encoding: .utf8)
        let rows = text.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let own = rows.filter { $0[0] == "w" && $0[4] == "2020" }
        // Two classes of four pools.
        #expect(own.count == 8)
        let sum = own.compactMap { Double($0[9]) }.reduce(0, +)
        #expect(isNear(sum, try estimate(outcome, .stock, .stock, year: 2020, zone: "w").central))
    }

    @Test("results stand beside the literature's ranges, with the reason where they differ")
    func literature() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch, carbon: "methods = [\"stock\", \"flux\"]\ndraws = 0")
        #expect(outcome.files.contains("carbon_literature.csv"))
        let text = try String(
            contentsOfFile: scratch.file("out/carbon_literature.csv"), encoding: .utf8)
        let rows = text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let soil = try #require(rows.first { $0[0] == "all" && $0[2] == "stock_of_soil" })
        let (forest, grass) = (try hectares(scratch, 21), try hectares(scratch, 32))
        // Forest 4.85 t C/ha to 30 cm; steppe 13.2 to 39.
        #expect(isNear(Double(soil[9]), forest * 4.85 + grass * 13.2, within: 1e-6))
        #expect(isNear(Double(soil[10]), forest * 4.85 + grass * 39, within: 1e-6))
        #expect(soil[12] == "within")
        let sink = try #require(rows.first { $0[0] == "all" && $0[2] == "sink_tc_per_year" })
        #expect(sink[3] == "flux" && sink[12] == "overlaps" && sink[13].contains("Horqin"))
        let report = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(report.contains("Beside the literature") && report.contains("not verified"))
    }

    @Test("zones carry stock and sink in fields that name unit and sign")
    func fields() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch, carbon: "methods = [\"stock\", \"steady-state\"]\ndraws = 0")
        let file = try VectorSource(opening: scratch.file("out/survey.gpkg"))
        let layer = try file.layer("banners")
        func value(_ field: String, of zone: String) throws -> Double? {
            let place = try #require(layer.index(ofField: field), "\(field)")
            let id = try #require(layer.index(ofField: "zone"))
            var found: Double?
            try file.forEachFeature(in: "banners") { feature in
                if feature.values[id].text == zone { found = feature.values[place].number }
            }
            return found
        }
        let stock = try estimate(outcome, .stock, .stock, year: 2020, zone: "w").central
        let sink = try estimate(outcome, .steadyState, .sink, zone: "w").central
        #expect(isNear(try value("carbon_stock_tc", of: "w"), stock))
        #expect(isNear(try value("carbon_sink_tc_per_year_uptake_positive", of: "w"), sink))
        #expect(
            isNear(
                try value("carbon_net_emissions_tco2e_per_year_removals_negative", of: "w"),
                -sink * 44 / 12))
        let hectares = try hectares(scratch, 21, zone: "w") + hectares(scratch, 32, zone: "w")
        #expect(isNear(try value("carbon_density_tc_per_ha", of: "w"), stock / hectares))
    }

    @Test("a survey that asks for rasters writes density by year, and change and sink between them")
    func rasters() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch, carbon: "methods = [\"steady-state\"]\ndraws = 0\nrasters = true")
        for name in [
            "density_2015", "density_2020", "change_2015_2020", "sink_2015_2020",
        ] {
            for ending in ["tif", "qml", "sld"] {
                #expect(outcome.files.contains("carbon/\(name).\(ending)"))
            }
        }
        let dataset = try Dataset(opening: scratch.file("out/carbon/sink_2015_2020.tif"))
        var pixels = [Float](repeating: 9, count: 8)
        var span = pixels.mutableSpan
        try dataset.read(Window(column: 0, row: 0, width: 4, height: 2), into: &span)
        // One pixel gained 20 t C/ha in five years.
        #expect(pixels == [0, 4, 0, 0, 0, 0, 0, 0])
    }

    @Test("gain less loss, and the difference of volumes, come from the survey's volume rasters")
    func forest() async throws {
        let scratch = try Scratch()
        // 40 m³/ha in 2015 on forest alone, 47 in 2020: EX-3.2 and EX-3.3 by the hectare.
        try scratch.raster("v_2015.tif", width: 4, early.map { Float($0 == 21 ? 40 : 0) })
        try scratch.raster("v_2020.tif", width: 4, early.map { Float($0 == 21 ? 47 : 0) })
        _ = try await survey(scratch, carbon: "")
        try scratch.write(
            """
            output = "out"
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2015
            landcover = "lc_2015.tif"
            volume = "v_2015.tif"
            [[year]]
            year = 2020
            landcover = "lc_2015.tif"
            volume = "v_2020.tif"
            [carbon]
            draws = 0
            methods = ["gain-loss", "volume-difference"]
            forest = { expansion = "hardwoods", roots = "broadleaf", increment = 2, harvest_rate = 0.01 }
            """, to: "forest.toml")
        var run = SurveyRun(try SurveyFile(readingFrom: scratch.file("forest.toml")))
        run.overwrite = true
        run.drawsMaps = false
        let outcome = try await run.run()
        let stock = try estimate(outcome, .volumeDifference, .stock, year: 2015, zone: "w").central
        // 46.6616 t C/ha, of 40 m³/ha at BCEF 1.7, R 0.46, CF 0.47.
        let hectares = stock / 46.6616
        #expect(hectares > 185 && hectares < 200)
        let change = try estimate(outcome, .volumeDifference, .sink, zone: "w").central
        #expect(isNear(change, hectares * 1.633156, within: 1e-5))
        let gain = try #require(
            outcome.carbon.first { $0.method == .gainLoss && $0.account.fromYear == 2015 })
        let growth = hectares * 2 * 1.3 * 1.46 * 0.47
        let loss = hectares * 0.4 * 1.89 * 1.46 * 0.47
        #expect(isNear(gain.account.value(.sink, zone: "w"), growth - loss, within: 1e-6))
        let text = try String(contentsOfFile: scratch.file("forest.toml"), encoding: .utf8)
        try scratch.write(
            text.split(separator: "\n").filter { !$0.hasPrefix("forest") }.joined(separator: "\n"),
            to: "bare.toml")
        let error = #expect(throws: (any Error).self) {
            try SurveyFile(readingFrom: scratch.file("bare.toml"))
        }
        #expect("\(try #require(error))".contains("harvest_rate"))
    }
}
