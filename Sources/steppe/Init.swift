// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Files
import Foundation
import Survey
import Words

struct Init: Verb {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented survey file for the data in a folder.",
        discussion: """
            Looks at every raster and layer in the folder and one level below: years come from \
            file names and metadata, class schemes from colours, names and codes. Zones are the \
            layer that looks most like administrative units: by codes and names, side by side, on \
            the land cover; the others stand in the file as comments. Without such a layer the \
            survey is of the whole raster. What it could not place is said, and left out, and so is \
            what is missing for a figure in place of a range.

              steppe init mydata && steppe survey mydata/survey.toml
            """)

    @Argument(help: "The folder with the data.", completion: .directory)
    var folder = "."

    @Flag(help: "Replace survey.toml if it exists.")
    var overwrite = false

    @OptionGroup var common: CommonOptions

    private var path: String { (folder.hasSuffix("/") ? folder : folder + "/") + "survey.toml" }

    var inputs: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0 != "survey.toml" }.map { "\(folder)/\($0)" }
    }
    var outputs: [Output] {
        FileManager.default.fileExists(atPath: path)
            ? [Output(path: path, kind: .file(["toml"]), overwrite: overwrite)] : []
    }

    func work() async throws {
        let language = common.language
        let draft = try await SurveyDraft(for: folder, in: language)
        try WholeFile.write(draft.text, to: path, overwrite: overwrite)
        for note in draft.notes {
            common.note(language == .zh ? "提示：\(note.zh)" : "note: \(note.en)")
        }
        common.note(
            language == .zh
                ? "已写出\(path)；请核对，然后运行：steppe survey \(path)"
                : "wrote \(path); look it over, then: steppe survey \(path)")
    }
}
