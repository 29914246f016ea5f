// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import GDAL
package import PlaneGeometry
package import Zonal

/// A ledger, its columns found by name.
package struct LedgerTable {
    /// One row, and where it stands.
    package struct Row {
        fileprivate let row: AttributeTable.Row
        fileprivate let places: [String: Int]

        /// What messages call it: `line 3`.
        package var name: String { row.name }

        private func cell(_ column: String) -> FieldValue? { places[column].map { row.cells[$0] } }

        /// An error that points at the row; the message goes on after its name.
        package func error(_ message: String) -> DataFileError { row.error(message) }

        package func text(_ column: String) -> String? {
            cell(column)?.text.flatMap { $0.isEmpty ? nil : $0 }
        }

        /// A number that is not negative; `nil` where the cell is empty or the column is missing.
        package func number(_ column: String) throws -> Double? {
            guard let text = text(column) else { return nil }
            guard let value = cell(column)?.number, value >= 0 else {
                throw error(
                    "has '\(text)' in column '\(column)'; it must be a number that is not below 0")
            }
            return value
        }

        /// The year of the row's data; `nil` where the table has no such column, or nothing in it.
        package func year() throws -> Int? {
            guard let text = text("year") else { return nil }
            guard let value = cell("year")?.number.flatMap({ Int(exactly: $0) }),
                DataYear.plausible.contains(value)
            else {
                throw error(
                    "has '\(text)' in column 'year'; it must be a year from "
                        + "\(DataYear.plausible.lowerBound) to \(DataYear.plausible.upperBound)")
            }
            return value
        }

        /// Longitude `lon` and latitude `lat`, of either sign; `nil` where one is missing.
        package func place() throws -> Point? {
            let east = try degrees("lon", within: 360)
            let north = try degrees("lat", within: 90)
            return east.flatMap { x in north.map { Point(x: x, y: $0) } }
        }

        private func degrees(_ column: String, within limit: Double) throws -> Double? {
            guard let text = text(column) else { return nil }
            guard let value = cell(column)?.number, abs(value) <= limit else {
                throw error(
                    "has '\(text)' in column '\(column)'; it must be degrees, \(Int(limit)) at most"
                )
            }
            return value
        }

        /// A share of 0…1; whoever writes percent is told so.
        package func share(_ column: String) throws -> Double {
            let value = try required(column)
            guard value <= 1 else {
                throw error(
                    "has \(text(column) ?? "") in column '\(column)'; it is a fraction: "
                        + "\(text(column) ?? "") % is \(value / 100)")
            }
            return value
        }

        /// A whole number, such as heads or people.
        package func count(_ column: String) throws -> Int {
            let value = try required(column)
            guard let count = Int(exactly: value), count <= 1_000_000_000_000 else {
                throw error(
                    "has '\(text(column) ?? "")' in column '\(column)'; it must be a whole number")
            }
            return count
        }

        package func required(_ column: String) throws -> Double {
            if let value = try number(column) { return value }
            throw error("has nothing in column '\(column)'")
        }
    }

    /// The file's path, as given.
    package let file: String
    package let rows: [Row]
    package let columns: [String]

    /// Reads a ledger whose zones must be the survey's.
    package init(_ path: String, needs: [String], zones: ZoneLayer) throws {
        try self.init(AttributeTable(reading: path), needs: needs, zones: zones)
    }

    /// Takes a table's rows for a ledger whose zones must be the survey's.
    package init(_ table: AttributeTable, needs: [String], zones: ZoneLayer) throws {
        file = table.path
        columns = table.columns
        for column in needs where !columns.contains(column) {
            throw ZoneError.noField(file: table.path, field: column, fields: columns)
        }
        let places = Dictionary(zip(columns, 0...)) { first, _ in first }
        let known = Set(zones.zones.map(\.id))
        rows = try table.rows.map {
            let row = Row(row: $0, places: places)
            if let zone = row.text("zone"), zone != "all", !known.contains(zone) {
                throw row.error(
                    "is of the zone '\(zone)', which the survey has not; it has "
                        + known.sorted().joined(separator: ", "))
            }
            return row
        }
    }

    /// The rows of a year: those that name it, and those that name none.
    package func rows(ofYear year: Int) throws -> [Row] {
        try rows.filter { try $0.year().map { $0 == year } ?? true }
    }
}
