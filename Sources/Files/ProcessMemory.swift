// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CFiles
internal import Foundation

/// The memory of programs.
package enum ProcessMemory {
    /// What a program has in memory now, parts of files that are mapped included.
    ///
    /// - Parameter process: The program's number; this one where left out.
    /// - Returns: Bytes; `nil` where the system does not tell.
    package static func resident(of process: Int32 = getpid()) -> Int? {
        let data = FileManager.default.contents(atPath: "/proc/\(process)/statm") ?? Data()
        let words = String(decoding: data, as: UTF8.self).split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    /// Gives back what this program has from the system and does not use: for between two stages of a long
    /// run that both need much.
    package static func giveBack() { steppe_return_memory() }
}
