// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

@Suite struct CategoryTests {
    @Test("forest coverage counts trees and special shrub; unjudged shrub is a range")
    func forestCoverage() {
        let counted = Category.allCases.filter { $0.inForestCoverage == .counted }
        #expect(counted == [.forest, .specialShrub])
        #expect(Category.allCases.filter { $0.inForestCoverage == .undetermined } == [.shrub])
        #expect(
            Category.allCases.filter { $0.inGreening == .counted }
                == [.forest, .shrub, .specialShrub, .otherShrub])
    }

    @Test("open water is wetland in the older survey's sense only")
    func wetland() {
        #expect(Category.allCases.filter(\.isWetland) == [.wetland])
        #expect(Category.allCases.filter(\.isWetlandWithWater) == [.wetland, .water])
    }

    @Test("a colour is read and written as six digits")
    func hex() {
        #expect(Colour(hex: "#0064c8")?.hex == "0064C8")
        #expect(Colour(hex: "00000A")?.hex == "00000A")
        for text in ["", "12345", "1234567", "+12345", "GGGGGG"] {
            #expect(Colour(hex: text) == nil)
        }
        #expect(Category.forest.colour.description == "#1B7837")
    }
}

@Suite struct CrosswalkTests {
    @Test("a class becomes the one of its category, and what it loses is said")
    func worldCoverToCLCD() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        let walk = Crosswalk(
            from: try catalogue.scheme(named: "worldcover"),
            to: try catalogue.scheme(named: "clcd"))
        func entry(_ code: Int) -> Crosswalk.Entry? {
            walk.entries.first { $0.source.code == .number(code) }
        }
        #expect(entry(40)?.targets.map(\.code) == [.number(1)])
        #expect(entry(40)?.losses == [])
        #expect(entry(90)?.losses == [.merged(with: [.number(95)])])
        #expect(entry(10)?.losses == [.straddles(.forest)])
    }

    @Test("a scheme that divides the category leaves it open; one that lacks it is named")
    func undividedAndMissing() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        let clcd = try catalogue.scheme(named: "clcd")
        let sandiao = try catalogue.scheme(named: "sandiao")
        let into = Crosswalk(from: clcd, to: sandiao).entries[0]
        #expect(into.targets.map(\.code.description) == ["0101", "0102", "0103"])
        let back = Crosswalk(from: sandiao, to: clcd)
        let orchard = try #require(back.entries.first { $0.source.code == .text("0201") })
        #expect(orchard.losses == [.noTarget(.orchard)])
        let sand = try #require(back.entries.first { $0.source.code == .text("1205") })
        #expect(sand.losses.contains(.bareKind(.sand)))
        let shrub = try #require(back.entries.first { $0.source.code == .text("0305") })
        #expect(shrub.losses == [.shrubCover])
    }

    @Test("kinds of bare ground find each other")
    func bareKinds() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        let walk = Crosswalk(
            from: try catalogue.scheme(named: "cnlucc"), to: try catalogue.scheme(named: "sandiao"))
        let sand = try #require(walk.entries.first { $0.source.code == .number(61) })
        #expect(sand.targets.map(\.code.description) == ["1205"])
        #expect(sand.losses == [])
    }
}
