// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
@testable import Ecology
import Testing
import Words

@Suite("Definitions")
struct DefinitionTests {
    @Test("every indicator of the plan has a definition with a source")
    func bundled() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        let wanted = [
            "forest_coverage", "forest_area", "standing_volume", "grassland_cover", "desert_mu_us",
            "desert_kubuqi", "wetland_area", "urban_green", "park_green", "cropland", "erosion_new",
            "erosion_ratio", "afforestation_pass", "forage_balance", "grassland_degradation",
            "grassland_vegetation_cover", "grassland_area", "basic_grassland",
            "irrigation_efficiency", "fertiliser_efficiency", "soil_test_fertilising",
            "manure_use", "straw_use", "sponge_city", "soil_organic_carbon",
            "ecological_red_line", "permanent_farmland", "forest_grass_coverage",
            "soil_water_conservation", "land_degradation",
        ]
        #expect(catalogue.definitions.map(\.id).sorted() == wanted.sorted())
        for definition in catalogue.definitions { #expect(!definition.sources.isEmpty) }
    }

    @Test("the variants that results carry are those that the definitions explain")
    func variants() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        func ids(_ indicator: String) throws -> Set<String> {
            Set(try #require(catalogue[indicator]).variants.map(\.id))
        }
        #expect(try ids("forest_coverage") == Set(ForestVariant.allCases.map(\.rawValue)))
        #expect(try ids("grassland_cover") == Set(GrasslandVariant.allCases.map(\.rawValue)))
        #expect(try ids("desert_mu_us") == Set(DesertVariant.allCases.map(\.rawValue)))
        #expect(try ids("desert_kubuqi") == Set(DesertVariant.allCases.map(\.rawValue)))
        #expect(try ids("wetland_area") == Set(WetlandVariant.allCases.map(\.rawValue)))
        #expect(
            try ids("standing_volume") == Set(StandingVolume.Method.allCases.map(\.rawValue)))
        #expect(try ids("urban_green") == Set(UrbanGreenVariant.allCases.map(\.rawValue)))
        #expect(try ids("cropland") == ["net", "gross"])
        #expect(try ids("afforestation_pass") == ["survival_70", "survival_85"])
        #expect(catalogue["wetland_area"]?.defaultVariant == "survey2")
        #expect(catalogue["park_green"]?.defaultVariant == "official")
    }

    @Test("columns of statistics belong to one indicator each, and have units of its dimension")
    func ledgers() throws {
        let counted = try IndicatorCatalogue.bundled().definitions.filter { $0.ledger != nil }
        let columns = counted.flatMap { $0.ledger?.columns ?? [] }
        #expect(counted.count > 10)
        #expect(Set(columns).count == columns.count)
        for definition in counted {
            let ledger = try #require(definition.ledger)
            #expect(definition.countedBy(variant: definition.defaultVariant) == .ledger)
            if ledger.denominator == nil {
                #expect(ledger.numerator.unit.dimension == definition.unit.dimension)
            }
        }
    }

    @Test("what was not read in a source is marked unverified")
    func evidence() throws {
        let forest = try #require(try IndicatorCatalogue.bundled()["forest_coverage"])
        #expect(!forest.isVerified)
        let canopy = try #require(forest.thresholds.first)
        #expect(canopy.evidence == .read)
        let patch = try #require(forest.thresholds.first { $0.quantity.unit == .mu })
        #expect(patch.evidence == .fromMemory)
        #expect(!patch.evidence.isVerified)
        #expect(forest.sourceLine(in: .zh).contains("GB/T 26424-2010"))
        #expect(forest.sourceLine(in: .zh).contains("[凭记忆，待核实]"))
    }

    @Test("a file may not call verified what it says is from memory")
    func contradiction() throws {
        let table = try readData("evidence = \"from memory\"\nverified = true", named: "d.toml")
        let error = try #require(throws: DataFileError.self) { try Evidence(in: table) }
        #expect(error.line == 2)
    }

    @Test(
        "evidence is written in one way, and read in two more",
        arguments: [
            ("from memory", Evidence.fromMemory), ("memory", .fromMemory),
            ("third_party", .thirdParty), ("third party", .thirdParty), ("measured", .measured),
        ])
    func words(word: String, evidence: Evidence) throws {
        let table = try readData("evidence = \"\(word)\"", named: "d.toml")
        #expect(try Evidence(word: table.required("evidence")) == evidence)
    }

    @Test("an unknown indicator is answered with the nearest name")
    func unknown() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        let error = try #require(throws: EcologyError.self) {
            try catalogue.definition(named: "forest_cover")
        }
        #expect("\(error)".contains("did you mean"))
    }

    @Test("what else may be asked for is among the known names, and is the nearest where it is")
    func unknownAmongOthers() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        for (asked, hint) in [
            ("carbon_stok", "did you mean 'carbon_stock'?"),
            ("nonsense", "permanent_farmland, carbon_stock"),
        ] {
            let error = try #require(throws: EcologyError.self) {
                try catalogue.definition(named: asked, amongOthers: ["carbon_stock"])
            }
            #expect("\(error)".contains(hint))
        }
    }

    @Test("explain prints definition, formula, marks and this run's numbers in each language")
    func explanation() throws {
        let definition = try IndicatorCatalogue.bundled().definition(named: "forest_coverage")
        let areas = try ForestAreas(
            trees: 12_000 * hectare, specialShrub: 40_000 * hectare, belts: 300 * hectare,
            land: 200_000 * hectare)
        let result = try forestCoverage(of: areas, at: somewhere)
        let english = definition.explanation(in: .en, with: [result])
        #expect(english.contains("FC = 100 · (A_tree"))
        #expect(english.contains("[from memory, to be verified]"))
        #expect(english.contains("523.000000 km² / 2,000.000000 km² = 26.1500%"))
        let chinese = definition.explanation(in: .zh, with: [result])
        #expect(chinese.contains("东胜区 (dongsheng), 2020"))
        #expect(chinese.contains("523.000000平方千米 / 2,000.000000平方千米 = 26.1500%"))
        #expect(!definition.explanation(in: .en).contains("This run"))
    }
}

@Suite("A city and its banners")
struct CityTests {
    private func banner(_ zone: String, forest: Double, land: Double) throws -> IndicatorResult {
        try forestCoverage(
            of: ForestAreas(trees: forest, specialShrub: 0, belts: 0, land: land),
            at: ZoneYear(year: 2020, zone: zone, name: zone))
    }
}
