// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Reporting
public import Tables
public import Words

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
        for line in summaryLines {
            table.append([
                .integer(line.year), .text(line.name), .text(line.value), .text("—"), .text("—"),
            ])
        }
        return table
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
