// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
public import DataFiles
internal import Files
internal import Foundation
internal import GDAL
internal import Reporting
internal import Zonal

/// One survey of a batch.
public struct BatchUnit: Sendable {
    /// What it is called: its output folder's name.
    public let name: String
    /// Its survey file.
    public let survey: String
    /// Values in the place of the survey file's own.
    public let overrides: [DataOverride]
}

/// The surveys that a batch is to make, by name.
///
/// In CSV a line is a survey: `unit` is its name, `survey` its file, and any other column a key of the
/// survey file whose value the line gives; an empty cell leaves the file's own. In TOML a survey is a
/// `[[unit]]` with `name`, `survey` and `set`, a table of keys; `survey` and `set` before the units hold
/// for all of them.
///
/// ```
/// unit,survey,zones.where,only_years
/// ejin-2020,ejin.toml,adcode = '150627',[2020]
/// ```
public struct BatchManifest: Sendable {
    /// In the order of the manifest.
    public let units: [BatchUnit]

    /// Reads a manifest, `.toml` or else CSV, and checks it against the survey files that it names.
    ///
    /// Relative paths of survey files are seen from the manifest's folder, those in overrides from the
    /// survey file's. A survey file that cannot be read for its own faults is left for its unit to tell of.
    ///
    /// - Parameters:
    ///   - path: The manifest.
    ///   - overrides: Values that hold for all units, unless the manifest has others.
    /// - Throws: `DataFileError` at the line of a name that is none or comes twice, of a key that survey
    ///   files do not know, or of a survey file that is not there.
    public init(readingFrom path: String, setting overrides: [DataOverride] = []) throws {
        let lines =
            path.fileExtension == "toml" ? try Self.readTOML(path) : try Self.readCSV(path)
        guard !lines.isEmpty else {
            throw DataFileError(file: path, message: "names no survey; a line of it is one")
        }
        units = try Self.checked(
            lines.map { line in
                let unit = BatchUnit(
                    name: line.unit.name, survey: line.unit.survey,
                    overrides: overrides + line.unit.overrides)
                return (unit, line.name, line.survey)
            }, by: Set([path] + overrides.map(\.origin.file)))
    }

    /// One survey file for each of its zones, for each of its years, or for both.
    ///
    /// A unit of a zone measures that zone alone; its name is the zone's id, with `_` for what does not
    /// belong in a file's name. A unit of a year is of that year and the baseline; the baseline alone is
    /// one only where it is the only year.
    ///
    /// - Parameters:
    ///   - path: The survey file.
    ///   - byZone: Whether each zone is a unit.
    ///   - byYear: Whether each year is a unit.
    ///   - overrides: Values that hold for all units.
    /// - Throws: `DataFileError` where the survey file cannot be parted so, and what is wrong with it.
    public init(
        of path: String, byZone: Bool, byYear: Bool, setting overrides: [DataOverride] = []
    ) throws {
        let survey = try SurveyFile(readingFrom: path, setting: overrides)
        let zones = byZone ? try Self.zones(of: survey) : []
        let years = survey.years.map(\.year).filter { $0 != survey.baseline }
        let origin = DataOverride.Origin(file: path)
        func unit(_ zone: (name: String, filter: String)?, _ year: Int?) -> BatchUnit {
            let own = [
                zone.map { DataOverride("zones.where", .string($0.filter), origin: origin) },
                year.map { DataOverride("only_years", .array([.integer($0)]), origin: origin) },
            ]
            return BatchUnit(
                name: [zone?.name, year.map(String.init)].compactMap(\.self).joined(
                    separator: "-"), survey: path, overrides: overrides + own.compactMap(\.self))
        }
        let partsYears: [Int?] =
            !byYear ? [nil] : years.isEmpty ? [survey.baseline] : years.map { $0 }
        let partsZones: [(name: String, filter: String)?] = byZone ? zones.map { $0 } : [nil]
        units = partsZones.flatMap { zone in partsYears.map { unit(zone, $0) } }
    }

    // MARK: Files

    /// A unit, where it stands in the manifest.
    private typealias Line = (
        unit: BatchUnit, name: DataOverride.Origin, survey: DataOverride.Origin
    )

    private static func readCSV(_ path: String) throws -> [Line] {
        let file = try CSVFile(reading: path)
        func column(_ name: String) throws(DataFileError) -> Int {
            if let index = file.index(of: name) { return index }
            throw DataFileError(
                file: path, line: 1,
                message:
                    "has no column '\(name)'; a batch has 'unit', 'survey', and columns named by "
                    + "keys of the survey file, such as zones.where")
        }
        let (name, survey) = (try column("unit"), try column("survey"))
        return file.rows.map { row in
            let origin = DataOverride.Origin(file: path, line: row.line)
            let overrides = file.columns.indices.compactMap { index -> DataOverride? in
                guard index != name, index != survey, !row.cells[index].isEmpty else { return nil }
                return DataOverride(file.columns[index], text: row.cells[index], origin: origin)
            }
            let unit = BatchUnit(
                name: row.cells[name],
                survey: row.cells[survey].isEmpty
                    ? "" : row.cells[survey].resolved(against: path.folderPath),
                overrides: overrides)
            return (unit, origin, origin)
        }
    }

    private static func readTOML(_ path: String) throws -> [Line] {
        let file = try readDataFile(at: path)
        try file.allow(only: ["survey", "set", "unit"])
        let shared = try file["set"].map(overrides) ?? []
        return try file.required("unit").elements().map { table in
            try table.allow(only: ["name", "survey", "set"])
            let name = try table.required("name")
            let survey = try table["survey"] ?? file["survey"] ?? table.required("survey")
            let unit = BatchUnit(
                name: try name.string(),
                survey: try survey.string().resolved(against: path.folderPath),
                overrides: shared + (try table["set"].map(overrides) ?? []))
            return (unit, name.origin, survey.origin)
        }
    }

    /// Each value of a table, and of the tables in it, by its dotted key.
    private static func overrides(in table: DataNode) throws -> [DataOverride] {
        try table.keys().flatMap { key -> [DataOverride] in
            let node = try table.required(key)
            guard case .table = node.value else {
                return [DataOverride(key, node.value, origin: node.origin)]
            }
            return try overrides(in: node).map {
                DataOverride("\(key).\($0.key)", $0.value, origin: $0.origin)
            }
        }
    }

    // MARK: Checks

    private static func checked(_ lines: [Line], by places: Set<String>) throws -> [BatchUnit] {
        var known: [String: DataOverride.Origin] = [:]
        for (unit, name, survey) in lines {
            if let fault = fault(ofName: unit.name) { throw name.error(fault) }
            if let first = known.updateValue(name, forKey: unit.name.lowercased()) {
                throw name.error(
                    "'\(unit.name)' is the name of two units, the other one in line "
                        + "\(first.line ?? 0); names are folders, and differ by more than capitals")
            }
            guard !unit.survey.isEmpty else {
                throw survey.error("the unit '\(unit.name)' names no survey file")
            }
            guard FileManager.default.fileExists(atPath: unit.survey) else {
                throw survey.error("the survey file '\(unit.survey)' is not there", kind: .noInput)
            }
            do { _ = try SurveyFile(readingFrom: unit.survey, setting: unit.overrides) } catch {
                // What the survey file has wrong by itself is its unit's to tell.
                if let error = error as? DataFileError, places.contains(error.file) { throw error }
            }
        }
        return lines.map(\.unit)
    }

    /// Why a text cannot be the name of a unit's folder; `nil` where it can.
    private static func fault(ofName name: String) -> String? {
        if name.isEmpty { return "a unit has no name; it becomes its folder's" }
        let hasControls = name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        guard !name.contains("/"), !name.hasPrefix("."), !hasControls, name.utf8.count <= 200,
            !BatchFolder.files.contains(name.lowercased())
        else {
            return
                "'\(name)' cannot be a folder's name: at most 200 bytes, no '/', no '.' in front, "
                + "and none of \(BatchFolder.files.joined(separator: ", "))"
        }
        return nil
    }

    // MARK: Zones

    /// Keys of a survey file whose tables are of several zones or of the whole.
    private static let keysOfTheWhole = [
        "targets", "afforestation", "livestock", "erosion", "urban", "statistics",
    ]

    /// The zones of a survey by names for folders, each with the condition that leaves the others out.
    private static func zones(of survey: SurveyFile) throws -> [(name: String, filter: String)] {
        let file = try readDataFile(at: survey.path)
        // A table of rain in a file of its own may name zones that are not measured.
        let rain = survey.rainFile == nil ? file["rain"] : nil
        let whole =
            keysOfTheWhole.compactMap { file[$0] }
            + [rain, file["carbon"]?["emissions_tco2"], file["grassland"]?["areas"]].compactMap(
                \.self)
        if let node = whole.first {
            throw node.error(
                "'\(node.name)' is of all zones together, and would be taken for one zone's; leave it "
                    + "out, or write a manifest with a survey file for each zone")
        }
        guard let source = survey.zones, let field = source.idField else {
            throw DataFileError(
                file: survey.path,
                message: "names no zones to tell apart; add [zones] file = … and id = …")
        }
        let layers = try VectorSource(opening: source.path, options: source.openOptions)
        let info = try layers.layer(source.layer)
        guard let index = info.index(ofField: field) else {
            throw DataFileError(
                file: survey.path,
                message: "[zones] id = \"\(field)\" is no field of \(source.path)")
        }
        var ids: [String] = []
        try layers.forEachFeature(in: source.layer, where: source.filter) { feature in
            if let id = feature.values[index].text, !ids.contains(id) { ids.append(id) }
        }
        guard !ids.isEmpty else {
            throw DataFileError(
                file: source.path, message: "no feature has a '\(field)' to tell zones apart by")
        }
        let isText = info.fields[index].kind == .text
        return zip(SurveyMaps.fileNames(of: ids), ids).map { name, id in
            let value = isText ? "'\(id.replacing("'", with: "''"))'" : id
            let condition =
                "\"\(info.fields[index].name.replacing("\"", with: "\\\""))\" = \(value)"
            return (name, source.filter.map { "(\($0)) AND \(condition)" } ?? condition)
        }
    }
}
