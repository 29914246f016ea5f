// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import LandCover
internal import Tables
internal import Words
internal import Zonal

/// The tables of a finished survey.
struct SurveyTables {
    let language: Language
    let catalogue: IndicatorCatalogue

    /// `indicators.csv`: by the survey's own variants, with targets and verdicts.
    func indicators(_ assessments: [Assessment], named name: String = "indicators") throws -> Table
    {
        var table = Table(
            name,
            columns: [
                "year", "zone", "name", "indicator", "value", "unit", "numerator", "denominator",
                "lower", "upper", "target", "verdict", "reason", "target_origin", "range_kind",
                "errors_held", "errors_left_out", "probability_met", "counted",
            ])
        for assessment in assessments.sorted(by: Self.comesBefore) {
            table.append(try row(assessment))
        }
        return table
    }

    /// `variants.csv`: every other way of counting, without targets.
    func variants(_ results: [IndicatorResult]) throws -> Table {
        var table = Table(
            "variants",
            columns: [
                "year", "zone", "name", "indicator", "variant", "value", "unit", "numerator",
                "denominator", "lower", "upper", "status", "reason",
            ])
        for result in results.sorted(by: Self.comesBefore) {
            let unit = result.unit.written
            table.append([
                .integer(result.year), .text(result.zone), .text(result.name),
                .text(result.indicator), .text(result.variant),
                Table.Cell(try result.quantity(in: unit)?.value), .text(unit.rawValue),
                Table.Cell(result.numerator?.value), Table.Cell(result.denominator?.value),
                Table.Cell(try result.bound(\.lower, in: unit)),
                Table.Cell(try result.bound(\.upper, in: unit)),
                .text(result.status.word),
                .text(reasons(Assessment(result: result, verdict: nil, unit: unit))),
            ])
        }
        return table
    }

    /// `sensitivity.csv`: what each figure would be where something that it rests on is otherwise.
    func sensitivity(_ assessments: [Assessment]) throws -> Table {
        var table = Table(
            "sensitivity",
            columns: [
                "year", "zone", "name", "indicator", "variant", "error", "change", "value", "unit",
                "value_then", "difference",
            ])
        for assessment in assessments.sorted(by: Self.comesBefore) {
            let result = assessment.result
            guard let centre = result.centre else { continue }
            let unit = result.unit.written
            func shown(_ number: Double) throws -> Double {
                try Quantity(number, result.unit).converted(to: unit).value
            }
            for other in result.sensitivities {
                table.append([
                    .integer(result.year), .text(result.zone), .text(result.name),
                    .text(result.indicator), .text(result.variant), .text(other.source.rawValue),
                    .text(other.change[language]), .number(try shown(centre)),
                    .text(unit.rawValue), .number(try shown(centre + other.difference)),
                    .number(try shown(other.difference)),
                ])
            }
        }
        return table
    }

    private func row(_ assessment: Assessment) throws -> [Table.Cell] {
        let result = assessment.result
        let unit = result.unit.written
        let verdict = assessment.verdict
        return [
            .integer(result.year), .text(result.zone), .text(result.name),
            .text(result.indicator), Table.Cell(try result.quantity(in: unit)?.value),
            .text(unit.rawValue), Table.Cell(result.numerator?.value),
            Table.Cell(result.denominator?.value),
            Table.Cell(try result.bound(\.lower, in: unit)),
            Table.Cell(try result.bound(\.upper, in: unit)),
            Table.Cell(try verdict?.target?.converted(to: unit).value),
            .text(verdict?.kind.rawValue ?? result.status.word),
            .text(reasons(assessment)), .text(assessment.targetOrigin),
            .text(result.bounds?.kind.word ?? ""),
            .text(Uncertainty.words(result.uncertainty.included)),
            .text(Uncertainty.words(result.uncertainty.leftOut)),
            Table.Cell(verdict?.probabilityMet),
            Table.Cell(
                try result.counted.map {
                    try Quantity($0, result.unit).converted(to: unit).value
                }),
        ]
    }

    /// Why the verdict is what it is, and what a reader must know of the way it was made.
    private func reasons(_ assessment: Assessment) -> String {
        let result = assessment.result
        var reasons = assessment.reasons.map { $0[language] }
        let variants = catalogue[result.indicator]?.variants ?? []
        if let variant = variants.first(where: { $0.id == result.variant }) {
            reasons.append((language == .zh ? "口径：" : "counted as: ") + variant.name[language])
        }
        return reasons.joined(separator: language == .zh ? "；" : "; ")
    }

    private static func comesBefore(_ a: Assessment, _ b: Assessment) -> Bool {
        comesBefore(a.result, b.result)
    }

    /// By year, then zone with the city last, then indicator and variant.
    private static func comesBefore(_ a: IndicatorResult, _ b: IndicatorResult) -> Bool {
        func key(_ result: IndicatorResult) -> (Int, String, String, String) {
            (
                result.year, (result.zone == "all" ? "1" : "0") + result.zone, result.indicator,
                result.variant
            )
        }
        return key(a) < key(b)
    }
}

extension IndicatorResult {
    /// An end of the bounds in another unit.
    package func bound(
        _ end: KeyPath<Bounds, Double>, in target: Quantity.Unit
    ) throws(EcologyError) -> Double? {
        guard let bounds else { return nil }
        return try Quantity(bounds[keyPath: end], unit).converted(to: target).value
    }
}

extension Quantity.Unit {
    /// The unit that files have: SI, and percent for ratios.
    package var written: Quantity.Unit { self == .fraction ? .percent : self }
}

extension ResultStatus {
    /// The word that tables have where there is no verdict.
    package var word: String {
        switch self {
        case .official: ""
        case .indicative: Verdict.Kind.indicative.rawValue
        case .notAssessed: Verdict.Kind.notAssessed.rawValue
        }
    }
}
