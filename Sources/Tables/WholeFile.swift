// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

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
    /// Writes text to a file.
    ///
    /// - Parameters:
    ///   - text: What the file is to hold, as UTF-8.
    ///   - path: Where it is to be.
    ///   - overwrite: Whether a file that is there may be replaced.
    /// - Throws: ``WriteError``.
    public static func write(
        _ text: String, to path: String, overwrite: Bool = true
    ) throws {
        try make(path, overwrite: overwrite) { beside throws(WriteError) in
            let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            guard file >= 0 else { throw failure(path, isCreation: true) }
            defer { close(file) }
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                guard count > 0 else { throw failure(path, isCreation: false) }
                rest = rest.dropFirst(count)
            }
            guard fsync(file) == 0 else { throw failure(path, isCreation: false) }
        }
    }

    /// Makes a file by whatever means, at a path beside that only its success turns into the real one.
    public static func make<Failure: Error>(
        _ path: String, overwrite: Bool = true, _ body: (_ beside: String) throws(Failure) -> Void
    ) throws {
        if !overwrite && access(path, F_OK) == 0 {
            throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
        }
        let beside = beside(path)
        do {
            try body(beside)
            guard rename(beside, path) == 0 else { throw failure(path, isCreation: true) }
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw error
        }
    }

    /// A folder filled by `body` under another name, which takes the real one at the end.
    ///
    /// What stands there is moved away first and removed last, so that one of the two is always
    /// whole.
    public static func makeFolder(
        _ path: String, overwrite: Bool, _ body: (_ beside: String) async throws -> Void
    ) async throws {
        let files = FileManager.default
        let exists = files.fileExists(atPath: path)
        let isEmpty = (try? files.contentsOfDirectory(atPath: path).isEmpty) ?? false
        if exists && !isEmpty && !overwrite {
            throw WriteError(path: path, message: "it exists; add --overwrite to replace it")
        }
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty && !files.fileExists(atPath: parent) {
            guard
                (try? files.createDirectory(atPath: parent, withIntermediateDirectories: true))
                    != nil
            else { throw failure(parent, isCreation: true) }
        }
        let beside = beside(path)
        guard mkdir(beside, 0o755) == 0 else { throw failure(path, isCreation: true) }
        do {
            try await body(beside)
            let old = beside + ".old"
            if exists {
                guard rename(path, old) == 0 else { throw failure(path, isCreation: true) }
            }
            guard rename(beside, path) == 0 else { throw failure(path, isCreation: true) }
            if exists { try? files.removeItem(atPath: old) }
        } catch {
            try? files.removeItem(atPath: beside)
            throw error
        }
    }

    /// A name in the same folder, of the same extension, that no one else uses.
    private static func beside(_ path: String) -> String {
        let text = path as NSString
        let name = ".\(getpid())-\(text.lastPathComponent)"
        let folder = text.deletingLastPathComponent
        return folder.isEmpty ? name : "\(folder)/\(name)"
    }

    private static func failure(_ path: String, isCreation: Bool) -> WriteError {
        WriteError(path: path, message: String(cString: strerror(errno)), isCreation: isCreation)
    }
}
