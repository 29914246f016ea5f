// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Cartography
internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import Tables

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

    typealias Text = Cartography.LocalizedText

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

    /// A chart of a finished survey with everything else at its default.
    public init(_ subject: Subject, of folder: String) {
        self.subject = subject
        self.folder = folder
    }

    /// Draws the chart into a file, whole or not at all.
    ///
    /// - Returns: What the drawing lacks: characters, fonts, room for names.
    /// - Throws: ``SurveyError`` where the folder is no survey; `DataFileError` where it has nothing
    ///   of what was asked for; ``MapError``.
    @discardableResult
    public func write(to path: String, overwrite: Bool) throws -> [String] {
        _ = try ImageFormat(ofPath: path)
        let survey = try FinishedSurvey(in: folder)
        let (caption, chart) = try chart(of: survey)
        let sheet = ChartSheet(
            title: title.map { Text($0) } ?? caption, chart: chart,
            source: source.map { Text($0) }, isSynthetic: survey.isSynthetic, language: language,
            page: page, dpi: dpi)
        var gaps: [DrawingGap] = []
        try WholeFile.make(path, overwrite: overwrite) { gaps = try sheet.write(to: $0) }
        return gaps.map(\.description)
    }

    // MARK: From tables to charts

    private func table(_ name: String) throws -> Table {
        let path = "\(folder)/\(name).csv"
        guard FileManager.default.fileExists(atPath: path) else {
            throw nothing("it has no \(name).csv")
        }
        return try Table(readingCSV: path, named: name)
    }

    private func nothing(_ why: String) -> DataFileError {
        DataFileError(
            file: folder, message: "has nothing for a chart of \(subject.rawValue): \(why)")
    }

    /// The chart and what it shows.
    func chart(of survey: FinishedSurvey) throws -> (Text, Chart) {
        let areas = try table("areas")
        let names = Self.names(in: areas, english: survey.englishNames)
        guard let name = names[zone] else {
            throw nothing(
                "there is no zone '\(zone)'; its zones are "
                    + names.keys.sorted().prefix(20).joined(separator: ", "))
        }
        let tables = TableCharts(
            areas: areas, transitions: try? table("transitions"),
            carbon: (try? table("carbon")).map(CarbonFigures.init),
            sand: try? table("desert_states"))
        switch subject {
        case .composition:
            return (
                Self.caption(name, "土地构成", "Land by category"),
                .composition(tables.composition(of: zone))
            )
        case .transitions:
            let flows =
                indicator.map { tables.sandFlows(of: $0, in: zone) }
                ?? tables.landFlows(of: zone)
            guard let flows else { throw nothing("there is no change between two years in it") }
            let what = try indicator.map { try IndicatorCatalogue.bundled()[$0]?.name ?? .init($0) }
            return (
                Self.caption(
                    name, what.map { "\($0.zh)，沙地的变化" } ?? "土地转移",
                    what.map { "\($0.en), what the sand became" } ?? "What the land became"),
                .flows(flows)
            )
        case .targets:
            let (caption, charts) = try indicatorCharts(names)
            guard let chart = charts.targets else { throw nothing("no zone has a value") }
            return (caption, .targets(chart))
        case .trend:
            let (caption, charts) = try indicatorCharts(names)
            guard let chart = charts.trend(in: zone) else {
                throw nothing("fewer than two years have a value")
            }
            return (
                Text(zh: "\(name.zh)：\(caption.zh)", en: "\(name.en): \(caption.en)"), .trend(chart)
            )
        case .carbon:
            guard let (year, chart) = tables.carbon?.pools(of: zone) else {
                throw nothing("the survey accounted no carbon by pool")
            }
            return (
                Self.caption(name, "\(year)年各碳库储量", "Carbon stock by pool, \(year)"),
                .bars(chart)
            )
        case .sink:
            guard let chart = tables.carbon?.sinks(of: zone) else {
                throw nothing("the survey accounted no carbon sink")
            }
            return (Self.caption(name, "年碳汇，按方法", "Carbon sink by method"), .bars(chart))
        }
    }

    private static func caption(_ name: Text, _ zh: String, _ en: String) -> Text {
        Text(zh: "\(name.zh)：\(zh)", en: "\(name.en): \(en)")
    }

    private static func names(
        in areas: Table, english: [String: String]
    ) -> [String: Text] {
        guard let zone = areas.columns.firstIndex(of: "zone"),
            let name = areas.columns.firstIndex(of: "name")
        else { return [:] }
        var names: [String: Text] = [:]
        for row in areas.rows {
            let id = row[zone].plainText
            let words = row[name].plainText
            let name = words.isEmpty ? id : words
            names[id] = Text(zh: name, en: english[id] ?? name)
        }
        names["all"] = SurveyFile.allZones.text
        return names
    }

    private func indicatorCharts(_ names: [String: Text]) throws -> (Text, IndicatorCharts) {
        let table = try table("indicators")
        let catalogue = try IndicatorCatalogue.bundled()
        guard let indicator else { throw nothing("name an indicator") }
        func cell(_ row: [Table.Cell], _ name: String) -> Table.Cell {
            table.columns.firstIndex(of: name).map { row[$0] } ?? .missing
        }
        let rows = table.rows.filter { cell($0, "indicator").plainText == indicator }
        let stored = rows.first.flatMap { Quantity.Unit(rawValue: cell($0, "unit").plainText) }
        guard let stored else { throw nothing("it has no indicator '\(indicator)'") }
        let definition = catalogue[indicator]
        let unit = definition.map(\.unit.written) ?? stored
        func converted(_ cell: Table.Cell) throws -> Double? {
            try cell.double.map { try Quantity($0, stored).converted(to: unit).value }
        }
        let points = try rows.map { row in
            ChartPoint(
                zone: cell(row, "zone").plainText, year: Int(cell(row, "year").double ?? 0),
                value: try converted(cell(row, "value")), lower: try converted(cell(row, "lower")),
                upper: try converted(cell(row, "upper")),
                target: try converted(cell(row, "target")),
                mark: Verdict.Kind(rawValue: cell(row, "verdict").plainText)?.mark)
        }
        let largest = points.compactMap { $0.value.map { abs($0) } }.max() ?? 0
        let title = definition?.name.text ?? Text(indicator)
        let year = points.map(\.year).max() ?? 0
        return (
            subject == .targets
                ? Text(zh: "\(year)年\(title.zh)", en: "\(title.en) \(year)") : title,
            IndicatorCharts(
                points: points, unit: unit, digits: unit == .percent || largest < 1000 ? 2 : 1,
                names: names)
        )
    }
}

extension Table {
    /// Reads a table that Steppe wrote, by the names of its columns: ids and words stay text.
    init(readingCSV path: String, named name: String) throws {
        let words: Set = [
            "zone", "name", "class", "label", "category", "indicator", "unit", "verdict", "reason",
            "before", "after", "method", "quantity", "pool", "set", "desert", "variant", "status",
        ]
        let file = try VectorSource(opening: path, options: ["EMPTY_STRING_AS_NULL=YES"])
        let info = try file.layer()
        var table = Table(name, columns: info.fields.map(\.name))
        try file.forEachFeature { feature in
            table.append(
                zip(info.fields, feature.values).map { field, value in
                    guard !words.contains(field.name), let number = value.number else {
                        return Table.Cell(value.text)
                    }
                    return .number(number)
                })
        }
        self = table
    }
}
