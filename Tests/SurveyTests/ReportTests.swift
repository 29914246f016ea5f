// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import Foundation
import LandCover
import Reporting
import Support
import Tables
import Testing
import Words
import Zonal

@testable import Survey

/// The demonstration with names that would like to be something else.
struct HostileRun {
    static let names = [
        "<script>alert(1)</script>", "=cmd|'/C calc'!A0", "\"\u{301} onload=alert(1) x=\"\u{301}",
        "\u{202E}عكس", "🐑", String(repeating: "长", count: 200), "{{title}}", "</style><b>", "a\nb",
    ]
    let folder: String

    static func run() async throws -> HostileRun {
        let folder = try keptFolder("hostile")
        let zones = try BundledData.path("GeoData/zones/ordos_banners.geojson")
        let data = try #require(FileManager.default.contents(atPath: zones))
        var layer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        var features = try #require(layer["features"] as? [[String: Any]])
        for index in features.indices {
            var properties = try #require(features[index]["properties"] as? [String: Any])
            properties["name_zh"] = names[index % names.count]
            properties["name_en"] = names[index % names.count]
            features[index]["properties"] = properties
        }
        layer["features"] = features
        let hostile = "\(folder)/zones.geojson"
        try JSONSerialization.data(withJSONObject: layer).write(
            to: URL(fileURLWithPath: hostile))
        var survey = try SurveyFile(
            readingFrom: BundledData.path("GeoData/synthetic/survey.toml"))
        survey.zones?.path = hostile
        survey.title = LocalizedText("</title><script>alert(2)</script>")
        survey.output = "\(folder)/out"
        var run = SurveyRun(survey)
        run.drawsMaps = false
        _ = try await run.run()
        return HostileRun(folder: survey.output)
    }

    private static let once = Task { try await run() }

    static func shared() async throws -> HostileRun { try await once.value }

    var html: String {
        get throws {
            let data = try #require(FileManager.default.contents(atPath: "\(folder)/report.html"))
            return String(decoding: data, as: UTF8.self)
        }
    }
}

@Suite("The report")
struct ReportTests {
    @Test("escapes every name, also a quotation mark that a combining mark hides")
    func escapes() async throws {
        let html = try await HostileRun.shared().html
        #expect(html.matches(of: #/<script/#).count == 2)
        #expect(html.matches(of: #/<\/script>/#).count == 2)
        #expect(!html.contains("</style><b>"))
        let scalars = Array(html.unicodeScalars)
        let raw = scalars.indices.dropFirst().contains {
            scalars[$0] == "\u{301}" && scalars[$0 - 1] == "\""
        }
        // In the map's JSON the mark is behind a backslash; nowhere is it bare.
        let bare = scalars.indices.dropFirst(2).contains {
            scalars[$0] == "\u{301}" && scalars[$0 - 1] == "\"" && scalars[$0 - 2] != "\\"
        }
        #expect(raw && !bare)
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test("fills no template from a name")
    func templates() async throws {
        #expect(try await HostileRun.shared().html.contains("{{title}}"))
    }

    @Test("leads every link within it to its place, and names no place twice")
    func links() async throws {
        let folder = try await DemoRun.shared().folder
        let html = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
        let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        let links = Set(html.matches(of: #/ href="#([^"]*)"/#).map { String($0.1) })
        #expect(Set(ids).count == ids.count)
        #expect(links.subtracting(ids).isEmpty)
        // From the city's figure to its row, the formula and the year's inputs.
        for id in ["f-forest_coverage-2020-all", "d-forest_coverage", "data-2020"] {
            #expect(links.contains(id), "\(id)")
        }
    }

    @Test("needs nothing but itself")
    func alone() async throws {
        let folder = try await DemoRun.shared().folder
        let html = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
        for opening in ["src=", "url(", "@import", "<link rel=\"stylesheet"] {
            #expect(!html.contains(opening), "\(opening)")
        }
        #expect(html.contains("default-src 'none'"))
    }

    @Test("runs its own script only: the page names its SHA-256")
    func script() {
        // printf 'a' | openssl dgst -sha256 -binary | base64
        #expect(ReportPage.hash("a") == "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=")
    }

    @Test("says that synthetic data are, and what each figure was divided by")
    func content() async throws {
        let folder = try await DemoRun.shared().folder
        let html = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
        #expect(html.contains("class=\"synthetic\""))
        #expect(html.contains("27.37%"))
        #expect(html.contains(" km² ÷ "))
        #expect(html.contains("unverified"))
    }

    @Test("holds no path of the machine, and is the same bytes for any number of threads")
    func repeats() async throws {
        let first = try await DemoRun.shared().folder
        let second = try await DemoRun.run(jobs: 1).folder
        for name in ["report.html", "survey.xlsx"] {
            let one = try #require(FileManager.default.contents(atPath: "\(first)/\(name)"))
            #expect(one == FileManager.default.contents(atPath: "\(second)/\(name)"), "\(name)")
        }
        let html = try String(contentsOfFile: "\(first)/report.html", encoding: .utf8)
        let home = try BundledData.path("GeoData")
        #expect(!html.contains((home as NSString).deletingLastPathComponent))
        #expect(!html.contains(first))
    }

    @Test("tells carbon's notes, papers and reasons in both languages")
    func carbonWords() async throws {
        let folder = try await DemoRun.shared().folder
        let html = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
        for words in [
            "碳汇只给出范围", "the sink is a band",  // a note of the flux method
            "只计林木蓄积的生长与消耗", "trees&#39; volume alone",  // why a method differs
            "盐池荒漠草原", "Yanchi desert steppe",  // where a paper measured
            "速率会饱和", "Rates saturate",  // a note of a set of coefficients
        ] { #expect(html.contains(words), "\(words)") }
    }

    @Test("stands in a folder whose every file the README tells of")
    func readme() async throws {
        let folder = try await DemoRun.shared().folder
        let readme = try String(contentsOfFile: BundledData.path("README.md"), encoding: .utf8)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count > 20)
        for file in files where file != "maps" {
            #expect(readme.contains("`\(file)`"), "\(file)")
        }
    }

    @Test("has no Chinese in its English text but the plan's name and terms in parentheses")
    func english() async throws {
        let folder = try await DemoRun.shared().folder
        let html = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
        let spans = html.matches(of: #/<span lang="en">([^<]*)</#).map { String($0.1) }
        #expect(spans.count > 1000)
        for span in spans {
            let text = span.replacing("鄂府发〔2018〕90号", with: "")
                .replacing("鄂尔多斯市“十三五”节能降碳综合工作方案", with: "")
                .replacing("滑永春 et al.", with: "")
                .replacing(#/\([^()]*\)/#, with: "")
            #expect(!text.contains(#/\p{Han}/#), "\(span)")
        }
    }

    @Test("comes with a workbook that has a chart of composition, of each target and of carbon")
    func workbookCharts() async throws {
        let demo = try await DemoRun.shared()
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-p", "\(demo.folder)/survey.xlsx", "xl/charts/chart*.xml"]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let charts = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        unzip.waitUntilExit()
        let rows = try demo.rows(of: "indicators").filter {
            $0["year"] == "2020" && $0["value"] != ""
        }
        // Shares of the city that have a target, and a value in a banner too.
        let withTargets = Set(
            rows.filter { city in
                city["zone"] == "all" && city["target"] != ""
                    && ["percent", "m2_per_person"].contains(city["unit"])
                    && rows.contains {
                        $0["indicator"] == city["indicator"] && $0["zone"] != "all"
                    }
            }.compactMap { $0["indicator"] })
        #expect(!withTargets.isEmpty)
        #expect(
            charts.matches(of: #/<c:chartSpace/#).count == withTargets.count + 2)
        #expect(charts.contains("'Against targets'!$B$2:$B$11"), "nine banners and the city")
        #expect(charts.contains("'Carbon by pool'!$B$2:$B$10"), "nine banners")
        #expect(charts.contains("Composition"))
    }

    @Test("keeps what could end its script out of the map's JSON")
    func json() throws {
        let text = try ReportPage.json(["a": "</script>\u{2028}&"])
        #expect(text == #"{"a":"\u003c/script\u003e\u2028\u0026"}"#)
        let back = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        #expect(back == ["a": "</script>\u{2028}&"])
    }
}

@Suite("What the land is made of")
struct CompositionTests {
    private var areas: Table {
        var table = Table(
            "areas", columns: ["year", "zone", "class", "category", "area_m2"])
        let rows: [(Int, String, String, String, Double)] = [
            (2015, "a", "21", "special_shrub", 30), (2015, "a", "31", "grassland", 70),
            (2015, "b", "21", "other_shrub", 10), (2015, "b", "outside", "outside", 90),
            (2015, "all", "21", "shrub", 40), (2015, "all", "31", "grassland", 70),
            (2020, "a", "21", "special_shrub", 50), (2020, "a", "31", "grassland", 50),
            (2020, "b", "21", "other_shrub", 100), (2020, "all", "21", "shrub", 150),
        ]
        for (year, zone, code, category, area) in rows {
            table.append([
                .integer(year), .text(zone), .text(code), .text(category), .number(area),
            ])
        }
        return table
    }

    @Test("the whole is the sum of its zones, each shrub as its zone counts it")
    func whole() {
        let composition = Composition(of: areas, zone: "all")
        #expect(composition.years == [2015, 2020])
        let parts = Dictionary(
            uniqueKeysWithValues: composition.parts.map { ($0.category.rawValue, $0.areas) })
        #expect(
            parts == [
                "grassland": [70, 50], "special_shrub": [30, 50], "other_shrub": [10, 100],
                "nodata": [90, 0],
            ])
    }

    @Test("flows go by category, and take the longest span")
    func flows() throws {
        var table = Table(
            "transitions",
            columns: ["from_year", "to_year", "zone", "before", "after", "area_m2"])
        for (from, zone, before, after, area) in [
            (2015, "a", "31", "21", 20.0), (2015, "a", "21", "21", 30), (2015, "a", "31", "31", 50),
            (2015, "b", "outside", "21", 90), (2015, "b", "21", "21", 10),
            (2015, "all", "31", "21", 20), (2018, "a", "31", "31", 99),
        ] {
            table.append([
                .integer(from), .integer(2020), .text(zone), .text(before), .text(after),
                .number(area),
            ])
        }
        let flows = try #require(CategoryFlows(of: table, classes: areas, zone: "all"))
        #expect(flows.from == 2015 && flows.to == 2020)
        let names = flows.categories.map(\.rawValue)
        func area(_ before: String, _ after: String) throws -> Double {
            let row = try #require(names.firstIndex(of: before))
            let column = try #require(names.firstIndex(of: after))
            return flows.areas[row][column]
        }
        #expect(try area("grassland", "special_shrub") == 20)
        #expect(try area("nodata", "other_shrub") == 90)
        #expect(flows.areas.joined().reduce(0, +) == 200)
    }
}
