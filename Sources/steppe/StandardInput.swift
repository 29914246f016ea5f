// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Synchronization
import Tables

/// `-` where a table or a layer is read: standard input, kept in a file, for it can be read but once.
enum StandardInput {
    private static let folder = Mutex<String?>(nil)

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
            let made = NSTemporaryDirectory() + "steppe-input-\(UUID().uuidString)"
            try FileManager.default.createDirectory(
                atPath: made, withIntermediateDirectories: true)
            known = made
            let data = try FileHandle.standardInput.readToEnd() ?? Data()
            let first = data.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
            let path = "\(made)/stdin.\(first == UInt8(ascii: "{") ? "geojson" : "csv")"
            try data.write(to: URL(fileURLWithPath: path))
            return path
        }
    }

    /// Removes the copy.
    static func remove() {
        folder.withLock { known in
            if let path = known { try? FileManager.default.removeItem(atPath: path) }
            known = nil
        }
    }
}
