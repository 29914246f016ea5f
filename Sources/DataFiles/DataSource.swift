// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A TOML file's text, and where in it each key stands.
struct DataSource: Sendable {
    let file: String
    private let places: [[String]: Place]

    struct Place: Sendable {
        let line: Int
        let column: Int
    }

    init(file: String, text: String) {
        self.file = file
        places = Self.places(in: text)
    }

    /// Where a value is written: its own line, or the nearest table's around it.
    func place(of path: [String]) -> Place? {
        var path = path
        while !path.isEmpty {
            if let place = places[path] { return place }
            path.removeLast()
        }
        return nil
    }

    /// Reads table heads and keys, a line each; the parser proper has seen to the syntax.
    private static func places(in text: String) -> [[String]: Place] {
        var places: [[String]: Place] = [:]
        var table: [String] = []
        var counts: [[String]: Int] = [:]
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: Self.endsLine
        )
        .enumerated() {
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            let body = line.dropFirst(indent)
            let place = Place(line: index + 1, column: indent + 1)
            if body.hasPrefix("[[") {
                let name = keys(in: body.dropFirst(2).prefix { $0 != "]" })
                let path = within(name, counts)
                let count = counts[path, default: 0]
                counts[path] = count + 1
                table = path + [String(count)]
                places[table] = place
                places[path] = places[path] ?? place
            } else if body.hasPrefix("[") {
                table = within(keys(in: body.dropFirst().prefix { $0 != "]" }), counts)
                places[table] = place
            } else if let equals = body.firstIndex(of: "="), !body.hasPrefix("#") {
                let path = table + keys(in: body[..<equals])
                places[path] = places[path] ?? place
            }
        }
        return places
    }

    /// `\r\n` is one character in Swift, and another than `\n`.
    private static func endsLine(_ character: Character) -> Bool {
        character == "\n" || character == "\r\n"
    }

    /// The full path of a head, with the index of each array of tables that it goes through.
    private static func within(_ name: [String], _ counts: [[String]: Int]) -> [String] {
        var path: [String] = []
        for (depth, key) in name.enumerated() {
            path.append(key)
            if depth < name.count - 1, let count = counts[path] { path.append(String(count - 1)) }
        }
        return path
    }

    private static func keys(in text: Substring) -> [String] {
        text.split(separator: ".").map { part in
            part.filter { $0 != "\"" && $0 != "'" && $0 != " " && $0 != "\t" }
        }
    }
}
