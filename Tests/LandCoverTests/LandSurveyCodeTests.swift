// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

@Suite("Codes of the land surveys") struct LandSurveyCodeTests {
    let sandiao: ClassScheme
    let erdiao: ClassScheme

    init() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        sandiao = try catalogue.scheme(named: "三调")
        erdiao = try catalogue.scheme(named: "二调")
    }

    @Test(
        "the third survey's codes have their categories",
        arguments: [
            ("0101", Category.cropland), ("0204", .orchard), ("0301", .forest), ("0305", .shrub),
            ("0307", .otherWood), ("0303", .wetland), ("0402", .wetland), ("0603", .wetland),
            ("1105", .wetland), ("1106", .wetland), ("1108", .wetland), ("0404", .grassland),
            ("1107", .water), ("1104A", .water), ("1110", .snowIce), ("1205", .sandBare),
            ("1203", .other), ("05H1", .built), ("08H1", .built), ("08H2", .built),
            ("0810A", .built), ("1009", .built), ("1109", .built), ("1202", .built),
        ])
    func categories(code: String, category: Category) throws {
        #expect(try sandiao.landClass(forText: code).category == category)
    }

    @Test("group 00 is these eight codes and no other")
    func wetlandGroup() {
        let codes = sandiao.classes.filter { $0.category == .wetland }.map(\.code.description)
        #expect(codes == ["0303", "0304", "0306", "0402", "0603", "1105", "1106", "1108"])
    }

    @Test("suffix K keeps the category and marks the land as adjustable")
    func adjustable() throws {
        let plain = try sandiao.landClass(forText: "0201")
        let marked = try sandiao.landClass(forText: "0201k")
        #expect(plain.flags.isEmpty)
        #expect(marked.category == .orchard)
        #expect(marked.flags == [.adjustable])
        #expect(marked.code == .text("0201K"))
        #expect(try sandiao.landClass(forText: "0403K").flags == [.adjustable, .sownGrassland])
        #expect(throws: UnknownCodeError.self) { try sandiao.landClass(forText: "9999K") }
    }

    @Test("parks, ridges, ditches and marsh meadows are flagged")
    func flags() throws {
        #expect(try sandiao.landClass(forText: "0810").flags == [.park])
        #expect(try sandiao.landClass(forText: "1203").flags == [.ridge])
        #expect(try sandiao.landClass(forText: "1107").flags == [.ditch])
        #expect(try sandiao.landClass(forText: "0402").flags == [.naturalGrassland])
    }

    @Test("201 is a town in the second survey; the third refuses to guess")
    func ambiguous() throws {
        #expect(try erdiao.landClass(for: 201).nameZH == "城市")
        #expect(throws: UnknownCodeError.self) { try sandiao.landClass(for: 201) }
        #expect(throws: UnknownCodeError.self) { try sandiao.landClass(forText: "201") }
        do {
            _ = try sandiao.landClass(for: 201)
        } catch {
            #expect("\(error)".contains("0201"))
            #expect("\(error)".contains("erdiao"))
        }
    }

    @Test("a lost zero is read beside full codes, and only there")
    func lostZeros() throws {
        let reading = try sandiao.readingLostZeros(among: [101, 301, 305, 1101, 1205])
        #expect(try reading.landClass(for: 305).code == .text("0305"))
        #expect(try reading.landClass(for: 1205).code == .text("1205"))
        #expect(throws: UnknownCodeError.self) {
            try sandiao.readingLostZeros(among: [101, 201, 301])
        }
        // 1701 and 2305 are of the land-use classification for planning.
        #expect(throws: UnknownCodeError.self) {
            try sandiao.readingLostZeros(among: [301, 1101, 1701])
        }
        #expect(throws: UnknownCodeError.self) { try sandiao.landClass(for: 301) }
    }

    @Test("codes with their zeros need no neighbours, in text or as full numbers")
    func fullCodes() throws {
        #expect(try sandiao.landClass(forText: " 0101 ").nameZH == "水田")
        #expect(try sandiao.landClass(for: 1101).nameZH == "河流水面")
        #expect(try erdiao.landClass(forText: "032").category == .shrub)
        #expect(try erdiao.landClass(for: 126).bareKind == .sand)
        #expect(throws: UnknownCodeError.self) { try sandiao.landClass(forText: "0199") }
    }
}
