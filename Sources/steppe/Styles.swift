// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import MapStyles
import Reporting
import Survey
import Tables

struct Styles: Verb {
    static let configuration = CommandConfiguration(
        commandName: "styles",
        abstract: "List the built-in styles, print one, or write them all.",
        discussion: """
            Styles are OGC files that QGIS and map servers read too: a raster and a polygon style \
            for each class scheme in the product's own colours, a ramp for each indicator, zones \
            and verdicts. Use one, or your own: steppe map LAYER --style FILE.

              steppe styles                                  their names
              steppe styles worldcover > worldcover.sld      as SLD 1.0
              steppe styles worldcover --as qml              for QGIS
              steppe styles --all Styles                     every file of every kind
            """)

    @Argument(help: "The style's name.")
    var name: String?

    @Option(name: .customLong("as"), help: "sld (SLD 1.0), se (SE 1.1) or qml (QGIS).")
    var kind = StyleKind.sld

    @Option(
        help: ArgumentHelp("Write every style into a folder.", valueName: "folder"),
        completion: .directory)
    var all: String?

    @OptionGroup var common: CommonOptions

    var inputs: [String] { [] }
    var outputs: [Output] {
        [all].compactMap(\.self).map { Output(path: $0, kind: .folder, overwrite: true) }
    }

    func work() throws {
        let library = try StyleLibrary()
        if let all {
            let files = try library.write(to: all)
            return common.note("\(files.count) files in \(all)")
        }
        guard let name else {
            return Console.result(library.styles.map { "\($0.name)\t\($0.title)\n" }.joined())
        }
        Console.result(try library.text(of: name, as: kind))
    }
}

extension StyleKind: ExpressibleByArgument {}
