// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation

/// The files that ship with Steppe: zones, schemes, targets, coefficients and styles.
public enum BundledData {
    /// The path of a bundled file or folder, such as `GeoData/schemes`.
    ///
    /// `STEPPE_HOME` names the folder that holds `GeoData` and `Styles`; without it they are
    /// looked for in `share/steppe` and in each folder above the program.
    ///
    /// - Throws: ``DataFileError`` where they are not found, with the places tried.
    public static func path(_ name: String) throws(DataFileError) -> String {
        for home in homes {
            let path = "\(home)/\(name)"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        throw DataFileError(
            file: name,
            message: "is not beside this program; set STEPPE_HOME to the folder that holds "
                + "GeoData and Styles (looked in \(homes.joined(separator: ", ")))",
            kind: .noInput)
    }

    /// The names of the files of one kind in a bundled folder, in alphabetical order.
    public static func files(in folder: String, ending: String) throws(DataFileError) -> [String] {
        let path = try path(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(path)/\($0)" }
    }

    private static let homes: [String] = {
        if let home = ProcessInfo.processInfo.environment["STEPPE_HOME"] { return [home] }
        var homes: [String] = []
        var folder =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            .map(\.folderPath) ?? "."
        while folder != "/" && !folder.isEmpty && folder != "." {
            homes += ["\(folder)/share/steppe", folder]
            folder = folder.folderPath
        }
        return homes + ["/usr/local/share/steppe", "/usr/share/steppe"]
    }()
}
