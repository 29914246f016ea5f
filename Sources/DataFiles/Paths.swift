// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension String {
    /// A path's last part: `lc.tif` of `data/lc.tif`.
    package var fileName: String { String(split(separator: "/").last ?? "") }

    /// A path without its last part; `.` where there is only one.
    package var folderPath: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }

    /// What follows the last point of a path's last part, in lower case.
    package var fileExtension: String {
        let name = fileName
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
        return name[name.index(after: point)...].lowercased()
    }

    /// A relative path seen from a folder; absolute paths and GDAL's own names stay as they are.
    package func resolved(against folder: String) -> String {
        hasPrefix("/") || folder.isEmpty || folder == "." || contains(":")
            ? self : "\(folder)/\(self)"
    }
}
