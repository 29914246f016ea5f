// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Why a path cannot be read as a file, though something is there: a pipe, a socket or a device.
///
/// Opening a pipe waits for its writer, for ever if there is none; reading a device may never end.
///
/// - Returns: `nil` for files and folders, and where nothing is.
package func specialFileReason(at path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind: String
    switch status.st_mode & S_IFMT {
    case S_IFIFO: kind = "a pipe"
    case S_IFSOCK: kind = "a socket"
    case S_IFCHR, S_IFBLK: kind = "a device"
    default: return nil
    }
    return "it is \(kind), not a file; save what it gives in a file, and name that"
}
