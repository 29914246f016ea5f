// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

@Suite struct BuiltInSchemeTests {
    static let counts = [
        "cci": 37, "clcd": 9, "cnlucc": 26, "cnlucc-level1": 6, "corine": 44, "dynamic-world": 9,
        "erdiao": 40, "esri": 11, "glc-fcs30": 41, "globeland30": 10, "igbp": 17, "nlcd": 20,
        "sandiao": 82, "worldcover": 11,
    ]

    @Test("every product is there, with all of its classes")
    func classCounts() throws {
        let schemes = try SchemeCatalogue.builtIn().schemes
        let found = Dictionary(uniqueKeysWithValues: schemes.map { ($0.id, $0.classes.count) })
        #expect(found == Self.counts)
    }

    @Test("every scheme's file is without error or warning", arguments: counts.keys.sorted())
    func filesPass(id: String) throws {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: id)
        #expect(ClassScheme.check(scheme.file) == [])
        #expect(scheme.classes.allSatisfy { !$0.nameZH.isEmpty && !$0.nameEN.isEmpty })
        #expect(scheme.classes.allSatisfy { !$0.evidence.isEmpty })
        #expect(scheme.classes.allSatisfy { $0.isVerified || !$0.evidence.isEmpty })
        #expect(scheme.nameOfFile == "\(id).toml")
    }

    @Test(
        "a code has the product's colour, and the category that the account wants",
        arguments: [
            ("worldcover", 10, "006400", "forest"), ("worldcover", 20, "FFBB22", "shrub"),
            ("worldcover", 60, "B4B4B4", "sand_bare"), ("worldcover", 95, "00CF75", "wetland"),
            ("worldcover", 100, "FAE6A0", "grassland"), ("clcd", 1, "FAE39C", "cropland"),
            ("clcd", 7, "CFBDA3", "sand_bare"), ("clcd", 9, "289BE8", "wetland"),
            ("globeland30", 40, "00FFC7", "shrub"), ("globeland30", 70, "636333", "grassland"),
            ("globeland30", 80, "FF0000", "built"), ("igbp", 0, "1C0DFF", "water"),
            ("igbp", 17, "1C0DFF", "water"), ("igbp", 8, "DADE48", "forest"),
            ("igbp", 9, "FBFF13", "other_wood"), ("igbp", 14, "FF6D4C", "cropland"),
            ("igbp", 16, "F9FFA4", "sand_bare"), ("cci", 40, "C8C864", "grassland"),
            ("cci", 100, "8CA000", "other_wood"), ("cci", 152, "FFD278", "grassland"),
            ("cci", 180, "00DC82", "wetland"), ("cci", 220, "FFFFFF", "snow_ice"),
            ("glc-fcs30", 12, "FFFF00", "orchard"), ("glc-fcs30", 51, "4C7300", "forest"),
            ("glc-fcs30", 187, "444F89", "wetland"), ("glc-fcs30", 201, "DCDCDC", "sand_bare"),
            ("esri", 2, "358221", "forest"), ("esri", 10, "C8C8C8", "nodata"),
            ("esri", 11, "C6AD8D", "grassland"), ("dynamic-world", 0, "419BDF", "water"),
            ("dynamic-world", 5, "DFC35A", "shrub"), ("dynamic-world", 8, "B39FE1", "snow_ice"),
            ("corine", 111, "E6004D", "built"), ("corine", 223, "E6A600", "orchard"),
            ("corine", 244, "F2CCA6", "cropland"), ("corine", 324, "A6F200", "other_wood"),
            ("corine", 333, "CCFFCC", "grassland"), ("corine", 422, "E6E6FF", "wetland"),
            ("nlcd", 21, "DEC5C5", "built"), ("nlcd", 52, "CCB879", "shrub"),
            ("nlcd", 81, "DCD939", "grassland"), ("nlcd", 95, "6C9FB8", "wetland"),
        ])
    func coloursAndCategories(id: String, code: Int, hex: String, category: String) throws {
        let found = try SchemeCatalogue.builtIn().scheme(named: id).landClass(for: code)
        #expect(found.productColour?.hex == hex)
        #expect(found.category.key == category)
    }

    @Test(
        "marsh is wetland though CNLUCC files it under unused land, and relief does not matter",
        arguments: [
            (64, Category.wetland), (65, .sandBare), (45, .wetland), (44, .snowIce),
            (111, .cropland), (124, .cropland), (22, .shrub), (24, .otherWood), (99, .water),
        ])
    func cnlucc(code: Int, category: Category) throws {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: "cnlucc")
        #expect(try scheme.landClass(for: code).category == category)
    }

    @Test("bare ground keeps its kind")
    func bareKinds() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        let cnlucc = try catalogue.scheme(named: "cnlucc")
        let kinds = try [61, 62, 63, 65, 66, 67].map { try cnlucc.landClass(for: $0).bareKind }
        #expect(kinds == [.sand, .gobi, .saline, .soil, .rock, nil])
        let sandiao = try catalogue.scheme(named: "sandiao")
        let survey = try (1204...1207).map { try sandiao.landClass(for: $0).bareKind }
        #expect(survey == [.saline, .sand, .soil, .rock])
    }

    @Test("grid values of CORINE stand for its codes, in their order, by range")
    func corineGrid() throws {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: "corine")
        #expect(scheme.classes.map(\.code).count == 44)
        for (place, landClass) in scheme.classes.enumerated() {
            #expect(try scheme.landClass(for: place + 1) == landClass)
        }
        #expect(try scheme.landClass(for: 1).code == .number(111))
        #expect(try scheme.landClass(for: 23).code == .number(311))
        #expect(try scheme.landClass(for: 44).code == .number(523))
        #expect(try scheme.landClass(for: 48).category == .nodata)
        #expect(throws: UnknownCodeError.self) { try scheme.landClass(for: 45) }
        #expect(throws: UnknownCodeError.self) { try scheme.landClass(for: 114) }
    }

    @Test(
        "only a definition that guarantees more than 30 % says so of its shrub",
        arguments: [
            ("igbp", 6, ShrubCoverKnowledge.above30), ("igbp", 7, .undetermined),
            ("cnlucc", 22, .above30), ("worldcover", 20, .undetermined),
            ("clcd", 3, .undetermined), ("nlcd", 52, .undetermined), ("corine", 322, .undetermined),
        ])
    func shrubCover(id: String, code: Int, cover: ShrubCoverKnowledge) throws {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: id)
        #expect(try scheme.landClass(for: code).shrubCover == cover)
    }

    @Test("a class across a threshold says so")
    func straddles() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        func straddling(_ id: String) throws -> [String] {
            try catalogue.scheme(named: id).classes.filter(\.straddles).map(\.code.description)
        }
        #expect(try straddling("worldcover") == ["10"])
        #expect(try straddling("igbp") == ["9"])
        #expect(try straddling("cci") == ["40", "62", "72", "82", "100"])
        #expect(try straddling("corine") == ["333"])
        #expect(try straddling("cnlucc") == ["23", "24"])
        #expect(try straddling("nlcd") == [])
    }

    @Test("what a product cannot tell is said with its reason")
    func limits() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        for id in ["worldcover", "esri", "igbp", "cnlucc-level1"] {
            #expect(try catalogue.scheme(named: id).limit(on: .specialShrub) != nil)
        }
        for id in ["sandiao", "cnlucc", "clcd"] {
            #expect(try catalogue.scheme(named: id).limit(on: .specialShrub) == nil)
        }
        #expect(try catalogue.scheme(named: "cnlucc-level1").limit(on: .wetland) != nil)
        #expect(try catalogue.scheme(named: "cnlucc").limit(on: .wetland) == nil)
    }

    @Test("what was written from memory is marked")
    func marks() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        #expect(try catalogue.scheme(named: "erdiao").classes.allSatisfy { !$0.isVerified })
        let cci = try catalogue.scheme(named: "cci").classes.filter { !$0.isVerified }
        #expect(cci.map(\.code.description) == ["71", "81", "151"])
        let sandiao = try catalogue.scheme(named: "sandiao")
        #expect(try !sandiao.landClass(forText: "0305").isVerified)
        #expect(try sandiao.landClass(forText: "0301").isVerified)
        #expect(try !catalogue.scheme(named: "clcd").areColoursVerified)
    }

    @Test(
        "nodata is the product's own: 0 is water in Dynamic World",
        arguments: [
            ("worldcover", 0), ("clcd", 0), ("globeland30", 255), ("igbp", 255), ("cci", 0),
            ("glc-fcs30", 250), ("esri", 0), ("nlcd", 250),
        ])
    func nodata(id: String, code: Int) throws {
        let catalogue = try SchemeCatalogue.builtIn()
        #expect(try catalogue.scheme(named: id).landClass(for: code).category == .nodata)
        #expect(try catalogue.scheme(named: "dynamic-world").landClass(for: 0).category == .water)
    }
}

extension ClassScheme {
    var nameOfFile: String { file.split(separator: "/").last.map(String.init) ?? "" }
}
