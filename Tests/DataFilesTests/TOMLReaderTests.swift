// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@Suite("TOMLReader: all of TOML 1.0, and nothing that ends the program")
struct TOMLReaderTests {
    private func read(_ text: String) throws -> DataNode { try readData(text, named: "a.toml") }

    private func fault(_ text: String) -> DataFileError? {
        do {
            _ = try read(text)
            return nil
        } catch { return error as? DataFileError }
    }

    @Test(
        "a table's head without a name is refused where it stands",
        arguments: [
            ("[\n", 1, 2), ("[.]\n", 1, 2), ("[!]", 1, 2), ("[", 1, 2), ("[[", 1, 3), ("[]", 1, 2),
            ("[a.]", 1, 4), ("[a..b]", 1, 4), ("[[a]", 1, 5), ("[ ", 1, 3),
            ("a = 1\n\n  [=]", 3, 4),
            ("[a] b", 1, 5), ("[\"a]", 1, 2), ("[#]", 1, 2), ("[é]", 1, 2), ("[a\n]", 1, 3),
        ])
    func heads(text: String, line: Int, column: Int) {
        let fault = fault(text)
        #expect(fault?.line == line && fault?.column == column, "\(fault?.description ?? "read")")
    }

    @Test("keys may be bare, quoted and dotted")
    func keys() throws {
        let file = try read("1234 = 1\n\"a.b\" = 2\n'c d'.\"e\" . f-_g = 3\n\"\" = 4")
        #expect(try file.keys() == ["", "1234", "a.b", "c d"])
        #expect(try file["c d"]?["e"]?["f-_g"]?.integer() == 3)
    }

    @Test("strings: escapes, literals, and lines joined by a backslash")
    func strings() throws {
        let file = try read(
            #"""
            a = "tab\t quote\" \u00E9 \U0001F411 # no comment"
            b = 'C:\no\escape'
            c = """
            first
            second "" \
                 joined"""
            d = '''it's ''two'' '''
            e = """""two quotes"""""
            """#)
        #expect(try file.required("a").string() == "tab\t quote\" é 🐑 # no comment")
        #expect(try file.required("b").string() == "C:\\no\\escape")
        #expect(try file.required("c").string() == "first\nsecond \"\" joined")
        #expect(try file.required("d").string() == "it's ''two'' ")
        #expect(try file.required("e").string() == "\"\"two quotes\"\"")
    }

    @Test(
        "whole numbers in every notation, up to 64 bits",
        arguments: [
            ("1_000", 1000), ("-17", -17), ("+99", 99), ("0xDEAD_beef", 0xDEAD_BEEF),
            ("0o755", 0o755),
            ("0b11", 3), ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ])
    func wholeNumbers(written: String, number: Int) throws {
        #expect(try read("a = \(written)").required("a").integer() == number)
    }

    @Test(
        "numbers with a point or an exponent",
        arguments: [("1.5", 1.5), ("-0.0", -0.0), ("5e+22", 5e22), ("1_0.2_5E-1", 1.025)])
    func numbers(written: String, number: Double) throws {
        #expect(try read("a = \(written)").required("a").number() == number)
    }

    @Test(
        "dates and times stay as they were written",
        arguments: [
            "1979-05-27", "07:32:00.5", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00-07:00",
            "2024-02-29",
        ])
    func dates(written: String) throws {
        #expect(try read("a = \(written) # when").required("a").string() == written)
    }

    @Test("arrays of tables hold tables of their own, and arrays and braces may nest")
    func nested() throws {
        let file = try read(
            """
            p = [ [1, 2], # one
              { x.y = 1, z = [] }, ]
            [[fruit]]
            name = "apple"
            [fruit.physical]
            color = "red"
            [[fruit.variety]]
            name = "a"
            [[fruit.variety]]
            name = "b"
            [[fruit]]
            """)
        let fruit = try file.required("fruit").elements()
        #expect(fruit.count == 2)
        #expect(try fruit[0].required("variety").elements().count == 2)
        #expect(try fruit[0].required("physical").required("color").string() == "red")
        #expect(try file.required("p").elements()[1].required("x").required("y").integer() == 1)
    }

    @Test(
        "what TOML forbids is refused",
        arguments: [
            "a = 1\na = 2", "[a]\n[a]", "a.b = 1\n[a]", "a = {b = 1}\n[a.c]", "a = [1]\n[[a]]",
            "[a.b]\n[a]\nb.c = 1", "a = {b = 1,}", "a = {b = 1\n}", "a = [1 2]", "a = 01", "a = 1_",
            "a = .5", "a = 5.", "a = 0xG", "a = 1 b = 2", "a = tru", "a =", "a", "= 1",
            "a = \"\\x\"",
            "a = \"\\uD800\"", "a = \"\u{1}\"", "# \u{0}", "a = 2023-02-29", "a = 25:00:00",
            "a\r= 1",
            "a = 9223372036854775808", "a = '''", "a = \"\"\"\"", "a = +", "a = 1e", "a = \"b\nc\"",
        ])
    func invalid(text: String) {
        #expect(fault(text)?.line != nil)
    }

    @Test(
        "nesting without end is refused, whatever nests",
        arguments: [
            "a = " + String(repeating: "[", count: 100_000),
            "a = " + String(repeating: "{a=", count: 100_000),
            "[" + String(repeating: "a.", count: 100_000) + "a]",
            String(repeating: "a.", count: 100_000) + "a = 1",
        ])
    func depth(text: String) {
        #expect(fault(text)?.message == "is nested more than 100 levels deep")
    }

    @Test("an element of an array is pointed at where it stands")
    func places() {
        #expect(
            throws: DataFileError(
                file: "a.toml", line: 2, column: 4, message: "'a[2]' must be a number, not true")
        ) { try read("a = [1,\n   true]").required("a").elements()[1].number() }
    }

    @Test("a key that is a number is not taken for a place in an array")
    func numericKeys() {
        #expect(
            throws: DataFileError(
                file: "a.toml", line: 1, column: 1,
                message: "'9223372036854775807' must be text in quotes, not 1")
        ) { try read("9223372036854775807 = 1").required("9223372036854775807").string() }
    }

    @Test("every TOML file that ships with Steppe is read")
    func bundled() throws {
        for folder in ["schemes", "coefficients", "indicators", "livestock", "literature"] {
            for file in try BundledData.files(in: "GeoData/\(folder)", ending: ".toml") {
                #expect(try !readDataFile(at: file).keys().isEmpty)
            }
        }
    }
}
