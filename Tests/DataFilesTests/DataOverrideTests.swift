// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@Suite("Values in the place of a file's own")
struct DataOverrideTests {
    private static let text = """
        baseline = 2015
        [zones]
        file = "a.gpkg"
        [[year]]
        year = 2015
        [[year]]
        year = 2020
        """

    private func replaced(_ overrides: String...) throws -> DataNode {
        try readData(Self.text, named: "survey.toml")
            .replacing(overrides.map { try DataOverride($0, named: "--set") })
    }

    private func fault(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }

    @Test("a dotted key replaces a value, makes tables on its way, and counts elements from 1")
    func keys() throws {
        let file = try replaced(
            "baseline=2020", "year[2].year=2021", "rain.a.b=1.5", "zones.file=b")
        #expect(try file.required("baseline").integer() == 2020)
        #expect(
            try file.required("year").elements().map { try $0["year"]?.integer() } == [2015, 2021])
        #expect(try file["rain"]?["a"]?["b"]?.number() == 1.5)
        #expect(try file["zones"]?["file"]?.string() == "b")
    }

    @Test(
        "what TOML reads as a value is that, anything else is text",
        arguments: [
            ("true", "boolean"), ("2", "integer"), ("0.5", "number"), ("[1, 2]", "array"),
            ("{ a = 1 }", "table"), ("'x'", "x"), ("adcode = '1'", "adcode = '1'"), ("", ""),
            ("1\nother = 2", "1\nother = 2"), ("lc 2020.tif", "lc 2020.tif"),
        ])
    func values(_ text: String, _ kind: String) throws {
        let value = DataOverride("k", text: text, origin: .init(file: "f")).value
        let found =
            switch value {
            case .boolean: "boolean"
            case .integer: "integer"
            case .number: "number"
            case .array: "array"
            case .table: "table"
            case .string(let content): content
            }
        #expect(found == kind)
    }

    @Test(
        "as text it reads back as the same",
        arguments: [
            "1", "text", "'1'", "true", "[\"a\", 2]", "{ b = \"\\\"\", a = [] }", "\"a\\nb\"",
        ])
    func text(_ text: String) throws {
        let first = try DataOverride("k=\(text)", named: "f")
        let second = try DataOverride(first.text, named: "f")
        #expect(first.text == second.text)
    }

    @Test("a complaint about a value points at where it was written, others at the file")
    func places() throws {
        let origin = DataOverride.Origin(file: "units.csv", line: 7)
        let file = try readData(Self.text, named: "survey.toml").replacing([
            DataOverride("zones.fil", .string("x"), origin: origin)
        ])
        let unknown = fault { try file["zones"]?.allow(only: ["file"]) }
        #expect(unknown == "units.csv:7: unknown key 'fil'; did you mean 'file'?")
        let own = fault { _ = try file["zones"]?["file"]?.integer() }
        #expect(own.hasPrefix("survey.toml:3:1:"))
        // A table that was put in whole hides where the file's own values stood.
        let whole = try readData(Self.text, named: "survey.toml").replacing([
            DataOverride("zones", .table(["file": .integer(1)]), origin: origin)
        ])
        let inner = fault { _ = try whole["zones"]?["file"]?.string() }
        #expect(inner.hasPrefix("units.csv:7:"))
    }

    @Test(
        "a key that leads nowhere is refused",
        arguments: [
            "year[3].year=1", "year[0].year=1", "baseline.x=1", "a..b=1", "=1", "year[x]=1",
        ])
    func nowhere(_ text: String) {
        #expect(throws: DataFileError.self) { try replaced(text) }
    }

    @Test("an override without '=' is refused, and told how to write one")
    func noValue() {
        let words = fault { _ = try DataOverride("baseline", named: "--set") }
        #expect(words.contains("--set") && words.contains("KEY=VALUE"))
    }
}
