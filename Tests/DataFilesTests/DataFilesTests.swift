// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@Suite("TOML files that point at their own faults")
struct DataFilesTests {
    private func fault(_ text: String, _ body: (DataNode) throws -> Void) -> DataFileError? {
        do {
            try body(readData(text, named: "a.toml"))
            return nil
        } catch {
            return error as? DataFileError
        }
    }

    @Test("values come out as they were written")
    func values() throws {
        let file = try readData(
            "a = 1\nb = 2.5\nc = \"x\"\nd = true\ne = [1, 2]\n[t]\nk = \"v\"", named: "a.toml")
        #expect(try file.required("a").integer() == 1)
        #expect(try file.required("a").number() == 1)
        #expect(try file.required("b").number() == 2.5)
        #expect(try file.required("c").strings() == ["x"])
        #expect(try file.required("d").boolean())
        #expect(try file.required("e").elements().map { try $0.integer() } == [1, 2])
        #expect(try file["t"]?.required("k").string() == "v")
        #expect(file["missing"] == nil)
    }

    @Test("a syntax error names line and column")
    func syntax() {
        let fault = fault("a = 1\nb = \"open\n") { _ in }
        #expect(fault?.line == 2)
        #expect(fault?.description.hasPrefix("a.toml:2:") == true)
    }

    @Test(
        "an unknown key is found at its line, whatever ends the lines, with the key that was meant",
        arguments: ["\n", "\r\n"])
    func unknownKey(ending: String) {
        let text = ["title = 'x'", "", "[zones]", "  fiel = 'z'"].joined(separator: ending)
        let fault = fault(text) { try $0.required("zones").allow(only: ["file", "layer"]) }
        #expect(fault?.description == "a.toml:4:3: unknown key 'fiel'; did you mean 'file'?")
    }

    @Test("an element of an array of tables is found at its own head")
    func arrayOfTables() {
        let fault = fault("[[year]]\nyear = 1\n\n[[year]]\nyear = 'x'") {
            for year in try $0.required("year").elements() {
                _ = try year.required("year").integer()
            }
        }
        #expect(fault?.line == 5)
        #expect(
            fault?.message == "'year[2].year' must be a whole number, not the text \"x\"")
    }

    @Test("a missing key is told where its table begins")
    func missingKey() {
        let fault = fault("a = 1\n\n[zones]\nlayer = 'x'") {
            _ = try $0.required("zones").required("file")
        }
        #expect(fault?.description == "a.toml:3:1: 'zones' lacks the key 'file'")
    }

    @Test(
        "values of the wrong kind are refused with what was found",
        arguments: [("1", "text in quotes, not 1"), ("[1]", "text in quotes, not an array")])
    func wrongKind(written: String, said: String) {
        let fault = fault("a = \(written)") { _ = try $0.required("a").string() }
        #expect(fault?.message == "'a' must be \(said)")
    }

    @Test("numbers that are not finite are refused", arguments: ["nan", "inf", "-inf"])
    func notFinite(written: String) {
        #expect(fault("a = \(written)") { _ = try $0.required("a").number() } != nil)
    }

    private enum Fruit: String, CaseIterable { case apple, pear }

    @Test("a word that is not offered is answered with those that are")
    func choice() throws {
        let fault = fault("a = 'aple'") { _ = try $0.required("a").choice(Fruit.self) }
        #expect(fault?.message == "'a' is 'aple'; it can be apple, pear; did you mean 'apple'?")
        #expect(try readData("a = 'pear'", named: "").required("a").choice(Fruit.self) == .pear)
    }

    @Test(
        "the nearest word is offered only where it is near enough to be meant",
        arguments: [
            ("titel", "title"), ("zons", "zones"), ("xyz", nil), ("c", nil), ("", nil),
        ] as [(String, String?)])
    func nearestWord(typed: String, meant: String?) {
        #expect(nearest(to: typed, among: ["title", "zones", "a", "year"]) == meant)
    }

    @Test("a file that is not there is said to be so")
    func missingFile() {
        #expect(throws: DataFileError.self) { try readDataFile(at: "/nowhere/a.toml") }
    }

    @Test("the files that ship with Steppe are found from the program's place")
    func bundled() throws {
        #expect(try BundledData.path("GeoData/schemes").hasSuffix("/GeoData/schemes"))
        let schemes = try BundledData.files(in: "GeoData/schemes", ending: ".toml")
        #expect(schemes == schemes.sorted() && schemes.count >= 12)
        #expect(throws: DataFileError.self) { try BundledData.path("GeoData/nothing.toml") }
    }

    @Test("paths in a file start from its folder; absolute ones and GDAL's own stay")
    func paths() {
        #expect("a.tif".resolved(against: "d/e") == "d/e/a.tif")
        #expect("/a.tif".resolved(against: "d") == "/a.tif")
        #expect("NETCDF:x.nc:v".resolved(against: "d") == "NETCDF:x.nc:v")
        #expect("d/lc.TIF".fileExtension == "tif" && ".hidden".fileExtension == "")
        #expect("d/e/lc.tif".folderPath == "d/e" && "lc.tif".folderPath == ".")
    }

    @Test("a number that is no year of data is refused where it stands")
    func years() throws {
        for number in ["-5", "20190", "1899", "2101", "9223372036854775807"] {
            let file = try readData("title = 1\nyear = \(number)\n", named: "s.toml")
            #expect { try file.required("year").year() } throws: {
                "\($0)".hasPrefix("s.toml:2:") && "\($0)".contains(number)
            }
        }
        #expect(try readData("year = 2020", named: "s.toml").required("year").year() == 2020)
    }
}
