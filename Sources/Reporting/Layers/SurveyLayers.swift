// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import Tables
internal import Zonal

/// The layers of a finished survey: GeoJSON and GeoPackage.
struct SurveyLayers {
    let zones: ZoneLayer
    /// English names by zone, where the layer has them.
    let englishNames: [String: String]
    let assessments: [Assessment]
    /// The newest year: what a zone's columns show.
    let year: Int
    /// What families add to the zones' attributes.
    let columns: [ZoneColumn]
    /// Layers that families add.
    let contributed: [ContributedLayer]

    /// RFC 7946: WGS 84, seven decimals, the right-hand rule, no `crs`.
    func writeGeoJSON(to path: String) throws {
        let file = try VectorWriter(creating: path, driver: "GeoJSON")
        let columns = try zoneColumns()
        try file.add(
            layer: "banners", shape: .multiPolygon, crs: zones.crs, fields: columns.fields,
            options: ["RFC7946=YES", "COORDINATE_PRECISION=7", "WRITE_NAME=NO"],
            rows: zones.zones.map { zone in
                (columns.values(of: zone), Geometry(zone.polygons))
            })
        try file.close()
    }

    /// One GeoPackage with the zones, what families add, and every table.
    func writeGeoPackage(to path: String, tables: [Table], styles: SurveyStyles) throws {
        // GeoPackage keeps the time of its last change; the same survey must give the same bytes.
        GDALRuntime.fixDates()
        let file = try VectorWriter(creating: path, driver: "GPKG")
        let columns = try zoneColumns()
        try file.add(
            layer: "banners", shape: .multiPolygon, crs: zones.crs, fields: columns.fields,
            rows: zones.zones.map { (columns.values(of: $0), Geometry($0.polygons)) })
        for layer in contributed {
            try file.add(
                layer: layer.name, shape: .multiPolygon, crs: zones.crs, fields: layer.fields,
                rows: layer.rows.map { ($0.values, Geometry($0.polygons)) })
        }
        for table in tables {
            try file.add(
                layer: table.name, shape: .none, crs: nil, fields: table.fields,
                rows: table.rows.map { ($0.map(\.fieldValue), nil) })
        }
        var shown = try styles.zoneStyles().map { (layer: "banners", column: "geom", style: $0) }
        shown += contributed.map { ($0.name, "geom", $0.style) }
        try file.addStyles(shown)
        try file.close()
    }

    /// A zone's attributes: who it is, then each indicator of the newest year and its verdict.
    private func zoneColumns() throws -> ZoneColumns {
        var columns = ZoneColumns(year: year, englishNames: englishNames, contributed: columns)
        for assessment in assessments where assessment.result.year == year {
            try columns.add(assessment)
        }
        return columns
    }
}

/// Attributes of zones, a column an indicator.
private struct ZoneColumns {
    private let year: Int
    private let englishNames: [String: String]
    private let contributed: [ZoneColumn]
    private var indicators: [(id: String, unit: String)] = []
    private var cells: [String: [String: Cell]] = [:]

    private struct Cell {
        let value: Double?
        let verdict: String
        let origin: String
    }

    init(year: Int, englishNames: [String: String], contributed: [ZoneColumn]) {
        self.year = year
        self.englishNames = englishNames
        self.contributed = contributed
    }

    mutating func add(_ assessment: Assessment) throws {
        let result = assessment.result
        let unit = result.unit.written
        if !indicators.contains(where: { $0.id == result.indicator }) {
            indicators.append((result.indicator, unit.rawValue))
        }
        let value = try result.quantity(in: unit)?.value
        let verdict = assessment.verdict?.kind.rawValue ?? result.status.word
        cells[result.zone, default: [:]][result.indicator] = Cell(
            value: value, verdict: verdict, origin: assessment.targetOrigin)
    }

    var fields: [Field] {
        [Field("zone", .text), Field("name", .text)]
            + (englishNames.isEmpty ? [] : [Field("name_en", .text)])
            + [Field("year", .integer)]
            + indicators.flatMap { indicator in
                [
                    Field("\(indicator.id)_\(indicator.unit)", .real),
                    Field("\(indicator.id)_verdict", .text),
                    Field("\(indicator.id)_target_origin", .text),
                ]
            } + contributed.map(\.field)
    }

    func values(of zone: Zone) -> [FieldValue] {
        [.text(zone.id), .text(zone.name)]
            + (englishNames.isEmpty ? [] : [englishNames[zone.id].map(FieldValue.text) ?? .null])
            + [.integer(year)]
            + indicators.flatMap { indicator -> [FieldValue] in
                let cell = cells[zone.id]?[indicator.id]
                return [
                    cell?.value.map(FieldValue.real) ?? .null,
                    cell.map { .text($0.verdict) } ?? .null,
                    cell.map { .text($0.origin) } ?? .null,
                ]
            } + contributed.map { $0.values[zone.id] ?? .null }
    }
}

extension Table {
    /// Fields of a layer that holds the table.
    fileprivate var fields: [Field] {
        columns.enumerated().map { index, name in
            let cells = rows.map { $0[index] }
            let hasText = cells.contains { if case .text = $0 { true } else { false } }
            let hasReals = cells.contains { if case .number = $0 { true } else { false } }
            return Field(name, hasText ? .text : hasReals ? .real : .integer)
        }
    }
}

extension Table.Cell {
    fileprivate var fieldValue: FieldValue {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .real(number)
        case .missing: .null
        }
    }
}
