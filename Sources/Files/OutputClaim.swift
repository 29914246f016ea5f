// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A claim on an output, which one run at a time may hold: two would waste each other's work.
///
/// A hidden file beside the output says who holds it. The claim is a lock on that file, so that it
/// ends with the program however that ends, and a dead run's file is taken over.
public final class OutputClaim: Sendable {
    private let path: String
    private let lock: Int32

    /// How names of the files that say who holds a claim end.
    static let ending = ".lock"

    /// Claims an output.
    ///
    /// - Parameter output: The file or folder that is to be made; the folder around it is made.
    /// - Throws: ``WriteError`` that says which process holds it.
    public convenience init(on output: String) throws(WriteError) {
        try self.init(on: output) { holder throws(WriteError) in
            throw WriteError(
                path: output,
                message: "another run writes it (\(holder)); wait for that, or choose another "
                    + "folder", kind: .tryAgain)
        }
    }

    /// Claims something that several runs make alike, such as a file that is kept for all of them.
    ///
    /// - Returns: The claim; `nil` where another one is held.
    /// - Throws: ``WriteError`` where nothing can be claimed in its folder.
    package static func unlessTaken(_ output: String) throws(WriteError) -> OutputClaim? {
        var isTaken = false
        let claim = try OutputClaim(on: output) { _ in isTaken = true }
        return isTaken ? nil : claim
    }

    private init(
        on output: String, whenTaken: (_ holder: String) throws(WriteError) -> Void
    ) throws(WriteError) {
        let (folder, name) = try WholeFile.place(of: output)
        let path = "\(folder)/.steppe-\(name)\(Self.ending)"
        self.path = path
        for _ in 0..<8 {
            var attempt = Attempt.again
            HiddenFolder.note(path) {
                attempt = Attempt(at: path)
                guard case .lock = attempt else { return false }
                return true
            }
            switch attempt {
            case .lock(let file): lock = file
            // The disk knows no locks: nothing can be claimed on it.
            case .noLocks: lock = -1
            case .again: continue
            case .refused(let code): throw WriteError(path: output, code: code)
            case .taken(let holder):
                lock = -1
                try whenTaken(holder)
            }
            return
        }
        throw WriteError(path: output, code: EAGAIN)
    }

    deinit {
        guard lock >= 0 else { return }
        HiddenFolder.removeFile(path)
        close(lock)
    }
}

/// What comes of asking for a lock on a file.
private enum Attempt {
    case lock(Int32)
    case taken(holder: String)
    case refused(code: Int32)
    case noLocks
    /// Whoever held it last removed the file since it was opened.
    case again

    init(at path: String) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            self = .refused(code: errno)
            return
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK {
                self = .taken(holder: Self.holder(file))
            } else {
                self = .noLocks
                unlink(path)
            }
            close(file)
            return
        }
        guard Self.isSame(file, path) else {
            self = .again
            close(file)
            return
        }
        let text = Array("process \(getpid()) on \(ProcessInfo.processInfo.hostName)\n".utf8)
        ftruncate(file, 0)
        _ = text.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        self = .lock(file)
    }

    private static func holder(_ file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.isEmpty ? "unknown" : String(text.split(separator: "\n").first ?? "unknown")
    }

    private static func isSame(_ file: Int32, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(file, &opened) == 0 && stat(path, &named) == 0
            && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }
}
