// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import GDAL

/// Mean yearly rain by county, which decides whether shrub is special.
enum RainTable {
    /// Reads a table with a column of zone ids and one of millimetres.
    ///
    /// Complaints stand where the survey file names the table.
    static func read(_ path: String, complaining node: DataNode) throws -> [String: Double] {
        try read(path) { node.error($0) }
    }

    /// Reads a table that an option names.
    static func read(_ path: String) throws -> [String: Double] {
        try read(path) { SurveyError.unusable(file: path, why: $0) }
    }

    private static func read(
        _ path: String, _ complaint: (String) -> any Error
    ) throws -> [String: Double] {
        let file = try VectorSource(opening: path)
        let info = try file.layer()
        let idNames = ["zone", "id", "adcode"]
        let rainNames = ["precipitation_mm", "mm", "rain_mm", "mean_annual_mm", "annual_mm"]
        guard let id = idNames.compactMap({ info.index(ofField: $0) }).first,
            let rain = rainNames.compactMap({ info.index(ofField: $0) }).first
        else {
            throw complaint(
                "\(path) has the columns \(info.fields.map(\.name).joined(separator: ", ")); "
                    + "it needs 'zone' and 'precipitation_mm'")
        }
        var table: [String: Double] = [:]
        try file.forEachFeature { feature in
            guard let zone = feature.values[id].text else { return }
            guard table[zone] == nil else {
                throw complaint("\(path) has the zone '\(zone)' twice")
            }
            guard let millimetres = feature.values[rain].number, (0...12_000).contains(millimetres)
            else {
                throw complaint(
                    "\(path): the rain of zone '\(zone)' is no number of millimetres a year")
            }
            table[zone] = millimetres
        }
        return table
    }
}
