// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import GDAL

/// Mean yearly rain by county, which decides whether shrub is special.
package enum RainTable {
    /// Reads a table with a column of zone ids and one of millimetres.
    ///
    /// Complaints stand where the survey file names the table.
    package static func read(_ path: String, complaining node: DataNode) throws -> [String: Double]
    {
        try read(path) { node.error($0) }
    }

    /// Reads a table that an option names.
    package static func read(_ path: String) throws -> [String: Double] {
        try read(path) { SurveyError.unusable(file: path, why: $0) }
    }

    private static func read(
        _ path: String, _ complaint: (String) -> any Error
    ) throws -> [String: Double] {
        let table = try AttributeTable(reading: path)
        guard let id = table.index(ofAny: "zone", "id", "adcode"),
            let rain = table.index(
                ofAny: "precipitation_mm", "mm", "rain_mm", "mean_annual_mm", "annual_mm")
        else {
            throw complaint(
                "\(path) has the columns \(table.columns.joined(separator: ", ")); "
                    + "it needs 'zone' and 'precipitation_mm'")
        }
        var rains: [String: Double] = [:]
        for row in table.rows {
            guard let zone = row.cells[id].text else { continue }
            guard rains[zone] == nil else { throw row.error("has the zone '\(zone)' again") }
            guard let millimetres = row.cells[rain].number, (0...12_000).contains(millimetres)
            else {
                throw row.error("has no number of millimetres a year for zone '\(zone)'")
            }
            rains[zone] = millimetres
        }
        return rains
    }
}
