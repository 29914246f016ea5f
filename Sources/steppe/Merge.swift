// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import ArgumentParser
import Files
import Foundation
import GDAL
import Survey

struct Merge: Verb {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Add the tallies of a measurement's parts, to the same bytes as in one run.",
        discussion: """
            Parts may come in any order and from any machine. Parts of other rasters, zones or \
            rules are refused, and so are damaged, doubled and missing ones.

              steppe tabulate lc.tif --zones banners.gpkg --part 1/2 -o 1.tally
              steppe tabulate lc.tif --zones banners.gpkg --part 2/2 -o 2.tally
              steppe merge 1.tally 2.tally -o areas.csv
            """)

    @Argument(help: "The parts' tallies.", completion: .file(extensions: ["tally"]))
    var tallies: [String]

    @Option(
        help: "Class scheme: a short name, a file or none (default: none, codes as they stand).")
    var scheme: String?

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if scheme == "auto" {
            throw ValidationError(
                "a tally does not hold what a scheme is recognised by; name it: --scheme worldcover."
            )
        }
    }

    var inputs: [String] { tallies + [scheme].compactMap(\.self) }
    var outputs: [Output] { output.outputs() }

    func work() throws {
        var files: [(name: String, text: String)] = []
        for path in tallies {
            files.append((path, String(decoding: try readFile(at: path), as: UTF8.self)))
        }
        var tabulation = Tabulation(raster: [])
        tabulation.scheme = SchemeChoice(scheme)
        tabulation.language = common.dataLanguage
        try output.emit(try tabulation.merge(files))
    }
}
