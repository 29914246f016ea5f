// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
public import Files
internal import Foundation
internal import GDAL

/// Refuses outputs that are inputs, before anything is opened for writing.
///
/// Files are the same by device and inode, whatever they are called: another spelling, a symbolic
/// link or a hard link of an input is that input. Inputs are also the members of folders, patterns,
/// mosaics and archives, and the files beside one, such as a shapefile's `.dbf`.
public struct OutputCheck {
    /// What a file is, however it is named.
    private struct Identity: Hashable {
        let device: UInt
        let node: UInt

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt(status.st_dev)
            node = UInt(status.st_ino)
        }
    }

    /// No verb reads files that lie deeper in a folder that it is given.
    private static let deepest = 2

    private let outputs: [String]
    /// Output files that exist, and what the user calls them.
    private var files: [Identity: String] = [:]
    /// Output folders that exist.
    private var folders: [Identity: String] = [:]

    /// Prepares to hold inputs against these outputs.
    public init(of outputs: [String]) {
        self.outputs = outputs
        for output in outputs {
            for path in Self.written(with: output) {
                guard let identity = Identity(path) else { continue }
                if isFolder(path) {
                    folders[identity] = output
                } else if FileManager.default.isRegular(path) {
                    files[identity] = output
                }
            }
        }
    }

    /// Refuses an output that is one of the inputs, or holds one, or is another output too.
    ///
    /// Where no output exists yet nothing is opened.
    ///
    /// - Parameter inputs: Paths, folders, patterns and GDAL's own names; what names no file passes.
    /// - Throws: `WriteError` that names both.
    public func refuse(inputs: [String]) throws(WriteError) {
        try refuseDoubles()
        guard !files.isEmpty || !folders.isEmpty else { return }
        var seen: Set<String> = []
        var waiting = inputs.map { (path: $0, named: $0, depth: 0) }
        while let (path, named, depth) = waiting.popLast() {
            guard seen.insert(path).inserted else { continue }
            for file in Self.onDisk(path) {
                try refuse(file, named: named)
                if depth < Self.deepest, isFolder(file) {
                    waiting += Self.contents(of: file).map { ($0, named, depth + 1) }
                }
            }
            waiting += Self.members(of: path).map { ($0, named, depth) }
        }
    }

    private func refuse(_ file: String, named input: String) throws(WriteError) {
        guard let identity = Identity(file) else { return }
        if let output = files[identity] ?? folders[identity] {
            let same = output == input ? "" : " '\(input)'"
            throw WriteError(
                path: output,
                message: "it is the input\(same) itself, which would be lost; choose another name")
        }
        guard !folders.isEmpty else { return }
        var folder = (realPath(file) ?? file).folderPath
        while folder != "/" && folder != "." {
            if let here = Identity(folder), let output = folders[here] {
                throw WriteError(
                    path: output,
                    message: "the folder holds the input '\(input)', which would be lost; choose "
                        + "another folder")
            }
            folder = folder.folderPath
        }
    }

    private func refuseDoubles() throws(WriteError) {
        var known: Set<String> = []
        for output in outputs {
            let folder = realPath(output.folderPath) ?? output.folderPath
            let place = realPath(output) ?? "\(folder)/\(output.fileName)"
            guard known.insert(place).inserted else {
                throw WriteError(
                    path: output, message: "two outputs have this name; give each its own")
            }
        }
    }

    // MARK: Files

    /// The files that writing an output replaces.
    private static func written(with output: String) -> [String] {
        let stem = output.dropLast(output.fileExtension.count + 1)
        let beside = output.fileExtension == "shp" ? ["shx", "dbf", "prj", "cpg"] : []
        return [output] + beside.map { "\(stem).\($0)" }
    }

    /// The files or folders that a name leads to: those of a pattern, or the archive of `/vsizip/`.
    private static func onDisk(_ name: String) -> [String] {
        if FileManager.default.fileExists(atPath: name) { return [name] }
        if name.hasPrefix("/vsi") {
            let parts = name.split(separator: "/").dropFirst()
            let prefixes = parts.indices.flatMap { index in
                let path = parts[...index].joined(separator: "/")
                return [path, "/" + path]
            }
            return prefixes.filter { FileManager.default.isRegular($0) }
        }
        if name.contains(where: { "*?[".contains($0) }) {
            return (try? RasterFiles.files(of: [name])) ?? []
        }
        // `NETCDF:"lc.nc":year`, `GPKG:land.gpkg:table`: the parts between colons and marks.
        return name.split(whereSeparator: { ":\"".contains($0) }).map(String.init)
            .filter { FileManager.default.isRegular($0) }
    }

    /// What is read of a folder: its rasters, or all of it where it has none, as of a `.gdb`.
    private static func contents(of folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let rasters = names.filter { DataKind.rasters.contains($0.fileExtension) }
        return (rasters.isEmpty ? names : rasters).map { "\(folder)/\($0)" }
    }

    /// What GDAL reads with a file, such as the tiles of a virtual raster.
    private static func members(of path: String) -> [String] {
        guard FileManager.default.isRegular(path), hasMembers(path) else { return [] }
        if let files = try? Dataset(opening: path).info.files { return files }
        return (try? VectorSource(opening: path).files) ?? []
    }

    private static func hasMembers(_ path: String) -> Bool {
        DataKind.extensions.union(["dbf", "tab", "mif", "csv"]).contains(path.fileExtension)
    }
}

private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
}

private func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
}

extension FileManager {
    /// Whether a path leads to a plain file: no folder, device or pipe.
    fileprivate func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
