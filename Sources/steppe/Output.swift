// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DataFiles
import Files
import Foundation

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
