// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import CarbonAccounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

/// The one-page profiles of an atlas: a zone's map, figures, targets and charts.
struct ZoneProfiles {
    let report: SurveyReport
    let maps: SurveyMaps

    private var pictures: ReportPictures { report.pictures }
    private var figures: SurveyFigures { report.figures }

    /// The profile of a zone.
    func profile(_ picture: LandPicture, ofZone index: Int) throws -> ProfileSheet {
        let zone = report.output.zones.zones[index]
        let title = report.survey.title
        let about = [zone.id, zone.name].contains("") ? "" : "\(zone.id) · "
        return ProfileSheet(
            title: pictures.names[zone.id] ?? LocalizedText(zone.id),
            subtitle: LocalizedText(
                zh: "\(about)\(title.zh)，\(figures.newest)年",
                en: "\(about)\(title.en), \(figures.newest)"),
            map: maps.categoryMap(picture, of: report.output.lands, ofZone: index),
            since: report.since, figures: try rows(of: zone.id),
            panels: panels(of: zone.id), dpi: maps.dpi)
    }

    /// The zone's figures of the newest year: those held against a target first, and none of which
    /// nothing is known.
    private func rows(of zone: String) throws -> [ProfileSheet.Figure] {
        let zoneFigures = figures.indicators.compactMap {
            figures.figure(of: $0, in: zone, year: figures.newest)
        }.filter { $0.value != nil || $0.lower != nil }
        let sorted =
            zoneFigures.filter { $0.target != nil } + zoneFigures.filter { $0.target == nil }
        return sorted.map { figure in
            ProfileSheet.Figure(
                name: figure.name,
                value: LocalizedText(zh: figure.valueText(.zh), en: figure.valueText(.en)),
                target: figure.targetText(.zh).flatMap { zh in
                    figure.targetText(.en).map { LocalizedText(zh: zh, en: $0) }
                } ?? LocalizedText(""),
                change: LocalizedText(figure.changeText),
                verdict: figure.verdictName ?? LocalizedText(""), mark: figure.mark)
        }
    }

    private func panels(of zone: String) -> [ProfileSheet.Panel] {
        var panels = [
            ProfileSheet.Panel(
                LocalizedText(zh: "土地构成", en: "Land by category"),
                .composition(pictures.tables.composition(of: zone)))
        ]
        if let flows = pictures.tables.landFlows(of: zone) {
            panels.append(
                .init(LocalizedText(zh: "土地转移", en: "What the land became"), .flows(flows)))
        }
        if let (figure, trend) = leadingTrend(of: zone) {
            let name = figure.name
            panels.append(
                .init(
                    LocalizedText(zh: "\(name.zh)：历年与目标", en: "\(name.en) through the years"),
                    .trend(trend)))
        }
        for family in report.output.contributions {
            let familyCharts = family.charts.lazy.filter { $0.indicator == nil }
            let first = familyCharts.compactMap { kind in
                kind.chart(zone).map { (kind.caption, $0) }
            }.first
            if let (caption, chart) = first { panels.append(.init(caption, chart)) }
        }
        return panels
    }

    /// The first indicator that has a target and more than one year; else the first with years.
    private func leadingTrend(of zone: String) -> (Figure, TrendChart)? {
        let all = figures.indicators.compactMap { id -> (Figure, TrendChart)? in
            guard let figure = figures.figure(of: id, in: zone, year: figures.newest),
                let trend = pictures.trend(of: id, in: zone)
            else { return nil }
            return (figure, trend)
        }
        return all.first { $0.0.target != nil } ?? all.first
    }
}

extension SurveyMaps {
    /// One zone's land by category, in the colours of its charts.
    func categoryMap(_ land: LandPicture, of lands: [LandYear], ofZone index: Int) -> MapSheet {
        var map = classMap(land, ofZone: index)
        let zone = zones.zones[index].id
        let year = lands.first { $0.year == land.year }
        let labels = Dictionary(land.items.map { ($0.number, $0.label) }) { first, _ in first }
        map.layers = map.layers.map { layer in
            guard case .classes(var classes) = layer else { return layer }
            let order = Composition.order.reversed().map(\.key)
            let entries = classes.legend.map { entry in
                (entry, year?.category(ofClass: labels[entry.code] ?? "", zone: zone))
            }
            classes.legend = order.flatMap { key in
                entries.filter { $0.1 == key }.compactMap { entry, _ -> LegendEntry? in
                    guard let category = LandCover.Category(rawValue: key) else { return nil }
                    return LegendEntry(
                        code: entry.code,
                        color: RGBA(
                            red: category.colour.red, green: category.colour.green,
                            blue: category.colour.blue),
                        label: category.name, share: entry.share)
                }
            }
            classes.heading = LocalizedText(zh: "土地类别", en: "Land by category")
            return .classes(classes)
        }
        return map
    }

    /// Names of files for zones: their ids as far as file systems agree on them, none twice.
    ///
    /// Letters and digits of any script stay, 60 bytes of them at most; names that differ only in
    /// case are told apart by a number, for not every file system does.
    package static func fileNames(of ids: [String]) -> [String] {
        var used: Set<String> = []
        return ids.map { id in
            var stem = ""
            for character in id {
                let isPlain = character.isLetter || character.isNumber || character == "-"
                let next = isPlain ? String(character) : "_"
                guard stem.utf8.count + next.utf8.count <= 60 else { break }
                stem += next
            }
            if stem.isEmpty { stem = "zone" }
            var name = stem
            var number = 2
            while !used.insert(name.lowercased()).inserted {
                name = "\(stem)-\(number)"
                number += 1
            }
            return name
        }
    }
}
