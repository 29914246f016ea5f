// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Files
import Foundation
import Synchronization

/// `-` where a table or a layer is read: standard input, kept in a file, for it can be read but once.
enum StandardInput {
    private static let folder = Mutex<HiddenFolder?>(nil)

    /// A path to read: the one given, or that of what standard input holds.
    ///
    /// An argument's `transform`. The copy's ending tells what it looks like: GeoJSON or a CSV.
    ///
    /// - Throws: `ValidationError` where standard input was asked for before, `WriteError` where it
    ///   cannot be kept.
    @Sendable static func path(_ argument: String) throws -> String {
        guard argument == "-" else { return argument }
        return try folder.withLock { known in
            guard known == nil else {
                throw ValidationError("- stands for standard input, which can be read only once.")
            }
            let made = try HiddenFolder()
            known = made
            let bytes = try readFile(at: "/dev/stdin")
            let first = bytes.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
            let path = "\(made.path)/stdin.\(first == UInt8(ascii: "{") ? "geojson" : "csv")"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return path
        }
    }

    /// Removes the copy.
    static func remove() { folder.withLock { $0 = nil } }
}
