// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import GDAL
import Reporting
import Survey
import Testing
import Words

/// A city's target that the plan breaks down to no banner.
@Suite("Targets of zones")
struct DerivedTargetTests {
    private func survey(_ scratch: Scratch, breakdown: String = "") async throws
        -> SurveyRun.Outcome
    {
        try scratch.raster("lc.tif", width: 4, [21, 21, 21, 32, 32, 64, 32, 32] as [UInt8])
        try scratch.twoZones()
        try scratch.write(
            """
            document = "d"
            title = "t"
            year = 2020
            [[target]]
            indicator = "forest_coverage"
            value = 27.3
            unit = "percent"
            \(breakdown)
            """, to: "targets.toml")
        return try await scratch.survey(
            """
            output = "out"
            targets = "targets.toml"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2020
            landcover = "lc.tif"
            """)
    }

    private func text(_ scratch: Scratch, _ name: String) throws -> String {
        try String(contentsOfFile: scratch.file("out/\(name)"), encoding: .utf8)
    }

    @Test("zones that the plan does not name have no target and no verdict anywhere")
    func none() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(scratch)
        for assessment in outcome.assessments where assessment.result.zone != "all" {
            #expect(assessment.verdict == nil && assessment.targetOrigin == "")
        }
        let city = try #require(outcome.city.first { $0.result.indicator == "forest_coverage" })
        #expect(city.verdict?.kind == .countedAbove && city.targetOrigin == "issued")
        for file in ["report.html", "indicators.csv", "banners.geojson"] {
            let words = try text(scratch, file)
            #expect(!words.contains("推算目标") && !words.contains("derived target"), "\(file)")
        }
    }

    @Test("a breakdown that was asked for is called derived in every output, with its rule")
    func derived() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(scratch, breakdown: "breakdown = \"proportional\"")
        let zone = try #require(
            outcome.assessments.first {
                $0.result.zone == "w" && $0.result.indicator == "forest_coverage"
            })
        #expect(zone.targetOrigin == "derived" && !zone.isIssued)
        let row = try #require(
            try text(scratch, "indicators.csv").split(separator: "\r\n").first {
                $0.contains(",w,") && $0.contains(",forest_coverage,")
            })
        #expect(row.contains(",derived,"))
        #expect(row.contains("derived target: the city's, broken down in proportion"))
        let html = try text(scratch, "report.html")
        #expect(html.contains("按图计数达到推算目标") && html.contains("derived target"))
        #expect(html.contains("推算 ") && html.contains("as_counted_above derived"))
        let source = try VectorSource(opening: scratch.file("out/banners.geojson"))
        let info = try source.layer()
        let index = try #require(info.index(ofField: "forest_coverage_target_origin"))
        var origins: [String] = []
        try source.forEachFeature { origins.append($0.values[index].text ?? "") }
        #expect(origins == ["derived", "derived"])
        let explained = try IndicatorCatalogue.bundled().definition(named: "forest_coverage")
            .explanation(
                in: .en,
                of: FinishedSurvey(in: scratch.file("out")).assessments(of: "forest_coverage"))
        #expect(explained.contains("derived target (not issued)"))
        #expect(
            explained.contains("; target 27.3000 %: as counted: above the target")
                || explained.contains("; target 27.3000%: as counted: above the target"))
    }

    @Test("the summary counts the plan's verdicts alone")
    func counts() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(scratch, breakdown: "breakdown = \"proportional\"")
        let issued = outcome.assessments.filter(\.isIssued)
        #expect(issued.map(\.result.zone) == ["all"])
        let html = try text(scratch, "report.html")
        #expect(html.contains("<li class=\"v as_counted_above\"><b>1</b>"))
    }
}
