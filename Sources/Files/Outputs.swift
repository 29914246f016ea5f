// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CFiles
internal import Foundation
internal import Synchronization

/// Files and folders that are made out of sight and take their places together, or not at all.
final class Outputs: Sendable {
    /// One file, with what else its format keeps beside it, or one folder.
    struct Output: Sendable {
        /// The path as the user gave it.
        let name: String
        /// The folder where it was made.
        let hidden: HiddenFolder
        /// Where it is to be.
        let folder: String
        /// Its last name, in either folder.
        let file: String
        /// Whether what is there may be replaced.
        let overwrite: Bool

        var made: String { "\(hidden.path)/\(file)" }
        var real: String { "\(folder)/\(file)" }

        /// What readers take for part of it: statistics, overviews and masks of a raster, indexes and
        /// metadata of a shapefile, what a database has still to write. Those of a file that is
        /// replaced describe what it was.
        var sideFiles: [String] {
            guard let dot = file.lastIndex(of: ".") else { return [] }
            let stem = file[..<dot]
            return switch file[file.index(after: dot)...].lowercased() {
            case "shp":
                ["qix", "sbn", "sbx", "idm", "ind", "cpg", "shp.xml"].map { "\(stem).\($0)" }
            case "gpkg": ["-wal", "-shm", "-journal"].map { file + $0 }
            case "tif", "tiff": [".aux.xml", ".ovr", ".msk"].map { file + $0 }
            default: []
            }
        }
    }

    private let waiting = Mutex<[Output]>([])

    /// Takes what has been made, to be placed with all else.
    func add(_ output: Output) throws(WriteError) {
        let isNew = waiting.withLock { waiting in
            guard !waiting.contains(where: { $0.real == output.real }) else { return false }
            waiting.append(output)
            return true
        }
        guard isNew else {
            throw WriteError(
                path: output.name, message: "two outputs have this name; give each its own")
        }
    }

    /// Where an output is that has not been placed yet.
    func made(_ real: String) -> String? {
        waiting.withLock { $0.first { $0.real == real }?.made }
    }

    /// Puts all in their places once they are safe on the disk; where one cannot be placed, the
    /// others are taken back.
    func place() throws {
        let outputs = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !outputs.isEmpty else { return }
        defer { for output in outputs { output.hidden.remove() } }
        for output in outputs { try sync(output.hidden.path, named: output.name) }
        try InputWatch.current?.check()
        try HiddenFolder.placing {
            var moves: [Move] = []
            do {
                for output in outputs {
                    let files = files(of: output)
                    for file in output.sideFiles where !files.contains(file) {
                        if let move = try Move(removing: file, of: output) { moves.append(move) }
                    }
                    for file in files { moves.append(try Move(file, of: output)) }
                }
                for output in outputs { try syncFolder(output.folder, named: output.name) }
            } catch {
                let left = moves.reversed().filter { !$0.undo() }.map(\.state)
                guard !left.isEmpty, let error = error as? WriteError else { throw error }
                throw WriteError(
                    path: error.path,
                    message: "\(error.message), and not all could be taken back: "
                        + left.sorted().joined(separator: ", "),
                    kind: error.failureKind)
            }
            InputWatch.current?.forget(moves.map(\.real))
        }
    }

    /// What was made, side files first: who waits for the file itself finds them there.
    private func files(of output: Output) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: output.hidden.path)) ?? []
        return names.filter { $0 != output.file }.sorted() + [output.file]
    }

    /// A file or folder that has taken its place, or has left it.
    private struct Move {
        private enum Kind { case new, exchanged, removed }

        let real: String
        private let made: String
        private let kind: Kind

        /// Takes a file away that describes what is replaced; `nil` where there is none.
        init?(removing file: String, of output: Output) throws(WriteError) {
            made = "\(output.hidden.path)/\(file)"
            real = "\(output.folder)/\(file)"
            kind = .removed
            guard access(real, F_OK) == 0 else { return nil }
            guard output.overwrite else {
                throw WriteError(
                    path: real,
                    message: "it exists, and would be taken for part of '\(output.name)'; add "
                        + "--overwrite to remove it")
            }
            guard rename(real, made) == 0 else { throw WriteError(path: real, code: errno) }
        }

        init(_ file: String, of output: Output) throws(WriteError) {
            made = "\(output.hidden.path)/\(file)"
            real = "\(output.folder)/\(file)"
            kind = access(real, F_OK) == 0 ? .exchanged : .new
            guard kind == .exchanged else {
                guard
                    steppe_rename_to_new(made, real) == 0
                        || isUnknownToDisk && rename(made, real) == 0
                else { throw WriteError(path: output.name, code: errno) }
                return
            }
            guard output.overwrite else {
                throw WriteError(
                    path: real, message: "it exists; add --overwrite to replace it")
            }
            guard exchange(made, real) else {
                throw WriteError(path: output.name, code: errno)
            }
        }

        /// What stands in its place, in words.
        var state: String {
            "'\(real)' " + (kind == .removed ? "is gone" : "is the new one, whole")
        }

        /// Takes it back; false where the disk refuses that too.
        func undo() -> Bool {
            switch kind {
            case .exchanged: exchange(made, real)
            case .new: (try? FileManager.default.removeItem(atPath: real)) != nil
            case .removed: rename(made, real) == 0
            }
        }
    }
}

/// Whether the disk knows no such renaming as the last one.
private var isUnknownToDisk: Bool { errno == EINVAL || errno == ENOSYS || errno == ENOTSUP }

/// Lets two files or folders change places, in one step where the disk can; false with `errno` where
/// that failed.
private func exchange(_ made: String, _ real: String) -> Bool {
    if steppe_exchange(made, real) == 0 { return true }
    guard isUnknownToDisk else { return false }
    let old = made + ".replaced"
    guard rename(real, old) == 0 else { return false }
    guard rename(made, real) == 0 else {
        let code = errno
        rename(old, real)
        errno = code
        return false
    }
    rename(old, made)
    return true
}

/// Waits until a folder's files, and then their names, are on the disk.
private func sync(_ folder: String, named name: String) throws(WriteError) {
    var folders = [folder]
    for path in FileManager.default.enumerator(atPath: folder)?.allObjects ?? [] {
        let path = "\(folder)/\(path)"
        var status = stat()
        guard lstat(path, &status) == 0 else { throw WriteError(path: name, code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        case S_IFREG: try syncFolder(path, named: name)
        default: break
        }
    }
    for folder in folders.reversed() { try syncFolder(folder, named: name) }
}

/// Waits until a file, or the names in a folder, are on the disk.
private func syncFolder(_ path: String, named name: String) throws(WriteError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw WriteError(path: name, code: errno, isCreation: false) }
    defer { close(file) }
    // Some network disks sync by themselves, and say that they cannot be told to.
    guard fsync(file) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP else {
        throw WriteError(path: name, code: errno, isCreation: false)
    }
}
