// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Synchronization

/// A folder for what is not finished or not to stay, which goes with this object, with a signal, or
/// with the next run.
///
/// Its name begins with a dot, so that no reader takes what is in it for data. A lock on it is held
/// as long as the program lives: what a dead run left, on this machine or on another that shares the
/// disk, is told from what others are at by the lock that nobody holds, and is removed when the next
/// hidden folder is made in the same place.
package final class HiddenFolder: Sendable {
    /// Where it is.
    package let path: String
    private let lock: Int32

    /// Makes a folder among a user's own files.
    ///
    /// - Parameters:
    ///   - parent: The folder that it is made in.
    ///   - name: What errors call it.
    /// - Throws: ``WriteError``.
    package init(in parent: String, for name: String) throws(WriteError) {
        Self.removeLeftovers(in: parent)
        for _ in 0..<8 {
            let path = "\(parent)/\(Self.prefix)\(getpid())-\(UInt32.random(in: .min ... .max))"
            // Under one lock, so that an interruption finds either no folder or a known one.
            let code = Self.unfinished.withLock { known -> Int32 in
                guard mkdir(path, 0o700) == 0 else { return errno }
                known.insert(path)
                return 0
            }
            guard code == 0 else { throw WriteError(path: name, code: code) }
            if let lock = Self.lock(path) {
                self.path = path
                self.lock = lock
                return
            }
            // Another run was quicker, and takes it for a dead one's.
            _ = Self.unfinished.withLock { $0.remove(path) }
        }
        throw WriteError(path: name, code: EAGAIN)
    }

    /// Locks a new folder; `nil` where another run has it, -1 where the disk knows no locks: then
    /// nobody can take it for a dead run's either.
    private static func lock(_ path: String) -> Int32? {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return errno == ENOENT ? nil : -1 }
        if flock(folder, LOCK_EX | LOCK_NB) == 0 { return folder }
        let isTaken = errno == EWOULDBLOCK
        close(folder)
        return isTaken ? nil : -1
    }

    /// Makes a folder where the system keeps what is not to stay.
    package convenience init() throws(WriteError) {
        try self.init(in: Self.temporary, for: Self.temporary)
    }

    /// Makes such a folder for files that are gone before anybody reads an error of theirs.
    ///
    /// - Parameter output: What they are for, which errors name instead of them; `nil` where they are for
    ///   nothing that has a name.
    /// - Throws: ``WriteError``.
    package convenience init(passingFor output: String?) throws(WriteError) {
        try self.init()
        let name = "a temporary file in \(Self.temporary)"
        Self.passing.withLock { $0[path] = output.map { "\($0), by way of \(name)" } ?? name }
    }

    private static var temporary: String {
        let path = NSTemporaryDirectory()
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    deinit { remove() }

    /// Removes it and what is in it.
    package func remove() {
        Self.unfinished.withLock { known in
            guard known.remove(path) != nil else { return }
            try? FileManager.default.removeItem(atPath: path)
            if lock >= 0 { close(lock) }
        }
        _ = Self.passing.withLock { $0.removeValue(forKey: path) }
    }

    /// Makes a file that must go if the program is told to end.
    ///
    /// Under one lock, so that an interruption finds either no file or a known one.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - make: Makes it; says whether it is there now, and this program's.
    static func note(_ path: String, if make: () -> Bool) {
        unfinished.withLock { if make() { $0.insert(path) } }
    }

    /// Removes such a file.
    static func removeFile(_ path: String) {
        unfinished.withLock { known in
            unlink(path)
            known.remove(path)
        }
    }

    /// A text with paths as the user knows them: where what lies in such a folder will be, or what it is
    /// for where it is not to stay.
    package static func shown(_ text: String) -> String {
        guard text.contains("/\(prefix)") else { return text }
        var text = text
        for (folder, name) in passing.withLock(\.self) {
            while let start = text.range(of: "\(folder)/")?.lowerBound {
                let end = text[start...].firstIndex { "'\":;, \n".contains($0) } ?? text.endIndex
                text.replaceSubrange(start..<end, with: name)
            }
        }
        return unfinished.withLock { known in
            known.reduce(text) { text, path in
                let parent = path.lastIndex(of: "/").map { path[...$0] } ?? ""
                return text.replacing("\(path)/", with: parent)
            }
        }
    }

    // MARK: All of them

    private static let prefix = ".steppe-"

    /// What is being written, and must go if the program is told to end.
    private static let unfinished = Mutex<Set<String>>([])

    /// What errors call the files of a folder that is not to stay.
    private static let passing = Mutex<[String: String]>([:])

    /// Whether a path leads into such a folder of this program.
    package static func holds(_ path: String) -> Bool {
        guard path.contains("/\(prefix)") else { return false }
        return unfinished.withLock { known in known.contains { path.hasPrefix("\($0)/") } }
    }

    /// Lets outputs take their places, which an interruption must not break off.
    static func placing<Fault: Error>(_ body: () throws(Fault) -> Void) throws(Fault) {
        // A lock may not be taken twice by one thread, and ``remove()`` takes the other one.
        try hasPlaced.withLock { hasPlaced throws(Fault) in
            try body()
            hasPlaced = true
        }
    }

    /// Whether any output has taken its place; held while some do.
    private static let hasPlaced = Mutex(false)

    /// Removes all of them, lets nothing new begin, and ends the program.
    static func abandonAll(status: Int32, lastWords: (_ hasPlaced: Bool) -> Void) -> Never {
        hasPlaced.withLock { hasPlaced in
            unfinished.withLock { known in
                for path in known {
                    // Other threads may still be adding files to a folder while it is emptied.
                    for _ in 0..<100 where access(path, F_OK) == 0 {
                        try? FileManager.default.removeItem(atPath: path)
                    }
                }
                lastWords(hasPlaced)
                _exit(status)
            }
        }
    }

    /// Removes what dead runs left in a folder, once in a run.
    private static func removeLeftovers(in parent: String) {
        guard swept.withLock({ $0.insert(parent).inserted }) else { return }
        sweep(parent)
    }

    /// Removes what dead runs left in a folder: folders that nobody is filling, and claims that nobody
    /// holds.
    package static func sweep(_ parent: String) {
        guard let stream = opendir(parent) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(prefix) else { continue }
            let path = "\(parent)/\(name)"
            let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard file >= 0 else { continue }
            defer { close(file) }
            var status = stat()
            guard fstat(file, &status) == 0, status.st_uid == geteuid(),
                flock(file, LOCK_EX | LOCK_NB) == 0
            else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                try? FileManager.default.removeItem(atPath: path)
            } else if name.hasSuffix(OutputClaim.ending) {
                unlink(path)
            }
        }
    }

    /// The same where the system keeps what is not to stay.
    package static func sweepTemporary() { sweep(temporary) }

    /// Folders that were looked through.
    private static let swept = Mutex<Set<String>>([])
}
