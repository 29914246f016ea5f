// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cartography
import Survey

/// What a picture is drawn as, and where to.
struct PictureOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("File to write: .png, .pdf or .svg.", valueName: "file"),
        completion: .file(extensions: ["png", "pdf", "svg"]))
    var output: String

    @Option(
        help: """
            The page: a4, a4-portrait, a3, a3-portrait or screen (default: a4 for a map, 170 × 110 \
            mm for a chart).
            """)
    var page: PageName?

    @Option(help: "The title.")
    var title: String?

    @Option(help: "Where the data come from, for the foot.")
    var source: String?

    @Option(help: "Dots to the inch of a PNG.")
    var dpi = 200.0

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    func validate() throws {
        if !(10...1200).contains(dpi) { throw ValidationError("--dpi is \(dpi); give 10 to 1200.") }
    }

    /// The file as a verb's output.
    var file: Output {
        Output(path: output, kind: .file(["png", "pdf", "svg"]), overwrite: overwrite)
    }
}

/// The pages that pictures are drawn on.
enum PageName: String, ExpressibleByArgument, CaseIterable {
    case a4
    case a4Portrait = "a4-portrait"
    case a3
    case a3Portrait = "a3-portrait"
    case screen

    var size: PageSize {
        switch self {
        case .a4: .a4Landscape
        case .a4Portrait: .a4Portrait
        case .a3: .a3Landscape
        case .a3Portrait: .a3Portrait
        case .screen: .screen
        }
    }
}
