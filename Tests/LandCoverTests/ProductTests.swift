// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@testable import LandCover

private let classes = """
    [classes]
    1 = { zh = "林", en = "Wood", category = "forest" }
    2 = { zh = "灌", en = "Shrub", category = "shrub" }
    3 = { zh = "草", en = "Grass", category = "grassland" }
    """

private func scheme(_ product: String) throws -> ClassScheme {
    let text = "id = \"own\"\ntitle_en = \"Own\"\n\(product)\n\(classes)"
    let found = ClassScheme.examine(text: text, named: "own.toml")
    return try #require(found.scheme, "\(found.problems)")
}

private func problems(_ product: String) -> [String] {
    ClassScheme.examine(
        text: "id = \"own\"\ntitle_en = \"Own\"\n\(product)\n\(classes)", named: "own.toml"
    ).problems.map { "\($0)" }
}

/// What a product's publisher says of it.
@Suite struct PublishedAccuracyTests {
    @Test("user's and producer's accuracy bound a class's area by A·u and A/p")
    func ofClass() throws {
        let accuracy = try #require(
            scheme(
                "[accuracy]\nsource = 'x'\nusers = { 1 = 80, 2 = 50 }\nproducers = { 1 = 90, 2 = 60 }"
            ).accuracy)
        let wood = try #require(accuracy.area(counting: ["1": 900], of: 10_000))
        #expect(abs(wood.lowerBound - 720) < 1e-9 && abs(wood.upperBound - 1000) < 1e-9)
        // The unbiased estimate, A·u/p, lies between.
        #expect(wood.contains(900 * 0.8 / 0.9))
        let both = try #require(accuracy.area(counting: ["1": 900, "2": 600], of: 10_000))
        #expect(abs(both.lowerBound - 1020) < 1e-9 && abs(both.upperBound - 2000) < 1e-9)
    }

    @Test("overall accuracy alone lets all that is wrong be the class, or none of it")
    func overall() throws {
        let accuracy = try #require(scheme("[accuracy]\noverall = 75\nsource = 'x'").accuracy)
        #expect(accuracy.area(counting: ["1": 5000], of: 10_000) == 2500...7500)
        #expect(accuracy.area(counting: ["1": 1000], of: 10_000) == 0...3500)
        #expect(accuracy.area(counting: [:], of: 10_000) == 0...2500)
    }

    @Test("a class of which nothing is stated has no range")
    func nothingStated() throws {
        let accuracy = try #require(
            scheme("[accuracy]\nsource = 'x'\nusers = { 1 = 80 }").accuracy)
        #expect(accuracy.area(counting: ["3": 10], of: 100) == nil)
        #expect(accuracy.area(counting: ["1": 10], of: 100) == 8...100)
        #expect(accuracy.area(counting: [:], of: 100) == nil)
    }

    @Test(
        "figures that cannot be percentages, of no class or without a source are faults",
        arguments: [
            ("[accuracy]\noverall = 0.744\nsource = 'x'", "in percent"),
            ("[accuracy]\noverall = 101\nsource = 'x'", "in percent"),
            ("[accuracy]\noverall = 74.4", "source"),
            ("[accuracy]\nsource = 'x'", "states nothing"),
            ("[accuracy]\nsource = 'x'\nusers = { 9 = 80 }", "no class 9"),
        ])
    func faults(product: String, message: String) {
        #expect(problems(product).contains { $0.contains(message) }, "\(problems(product))")
    }
}

/// Versions of products, and what cannot be compared.
@Suite struct MapProductTests {
    @Test("a version is told by names before years, and not where two fit")
    func version() throws {
        let worldcover = try SchemeCatalogue.builtIn().scheme(named: "worldcover")
        #expect(MapProduct(worldcover, year: 2020).version?.id == "v100")
        let named = MapProduct(worldcover, year: 2020, texts: ["ESA_WorldCover_10m_2021_v200.tif"])
        #expect(named.name == "worldcover v200")
        #expect(MapProduct(worldcover, year: 2015).version == nil)
        #expect(MapProduct(worldcover, year: nil, texts: ["v100", "v200"]).version == nil)
        #expect(named.accuracy?.overall == 0.767)
    }

    @Test("WorldCover v100 and v200 cannot be compared, either way round; v100 and v100 can")
    func incomparable() throws {
        let worldcover = try SchemeCatalogue.builtIn().scheme(named: "worldcover")
        let (old, new) = (
            MapProduct(worldcover, year: 2020), MapProduct(worldcover, year: 2021)
        )
        #expect(old.incomparability(with: new)?.en.contains("different algorithms") == true)
        #expect(new.incomparability(with: old) != nil)
        #expect(old.incomparability(with: old) == nil)
        #expect(old.series(year: 2020) == "worldcover v100")
        #expect(new.series(year: 2021) == "worldcover v200")
    }

    @Test("a version is what is stated, before names and the year; the scheme's alias comes last")
    func stated() throws {
        let worldcover = try SchemeCatalogue.builtIn().scheme(named: "worldcover")
        let texts = ["lc_v100.tif"]
        #expect(
            MapProduct(worldcover, year: 2020, texts: texts, stated: "v200").version?.id == "v200")
        let alias = "worldcover-v200"
        #expect(MapProduct(worldcover, year: 2020, alias: alias).version?.id == "v100")
        #expect(MapProduct(worldcover, year: nil, alias: alias).version?.id == "v200")
    }

    @Test("maps whose version nothing tells may be incomparable, and are series of their own")
    func untold() throws {
        let worldcover = try SchemeCatalogue.builtIn().scheme(named: "worldcover")
        let (one, other) = (
            MapProduct(worldcover, year: 2019), MapProduct(worldcover, year: 2022)
        )
        let told = MapProduct(worldcover, year: 2021)
        #expect(one.isVersionUntold && !told.isVersionUntold)
        #expect(one.incomparability(with: other) == nil)
        #expect(one.possibleIncomparability(with: other)?.en.contains("algorithms") == true)
        #expect(told.possibleIncomparability(with: one) != nil)
        #expect(told.possibleIncomparability(with: told) == nil)
        #expect(one.series(year: 2019) != other.series(year: 2022))
        let clcd = try SchemeCatalogue.builtIn().scheme(named: "clcd")
        #expect(
            MapProduct(clcd, year: nil).possibleIncomparability(with: MapProduct(clcd, year: nil))
                == nil)
    }

    @Test("a scheme whose publisher warns of change has no two years alike")
    func ownYears() throws {
        let igbp = try SchemeCatalogue.builtIn().scheme(named: "igbp")
        let product = MapProduct(igbp, year: 2011)
        #expect(product.incomparability(with: MapProduct(igbp, year: 2019)) != nil)
        #expect(product.series(year: 2011) != product.series(year: 2019))
        let clcd = try SchemeCatalogue.builtIn().scheme(named: "clcd")
        #expect(MapProduct(clcd, year: 2011).series(year: 2011) == nil)
    }

    @Test("a version that is not there is a fault")
    func unknownVersion() {
        let faults = problems(
            "[versions.v1]\nyears = [2020]\n"
                + "not_comparable_with = [{ version = 'v3', zh = '异', en = 'other', source = 'x' }]"
        )
        #expect(faults.contains { $0.contains("no version 'v3'") }, "\(faults)")
    }
}
