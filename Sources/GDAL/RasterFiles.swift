// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation

/// A raster given as one file, a folder, a pattern or a list of tiles.
public struct RasterFiles: Sendable {
    /// The name to open: the file itself, or a mosaic of the tiles.
    public let name: String
    /// The files behind it, in order.
    public let files: [String]
    /// Keeps the mosaic alive for as long as this is.
    private let mosaic: Mosaic?

    /// Finds the files, and joins them where there are several.
    ///
    /// - Parameter paths: Files, folders (all rasters in them) and patterns with `*`, `?` or `[…]`.
    /// - Throws: ``GDALError`` where a path finds nothing, or tiles do not fit.
    public init(_ paths: [String]) throws(GDALError) {
        var files: [String] = []
        for path in paths { files += try Self.find(path) }
        guard let first = files.first else {
            throw GDALError(
                operation: "open", subject: "", reasons: ["no file was named"], kind: .noInput)
        }
        self.files = files
        mosaic = files.count > 1 ? try Mosaic(of: files) : nil
        name = mosaic?.name ?? first
    }

    private static let extensions: Set = ["tif", "tiff", "img", "vrt", "jp2", "asc"]

    private static func find(_ path: String) throws(GDALError) -> [String] {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists && isFolder.boolValue {
            let names: [String]
            do { names = try visibleFiles(in: path) } catch {
                throw GDALError(
                    operation: "open", subject: path, reasons: [error.message],
                    kind: error.failureKind)
            }
            let rasters = names.filter {
                extensions.contains(($0 as NSString).pathExtension.lowercased())
            }
            guard !rasters.isEmpty else {
                throw GDALError(
                    operation: "open", subject: path,
                    reasons: [
                        "the folder holds no raster (\(extensions.sorted().joined(separator: ", ")))"
                    ],
                    kind: .noInput)
            }
            return rasters.map { "\(path)/\($0)" }
        }
        if !exists && path.contains(where: { "*?[".contains($0) }) {
            var matches = glob_t()
            defer { globfree(&matches) }
            guard glob(path, 0, nil, &matches) == 0, matches.gl_pathc > 0 else {
                throw GDALError(
                    operation: "open", subject: path, reasons: ["no file matches the pattern"],
                    kind: .noInput)
            }
            return (0..<Int(matches.gl_pathc)).compactMap { index in
                matches.gl_pathv[index].map { String(cString: $0) }
            }
        }
        return [path]
    }
}
