// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Files
internal import Foundation
internal import Reporting
public import Words

/// A survey file for the data that a folder holds: `steppe init`.
public struct SurveyDraft: Sendable {
    /// The file's text, commented, ready to run.
    public let text: String
    /// What was chosen and why, what was left out and why, and what is missing.
    public let notes: [LocalizedText]

    /// Looks through a folder, and its subfolders one deep.
    ///
    /// Zones are the layer of polygons that looks most like administrative ones. Without such a layer
    /// the survey is one of the whole raster.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - language: Of the file's comments, and of the tables and maps that it asks for.
    /// - Throws: `SurveyError.nothingUsable` where it has no land cover.
    public init(for folder: String, in language: Language = .en) async throws {
        var finds = DraftFinds(folder: folder)
        for path in try Self.files(in: folder) { await finds.look(at: path) }
        guard !finds.landCover.isEmpty || !finds.ledgers.parcels.isEmpty else {
            let notes = finds.notes.map(\.en).joined(separator: "; ")
            let why = notes.isEmpty ? "" : " (\(notes))"
            throw SurveyError.nothingUsable(folder: folder, what: "no land-cover raster\(why)")
        }
        finds.leaveOutWhatDoesNotFit()
        try finds.chooseZones()
        let draft = DraftText(finds, in: language)
        text = draft.text
        notes = finds.notes + finds.orphans + draft.notes
    }

    private static func files(in folder: String) throws(ReadError) -> [String] {
        var paths: [String] = []
        for name in try visibleFiles(in: folder) {
            let path = "\(folder)/\(name)"
            guard !FileManager.default.fileExists(atPath: "\(path)/\(FinishedSurvey.marker)")
            else { continue }
            let inner = (try? visibleFiles(in: path)) ?? []
            if inner.isEmpty || name.hasSuffix(".gdb") {
                paths.append(path)
            } else {
                paths += inner.map { "\(path)/\($0)" }
            }
        }
        let known = DataKind.extensions.union(["toml", "csv"])
        return paths.filter { known.contains($0.fileExtension) }
    }
}
