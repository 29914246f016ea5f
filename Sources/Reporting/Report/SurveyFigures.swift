// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import Words

/// Words that stand in the report and in the workbook alike.
enum Wording {
    static let synthetic = LocalizedText(
        zh: "合成数据，非观测结果", en: "Synthetic data: nothing here was observed")
}

/// One indicator in one zone and year, in the unit that people read it in.
package struct Figure {
    package let assessment: Assessment
    package let definition: IndicatorDefinition?
    /// The unit of the plan, or of the definition; ratios in percent.
    package let unit: Quantity.Unit
    package let value: Double?
    package let lower: Double?
    package let upper: Double?
    package let target: Double?
    /// What the map counts, where the value is estimated from a sample of it.
    package let counted: Double?
    /// What became of it since the survey's first year; `nil` in that year.
    package let change: ChangeSince?

    package init(_ assessment: Assessment, first: Assessment?, catalogue: IndicatorCatalogue) throws
    {
        let result = assessment.result
        self.assessment = assessment
        definition = catalogue[result.indicator]
        unit = assessment.unit.written
        value = try result.quantity(in: unit)?.value
        lower = try result.bound(\.lower, in: unit)
        upper = try result.bound(\.upper, in: unit)
        target = try assessment.verdict?.target?.converted(to: unit).value
        counted = try result.isEstimated ? result.asCounted.quantity(in: unit)?.value : nil
        let unit = unit
        change = try first.flatMap { first in
            first.result.year < result.year ? try result.change(since: first.result, in: unit) : nil
        }
    }

    package var result: IndicatorResult { assessment.result }
    package var verdict: Verdict? { assessment.verdict }
    package var year: Int { result.year }
    package var zone: String { result.zone }
    package var indicator: String { result.indicator }
    package var name: LocalizedText { definition?.name ?? LocalizedText(result.indicator) }

    /// What is to be counted against it: the verdict, or what its status alone says.
    package var kind: Verdict.Kind? { verdict?.kind ?? Verdict.Kind(rawValue: result.status.word) }

    /// The value, or what it is a share of, as an area in hectares; `nil` for other quantities.
    package var hectares: Double? {
        if unit.dimension == .area { return try? result.quantity(in: .hectares)?.value }
        guard let part = result.numerator, part.unit.dimension == .area else { return nil }
        return try? part.converted(to: .hectares).value
    }

    /// What it is found to be, in words; a verdict on a derived target says so.
    var verdictName: LocalizedText? { verdict?.name ?? kind?.name }

    /// Whether the target was derived from the city's.
    var isDerived: Bool { verdict.map { !$0.origin.isIssued } ?? false }

    /// The target with its unit, called derived where nobody issued it.
    func targetText(_ language: Language) -> String? {
        target.map {
            let text = Quantity($0, unit).text(in: language, digits: digits)
            guard isDerived else { return text }
            return language == .zh ? "推算 \(text)" : "derived \(text)"
        }
    }

    /// Why the verdict is what it is, and what to know of the way it was made.
    package var reasons: [LocalizedText] {
        assessment.reasons + [change?.reason].compactMap(\.self)
    }

    /// The change since the first year with its sign and no unit: a dash where the years are unlike.
    var changeText: String {
        switch change {
        case .by(let difference), .byCount(let difference):
            (difference > 0 ? "+" : "") + number(difference)
        case .unlike: "—"
        case .unknown, nil: ""
        }
    }

    /// The way of counting, by name; `nil` where the definition knows only one.
    package var variant: IndicatorDefinition.Variant? {
        definition?.variants.first { $0.id == result.variant }
    }
}

/// A survey's results, sorted for readers.
struct SurveyFigures {
    /// Indicators in the catalogue's order, then those it does not know.
    let indicators: [String]
    /// Oldest first.
    let years: [Int]
    private let figures: [String: [Figure]]

    init(_ assessments: [Assessment], catalogue: IndicatorCatalogue) throws {
        let known = catalogue.definitions.map(\.id)
        var assessed: [String] = []
        for assessment in assessments where !assessed.contains(assessment.result.indicator) {
            assessed.append(assessment.result.indicator)
        }
        indicators = known.filter(assessed.contains) + assessed.filter { !known.contains($0) }
        years = Set(assessments.map(\.result.year)).sorted()
        struct Place: Hashable {
            let zone: String, indicator: String
        }
        // The column of changes is headed by the first year: no other stands in for it.
        var first: [Place: Assessment] = [:]
        for assessment in assessments where assessment.result.year == years.first {
            let place = Place(
                zone: assessment.result.zone, indicator: assessment.result.indicator)
            if first[place] == nil { first[place] = assessment }
        }
        var figures: [String: [Figure]] = [:]
        for assessment in assessments {
            let place = Place(
                zone: assessment.result.zone, indicator: assessment.result.indicator)
            figures[assessment.result.indicator, default: []].append(
                try Figure(assessment, first: first[place], catalogue: catalogue))
        }
        self.figures = figures
    }

    /// The newest year, whose verdicts count.
    var newest: Int { years.last ?? 0 }

    /// Every figure of an indicator, zones in their order, the whole last.
    func figures(of indicator: String) -> [Figure] { figures[indicator] ?? [] }

    func figures(of indicator: String, in year: Int) -> [Figure] {
        figures(of: indicator).filter { $0.year == year }
    }

    func figure(of indicator: String, in zone: String, year: Int) -> Figure? {
        figures(of: indicator).first { $0.zone == zone && $0.year == year }
    }

    /// The whole's figures in the newest year, one an indicator.
    var summary: [Figure] { indicators.compactMap { figure(of: $0, in: "all", year: newest) } }
}
