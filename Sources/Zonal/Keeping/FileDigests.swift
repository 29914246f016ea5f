// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Files
internal import Glibc
internal import Synchronization

/// The SHA-256 of files, each read once for as long as it stays the same file.
///
/// A file is the same where inode, size and the times of its last changes are. What is known can be kept
/// in a folder for later runs, a small file each; for those of other machines too, to each of which a
/// shared disk is another device.
package final class FileDigests: Sendable {
    private let folder: String?
    private let known = Mutex<[String: Digest]>([:])

    private struct Digest {
        let identity: String
        let sha256: String
        let bytes: Int
    }

    /// Digests that are kept in a folder, or with `nil` for as long as this object lives.
    package init(keptIn folder: String? = nil) { self.folder = folder }

    /// The SHA-256 of a file, in hexadecimal, and its size.
    ///
    /// - Throws: `ReadError` where it cannot be read to its end, or is another file than this run has
    ///   read before.
    package func digest(of path: String) throws(ReadError) -> (sha256: String, bytes: Int) {
        guard let identity = FileIdentity(of: path) else {
            let sum = try Self.read(path)
            return (sum.sha256, sum.bytes)
        }
        let text = identity.description
        if let digest = known.withLock({ $0[path] }), digest.identity == text {
            try InputWatch.current?.note([path])
            return (digest.sha256, digest.bytes)
        }
        let digest: Digest
        if let kept = kept(text) {
            try InputWatch.current?.note([path])
            digest = Digest(identity: text, sha256: kept, bytes: identity.bytes)
        } else {
            let sum = try Self.read(path)
            digest = Digest(identity: text, sha256: sum.sha256, bytes: sum.bytes)
            keep(digest, identity)
        }
        known.withLock { $0[path] = digest }
        return (digest.sha256, digest.bytes)
    }

    /// Whether a file is still the one whose digest was given.
    func isUnchanged(_ path: String) -> Bool {
        let identity = FileIdentity(of: path)?.description
        return known.withLock { $0[path]?.identity } == identity
    }

    private static func read(_ path: String) throws(ReadError) -> (sha256: String, bytes: Int) {
        let sum = Fingerprint()
        var count = 0
        try readFile(at: path) { chunk in
            sum.add(chunk)
            count += chunk.count
        }
        return (sum.hex, count)
    }

    // MARK: Kept

    /// The bytes of a file that is kept between runs, which is no input of this one; `nil` where it
    /// cannot be read.
    static func keptBytes(at path: String) -> [UInt8]? {
        InputWatch.$current.withValue(nil) { try? readFile(at: path) }
    }

    private func file(_ identity: String) -> String? {
        folder.map { "\($0)/\(Fingerprint.hex(of: identity))" }
    }

    /// What was kept of a file; `nil` where that is damaged.
    private func kept(_ identity: String) -> String? {
        guard let path = file(identity) else { return nil }
        guard let text = Self.keptBytes(at: path) else { return nil }
        let words = String(decoding: text, as: UTF8.self).split(separator: "\n")
        guard words.count == 3, words[1] == identity,
            words[2] == Fingerprint.hex(of: "\(words[0]) \(identity)")
        else { return nil }
        return String(words[0])
    }

    /// Keeps a digest, unless its file changed so lately that it could change again within the same
    /// tick of the clock. What cannot be kept is taken anew next time.
    private func keep(_ digest: Digest, _ identity: FileIdentity) {
        guard let path = file(digest.identity), identity.isSettled else { return }
        let check = Fingerprint.hex(of: "\(digest.sha256) \(digest.identity)")
        try? WholeFile.keep("\(digest.sha256)\n\(digest.identity)\n\(check)\n", at: path)
    }
}

/// By what a file is known to be the one that was read before.
private struct FileIdentity: CustomStringConvertible {
    let bytes: Int
    let description: String
    private let lastChange: Int

    /// `nil` where there is no such file, or it is none whose content could stay.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        bytes = Int(status.st_size)
        lastChange = max(status.st_mtim.tv_sec, status.st_ctim.tv_sec)
        description =
            "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
            + "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
    }

    var isSettled: Bool { time(nil) - lastChange > 2 }
}
