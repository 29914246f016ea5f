// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import LandCover

private func table(_ colours: [Int: (UInt8, UInt8, UInt8)]) -> [Int: Colour] {
    colours.mapValues { Colour(red: $0.0, green: $0.1, blue: $0.2) }
}

private func traits(
    colours: [Int: Colour] = [:], names: [Int: String] = [:], metadata: [String: String] = [:],
    file: String = "", codes: [Int]? = nil
) -> RasterTraits {
    var traits = RasterTraits()
    traits.colours = colours
    traits.names = names
    traits.metadata = metadata
    traits.fileName = file
    traits.codes = codes.map { Dictionary(uniqueKeysWithValues: $0.map { ($0, 100) }) }
    return traits
}

private func recognise(_ traits: RasterTraits) throws -> String? {
    switch try SchemeCatalogue.builtIn().recognise(traits) {
    case .recognised(let scheme, let reasons):
        #expect(!reasons.isEmpty)
        return scheme.id
    case .unsure(_, let hint):
        #expect(!hint.isEmpty)
        return nil
    }
}

/// A whole table of 256 entries, black where a product assigns nothing.
private func filled(_ colours: [Int: Colour]) -> [Int: Colour] {
    var table = Dictionary(
        uniqueKeysWithValues: (0...255).map { ($0, Colour(red: 0, green: 0, blue: 0)) })
    table.merge(colours) { $1 }
    return table
}

private func productTable(_ id: String) throws -> [Int: Colour] {
    let scheme = try SchemeCatalogue.builtIn().scheme(named: id)
    var table: [Int: Colour] = [:]
    for landClass in scheme.classes {
        for range in landClass.numbers { table[range.lowerBound] = landClass.productColour }
    }
    return filled(table)
}

@Suite struct SchemeRecognitionTests {
    @Test(
        "a pattern's literal is a word that each of its matches has",
        arguments: [
            ("clcd", "clcd"), ("cci[-_]?lc", "cci"), ("(^|[^a-z])lulc([^a-z]|$)", "lulc"),
            ("esa_?-?cci", "esa"), ("lc_?type_?1([^0-9]|$)", "type"), ("v1.0{0}x", "v1"),
            ("World", "world"), ("colou?r", "colo"), ("\\dabc", "abc"), ("三调", "三调"),
            ("a|b", nil), ("[ns][0-9]", nil), ("a*", nil), ("(v100)", nil),
        ] as [(String, String?)])
    func literals(pattern: String, word: String?) {
        #expect(RecognitionClues.literal(in: pattern) == word)
    }

    @Test(
        "a product's own colour table is enough, even for a clip with few classes",
        arguments: [
            ("worldcover", [10, 40, 50, 80]), ("igbp", [10, 13, 16]), ("clcd", [1, 4, 7]),
            ("globeland30", [10, 30, 90]), ("cci", [10, 130, 190]), ("glc-fcs30", [10, 130, 190]),
            ("esri", [1, 2, 11]), ("dynamic-world", [0, 1, 2]), ("corine", [111, 311, 512]),
            ("nlcd", [41, 42, 52]),
        ])
    func colourTables(id: String, codes: [Int]) throws {
        #expect(try recognise(traits(colours: productTable(id), codes: codes)) == id)
    }

    @Test("grid values of CORINE with its colours are CORINE")
    func corineGrid() throws {
        var colours: [Int: Colour] = [:]
        for (place, landClass) in try SchemeCatalogue.builtIn().scheme(named: "corine").classes
            .enumerated()
        { colours[place + 1] = landClass.productColour }
        #expect(try recognise(traits(colours: colours, codes: [1, 12, 23, 41])) == "corine")
    }

    @Test("an older edition's slightly other colours are still the product's")
    func olderColours() throws {
        let nlcd2011 = table([
            1: (0, 249, 0), 11: (71, 107, 160), 12: (209, 221, 249), 21: (221, 201, 201),
            22: (216, 147, 130), 23: (237, 0, 0), 31: (178, 173, 163), 41: (104, 170, 99),
            42: (28, 99, 48), 43: (181, 201, 142), 52: (204, 186, 124), 71: (226, 226, 193),
            81: (219, 216, 61), 82: (170, 112, 40), 90: (186, 216, 234), 95: (112, 163, 186),
        ])
        let codes = [11, 21, 22, 31, 41, 42, 43, 52, 71, 81, 82, 90, 95]
        #expect(try recognise(traits(colours: filled(nlcd2011), codes: codes)) == "nlcd")
    }

    @Test("the colours in a product's files may differ from those of its catalogue")
    func coloursOfFiles() throws {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: "esri")
        var colours: [Int: Colour] = [:]
        for landClass in scheme.classes {
            colours[landClass.numbers[0].lowerBound] = landClass.otherColours.first
        }
        #expect(colours[11]?.hex == "E3E2C3")
        #expect(try recognise(traits(colours: filled(colours), codes: [1, 2, 5, 7, 11])) == "esri")
    }

    @Test("colours of codes that the product left unused do no harm")
    func unusedColours() throws {
        // The table of WorldCover v100 has 11–14 and 82–89 besides its classes.
        let unused = table([
            11: (88, 72, 31), 12: (112, 102, 62), 13: (0, 153, 0), 14: (0, 204, 0),
            82: (153, 217, 234), 84: (245, 233, 245), 86: (199, 213, 214), 89: (113, 194, 199),
        ])
        let colours = try productTable("worldcover").merging(unused) { $1 }
        #expect(
            try recognise(traits(colours: colours, codes: [10, 30, 40, 50, 80])) == "worldcover")
    }

    @Test("a regrouped product with the product's colours under its own codes is refused")
    func regrouped() throws {
        let groups = table([
            1: (71, 107, 160), 2: (170, 0, 0), 3: (178, 173, 163), 4: (104, 170, 99),
            5: (165, 140, 48), 6: (201, 201, 119), 7: (219, 216, 61), 8: (186, 216, 234),
        ])
        let found = traits(
            colours: groups, file: "zion_nlcd_a_30m.tif", codes: [1, 2, 3, 4, 5, 6, 7, 8])
        guard case .unsure(_, let hint) = try SchemeCatalogue.builtIn().recognise(found) else {
            Issue.record("eight groups are not NLCD")
            return
        }
        #expect(hint.contains("nlcd"))
        #expect(hint.contains("regrouped"))
    }

    @Test(
        "a product's file name is enough where its codes fit",
        arguments: [
            ("ESA_WorldCover_10m_2021_v200_N39E108_Map.tif", [10, 20, 30, 60], "worldcover"),
            ("CLCD_v01_2020_albert.tif", [1, 2, 4, 7], "clcd"),
            ("n49_40_2020lc030.tif", [10, 30, 90], "globeland30"),
            ("GLC_FCS30_2020_E105N40.tif", [10, 130, 200], "glc-fcs30"),
            ("ESACCI-LC-L4-LCCS-Map-300m-P1Y-2015-v2.0.7.tif", [10, 130, 200], "cci"),
            ("48S_20200101-20210101.tif", [1, 2, 11], "esri"),
            ("dynamicworld_ordos.tif", [0, 2, 7], "dynamic-world"),
            ("U2018_CLC2018_V2020_20u1.tif", [1, 12, 23], "corine"),
            ("nlcd_2019_land_cover_l48.tif", [11, 52, 95], "nlcd"),
            ("CNLUCC2020.tif", [11, 21, 33], "cnlucc"),
            ("MCD12Q1.A2019001.h26v04.061.tif", [10, 16, 17], "igbp"),
        ])
    func fileNames(file: String, codes: [Int], id: String) throws {
        #expect(try recognise(traits(file: file, codes: codes)) == id)
    }

    @Test("metadata and class names speak for a product too")
    func metadataAndNames() throws {
        let title = "MCD12C1.006 Majority_Land_Cover_Type_1 (IGBP) 2019, 0.05 deg"
        #expect(try recognise(traits(metadata: ["TITLE": title], codes: [0, 10, 16])) == "igbp")
        let names = [11: "Open Water", 41: "Deciduous Forest", 52: "Shrub/Scrub", 82: "Cropland"]
        #expect(try recognise(traits(names: names, codes: [11, 41, 52, 82])) == "nlcd")
        let zh = [61: "沙地", 62: "戈壁", 31: "高覆盖度草地", 12: "旱地"]
        #expect(try recognise(traits(names: zh, codes: [12, 31, 61, 62])) == "cnlucc")
    }

    @Test(
        "codes alone that several schemes read, or that merely count, are refused",
        arguments: [
            [1, 2, 3, 4, 5], Array(1...9), Array(0...8), Array(0...16), Array(1...44),
            [10, 20, 30, 40, 50, 60, 70, 80, 90, 100], [10, 20, 30], [1, 2, 4, 5, 7, 8, 9, 11],
            [10, 11, 20, 61, 71, 120, 130, 190, 210], [101, 201, 301], [255], [0],
        ])
    func codesAlone(codes: [Int]) throws {
        #expect(try recognise(traits(codes: codes)) == nil)
    }

    @Test(
        "codes alone that have a pattern and one reader are recognised",
        arguments: [
            ([11, 21, 22, 23, 31, 41, 42, 43, 52, 71, 81, 82, 90, 95], "nlcd"),
            ([11, 12, 21, 22, 23, 31, 32, 33, 41, 43, 46, 51, 52, 61, 62, 64], "cnlucc"),
            ([10, 20, 30, 40, 50, 60, 80, 90, 95], "worldcover"),
            (
                [
                    101, 102, 103, 201, 301, 305, 307, 401, 404, 601, 602, 701, 702, 809, 810, 1001,
                    1003, 1006, 1101, 1103, 1104, 1106, 1107, 1202, 1205, 1206,
                ], "sandiao"
            ),
        ])
    func patterns(codes: [Int], id: String) throws {
        #expect(try recognise(traits(codes: codes)) == id)
    }

    @Test("a recognised survey field reads its lost zeros")
    func recognisedLostZeros() throws {
        let found = traits(file: "DLTB_三调.gpkg", codes: [101, 301, 305, 1101, 1205])
        guard case .recognised(let scheme, _) = try SchemeCatalogue.builtIn().recognise(found)
        else {
            Issue.record("the name, the codes and their neighbours all say 三调")
            return
        }
        #expect(try scheme.landClass(for: 305).category == .shrub)
    }

    @Test("a code that the product does not know is refused, whatever the colours say")
    func unknownCode() throws {
        let found = traits(colours: try productTable("worldcover"), codes: [10, 20, 30, 12])
        guard case .unsure(_, let hint) = try SchemeCatalogue.builtIn().recognise(found) else {
            Issue.record("WorldCover has no code 12")
            return
        }
        #expect(hint.contains("worldcover"))
        #expect(hint.contains("12"))
    }

    @Test("evidence for two products at once is refused")
    func conflict() throws {
        let igbp = try productTable("igbp")
        #expect(try recognise(traits(colours: igbp, file: "CLCD_2020.tif", codes: [1, 4])) == nil)
        let both = "clcd_reclassified_to_dynamic-world.tif"
        #expect(try recognise(traits(file: both, codes: [1, 2, 4])) == nil)
    }

    @Test("another legend of the same product is not taken for it")
    func otherLegend() throws {
        let umd = "MCD12Q1_LC_Type2_2019.tif"
        #expect(try recognise(traits(file: umd, codes: [0, 5, 10, 15])) == nil)
        #expect(try recognise(traits(file: "nlcd_2011_impervious.tif", codes: [11, 12])) == nil)
    }

    @Test("a name of which nothing else was seen, fractions, and foreign maps are refused")
    func tooLittle() throws {
        #expect(try recognise(traits(file: "CLCD_v01_2020.tif")) == nil)
        var ndvi = traits(file: "CLCD_ndvi.tif", codes: [1])
        ndvi.dataType = .fractional
        #expect(try recognise(ndvi) == nil)
        let koppen = ["TITLE": "Koeppen-Geiger main group 1=A 2=B 3=C 4=D 5=E, Beck 2018"]
        #expect(try recognise(traits(metadata: koppen, codes: [2, 4])) == nil)
    }

    @Test("other colours at a product's codes, and other names, speak against it")
    func contradicted() throws {
        let own = table([
            10: (200, 10, 200), 20: (10, 10, 200), 30: (200, 200, 10), 90: (9, 200, 200),
            95: (77, 20, 90),
        ])
        let codes = [10, 20, 30, 40, 50, 60, 80, 90, 95]
        #expect(try recognise(traits(colours: own, codes: codes)) == nil)
        let names = [10: "Rock", 20: "Road", 30: "House", 95: "Field"]
        #expect(try recognise(traits(names: names, codes: codes)) == nil)
    }

    @Test("class names match by their words, whatever their order and number")
    func names() {
        #expect(SchemeEvidence.isSameName("Open Water", "open water"))
        #expect(SchemeEvidence.isSameName("Croplands", "Cropland"))
        #expect(SchemeEvidence.isSameName("沙地", "沙地"))
        #expect(!SchemeEvidence.isSameName("Forest", "Water"))
        #expect(!SchemeEvidence.isSameName("", "Water"))
    }
}
