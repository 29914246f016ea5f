// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Reads TOML 1.0 and remembers where each key stands.
///
/// It goes through the bytes once. Every path of keys and indexes is at most ``maximumDepth`` long,
/// so that neither the stack nor the memory that nested values take grows with hostile text.
struct TOMLReader {
    /// How long a path may be: tables, dotted keys, arrays and inline tables together.
    static let maximumDepth = 100

    let source: DataSource.Text
    var offset = 0
    /// The byte that each path begins at.
    private(set) var places: [[String]: Int] = [:]

    private init(_ source: DataSource.Text) { self.source = source }

    /// Reads a whole file's text.
    ///
    /// - Throws: ``DataFileError`` with line and column.
    static func read(
        _ source: DataSource.Text
    ) throws(DataFileError) -> (value: DataNode.Value, places: [[String]: Int]) {
        var reader = TOMLReader(source)
        let root = TOMLTable(.header)
        try reader.readDocument(into: root)
        return (root.value, reader.places)
    }

    // MARK: The document

    private mutating func readDocument(into root: TOMLTable) throws(DataFileError) {
        if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        var table = root
        var path: [String] = []
        while true {
            skipSpaces()
            switch peek {
            case nil: return
            case Self.hash, Self.newline, Self.carriageReturn: break
            case Self.openBracket: (table, path) = try readHeader(in: root)
            default: try readEntry(into: table, at: path)
            }
            try endLine()
        }
    }

    /// `[a.b]` or `[[a.b]]`: the table that the lines below it fill.
    private mutating func readHeader(
        in root: TOMLTable
    ) throws(DataFileError) -> (TOMLTable, [String]) {
        let start = offset
        offset += 1
        let isElement = take(Self.openBracket)
        let keys = try readKeys()
        guard take(Self.closeBracket), !isElement || take(Self.closeBracket) else {
            throw unexpected("the table's name ends with '\(isElement ? "]]" : "]")'")
        }
        var table = root
        var path: [String] = []
        for key in keys.dropLast() {
            path.append(key.name)
            switch table.members[key.name] {
            case nil:
                places[path] = places[path] ?? start
                let inner = TOMLTable(.implied)
                table.members[key.name] = .table(inner)
                table = inner
            case .table(let inner)?: table = inner
            case .tables(let elements)?:
                guard let last = elements.last else { break }
                path.append(String(elements.count - 1))
                table = last
            case .value?:
                throw error("'\(key.name)' is not a table that can be added to", at: key.offset)
            }
        }
        guard let key = keys.last else { throw unexpected("a table needs a name") }
        path.append(key.name)
        let inner = try define(key, in: table, isElement: isElement)
        places[path] = isElement ? places[path] ?? start : start
        if case .tables(let elements)? = table.members[key.name] {
            path.append(String(elements.count - 1))
            places[path] = start
        }
        try checkDepth(of: path, at: start)
        return (inner, path)
    }

    private func define(
        _ key: Key, in table: TOMLTable, isElement: Bool
    ) throws(DataFileError) -> TOMLTable {
        let new = TOMLTable(.header)
        switch (table.members[key.name], isElement) {
        case (nil, true): table.members[key.name] = .tables([new])
        case (nil, false): table.members[key.name] = .table(new)
        case (.tables(let elements)?, true): table.members[key.name] = .tables(elements + [new])
        case (.table(let old)?, false) where old.origin == .implied:
            old.origin = .header
            return old
        default: throw error("'\(key.name)' is defined twice", at: key.offset)
        }
        return new
    }

    /// `a.b = 1`, in a table or within braces.
    mutating func readEntry(into table: TOMLTable, at path: [String]) throws(DataFileError) {
        let start = offset
        let keys = try readKeys()
        guard take(Self.equals) else { throw unexpected("a key is followed by '='") }
        skipSpaces()
        var table = table
        var path = path
        for key in keys.dropLast() {
            path.append(key.name)
            switch table.members[key.name] {
            case nil:
                let inner = TOMLTable(.dotted)
                table.members[key.name] = .table(inner)
                table = inner
            case .table(let inner)? where inner.origin == .dotted: table = inner
            default: throw error("'\(key.name)' is defined already", at: key.offset)
            }
            places[path] = places[path] ?? start
        }
        guard let key = keys.last else { throw unexpected("a line begins with a key") }
        guard table.members[key.name] == nil else {
            throw error("'\(key.name)' is defined twice", at: key.offset)
        }
        path.append(key.name)
        places[path] = start
        try checkDepth(of: path, at: start)
        table.members[key.name] = .value(try readValue(at: path))
    }

    // MARK: Keys

    struct Key {
        let name: String
        let offset: Int
    }

    /// Names joined by points, with what space is around them.
    private mutating func readKeys() throws(DataFileError) -> [Key] {
        var keys: [Key] = []
        repeat {
            skipSpaces()
            let start = offset
            keys.append(Key(name: try readKey(), offset: start))
            if keys.count > Self.maximumDepth { throw tooDeep(at: start) }
            skipSpaces()
        } while take(Self.point)
        return keys
    }

    private mutating func readKey() throws(DataFileError) -> String {
        let start = offset
        switch peek {
        case Self.quote: return try readBasicString(mayHaveLines: false)
        case Self.apostrophe: return try readLiteralString(mayHaveLines: false)
        default:
            while let byte = peek, Self.isBare(byte) { offset += 1 }
            guard offset > start else {
                throw unexpected("a key is letters, digits, '_' and '-', or text in quotes")
            }
            return text(from: start, to: offset)
        }
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || byte == 0x5F || byte == minus
    }

    // MARK: Arrays and inline tables

    mutating func readArray(at path: [String]) throws(DataFileError) -> DataNode.Value {
        let start = offset
        offset += 1
        var values: [DataNode.Value] = []
        while true {
            try skipLines()
            if take(Self.closeBracket) { return .array(values) }
            let element = path + [String(values.count)]
            try checkDepth(of: element, at: start)
            places[element] = offset
            values.append(try readValue(at: element))
            try skipLines()
            guard take(Self.comma) || peek == Self.closeBracket else {
                throw unexpected("elements of an array are parted by ',' and end with ']'")
            }
        }
    }

    mutating func readInlineTable(at path: [String]) throws(DataFileError) -> DataNode.Value {
        offset += 1
        let table = TOMLTable(.header)
        skipSpaces()
        if take(Self.closeBrace) { return table.value }
        repeat {
            skipSpaces()
            try readEntry(into: table, at: path)
            skipSpaces()
        } while take(Self.comma)
        guard take(Self.closeBrace) else {
            throw unexpected("entries in braces are parted by ',' and end with '}' on one line")
        }
        return table.value
    }

    private func checkDepth(of path: [String], at start: Int) throws(DataFileError) {
        if path.count > Self.maximumDepth { throw tooDeep(at: start) }
    }

    private func tooDeep(at start: Int) -> DataFileError {
        error("is nested more than \(Self.maximumDepth) levels deep", at: start)
    }
}

/// A table while it is read: later lines may still add to it.
final class TOMLTable {
    /// What made it, which decides what may add to it.
    enum Origin {
        /// A header or braces of its own.
        case header
        /// The header of a table within it.
        case implied
        /// A dotted key.
        case dotted
    }

    enum Member {
        case value(DataNode.Value)
        case table(TOMLTable)
        case tables([TOMLTable])
    }

    var origin: Origin
    var members: [String: Member] = [:]

    init(_ origin: Origin) { self.origin = origin }

    /// All of it, as it is now.
    var value: DataNode.Value {
        .table(
            members.mapValues { member in
                switch member {
                case .value(let value): value
                case .table(let table): table.value
                case .tables(let tables): .array(tables.map(\.value))
                }
            })
    }
}
