// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The room that is left on a disk.
public enum DiskSpace {
    /// Bytes that may still be written where a file or folder is to be made; `nil` where nobody knows.
    public static func free(at path: String) -> Int? {
        var place = path.hasPrefix("/") ? path : "./" + path
        var status = statvfs()
        // The folder may be still to be made: its parent's disk is the one.
        while statvfs(place, &status) != 0 {
            guard errno == ENOENT, let slash = place.lastIndex(of: "/") else { return nil }
            place = slash == place.startIndex ? "/" : String(place[..<slash])
        }
        // Some disks of a network say that they have no end.
        let (bytes, isEndless) = Int(clamping: status.f_bavail).multipliedReportingOverflow(
            by: Int(clamping: status.f_frsize))
        return isEndless ? Int.max : bytes
    }

    /// Refuses a work whose outputs would not fit, before it is begun.
    ///
    /// - Parameters:
    ///   - bytes: What is to be written, about.
    ///   - path: The file or folder to be made.
    /// - Throws: ``WriteError`` with what is needed and what is there.
    public static func require(_ bytes: Int, at path: String) throws(WriteError) {
        guard let free = free(at: path), free < bytes else { return }
        throw WriteError(
            path: path,
            message:
                "about \(bytes / 1_000_000 + 1) MB are needed on its disk, and \(free / 1_000_000) MB "
                + "are free there; make room, or write elsewhere")
    }
}
