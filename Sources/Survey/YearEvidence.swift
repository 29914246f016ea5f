// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import Foundation
internal import GDAL

/// What files say of the year that they are of, against the year that they are taken for.
enum YearEvidence {
    /// Warnings on a survey year's files whose names or metadata state another year.
    static func notes(on year: SurveyFile.Year) throws -> [LocalizedText] {
        var notes: [LocalizedText] = []
        for paths in [year.landCover, year.ndvi, year.cover, year.volume] where !paths.isEmpty {
            for file in try RasterFiles(paths).files {
                notes += self.notes(on: file, takenFor: year.year)
            }
        }
        return notes
    }

    /// Warnings on one file; empty where nothing in it speaks of another year.
    static func notes(on file: String, takenFor year: Int) -> [LocalizedText] {
        let named = DataYear.inName(of: file)
        var others: [LocalizedText] = []
        if let named, named != year {
            others.append(LocalizedText(zh: "文件名为\(named)年", en: "its name says \(named)"))
        }
        if let info = try? Dataset(opening: file).info {
            others += info.yearStatements.filter { $0.year != year }.map {
                LocalizedText(zh: "元数据\($0.item)为\($0.year)年", en: "its \($0.item) says \($0.year)")
            }
            // A file is made after the year of its data; where nothing else tells, it is a hint.
            if let made = info.yearOfMaking, made < year || made > year && named == nil {
                others.append(
                    LocalizedText(
                        zh: "TIFFTAG_DATETIME为\(made)年", en: "its TIFFTAG_DATETIME says \(made)"))
            }
        }
        guard !others.isEmpty else { return [] }
        let name = file.fileName
        return [
            LocalizedText(
                zh: "警告：\(name)按\(year)年使用，但\(others.map(\.zh).joined(separator: "，"))",
                en: "warning: \(name) is taken for \(year), but "
                    + others.map(\.en).joined(separator: ", "))
        ]
    }
}

extension RasterInfo {
    /// Items of metadata that tell when the data are of, and the year of each.
    var yearStatements: [(item: String, year: Int)] {
        let wanted: Set = [
            "year", "data_year", "reference_year", "date", "acquisition_date", "acquisitiondate",
            "rangebeginningdate", "time_coverage_start", "datetime", "start_datetime",
        ]
        var found = metadata.sorted { $0.key < $1.key }.compactMap { key, text in
            let name = key.lowercased().split(separator: "#").last.map(String.init) ?? ""
            guard wanted.contains(name), let year = DataYear.ofTimestamp(text) else {
                return nil as (item: String, year: Int)?
            }
            return (key, year)
        }
        if let year = yearOfTimeAxis { found.append(("NETCDF_DIM_time", year)) }
        return found
    }

    /// The year that the file says that it was made in.
    var yearOfMaking: Int? { metadata["TIFFTAG_DATETIME"].flatMap(DataYear.ofTimestamp) }

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
