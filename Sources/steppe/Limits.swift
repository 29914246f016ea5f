// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Glibc

/// What the shell must allow a run, whatever it measures.
///
/// GDAL takes a side file that it may not open for one that is not there, and neither the C++ nor the
/// Swift runtime can go on where memory ends; so a run that has too little is refused before it
/// begins.
enum Limits {
    /// Open files: inputs with what stands beside them, outputs, PROJ's database and the fonts.
    private static let openFiles: rlim_t = 64
    /// Address space, of which threads reserve most and use little.
    private static let memory: rlim_t = 1 << 30

    /// Refuses to run under limits that are too narrow.
    ///
    /// - Throws: ``LimitError``, whose cause passes when the limit is raised.
    static func check() throws(LimitError) {
        if let limit = limit(RLIMIT_NOFILE), limit < openFiles {
            throw LimitError(
                message: "the shell allows \(limit) open files, and \(openFiles) are needed; raise "
                    + "it with: ulimit -n \(openFiles * 16)")
        }
        if let limit = limit(RLIMIT_AS), limit < memory {
            throw LimitError(
                message: "the shell allows \(limit >> 20) MB of memory, and \(memory >> 20) MB are "
                    + "needed; raise it with: ulimit -v \(memory >> 10)")
        }
    }

    private static func limit(_ resource: __rlimit_resource) -> rlim_t? {
        var limits = rlimit()
        return getrlimit(__rlimit_resource_t(resource.rawValue), &limits) == 0
            ? limits.rlim_cur : nil
    }
}

/// A limit of the shell that no run can keep to.
struct LimitError: Failure, CustomStringConvertible {
    let message: String

    var description: String { message }
    var failureKind: FailureKind { .tryAgain }
}
