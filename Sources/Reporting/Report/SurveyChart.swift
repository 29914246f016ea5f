// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
public import Cartography
internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import Tables
package import Words

/// One chart of a finished survey, as `steppe chart` draws it from the tables in its folder.
public struct SurveyChart: Sendable {
    /// What a chart is about.
    public enum Subject: String, Sendable, CaseIterable {
        /// What a zone's land is made of, year by year.
        case composition
        /// What became of a zone's land, or with an indicator of a desert's sand.
        case transitions
        /// An indicator in every zone, against its target.
        case targets
        /// An indicator through the years.
        case trend
        /// Carbon stock by pool.
        case carbon
        /// Carbon sink by method.
        case sink
    }

    /// What the chart is about.
    public let subject: Subject
    /// The folder of a finished survey.
    public let folder: String
    /// The zone; `all` for all of them.
    public var zone = "all"
    /// The indicator that ``Subject/targets`` and ``Subject/trend`` are about.
    public var indicator: String?
    /// The chart's title; what it shows where left out.
    public var title: String?
    /// Where the data come from.
    public var source: String?
    /// The language of the chart.
    public var language = MapLanguage.english
    /// The size of the page.
    public var page = ChartSheet.defaultPage
    /// Dots to the inch of a PNG.
    public var dpi = 200.0

    private let families: [any IndicatorFamily.Type]

    /// A chart of a finished survey with everything else at its default.
    package init(
        _ subject: Subject, of folder: String, families: [any IndicatorFamily.Type]
    ) {
        self.subject = subject
        self.folder = folder
        self.families = families
    }

    /// Draws the chart into a file, whole or not at all.
    ///
    /// - Returns: What the drawing lacks: characters, fonts, room for names.
    /// - Throws: `SurveyError` where the folder is no survey; `DataFileError` where it has nothing
    ///   of what was asked for; `MapError`.
    @discardableResult
    public func write(to path: String, overwrite: Bool) throws -> [String] {
        _ = try ImageFormat(ofPath: path)
        let survey = try FinishedSurvey(in: folder)
        let (caption, chart) = try chart(of: survey)
        let sheet = ChartSheet(
            title: title.map { LocalizedText($0) } ?? caption, chart: chart,
            source: source.map { LocalizedText($0) }, isSynthetic: try survey.isSynthetic,
            language: language,
            page: page, dpi: dpi)
        var gaps: [DrawingGap] = []
        try WholeFile.make(path, overwrite: overwrite) { gaps = try sheet.write(to: $0) }
        return gaps.map(\.description)
    }

    // MARK: From tables to charts

    private func table(_ name: String, of survey: FinishedSurvey) throws -> Table? {
        try survey.path(of: "\(name).csv").map { try Table(readingCSV: $0, named: name) }
    }

    private func nothing(_ why: String) -> DataFileError {
        DataFileError(
            file: folder, message: "has nothing for a chart of \(subject.rawValue): \(why)")
    }

    /// The chart and what it shows.
    package func chart(of survey: FinishedSurvey) throws -> (LocalizedText, Chart) {
        guard let areas = try table("areas", of: survey) else {
            throw nothing("it has no areas.csv")
        }
        let names = Self.names(in: areas, english: try survey.englishNames)
        guard let name = names[zone] else {
            throw nothing(
                "there is no zone '\(zone)'; its zones are "
                    + names.keys.sorted().prefix(20).joined(separator: ", "))
        }
        let tables = TableCharts(
            areas: areas, transitions: try table("transitions", of: survey),
            families: try families.flatMap { family in
                try family.charts { try table($0, of: survey) }
            })
        switch subject {
        case .composition:
            return (
                Self.caption(name, "土地构成", "Land by category"),
                .composition(tables.composition(of: zone))
            )
        case .transitions:
            if let indicator {
                let what = try IndicatorCatalogue.bundled()[indicator]?.name ?? .init(indicator)
                let (caption, chart) = try familyChart(
                    in: tables, of: indicator, "there is no change between two years in it")
                return (
                    Self.caption(
                        name, "\(what.zh)，\(caption.zh)", "\(what.en), \(caption.en)"), chart
                )
            }
            guard let flows = tables.landFlows(of: zone) else {
                throw nothing("there is no change between two years in it")
            }
            return (
                Self.caption(name, "土地转移", "What the land became"), .flows(flows)
            )
        case .targets:
            let (caption, charts) = try indicatorCharts(of: survey, names)
            guard let chart = charts.targets else { throw nothing("no zone has a value") }
            return (caption, .targets(chart))
        case .trend:
            let (caption, charts) = try indicatorCharts(of: survey, names)
            guard let chart = charts.trend(in: zone) else {
                throw nothing(
                    charts.reason(in: zone)?.en ?? "fewer than two years have a value")
            }
            return (
                LocalizedText(zh: "\(name.zh)：\(caption.zh)", en: "\(name.en): \(caption.en)"),
                .trend(chart)
            )
        case .carbon, .sink:
            let (caption, chart) = try familyChart(
                in: tables,
                subject == .carbon
                    ? "the survey accounted no carbon by pool"
                    : "the survey accounted no carbon sink")
            return (Self.caption(name, caption.zh, caption.en), chart)
        }
    }

    /// A chart that a family makes of its tables: of an indicator, or of the zone as a whole.
    private func familyChart(
        in tables: TableCharts, of indicator: String? = nil, _ lack: String
    ) throws -> (LocalizedText, Chart) {
        for family in tables.families
        where family.subject == subject.rawValue && family.indicator == indicator {
            if let chart = family.chart(zone) { return (family.caption, chart) }
        }
        throw nothing(lack)
    }

    private static func caption(_ name: LocalizedText, _ zh: String, _ en: String) -> LocalizedText
    {
        LocalizedText(zh: "\(name.zh)：\(zh)", en: "\(name.en): \(en)")
    }

    private static func names(
        in areas: Table, english: [String: String]
    ) -> [String: LocalizedText] {
        guard let zone = areas.columns.firstIndex(of: "zone"),
            let name = areas.columns.firstIndex(of: "name")
        else { return [:] }
        var names: [String: LocalizedText] = [:]
        for row in areas.rows {
            let id = row[zone].plainText
            let words = row[name].plainText
            let name = words.isEmpty ? id : words
            names[id] = LocalizedText(zh: name, en: english[id] ?? name)
        }
        names["all"] = SurveyFile.allZones
        return names
    }

    private func indicatorCharts(
        of survey: FinishedSurvey, _ names: [String: LocalizedText]
    ) throws -> (LocalizedText, IndicatorCharts) {
        let catalogue = try IndicatorCatalogue.bundled()
        guard let indicator else { throw nothing("name an indicator") }
        let definition = catalogue[indicator]
        let assessments = try survey.assessments(of: indicator).map {
            Assessment(
                result: $0.result, verdict: $0.verdict, unit: definition?.unit ?? $0.unit)
        }
        let figures = try SurveyFigures(assessments, catalogue: catalogue).figures(of: indicator)
        guard let first = figures.first else { throw nothing("it has no indicator '\(indicator)'") }
        let largest = figures.compactMap { $0.value.map { abs($0) } }.max() ?? 0
        let title = first.name
        let year = figures.map(\.year).max() ?? 0
        return (
            subject == .targets
                ? LocalizedText(zh: "\(year)年\(title.zh)", en: "\(title.en) \(year)") : title,
            IndicatorCharts(
                points: figures.map(\.point), unit: first.unit,
                digits: first.unit == .percent || largest < 1000 ? 2 : 1, names: names)
        )
    }
}

extension Table {
    /// Reads a table that Steppe wrote, by the names of its columns: ids and words stay text.
    package init(readingCSV path: String, named name: String) throws {
        let words: Set = [
            "zone", "name", "class", "label", "category", "indicator", "unit", "verdict", "reason",
            "before", "after", "method", "quantity", "pool", "set", "desert", "variant", "status",
        ]
        let file = try CSVFile(reading: path)
        var table = Table(name, columns: file.columns)
        for row in file.rows {
            table.append(
                zip(file.columns, row.cells).map { column, cell in
                    if cell.isEmpty { return .missing }
                    return words.contains(column)
                        ? .text(cell) : Double(cell).map(Cell.number) ?? .text(cell)
                })
        }
        self = table
    }
}
