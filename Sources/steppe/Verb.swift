// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DataFiles
import Files
import Foundation
import GDAL
import Reporting
import Survey

/// A verb that reads and writes files.
///
/// It says which, so that one place can refuse what would lose or mislabel data before any work:
/// an output that is an input, one that exists, and a name whose ending is no format of it.
protocol Verb: AsyncParsableCommand {
    var common: CommonOptions { get }
    /// Paths that are read, as the user gave them; words that name no file do no harm.
    var inputs: [String] { get throws }
    /// What is written.
    var outputs: [Output] { get throws }
    /// Whether files of one raster may overlap with unlike values.
    var allowsMosaics: Bool { get }

    /// Does what the verb is for.
    mutating func work() async throws
}

extension Verb {
    var outputs: [Output] { [] }
    var allowsMosaics: Bool { false }

    mutating func run() async throws {
        common.prepare()
        let start = ContinuousClock.now
        let (inputs, outputs) = (try self.inputs, try self.outputs)
        for output in outputs { try output.checkName() }
        try OutputCheck(of: outputs.map(\.path)).refuse(inputs: inputs)
        for output in outputs { try output.checkPlace() }
        defer { StandardInput.remove() }
        common.detail("GDAL \(GDALRuntime.version), PROJ \(GDALRuntime.projVersion)")
        for input in inputs { common.detail(file: input, "reads") }
        if allowsMosaics {
            common.note("note: --mosaic: where files overlap, a later one lies on top")
        }
        try await RasterFiles.$overlaps.withValue(allowsMosaics ? .lastOnTop : .mustAgree) {
            try await work()
        }
        for output in outputs {
            common.detail(file: WholeFile.made(output.path), "writes", as: output.path)
        }
        let time = (ContinuousClock.now - start).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        common.detail(String(format: "took %.2f s", seconds))
    }
}

/// A file or folder that a verb writes.
struct Output {
    /// What it can be.
    enum Kind {
        /// A file whose name ends in one of these; an ending of nothing may be left out.
        case file([String])
        /// A folder; what may be replaced in it is its maker's to say.
        case folder
    }

    let path: String
    let kind: Kind
    let overwrite: Bool

    /// Refuses a name that says another format than would be written, or that GDAL reads as no file.
    func checkName() throws {
        if path.hasPrefix("/vsi") {
            throw ValidationError(
                "'\(path)' is no file but a name of GDAL's; give a path, or - for standard output "
                    + "where the verb prints text.")
        }
        if path == "-" {
            throw ValidationError("-: this output cannot go to standard output; give a file.")
        }
        let ending = path.fileExtension
        switch kind {
        case .folder:
            if Self.endingsOfFiles.contains(ending), access(path, F_OK) != 0 {
                throw ValidationError(
                    "'\(path)' is to be a folder, but ends in .\(ending) as a file does; choose "
                        + "another name.")
            }
        case .file(let endings):
            guard !endings.contains(ending), !path.hasPrefix("/dev/"),
                !path.hasPrefix("/proc/self/fd")
            else { return }
            let list = endings.map { $0.isEmpty ? "no ending" : ".\($0)" }.joined(separator: ", ")
            throw ValidationError(
                ending.isEmpty
                    ? "'\(path)' has no ending; it may end in \(list)."
                    : "'\(path)' ends in .\(ending), which is not written here; it may end in \(list)."
            )
        }
    }

    private static let endingsOfFiles: Set = [
        "csv", "json", "txt", "xlsx", "tif", "tiff", "gpkg", "geojson", "shp", "fgb", "png", "pdf",
        "svg", "toml", "zip",
    ]

    /// Refuses a file that exists, or a place where none can be made.
    func checkPlace() throws {
        if case .file = kind { try WholeFile.check(path, overwrite: overwrite) }
    }
}
