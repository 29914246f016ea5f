// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@testable import LandCover

private let head = "id = \"own\"\ntitle_en = \"Own\"\nnodata = [0]\n[classes]\n"

private func problems(in classes: String) -> [SchemeProblem] {
    ClassScheme.examine(text: head + classes, named: "own.toml").problems
}

private func scheme(_ classes: String, head: String = head) throws -> ClassScheme {
    try #require(ClassScheme.examine(text: head + classes, named: "own.toml").scheme)
}

@Suite struct ClassSchemeTests {
    @Test("a range holds both of its ends and nothing beside them")
    func ranges() throws {
        let own = try scheme(
            """
            10-19 = { zh = "耕地", en = "Cropland", category = "cropland", also = [90, "95-97"] }
            20 = { zh = "林", en = "Wood", category = "forest" }
            """)
        for code in [10, 15, 19, 90, 95, 97] {
            #expect(try own.landClass(for: code).category == .cropland)
        }
        for code in [9, 21, 89, 91, 94, 98] { #expect(!own.knows(code)) }
        #expect(try own.landClass(for: 20).category == .forest)
        #expect(try own.landClass(for: 0).category == .nodata)
        #expect(try own.landClass(forText: "15").category == .cropland)
    }

    @Test("without a colour, a class takes that of its category")
    func fallbackColour() throws {
        let own = try scheme("1 = { en = \"Sea\", category = \"water\" }\n")
        #expect(try own.landClass(for: 1).colour.hex == "3B78C2")
        #expect(try own.landClass(for: 1).nameZH == "Sea")
    }

    @Test(
        "each fault of a scheme file is found at its line",
        arguments: [
            ("1 = { category = \"water\" }", "no name", 5),
            ("1 = { en = \"Sea\", category = \"watr\" }", "did you mean 'water'", 5),
            ("1 = { en = \"Sea\", zh = \"海\" }", "lacks the key 'category'", 5),
            ("1 = { en = \"Sea\", category = \"water\", colour = \"12345G\" }", "colour", 5),
            ("1 = { en = \"Sea\", category = \"water\", color = \"123456\" }", "'colour'", 5),
            ("sea = { en = \"Sea\", category = \"water\" }", "not a code", 5),
            ("9-7 = { en = \"Sea\", category = \"water\" }", "not a code", 5),
            ("0 = { en = \"Sea\", category = \"water\" }", "already nodata's", 5),
            ("1 = { en = \"Sea\", category = \"water\", kind = \"sand\" }", "sand_bare", 5),
            ("1 = { en = \"A\", zh = \"甲\", category = \"water\" }\n1 = {}", "1", 6),
            (
                "1-5 = { en = \"A\", zh = \"甲\", category = \"water\" }\n"
                    + "4-8 = { en = \"B\", zh = \"乙\", category = \"built\" }",
                "code 4-5 of class 4-8 is already class 1-5's", 6
            ),
            (
                "1 = { en = \"A\", zh = \"甲\", category = \"water\" }\n"
                    + "2 = { en = \"B\", zh = \"乙\", category = \"built\", also = [1] }",
                "code 1 of class 2 is already class 1's", 6
            ),
        ])
    func faults(classes: String, message: String, line: Int) throws {
        let errors = problems(in: classes + "\n").filter { $0.severity == .error }
        let first = try #require(errors.first)
        #expect(errors.count == 1)
        #expect(first.fault.message.contains(message), "\(first)")
        #expect(first.fault.line == line)
        #expect(first.fault.file == "own.toml")
    }

    @Test("all faults are told at once, in the order of the file")
    func allFaults() {
        let found = problems(
            in: """
                1 = { en = "A", zh = "甲", category = "watr" }
                2 = { en = "B", zh = "乙", category = "built", colour = "red" }
                3 = { category = "built" }

                """)
        #expect(found.map(\.fault.line) == [5, 6, 7])
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test("a name in one language is enough, with a warning")
    func oneLanguage() throws {
        let found = problems(in: "1 = { zh = \"水\", category = \"water\" }\n")
        #expect(found.map(\.severity) == [.warning])
        #expect("\(try #require(found.first))".hasPrefix("own.toml:5:1: warning: class 1 has no"))
    }

    @Test("an unverified class without its reason is warned of")
    func unverified() {
        let found = problems(
            in: "1 = { zh = \"水\", en = \"Sea\", category = \"water\", verified = false }\n")
        #expect(found.map(\.severity) == [.warning])
    }

    @Test("a file that is not there, or empty of classes, says so")
    func noFile() {
        #expect(throws: SchemeError.self) { try ClassScheme(readingFrom: "/nowhere/own.toml") }
        let found = ClassScheme.examine(text: "id = \"own\"\n", named: "own.toml")
        #expect(found.scheme == nil)
        #expect(found.problems.first?.fault.message.contains("classes") == true)
    }

    @Test("a scheme without the class a quantity needs cannot tell it")
    func limits() throws {
        let own = try scheme("1 = { en = \"Sea\", zh = \"海\", category = \"water\" }\n")
        #expect(own.limit(on: .specialShrub)?.en == "the scheme has no shrub class")
        #expect(own.limit(on: .wetland) != nil)
    }
}

@Suite struct UnknownCodeErrorTests {
    @Test("an unknown code is told with file, count, place and the way out")
    func message() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        let clcd = try catalogue.scheme(named: "clcd")
        do {
            _ = try clcd.landClass(for: 14)
            Issue.record("CLCD has no code 14")
        } catch {
            var told = catalogue.mending(error, amongCodes: [0, 7, 10, 13, 14, 16])
            told.file = "lc.tif"
            told.pixelCount = 12
            told.example = .init(x: 108.5, y: 39.25)
            #expect(
                "\(told)".hasPrefix(
                    "lc.tif: code 14 is not in scheme 'clcd' (12 pixels, one at 108.5, 39.25); "))
            #expect(told.betterSchemes == ["igbp"])
            #expect("\(told)".contains("--scheme igbp"))
            #expect("\(told)".contains("--unknown ignore"))
        }
    }
}

@Suite struct SchemeCatalogueTests {
    @Test(
        "a scheme answers to its short name and its aliases, in any case",
        arguments: [
            ("worldcover", "worldcover"), ("ESA_WorldCover", "worldcover"), ("三调", "sandiao"),
            ("glc_fcs30d", "glc-fcs30"), ("MCD12Q1", "igbp"), ("dw", "dynamic-world"),
            ("CLC", "corine"),
        ])
    func names(name: String, id: String) throws {
        #expect(try SchemeCatalogue.builtIn().scheme(named: name).id == id)
    }

    @Test("no two schemes share a name")
    func uniqueNames() throws {
        let names = try SchemeCatalogue.builtIn().schemes.flatMap { [$0.id] + $0.aliases }
        #expect(Set(names).count == names.count)
    }

    @Test("a misspelt name gets the nearest one")
    func nearestName() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        do {
            _ = try catalogue.scheme(named: "worldcovr")
            Issue.record("there is no such scheme")
        } catch {
            #expect("\(error)".contains("did you mean 'worldcover'?"))
            #expect("\(error)".contains("sandiao"))
        }
    }

    @Test("the user's own scheme comes before a built-in one of the same name")
    func ownFirst() throws {
        let own = try scheme(
            "1 = { en = \"Sea\", zh = \"海\", category = \"water\" }\n",
            head: "id = \"clcd\"\n[classes]\n")
        let catalogue = try SchemeCatalogue.builtIn().adding([own])
        #expect(try catalogue.scheme(named: "clcd").classes.count == 1)
    }
}
