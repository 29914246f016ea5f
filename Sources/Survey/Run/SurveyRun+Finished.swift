// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Files
internal import Foundation
internal import GDAL
internal import Reporting
internal import Words
internal import Zonal

extension SurveyRun {
    /// Why the folder that is there is not what this run would make; `nil` where it is: the same program
    /// and libraries made it with the same options from the same files, all could be read, and every file
    /// of it is as it was written.
    ///
    /// Nothing is measured: files are hashed, and of those that ``store`` knows only the state is looked at.
    func reasonToRun() -> String? {
        guard let finished = try? FinishedSurvey(in: folder) else { return "is not there" }
        let record = finished.record
        if record.programSHA256 != SteppeVersion.program { return "was made by another program" }
        if record.libraries != SteppeVersion.libraries { return "was made with other libraries" }
        let options = Provenance.Options(
            language: writtenLanguage.rawValue, area: survey.area.rawValue, maps: drawsMaps,
            atlas: drawsAtlas, mapFormats: mapFormats.map(\.rawValue), dpi: dpi,
            set: survey.overrides)
        if record.options != options { return "was made with other options" }
        if let unread = record.unread {
            return "lacks \(unread.keys.sorted().joined(separator: ", "))"
        }
        return TallyStore.$current.withValue(store) {
            changedInput(since: record) ?? changedOutput(since: record)
        }
    }

    private func changedInput(since record: FinishedSurvey.Record) -> String? {
        guard let source = record.survey, let inputs = record.inputs else { return "has no record" }
        func place(_ path: String) -> String {
            SurveyVerification.place(of: path, record.directory)
        }
        func real(_ path: String) -> String {
            URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        }
        guard real(place(source.path)) == real(survey.path) else {
            return "was made from another survey file"
        }
        for input in [source] + inputs {
            guard let now = try? Provenance.Input(of: place(input.path)) else {
                return "was made from '\(input.path)', which cannot be read now"
            }
            guard now.sha256 == input.sha256 else {
                return "was made from another '\(input.path)'"
            }
        }
        // What a folder or a pattern finds now, and did not then.
        let known = Set(inputs.map { real(place($0.path)) })
        for year in survey.years {
            for paths in [year.landCover, year.ndvi, year.cover, year.volume] {
                let files = (try? RasterFiles.files(of: paths)) ?? []
                for file in files where FileManager.default.fileExists(atPath: file) {
                    guard known.contains(real(file)) else { return "was made without '\(file)'" }
                }
            }
        }
        return nil
    }

    private func changedOutput(since record: FinishedSurvey.Record) -> String? {
        for output in record.outputs {
            // They are not kept in the store, being no inputs.
            let now = TallyStore.$current.withValue(nil) {
                try? Provenance.Input(of: "\(folder)/\(output.path)")
            }
            guard now?.sha256 == output.sha256 else {
                return "has another '\(output.path)' than was written"
            }
        }
        return nil
    }
}
