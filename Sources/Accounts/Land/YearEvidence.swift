// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import GDAL
package import Words

/// What files say of the year that they are of, against the year that they are taken for.
package enum YearEvidence {
    /// Warnings on a survey year's files whose names or metadata state another year.
    package static func notes(on year: SurveyFile.Year) throws -> [LocalizedText] {
        var notes: [LocalizedText] = []
        for paths in [year.landCover, year.ndvi, year.cover, year.volume] where !paths.isEmpty {
            for file in try RasterFiles(paths).files {
                notes += self.notes(on: file, takenFor: year.year)
            }
        }
        return notes
    }

    /// Warnings on one file; empty where nothing in it speaks of another year.
    package static func notes(on file: String, takenFor year: Int) -> [LocalizedText] {
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
