// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Files
import Foundation
import Survey

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented survey file for the data in a folder.",
        discussion: """
            Looks at every raster and layer in the folder and one level below: years come from \
            file names, class schemes from colours, names and codes. What it could not place is \
            said, and left out.

              steppe init mydata && steppe survey mydata/survey.toml
            """)

    @Argument(help: "The folder with the data.", completion: .directory)
    var folder = "."

    @Flag(help: "Replace survey.toml if it exists.")
    var overwrite = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        common.prepare()
        let path = folder.hasSuffix("/") ? folder + "survey.toml" : folder + "/survey.toml"
        if !overwrite && FileManager.default.fileExists(atPath: path) {
            try WholeFile.check(path, overwrite: false)
        }
        let draft = try await SurveyDraft(for: folder)
        try WholeFile.write(draft.text, to: path, overwrite: overwrite)
        for note in draft.notes { common.note("note: \(note)") }
        common.note("wrote \(path); look it over, then: steppe survey \(path)")
    }
}
