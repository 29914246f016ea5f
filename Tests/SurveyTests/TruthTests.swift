// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Foundation
import Ecology
import Survey
import Testing

@Suite("The demonstration survey finds what its generator knows")
struct TruthTests {
    /// What the generator calls otherwise than the survey: an indicator and its variant.
    private static let variants: [String: (String, String)] = [
        "forest_coverage_no_special_shrub": ("forest_coverage", "no_special_shrub"),
        "greening": ("forest_coverage", "greening"),
        "vegetated_share": ("grassland_cover", "vegetated_share"),
        "wetland_area_sandiao00": ("wetland_area", "sandiao00"),
        "desert_mu_us_state": ("desert_mu_us", "state"),
        "desert_mu_us_step": ("desert_mu_us", "step"),
        "desert_kubuqi_state": ("desert_kubuqi", "state"),
        "desert_kubuqi_step": ("desert_kubuqi", "step"),
    ]
    private static let factors = ["percent": 1.0, "wan_mu": 2e7 / 3, "wan_m3": 1e4]

    private func truth(_ name: String) throws -> [[String: String]] {
        try CSV.rows(ofFile: BundledData.path("GeoData/synthetic/\(name).csv"))
    }

    private func difference(_ found: String?, _ known: String?, _ factor: Double = 1) -> Double {
        guard let found = found.flatMap(Double.init), let known = known.flatMap(Double.init)
        else { return .infinity }
        return abs(found - known * factor) / max(abs(known * factor), 1e-300)
    }

    @Test("indicators, numerators and denominators, by zone and for the city: within 2e-9")
    func indicators() async throws {
        let demo = try await DemoRun.shared()
        var found: [[String]: [String: String]] = [:]
        for row in try demo.rows(of: "indicators") {
            found[[row["year"] ?? "", row["zone"] ?? "", row["indicator"] ?? "", ""]] = row
        }
        for row in try demo.rows(of: "variants") {
            found[
                [
                    row["year"] ?? "", row["zone"] ?? "", row["indicator"] ?? "",
                    row["variant"] ?? "",
                ]
            ] = row
        }
        var compared = 0
        var worst = 0.0
        for known in try truth("truth") {
            let name = known["indicator"] ?? ""
            let (indicator, variant) = Self.variants[name] ?? (name, "")
            let key = [known["year"] ?? "", known["zone"] ?? "", indicator, variant]
            guard let row = found[key], let factor = Self.factors[known["unit"] ?? ""]
            else { continue }
            compared += 1
            worst = max(worst, difference(row["value"], known["value"], factor))
            worst = max(worst, difference(row["numerator"], known["numerator"]))
            if known["denominator"] != "" {
                worst = max(worst, difference(row["denominator"], known["denominator"]))
            }
        }
        #expect(compared >= 225)
        #expect(worst <= 2e-9, "the largest relative difference is \(worst)")
    }

    @Test("areas by class: within 1e-7, or 1e-3 m² where a class has next to none")
    func classes() async throws {
        let demo = try await DemoRun.shared()
        let known = Dictionary(
            try truth("truth_classes").map { ([$0["year"], $0["zone"], $0["class"]], $0) },
            uniquingKeysWith: { first, _ in first })
        let rows = try demo.rows(of: "areas").filter { Int($0["class"] ?? "") != nil }
        #expect(rows.count == known.count)
        for row in rows {
            let truth = try #require(known[[row["year"], row["zone"], row["class"]]])
            let area = try #require(row["area_m2"].flatMap(Double.init))
            let wanted = try #require(truth["area_m2"].flatMap(Double.init))
            #expect(abs(area - wanted) <= max(1e-3, 1e-7 * wanted), "\(row)")
        }
    }

    @Test("sand states of both deserts, by zone: within 2e-7 or 1e-3 m²")
    func deserts() async throws {
        let demo = try await DemoRun.shared()
        let rows = try demo.rows(of: "desert_states")
        var compared = 0
        for known in try truth("truth_desert") {
            let row = rows.first {
                $0["desert"] == "desert_\(known["desert"] ?? "")" && $0["zone"] == known["zone"]
                    && $0["before"] == known["state_2015"] && $0["after"] == known["state_2020"]
            }
            guard let row else { continue }
            compared += 1
            let area = try #require(row["area_m2"].flatMap(Double.init))
            let wanted = try #require(known["area_m2"].flatMap(Double.init))
            #expect(abs(area - wanted) <= max(1e-3, 2e-7 * wanted), "\(row)")
        }
        #expect(compared == rows.count)
    }

    @Test("the banners' areas add up to the city's, class by class")
    func citySums() async throws {
        let demo = try await DemoRun.shared()
        var sums: [[String?]: Double] = [:]
        var city: [[String?]: Double] = [:]
        for row in try demo.rows(of: "areas") {
            let area = try #require(row["area_m2"].flatMap(Double.init))
            let key = [row["year"], row["class"]]
            if row["zone"] == "all" { city[key] = area } else { sums[key, default: 0] += area }
        }
        #expect(!city.isEmpty && Set(city.keys) == Set(sums.keys))
        for (key, area) in city {
            // Nine doubles added one after another: that alone rounds.
            #expect(abs(area - (sums[key] ?? 0)) <= 1e-14 * area + 1e-9, "\(key)")
        }
    }

    @Test(
        "the city's verdicts for 2020 are the plan's story",
        arguments: [
            ("forest_coverage", "met"), ("forest_area", "met"), ("standing_volume", "met"),
            ("grassland_cover", "indicative"), ("desert_mu_us", "met"), ("desert_kubuqi", "met"),
            ("wetland_area", "indicative"), ("cropland", "indicative"),
        ])
    func verdicts(indicator: String, verdict: String) async throws {
        let demo = try await DemoRun.shared()
        let row = try #require(
            try demo.rows(of: "indicators").first {
                $0["year"] == "2020" && $0["zone"] == "all" && $0["indicator"] == indicator
            })
        #expect(row["verdict"] == verdict)
        #expect(row["target"] != "" && row["reason"] != "")
    }

    @Test("a year before the target falls due is not judged, and says why")
    func preDue() async throws {
        let rows = try await DemoRun.shared().rows(of: "indicators")
            .filter { $0["year"] == "2015" && $0["indicator"] == "forest_coverage" }
        #expect(rows.count == 10)
        for row in rows {
            #expect(row["verdict"] == "not_assessed")
            #expect(row["reason"]?.contains("falls due in 2020") == true)
            #expect(row["value"] != "")
        }
    }

    @Test("columns are those that the tables promise")
    func columns() async throws {
        let demo = try await DemoRun.shared()
        let text = try #require(
            FileManager.default.contents(atPath: "\(demo.folder)/indicators.csv"))
        #expect(
            String(decoding: text, as: UTF8.self).hasPrefix(
                "year,zone,name,indicator,value,unit,numerator,denominator,lower,upper,target,"
                    + "verdict,reason\r\n"))
    }

    @Test("provenance has a fingerprint of every input and output")
    func provenance() async throws {
        let demo = try await DemoRun.shared()
        let data = try #require(
            FileManager.default.contents(atPath: "\(demo.folder)/provenance.json"))
        let record = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let inputs = try #require(record["inputs"] as? [[String: Any]])
        let names = inputs.compactMap { ($0["path"] as? String)?.fileName }
        for name in [
            "ordos_banners.geojson", "deserts_schematic.geojson", "ordos_2020.toml",
            "precipitation.csv", "landcover_2015.tif", "landcover_2020.tif", "ndvi_2015.tif",
            "ndvi_2020.tif", "volume_2015.tif", "volume_2020.tif",
        ] {
            #expect(names.contains(name))
        }
        #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
        let outputs = try #require(record["outputs"] as? [[String: Any]])
        #expect(
            Set(outputs.compactMap { $0["path"] as? String }).union(["provenance.json"])
                == Set(try FileManager.default.contentsOfDirectory(atPath: demo.folder)))
    }
}
