// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Ecology
internal import Foundation
internal import GDAL
internal import Reporting
public import Words

/// What is told of carbon on request: definition, methods and sources, and a survey's numbers.
public enum CarbonTopic: String, CaseIterable, Sendable {
    /// Carbon kept on the land.
    case stock = "carbon_stock"
    /// Carbon that the land takes up in a year.
    case sink = "carbon_sink"

    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .stock: LocalizedText(zh: "碳储量", en: "Carbon stock")
        case .sink: LocalizedText(zh: "碳汇", en: "Carbon sink")
        }
    }

    /// The unit of its numbers.
    public var unit: String { self == .stock ? "t C" : "t C/yr" }

    var quantity: String { self == .stock ? "stock_tc" : "sink_tc_per_year" }

    private var accounts: [CarbonAccount.Method] {
        self == .stock
            ? [.stock, .provincialVolume]
            : [
                .stockDifference, .landUseChange, .gainLoss, .volumeDifference, .provincialVolume,
                .annualFlux,
            ]
    }

    private var definition: LocalizedText {
        switch self {
        case .stock:
            LocalizedText(
                zh: "地上、地下生物量、枯死木与枯落物、土壤（注明深度）的有机碳之和 Σ 面积×碳密度，不小于 0。",
                en:
                    "Organic carbon above and below ground, in dead matter and in soil (to a stated "
                    + "depth): Σ area × density; 0 or more.")
        case .sink:
            LocalizedText(
                zh: "土地每年吸收的碳：吸收为正，排放为负；净排放（t CO₂e/年）= −碳汇×44/12。各方法并列，不相加、不平均。",
                en: "Carbon that land takes up a year: uptake is positive, a source negative; net "
                    + "emissions in t CO₂e/yr are −sink × 44/12. Methods stand side by side; they "
                    + "are neither added up nor averaged.")
        }
    }

    private static let sources = LocalizedText(
        zh: "来源：IPCC 2006 指南第 4 卷及 2019 修订版；省级温室气体清单编制指南（试行）2011；InVEST 碳模型。"
            + "系数见 GeoData/coefficients，逐条注明出处与是否核实。",
        en: "Sources: IPCC 2006 Guidelines Vol. 4 and 2019 Refinement; provincial inventory guide "
            + "(trial) 2011; the InVEST carbon model. Coefficients: GeoData/coefficients, each with "
            + "its source and whether it was verified.")

    private static let way = LocalizedText(
        zh:
            "逐级追溯到面积、系数与来源：steppe explain … --survey 目录 --zone 旗区代码，或 steppe carbon … --explain all",
        en: "To walk a number back to areas, coefficients and sources: steppe explain … --survey "
            + "FOLDER --zone ZONE, or steppe carbon … --explain all"
    )

    /// Definition, methods and sources, and the numbers of a finished survey where one is given.
    ///
    /// - Throws: `SurveyError` where the survey has no carbon.
    ///
    /// - Parameters:
    ///   - language: Of what is told.
    ///   - folder: A finished survey.
    ///   - zone: The zone whose numbers are walked back to areas, coefficients and sources.
    /// - Returns: Lines of text.
    public func explanation(
        in language: Language, survey folder: String?, zone: String = "all"
    ) throws -> String {
        var lines = ["\(rawValue)  \(name[language])  [\(unit)]", "", definition[language], ""]
        for account in accounts {
            lines.append(
                "  \(account.rawValue): \(language == .zh ? account.nameZH : account.nameEN)")
        }
        lines += ["", Self.sources[language], Self.way[language]]
        if let folder {
            lines += [""] + (try rows(in: folder, zone: zone))
            lines += [""] + (try CarbonWalk(in: folder).lines(of: quantity, zone: zone, language))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func rows(in folder: String, zone: String) throws -> [String] {
        guard let path = try FinishedSurvey(in: folder).path(of: "carbon.csv") else {
            throw SurveyError.unusable(
                file: folder,
                why: "has no carbon.csv; add a [carbon] table to the survey file and run it again")
        }
        let file = try CSVFile(reading: path)
        var lines: [String] = []
        for row in file.rows {
            func text(_ column: String) -> String {
                file.index(of: column).map { row.cells[$0] } ?? ""
            }
            guard text("quantity") == quantity, text("pool") == "all",
                zone == "all" || text("zone") == zone
            else { continue }
            let head = "\(text("year"))  \(text("method"))  \(text("zone")) \(text("name"))"
            func whole(_ field: String) -> String {
                Double(text(field)).map { decimal($0, digits: 0, grouped: true) } ?? ""
            }
            let intervals = [1, 2].compactMap { approach -> String? in
                let (lower, upper) = ("approach\(approach)_lower", "approach\(approach)_upper")
                guard !text(lower).isEmpty else { return nil }
                return "approach \(approach) [\(whole(lower)), \(whole(upper))]"
            }
            let depth = text("soil_depth_cm")
            lines.append(
                "\(head): \(whole("value")) \(unit)  \(intervals.joined(separator: "  "))"
                    + "  tier \(text("tier")), \(text("set"))"
                    + (depth.isEmpty ? "" : ", soil 0–\(whole("soil_depth_cm")) cm")
            )
        }
        return lines
    }
}
