// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation

/// A raster given as one file, a folder, a pattern or a list of tiles.
///
/// Several files are one raster only where they are of one year by their names, and say the same
/// where they overlap; ``overlaps`` can ask for less.
public struct RasterFiles: Sendable {
    /// What is done with files that overlap with unlike values, or that are of several years.
    public enum Overlaps: Sendable {
        /// They are refused.
        case mustAgree
        /// A later file lies on top of an earlier one, except where it holds nodata.
        case lastOnTop
    }

    /// What is done with them for as long as a task runs.
    @TaskLocal public static var overlaps = Overlaps.mustAgree

    static let mosaicRemedy = "add --mosaic (in a survey file: mosaic = true)"

    /// The file itself, or a mosaic of the tiles.
    public let raster: Raster
    /// The files behind it, in order.
    public let files: [String]

    /// Finds the files, and joins them where there are several.
    ///
    /// - Parameter paths: Files, folders (all rasters in them) and patterns with `*`, `?` or `[…]`.
    /// - Throws: ``GDALError`` where a path finds nothing, or tiles do not fit or do not agree.
    public init(_ paths: [String]) throws(GDALError) {
        let files = try Self.files(of: paths)
        guard let first = files.first else {
            throw GDALError(
                operation: "open", subject: "", reasons: ["no file was named"], kind: .noInput)
        }
        self.files = files
        guard files.count > 1 else {
            raster = Raster(first)
            return
        }
        let mosaic = try Mosaic(of: files)
        if Self.overlaps == .mustAgree {
            try mosaic.requireOneYear()
            try mosaic.requireLikeOverlaps()
        }
        raster = mosaic.raster
    }

    /// The files that paths, folders and patterns stand for, in order.
    package static func files(of paths: [String]) throws(GDALError) -> [String] {
        var files: [String] = []
        for path in paths { files += try find(path) }
        return files
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
