// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import CarbonAccounts
import Ecology
import GDAL
import Indicators
import Survey
import Synchronization
import Testing
import Words
import Zonal

/// Which families there are, in what order they run, and what becomes of what they contribute.
@Suite struct FamilyTests {
    private static let order = Mutex<[String]>([])

    private struct Ground: IndicatorFamily {
        init?(_ setting: FamilySetting, after earlier: Families) async throws {
            FamilyTests.order.withLock { $0.append("ground") }
        }

        static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool { true }

        func contribution(to setting: FamilySetting) throws -> Contribution {
            var contribution = Contribution()
            contribution.inputs = ["ground.tif"]
            return contribution
        }
    }

    private struct Rest: IndicatorFamily {
        let hasGround: Bool

        static var foundations: [any IndicatorFamily.Type] { [Ground.self] }

        init?(_ setting: FamilySetting, after earlier: Families) async throws {
            FamilyTests.order.withLock { $0.append("rest") }
            hasGround = earlier[Ground.self] != nil
        }

        static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
            false
        }

        func contribution(to setting: FamilySetting) throws -> Contribution {
            var contribution = Contribution()
            contribution.inputs = ["rest.csv"]
            return contribution
        }
    }

    private struct Unasked: IndicatorFamily {
        init?(_ setting: FamilySetting, after earlier: Families) async throws { return nil }

        static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
            false
        }

        func contribution(to setting: FamilySetting) throws -> Contribution { Contribution() }
    }

    private func setting(_ scratch: Scratch, more: String = "") throws -> FamilySetting {
        try scratch.twoZones()
        let file = try scratch.write(
            "zones = { file = 'zones.gpkg', id = 'id', name = 'name' }\n\(more)\n"
                + "[[year]]\nyear = 2020\nlandcover = 'lc.tif'\n",
            to: "survey.toml")
        let survey = try SurveyFile(readingFrom: file)
        return FamilySetting(
            survey: survey, catalogue: try IndicatorCatalogue.bundled(),
            zones: ZoneLayer(zones: [], crs: try .init("EPSG:4490"), name: "zones"), lands: [],
            language: .en, jobs: 1, gaps: SurveyGaps(isStrict: true), isPlan: false)
    }

    @Test("run after those that they rest on, and contribute in the order of their list")
    func order() async throws {
        let setting = try setting(Scratch())
        let families = try await Families([Rest.self, Unasked.self, Ground.self], in: setting)
        #expect(Self.order.withLock(\.self) == ["ground", "rest"])
        #expect(families[Rest.self]?.hasGround == true)
        #expect(families[Unasked.self] == nil)
        #expect(
            try families.contributions(to: setting).flatMap(\.inputs) == ["rest.csv", "ground.tif"])
    }

    @Test("a figure from land cover is a variant where a family counts the indicator")
    func counted() throws {
        let place = ZoneYear(year: 2020, zone: "all", name: "")
        func result(_ variant: String, _ area: Double) -> IndicatorResult {
            IndicatorResult(
                "grassland_area", variant: variant, at: place,
                numerator: Quantity(area, .squareMetres), over: Quantity(10, .squareMetres))
        }
        var land = Contribution()
        land.results = [result("land_cover", 4)]
        var ledger = Contribution()
        ledger.results = [result("ledger", 5)]
        #expect([land, ledger].judgedResults().main.count == 2)
        ledger.counted = ["grassland_area"]
        let results = [land, ledger].judgedResults()
        #expect(results.main.map(\.variant) == ["ledger"])
        #expect(results.others.map(\.variant) == ["land_cover"])
    }

    @Test("judges see each result once, in the order of the families")
    func judged() {
        var first = Contribution()
        first.results = [
            IndicatorResult(
                "cropland", variant: "net", at: ZoneYear(year: 2020, zone: "all", name: ""),
                unit: .squareMetres, status: .official)
        ]
        first.judge = { result in
            var result = result
            result.notes.append(LocalizedText("first"))
            return result
        }
        var second = Contribution()
        second.judge = { result in
            var result = result
            result.notes.append(LocalizedText("second"))
            return result
        }
        #expect(
            [first, second].judgedResults().main[0].notes.map(\.en) == ["first", "second"])
    }

    @Test("a key of the survey file belongs to one family alone")
    func keys() {
        let keys = FamilyCatalogue.sections.flatMap { $0.keys }
        #expect(Set(keys).count == keys.count)
        #expect(keys.contains("carbon") && keys.contains("degradation"))
    }

    @Test("what a draft has as comments reads as a survey file where the marks are taken away")
    func drafts() throws {
        let drafts = FamilyCatalogue.sections.filter { !$0.draft.isEmpty }
        #expect(Set(drafts.flatMap { $0.keys }).isSuperset(of: ["carbon", "degradation"]))
        for section in drafts {
            let lines = section.draft.map { line in
                let text = line.text(in: .zh)
                return text.hasPrefix("# ") ? String(text.dropFirst(2)) : text
            }
            let survey = try setting(Scratch(), more: lines.joined(separator: "\n")).survey
            #expect(section.keys.count == 1)
            switch section.keys[0] {
            case "carbon": #expect(survey.carbon?.emissionsTonnesCO2 == 100_000_000)
            case "degradation": #expect(survey.degradation?.ndvi.count == 3)
            case let key: Issue.record("no check of [\(key)]")
            }
        }
    }

    @Test("every indicator of the catalogue is served by a family that gives it")
    func served() throws {
        let deserts = ["desert_mu_us", "desert_kubuqi"].map {
            "[[desert]]\nindicator = '\($0)'\nfile = 'd.gpkg'"
        }.joined(separator: "\n")
        let setting = try setting(Scratch(), more: deserts)
        let givers = FamilyCatalogue.all.filter {
            $0 != LandFamily.self && $0 != AccuracyFamily.self
        }
        for definition in setting.catalogue.definitions {
            #expect(
                givers.contains { $0.serves(definition, in: setting.survey) },
                "\(definition.id)")
        }
    }
}
