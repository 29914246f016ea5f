// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// Holds that the files a run reads stay the same from the first opening to the end.
///
/// Each opening notes the file's device, inode, size and time of change; what differs from the first
/// opening, then or at the end, fails the run with the file's name. So all results are of one state
/// of the inputs, and a fingerprint that is taken at the end is of what was measured.
public final class InputWatch: Sendable {
    /// The watch over what is being done; nothing is watched without one.
    @TaskLocal public static var current: InputWatch?

    private struct Identity: Hashable {
        let device: UInt
        let inode: UInt
        let bytes: Int
        let seconds: Int
        let nanoseconds: Int

        /// `nil` where there is no such file, or it is none whose content could stay.
        init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
            bytes = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// Files as they were first seen; `nil` for side files that were not there.
    private let known = Mutex<[String: Identity?]>([:])

    /// A watch that has seen nothing yet.
    public init() {}

    /// Notes that files are opened.
    ///
    /// - Throws: ``ReadError`` that names the file which is another one by now.
    public func note(_ paths: [String]) throws(ReadError) {
        for path in paths where !HiddenFolder.holds(path) {
            let identity = Identity(of: path)
            let isSame = known.withLock { known in
                guard let first = known[path] else {
                    known[path] = identity
                    return true
                }
                return first == identity
            }
            guard isSame else { throw changed(path) }
        }
    }

    /// Holds that every file is still as it was first seen.
    ///
    /// - Throws: ``ReadError`` that names the first that is not.
    public func check() throws(ReadError) {
        let all = known.withLock(\.self).sorted { $0.key < $1.key }
        for (path, first) in all where first != Identity(of: path) { throw changed(path) }
    }

    /// The files that were opened, in the order of their names.
    package var files: [String] {
        known.withLock { known in known.filter { $0.value != nil }.map(\.key).sorted() }
    }

    /// Forgets files that this program itself is about to replace.
    func forget(_ paths: [String]) {
        known.withLock { known in for path in paths { known[path] = nil } }
    }

    private func changed(_ path: String) -> ReadError {
        ReadError(
            path: path,
            message: "changed while it was read, so nothing was written; run again once nobody "
                + "writes to it", kind: .tryAgain)
    }
}
