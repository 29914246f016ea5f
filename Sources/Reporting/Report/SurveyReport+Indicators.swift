// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

extension SurveyReport {
    /// Every indicator with its map, charts, figures and definition.
    func indicators() throws -> [Content] {
        try figures.indicators.enumerated().map { index, id in
            let city = figures.figure(of: id, in: "all", year: figures.newest)
            let definition = output.catalogue[id]
            let indicatorFigures = figures.figures(of: id).sorted { a, b in
                (b.year, order(of: a.zone)) < (a.year, order(of: b.zone))
            }
            let name = definition?.name ?? LocalizedText(id)
            var content: Content = [
                "slug": slug(id), "name": both(name), "year": "\(figures.newest)",
                "meaning": both(definition?.meaning ?? LocalizedText("")),
                "rows": try indicatorFigures.map(row), "charts": try charts(of: id),
            ]
            if let city, let verdict = verdict(of: city) { content["verdict"] = verdict }
            if let map = try map(of: id, name: name) { content["map"] = map }
            if let definition {
                content["definition"] = try self.definition(definition, counted: city)
            }
            return content
        }
    }

    private func map(of id: String, name: LocalizedText) throws -> Content? {
        func svg(_ language: MapLanguage, _ label: String) throws -> String? {
            try pictures.indicatorMap(id, language: language, typesetter: nil)?.svg(label: label)
        }
        guard let zh = try svg(.chinese, name.zh), let en = try svg(.english, name.en) else {
            return nil
        }
        return ["zh": zh, "en": en]
    }

    private func charts(of id: String) throws -> [Content] {
        var charts: [Content] = []
        if let chart = pictures.targets(of: id) {
            charts.append(
                try picture(
                    .targets(chart), width: 400, height: chart.naturalHeight,
                    caption: LocalizedText(
                        zh: "\(figures.newest)年各旗区与目标",
                        en: "Zones against their targets, \(figures.newest)")))
        }
        if let chart = pictures.trend(of: id) {
            charts.append(
                try picture(
                    .trend(chart), width: 400, height: 220,
                    caption: Self.captioned(
                        LocalizedText(zh: "全市历年与目标", en: "All zones through the years"),
                        pictures.trendNote(of: id))))
        }
        for family in pictures.tables.families where family.indicator == id {
            guard let chart = family.chart("all") else { continue }
            charts.append(
                try picture(
                    chart, width: 440, height: 310, caption: family.caption, isWide: true))
        }
        return charts
    }

    private static func captioned(
        _ caption: LocalizedText, _ note: LocalizedText?
    ) -> LocalizedText {
        guard let note else { return caption }
        return LocalizedText(zh: "\(caption.zh)（\(note.zh)）", en: "\(caption.en) (\(note.en))")
    }

    private func definition(
        _ definition: IndicatorDefinition, counted: Figure?
    ) throws -> Content {
        var content: Content = [
            "formula": definition.formula, "unit": both(definition.unit.symbol),
            "inputs": both(definition.inputs), "slug": slug(definition.id),
            "thresholds": definition.thresholds.map { threshold -> Content in
                let digits = threshold.quantity.value == threshold.quantity.value.rounded() ? 0 : 2
                return [
                    "text": [
                        "zh":
                            "\(threshold.name.zh)：\(threshold.quantity.text(in: .zh, digits: digits))",
                        "en":
                            "\(threshold.name.en): \(threshold.quantity.text(in: .en, digits: digits))",
                    ], "evidence": both(threshold.evidence.text),
                    "mark": threshold.evidence.isVerified ? "verified" : "unverified",
                ]
            },
            "sources": definition.sources.map { source -> Content in
                var content: Content = [
                    "title": source.title, "evidence": both(source.evidence.text),
                    "mark": source.evidence.isVerified ? "verified" : "unverified",
                ]
                if let note = source.note { content["note"] = both(note) }
                return content
            },
            "pitfalls": definition.pitfalls.map(both),
        ]
        if !definition.thresholds.isEmpty { content["has_thresholds"] = true }
        if !definition.pitfalls.isEmpty { content["has_pitfalls"] = true }
        if let variant = counted?.variant {
            content["variant"] = [
                "zh": "\(variant.name.zh)：\(variant.meaning.zh)",
                "en": "\(variant.name.en): \(variant.meaning.en)",
            ]
        }
        let sensitivity = try counted.map(sensitivity) ?? []
        if !sensitivity.isEmpty {
            content["has_sensitivity"] = true
            content["sensitivity"] = sensitivity
        }
        let others = others(of: definition)
        if !others.isEmpty {
            content["has_others"] = true
            content["others"] = others
        }
        return content
    }

    /// What the figure would be where something that it rests on is otherwise.
    private func sensitivity(of figure: Figure) throws -> [Content] {
        guard let centre = figure.result.centre else { return [] }
        return try figure.result.sensitivities.map { other in
            let then = try Quantity(centre + other.difference, figure.result.unit)
                .converted(to: figure.unit)
            return [
                "change": both(other.change),
                "value": [
                    "zh": then.text(in: .zh, digits: 2), "en": then.text(in: .en, digits: 2),
                ],
            ]
        }
    }

    /// What other ways of counting give for the whole in the newest year.
    private func others(of definition: IndicatorDefinition) -> [Content] {
        output.variants.filter {
            $0.indicator == definition.id && $0.zone == "all" && $0.year == figures.newest
        }.sorted { $0.variant < $1.variant }.compactMap { result in
            let unit =
                definition.unit.dimension == result.unit.dimension
                ? definition.unit : result.unit.written
            guard let value = try? result.quantity(in: unit) else { return nil }
            let variant = definition.variants.first { $0.id == result.variant }
            return [
                "name": both(variant?.name ?? LocalizedText(result.variant)),
                "value": [
                    "zh": value.text(in: .zh, digits: 2), "en": value.text(in: .en, digits: 2),
                ],
            ]
        }
    }

    // MARK: Rows

    /// A zone's place in every list; the whole comes first.
    func order(of zone: String) -> Int {
        zone == "all" ? -1 : output.zones.zones.firstIndex { $0.id == zone } ?? Int.max
    }

    /// A figure as a row of a table.
    func row(_ figure: Figure) throws -> Content {
        let order = order(of: figure.zone)
        let anchor = order < 0 ? "summary" : "z\(order)"
        let name = pictures.names[figure.zone] ?? .init(figure.result.name)
        var content: Content = [
            "id": "f-\(slug(figure.indicator))-\(figure.year)-\(order < 0 ? "all" : "z\(order)")",
            "slug": slug(figure.indicator), "year": "\(figure.year)",
            "zone_index": "\(order)", "zone_order": "\(order)", "zone_anchor": anchor,
            "zone_name": ["zh": name.zh, "en": name.en], "name": both(figure.name),
            "value": ["zh": figure.valueText(.zh), "en": figure.valueText(.en)],
            "sort": (figure.value ?? figure.lower).map { "\($0)" } ?? "",
            "change_sort": figure.change?.difference.map { "\($0)" } ?? "",
            "target_sort": figure.target.map { "\($0)" } ?? "",
            "rank": "\(figure.kind.flatMap(Verdict.Kind.allCases.firstIndex) ?? 9)",
            "also": try figure.inOtherUnits, "calc": figure.computation,
            "reasons": figure.reasons.map(both),
        ]
        if let lower = figure.lower, let upper = figure.upper, figure.value != nil {
            let range = "[\(figure.number(lower)), \(figure.number(upper))]"
            content["range"] = ["zh": range, "en": range]
        }
        if !figure.changeText.isEmpty {
            let points = figure.unit == .percent && figure.change?.difference != nil
            content["change"] = [
                "zh": figure.changeText + (points ? "个百分点" : ""),
                "en": figure.changeText + (points ? " points" : ""),
            ]
        }
        if let zh = figure.targetText(.zh), let en = figure.targetText(.en) {
            content["target"] = ["zh": zh, "en": en]
        }
        if let verdict = verdict(of: figure) { content["verdict"] = verdict }
        return content
    }

    /// The verdict's word and the classes of its look; one on a derived target looks apart.
    private func verdict(of figure: Figure) -> [String: String]? {
        guard let kind = figure.kind, let name = figure.verdictName else { return nil }
        let look = kind.rawValue + (figure.isDerived ? " derived" : "")
        return both(name).merging(["class": look]) { a, _ in a }
    }

    /// A word as a part of an address within the page.
    func slug(_ id: String) -> String {
        id.unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar == "_"
                    || scalar.properties.numericType != nil)
            return isPlain ? String(scalar) : "x" + String(scalar.value, radix: 16)
        }.joined()
    }
}

extension Figure {
    /// An area in the units that readers may want besides; the area behind a ratio.
    fileprivate var inOtherUnits: [String: String] {
        get throws {
            let amount = unit.dimension == .ratio ? result.numerator : try result.quantity(in: unit)
            guard let amount, amount.unit.dimension == .area else { return ["zh": "", "en": ""] }
            var words: [String: String] = [:]
            for language in Language.allCases {
                let units: [Quantity.Unit] = [.tenThousandMu, .hectares, .squareKilometres]
                words[language.rawValue] = try units.filter { $0 != unit }.prefix(2).map { unit in
                    try amount.converted(to: unit)
                        .text(in: language, digits: unit == .hectares ? 0 : 2)
                }.joined(separator: "\n")
            }
            return words
        }
    }

    /// The numerator over the denominator, as far as there are.
    fileprivate var computation: [String: String] {
        var words: [String: String] = [:]
        for language in Language.allCases {
            var parts: [String] = []
            if let numerator = result.numerator { parts.append(numerator.computed(language)) }
            if let denominator = result.denominator { parts.append(denominator.computed(language)) }
            words[language.rawValue] = parts.joined(separator: " ÷ ")
        }
        return words
    }
}

extension Quantity {
    /// With the digits that let a reader check a division.
    fileprivate func computed(_ language: Language) -> String {
        if unit == .squareMetres {
            return Quantity(value / 1e6, .squareKilometres).text(in: language, digits: 4)
        }
        return text(in: language, digits: 2)
    }
}
