// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A TOML file's text, and where in it each key stands.
struct DataSource: Sendable {
    let text: Text
    /// The byte that each path begins at.
    let places: [[String]: Int]
    /// Where values come from that were put in the place of the file's.
    var origins: [[String]: DataOverride.Origin] = [:]

    var file: String { text.file }

    /// Where a value is written: its own place, or that of the nearest one around it.
    func place(of path: [String]) -> DataOverride.Origin {
        for count in stride(from: path.count, to: 0, by: -1) {
            if let origin = origins[Array(path.prefix(count))] { return origin }
        }
        var path = path
        while !path.isEmpty {
            if let offset = places[path] {
                let place = text.place(at: offset)
                return DataOverride.Origin(file: file, line: place.line, column: place.column)
            }
            path.removeLast()
        }
        return DataOverride.Origin(file: file)
    }

    /// The bytes of a text with the name of its file.
    struct Text: Sendable {
        let file: String
        let bytes: [UInt8]

        /// The line and column of a byte, both from 1; a column is a Unicode scalar.
        func place(at offset: Int) -> (line: Int, column: Int) {
            let before = bytes.prefix(offset)
            let newline = UInt8(ascii: "\n")
            let line = before.count { $0 == newline } + 1
            let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
            return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
        }

        /// The character that begins at a byte.
        func character(at offset: Int) -> Character {
            String(decoding: bytes[offset...].prefix(4), as: UTF8.self).first ?? "\u{FFFD}"
        }
    }
}
