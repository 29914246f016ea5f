// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Foundation

extension RasterInfo {
    /// Items of metadata that tell when the data are of, and the year of each.
    package var yearStatements: [(item: String, year: Int)] {
        let wanted: Set = [
            "year", "data_year", "reference_year", "date", "acquisition_date", "acquisitiondate",
            "rangebeginningdate", "time_coverage_start", "datetime", "start_datetime",
        ]
        var statements = metadata.sorted { $0.key < $1.key }.compactMap { key, text in
            let name = key.lowercased().split(separator: "#").last.map(String.init) ?? ""
            guard wanted.contains(name), let year = DataYear.ofTimestamp(text) else {
                return nil as (item: String, year: Int)?
            }
            return (key, year)
        }
        if let year = yearOfTimeAxis { statements.append(("NETCDF_DIM_time", year)) }
        return statements
    }

    /// The year that the file says that it was made in.
    package var yearOfMaking: Int? { metadata["TIFFTAG_DATETIME"].flatMap(DataYear.ofTimestamp) }

    /// The first band's place on a NetCDF file's axis of time, in days, hours or seconds.
    private var yearOfTimeAxis: Int? {
        guard let text = bands.first?.metadata["NETCDF_DIM_time"], let time = Double(text),
            let units = metadata["time#units"]?.lowercased().split(separator: " "),
            units.count >= 3, units[1] == "since",
            let seconds = ["day": 86_400.0, "hour": 3600, "second": 1].first(where: {
                units[0] == $0.key || units[0] == $0.key + "s"
            })?.value
        else { return nil }
        let date = units[2].prefix { $0 != "t" }.split(separator: "-").compactMap { Int($0) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        guard date.count == 3,
            let start = calendar.date(
                from: DateComponents(year: date[0], month: date[1], day: date[2])),
            abs(time * seconds) < 1e13
        else { return nil }
        let year = calendar.component(.year, from: start.addingTimeInterval(time * seconds))
        return DataYear.plausible.contains(year) ? year : nil
    }
}
