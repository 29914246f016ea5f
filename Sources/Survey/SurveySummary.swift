// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
public import Ecology
public import Tables

extension SurveyRun.Outcome {
    /// The city's newest figures beside the plan's, in the units that the plan uses.
    public func summary(in language: Language) throws -> Table {
        let heads =
            language == .zh
            ? ["年份", "指标", "数值", "目标", "结论"]
            : ["year", "indicator", "value", "target", "verdict"]
        let catalogue = try IndicatorCatalogue.bundled()
        var table = Table("summary", columns: heads)
        for assessment in city {
            let result = assessment.result
            let unit = assessment.unit.written
            let name = catalogue[result.indicator]?.name[language] ?? result.indicator
            let value = try result.quantity(in: unit)?.text(in: language, digits: 2)
            let target = try assessment.verdict?.target?.converted(to: unit)
                .text(in: language, digits: 2)
            table.append([
                .integer(result.year), .text(name),
                .text(try value ?? range(of: result, unit, language)), .text(target ?? "—"),
                .text(assessment.verdict?.name[language] ?? "—"),
            ])
        }
        let newest = carbon.compactMap { $0.account.toYear ?? $0.account.fromYear }.max()
        for finding in carbon where finding.account.toYear ?? finding.account.fromYear == newest {
            guard let row = Self.carbonRow(finding, in: language) else { continue }
            table.append(row)
        }
        return table
    }

    /// The city's sink by one method, with its interval.
    private static func carbonRow(_ finding: CarbonFinding, in language: Language) -> [Table.Cell]?
    {
        let key = CarbonModel.Key(zone: CarbonModel.cityZone, quantity: .sink)
        guard let sink = finding.estimates.first(where: { $0.key == key }),
            let year = finding.account.toYear ?? finding.account.fromYear
        else { return nil }
        func whole(_ value: Double) -> String { decimal(value, digits: 0, grouped: true) }
        let name = language == .zh ? "碳汇" : "Carbon sink"
        let method = CarbonFigures.methodName(finding.method.resultName)[language]
        let unit = CarbonFigures.unitName("t C/yr")[language]
        return [
            .integer(year), .text(language == .zh ? "\(name)（\(method)）" : "\(name) (\(method))"),
            .text(
                (sink.figure.map { "\(whole($0)) \(unit) " } ?? "— \(unit) ")
                    + "[\(whole(sink.lower)), \(whole(sink.upper))]"),
            .text("—"), .text("—"),
        ]
    }

    private func range(
        of result: IndicatorResult, _ unit: Quantity.Unit, _ language: Language
    ) throws(EcologyError) -> String {
        guard let low = try result.bound(\.lower, in: unit),
            let high = try result.bound(\.upper, in: unit)
        else { return "—" }
        return Quantity(low, unit).text(in: language, digits: 2) + "–"
            + Quantity(high, unit).text(in: language, digits: 2)
    }
}
