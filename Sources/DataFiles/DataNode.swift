// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A value in a TOML file that knows where it stands, so that a complaint can point at it.
public struct DataNode: Sendable {
    /// What a TOML file can hold; dates are kept as text.
    public enum Value: Sendable {
        case table([String: Value])
        case array([Value])
        case string(String)
        case integer(Int)
        case number(Double)
        case boolean(Bool)
    }

    /// The value itself.
    public let value: Value
    /// The keys that lead here; an array's element is its index.
    public let path: [String]
    /// The path as a reader writes it: `years[2].landcover`.
    public let name: String
    let source: DataSource

    init(value: Value, path: [String] = [], name: String = "", source: DataSource) {
        self.value = value
        self.path = path
        self.name = name
        self.source = source
    }

    private func named(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }

    /// The file that this was read from.
    public var file: String { source.file }

    /// Where this value is written.
    public var origin: DataOverride.Origin { source.place(of: path) }

    /// An error that points at this value.
    public func error(_ message: String) -> DataFileError { origin.error(message) }

    // MARK: Tables

    /// The value under a key, or `nil` where the key is absent.
    public subscript(key: String) -> DataNode? {
        guard case .table(let entries) = value, let entry = entries[key] else { return nil }
        return DataNode(value: entry, path: path + [key], name: named(key), source: source)
    }

    /// The value under a key that must be there.
    public func required(_ key: String) throws(DataFileError) -> DataNode {
        if let node = self[key] { return node }
        guard case .table = value else { throw mismatch("a table") }
        throw error("\(name.isEmpty ? "the file" : "'\(name)'") lacks the key '\(key)'")
    }

    /// A table's keys in alphabetical order.
    public func keys() throws(DataFileError) -> [String] {
        guard case .table(let entries) = value else { throw mismatch("a table") }
        return entries.keys.sorted()
    }

    /// Refuses any key but these, and offers the nearest one.
    public func allow(only known: [String]) throws(DataFileError) {
        for key in try keys() where !known.contains(key) {
            let here = DataNode(value: value, path: path + [key], name: named(key), source: source)
            let hint =
                nearest(to: key, among: known).map { "did you mean '\($0)'?" }
                ?? "it may be one of: \(known.sorted().joined(separator: ", "))"
            throw here.error("unknown key '\(key)'; \(hint)")
        }
    }

    /// Every text in here, at any depth, but for those under some keys.
    public func texts(except keys: Set<String>) -> [String] {
        func texts(in value: Value) -> [String] {
            switch value {
            case .string(let text): [text]
            case .array(let values): values.flatMap(texts)
            case .table(let entries):
                entries.sorted { $0.key < $1.key }.filter { !keys.contains($0.key) }
                    .flatMap { texts(in: $0.value) }
            case .integer, .number, .boolean: []
            }
        }
        return texts(in: value)
    }

    // MARK: Values

    /// The elements of an array.
    public func elements() throws(DataFileError) -> [DataNode] {
        guard case .array(let values) = value else { throw mismatch("an array") }
        return values.enumerated().map { index, element in
            DataNode(
                value: element, path: path + [String(index)], name: "\(name)[\(index + 1)]",
                source: source)
        }
    }

    /// Text.
    public func string() throws(DataFileError) -> String {
        guard case .string(let text) = value else { throw mismatch("text in quotes") }
        return text
    }

    /// Text, or each text of an array.
    public func strings() throws(DataFileError) -> [String] {
        if case .string(let text) = value { return [text] }
        var texts: [String] = []
        for element in try elements() { texts.append(try element.string()) }
        return texts
    }

    /// A whole number.
    public func integer() throws(DataFileError) -> Int {
        guard case .integer(let number) = value else { throw mismatch("a whole number") }
        return number
    }

    /// A finite number, written with or without a point.
    public func number() throws(DataFileError) -> Double {
        switch value {
        case .integer(let number): return Double(number)
        case .number(let number) where number.isFinite: return number
        default: throw mismatch("a number")
        }
    }

    /// True or false.
    public func boolean() throws(DataFileError) -> Bool {
        guard case .boolean(let claim) = value else { throw mismatch("true or false") }
        return claim
    }

    /// One of a fixed set of words, by its raw value.
    public func choice<Choice>(_ type: Choice.Type) throws(DataFileError) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let word = try string()
        if let choice = Choice(rawValue: word) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let hint = nearest(to: word, among: words).map { "; did you mean '\($0)'?" } ?? ""
        throw error(
            "'\(name)' is '\(word)'; it can be \(words.joined(separator: ", "))\(hint)")
    }

    private func mismatch(_ wanted: String) -> DataFileError {
        let actual =
            switch value {
            case .table: "a table"
            case .array: "an array"
            case .string(let text): "the text \"\(text)\""
            case .integer(let number): "\(number)"
            case .number(let number): "\(number)"
            case .boolean(let claim): "\(claim)"
            }
        return error("'\(name)' must be \(wanted), not \(actual)")
    }
}

/// The candidate that differs least from what was typed, if it is near enough to be meant.
public func nearest(to word: String, among candidates: [String]) -> String? {
    let ranked = candidates.map { (distance(word, $0), $0) }.min { $0 < $1 }
    guard let (steps, candidate) = ranked, steps <= max(1, word.count / 3), steps < word.count
    else { return nil }
    return candidate
}

/// The edit distance with swaps of neighbours (optimal string alignment). O(`a.count` × `b.count`).
private func distance(_ a: String, _ b: String) -> Int {
    let (source, target) = (Array(a), Array(b))
    var last: [Int] = []
    var row = Array(0...target.count)
    for i in source.indices {
        var next = [i + 1]
        for j in target.indices {
            let change = row[j] + (source[i] == target[j] ? 0 : 1)
            var best = min(change, min(next[j], row[j + 1]) + 1)
            let isSwap =
                i > 0 && j > 0 && source[i] == target[j - 1] && source[i - 1] == target[j]
            if isSwap { best = min(best, last[j - 1] + 1) }
            next.append(best)
        }
        (last, row) = (row, next)
    }
    return row[target.count]
}
