// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Synchronization

/// Why a file could not be written.
public struct WriteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path as the user gave it.
    public let path: String
    /// What is wrong, and how to mend it.
    public let message: String
    /// Whether nothing could be created, as against a write that failed half-way.
    public let isCreation: Bool

    /// A failure to create or to write.
    public init(path: String, message: String, isCreation: Bool = true) {
        self.path = path
        self.message = message
        self.isCreation = isCreation
    }

    /// One line: `cannot write 'out.csv': permission denied`.
    public var description: String { "cannot write '\(path)': \(message)" }
}

/// Files and folders that appear whole or not at all: written beside, synced, renamed.
public enum WholeFile {
    /// What is being written, and must go if the program is told to end.
    private static let unfinished = Mutex<Set<String>>([])

    /// Writes text to a file.
    ///
    /// - Parameters:
    ///   - text: What is to be in it, as UTF-8.
    ///   - path: The file.
    ///   - overwrite: Whether a file that is there may be replaced.
    /// - Throws: ``WriteError``.
    public static func write(
        _ text: String, to path: String, overwrite: Bool = true
    ) throws {
        try make(path, overwrite: overwrite) { beside throws(WriteError) in
            let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            guard file >= 0 else { throw failure(path, isCreation: true) }
            defer { close(file) }
            try write(text, into: file, named: path)
            // Pipes and devices have nothing to sync.
            guard fsync(file) == 0 || errno == EINVAL || errno == EROFS else {
                throw failure(path, isCreation: false)
            }
        }
    }

    /// Writes text to an open file, such as standard output, to its last byte.
    ///
    /// - Throws: ``WriteError`` where the disk is full, or the reader has gone.
    public static func write(
        _ text: String, into file: Int32, named name: String
    ) throws(WriteError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure(name, isCreation: false) }
            rest = rest.dropFirst(count)
        }
    }

    /// Says whether a file may be written there, before work is spent on what goes into it.
    public static func check(_ path: String, overwrite: Bool) throws(WriteError) {
        switch kind(of: path) {
        case .regular where !overwrite:
            throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
        case .folder: throw WriteError(path: path, message: "it is a folder; name a file in it")
        case .other: return
        case .regular, .nothing: break
        }
        guard access(folder(of: resolved(path)), W_OK | X_OK) == 0 else {
            throw failure(path, isCreation: true)
        }
    }

    /// Makes a file by whatever means, at a path beside that only its success turns into the real one.
    ///
    /// A device or a pipe, such as `/dev/stdout`, is written to as it is.
    public static func make<Failure: Error>(
        _ path: String, overwrite: Bool = true, _ body: (_ beside: String) throws(Failure) -> Void
    ) throws {
        try check(path, overwrite: overwrite)
        if kind(of: path) == .other { return try body(path) }
        let real = resolved(path)
        let beside = beside(real)
        begin(beside)
        do {
            try body(beside)
            guard rename(beside, real) == 0 else { throw failure(path, isCreation: true) }
            end(beside)
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            end(beside)
            throw error
        }
    }

    // MARK: Folders

    /// Says whether a folder may be written there, before work is spent on what goes into it.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - overwrite: Whether a folder that is there may be replaced.
    ///   - marker: A file that tells a folder of one's own making: no other is ever replaced.
    /// - Throws: ``WriteError``.
    public static func checkFolder(
        _ path: String, overwrite: Bool, marker: String
    ) throws(WriteError) {
        switch kind(of: path) {
        case .regular, .other:
            throw WriteError(path: path, message: "it is a file, not a folder; choose another name")
        case .folder where isEmpty(path): break
        case .folder:
            guard overwrite else {
                throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
            }
            guard access("\(path)/\(marker)", F_OK) == 0 else {
                throw WriteError(
                    path: path,
                    message: "it holds no \(marker), so it is no output to replace: its files "
                        + "would be lost. Choose another folder, or remove it yourself")
            }
        case .nothing: break
        }
        var parent = resolved(path)
        repeat {
            parent = folder(of: parent)
        } while kind(of: parent) == .nothing && parent != "." && parent != "/"
        guard kind(of: parent) == .folder else {
            throw WriteError(path: path, message: "'\(parent)' is not a folder")
        }
        guard access(parent, W_OK | X_OK) == 0 else { throw failure(path, isCreation: true) }
    }

    /// A folder filled by `body` under another name, which takes the real one at the end.
    ///
    /// What stands there is moved away first and removed last, so that one of the two is always
    /// whole.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - overwrite: Whether a folder that is there may be replaced.
    ///   - marker: A file that `body` leaves in it: a folder without it is never replaced.
    ///   - body: Fills the folder whose path it is given.
    /// - Throws: ``WriteError``, and what `body` throws.
    public static func makeFolder(
        _ path: String, overwrite: Bool, marker: String,
        _ body: (_ beside: String) async throws -> Void
    ) async throws {
        try checkFolder(path, overwrite: overwrite, marker: marker)
        let real = resolved(path)
        try makeParents(of: real, named: path)
        let beside = beside(real)
        // Under one lock, so that an interruption finds either no folder or a known one.
        let isMade = unfinished.withLock { known in
            known.insert(beside)
            return mkdir(beside, 0o755) == 0
        }
        guard isMade else { throw failure(path, isCreation: true) }
        do {
            try await body(beside)
            try syncFiles(in: beside, named: path)
            try putInPlace(beside, real, named: path)
            end(beside)
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            end(beside)
            throw error
        }
    }

    /// Removes what is half-written, lets nothing new begin, and ends the program.
    ///
    /// - Parameters:
    ///   - status: The exit status.
    ///   - lastWords: What is still to be done when all is removed.
    public static func abandonAll(status: Int32, lastWords: () -> Void) -> Never {
        unfinished.withLock { known in
            for path in known {
                // Other threads may still be adding files to a folder while it is emptied.
                for _ in 0..<100 where kind(of: path) != .nothing {
                    try? FileManager.default.removeItem(atPath: path)
                }
            }
            lastWords()
            _exit(status)
        }
    }

    private static func putInPlace(
        _ beside: String, _ real: String, named path: String
    ) throws(WriteError) {
        guard kind(of: real) == .folder else {
            guard rename(beside, real) == 0 else { throw failure(path, isCreation: true) }
            return
        }
        let old = beside + ".old"
        guard rename(real, old) == 0 else { throw failure(path, isCreation: true) }
        guard rename(beside, real) == 0 else {
            let fault = failure(path, isCreation: true)
            rename(old, real)
            throw fault
        }
        try? FileManager.default.removeItem(atPath: old)
    }

    private static func makeParents(of real: String, named path: String) throws(WriteError) {
        let parent = folder(of: real)
        guard kind(of: parent) == .nothing else { return }
        try makeParents(of: parent, named: path)
        guard mkdir(parent, 0o755) == 0 || errno == EEXIST else {
            throw failure(path, isCreation: true)
        }
    }

    private static func syncFiles(in folder: String, named path: String) throws(WriteError) {
        for name in FileManager.default.enumerator(atPath: folder)?.allObjects ?? [] {
            let file = open("\(folder)/\(name)", O_RDONLY)
            guard file >= 0 else { continue }
            defer { close(file) }
            guard fsync(file) == 0 || errno == EINVAL else {
                throw failure(path, isCreation: false)
            }
        }
    }

    // MARK: Paths

    private enum Kind { case nothing, regular, folder, other }

    /// What a path leads to, through links.
    private static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .regular
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    private static func isEmpty(_ folder: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: folder).isEmpty) ?? false
    }

    /// Where a link leads, so that the link stays and its target is replaced; without a final `/`.
    private static func resolved(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        return path.count > 1 && path.hasSuffix("/") ? resolved(String(path.dropLast())) : path
    }

    /// A path without its last part. (`NSString` has such a thing too, and on Linux it crashes on
    /// names of one letter.)
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A name in the same folder, of the same extension, that no one else uses.
    private static func beside(_ path: String) -> String {
        let name = ".\(getpid())-\(path.split(separator: "/").last ?? "")"
        return path.contains("/") ? "\(folder(of: path))/\(name)" : name
    }

    private static func begin(_ path: String) { unfinished.withLock { _ = $0.insert(path) } }

    private static func end(_ path: String) { unfinished.withLock { _ = $0.remove(path) } }

    private static func failure(_ path: String, isCreation: Bool) -> WriteError {
        WriteError(path: path, message: String(cString: strerror(errno)), isCreation: isCreation)
    }
}
