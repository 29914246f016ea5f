// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// A value that takes the place of one in a TOML file.
///
/// ```swift
/// let file = try readDataFile(at: "survey.toml")
/// let other = try file.replacing([DataOverride("zones.where=adcode = '150602'", named: "--set")])
/// ```
public struct DataOverride: Sendable {
    /// Where a value was written, for complaints.
    public struct Origin: Hashable, Sendable {
        /// The file, or what else errors call the place.
        public let file: String
        /// The line, from 1.
        public let line: Int?
        /// The column, from 1.
        public let column: Int?

        /// A place in a file, or the whole of it.
        public init(file: String, line: Int? = nil, column: Int? = nil) {
            self.file = file
            self.line = line
            self.column = column
        }

        /// An error that points there.
        public func error(_ message: String, kind: FailureKind = .badData) -> DataFileError {
            DataFileError(file: file, line: line, column: column, message: message, kind: kind)
        }
    }

    /// The keys that lead to it, with points between: `zones.where`, `year[2].landcover`, where elements
    /// of an array count from 1 in the file's order.
    public let key: String
    /// What is to stand there.
    public let value: DataNode.Value
    /// Where that was written.
    public let origin: Origin

    /// A value for a key.
    public init(_ key: String, _ value: DataNode.Value, origin: Origin) {
        self.key = key
        self.value = value
        self.origin = origin
    }

    /// A value for a key, as text: what TOML reads as a number, true, false, text in quotes, an array or
    /// a table in braces is that, anything else is text as it stands.
    public init(_ key: String, text: String, origin: Origin) {
        let isOneLine = !text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
        let read = isOneLine ? try? readData("value = \(text)", named: origin.file) : nil
        self.init(key, read?["value"]?.value ?? .string(text), origin: origin)
    }

    /// `key=value`, as a command gives it.
    ///
    /// - Parameters:
    ///   - text: The text; the first `=` parts key and value.
    ///   - name: What errors call the place, such as an option.
    /// - Throws: ``DataFileError`` where there is no `=`.
    public init(_ text: String, named name: String) throws(DataFileError) {
        guard let equals = text.firstIndex(of: "=") else {
            throw DataFileError(
                file: name, message: "'\(text)' has no '='; write KEY=VALUE, such as baseline=2015")
        }
        let key = String(text[..<equals])
        self.init(
            key, text: String(text[text.index(after: equals)...]),
            origin: Origin(file: "\(name) \(key)"))
    }

    /// `key=value`, which ``init(_:named:)`` reads back as the same.
    public var text: String { "\(key)=\(Self.text(of: value, isBare: true))" }

    private static func text(of value: DataNode.Value, isBare: Bool) -> String {
        switch value {
        case .integer(let number): return "\(number)"
        case .number(let number): return "\(number)"
        case .boolean(let claim): return "\(claim)"
        case .array(let values):
            return "[\(values.map { text(of: $0, isBare: false) }.joined(separator: ", "))]"
        case .table(let entries):
            let pairs = entries.sorted { $0.key < $1.key }.map {
                "\(quote($0.key)) = \(text(of: $0.value, isBare: false))"
            }
            return "{ \(pairs.joined(separator: ", ")) }"
        case .string(let content):
            guard isBare,
                case .string(content) = DataOverride("", text: content, origin: .init(file: ""))
                    .value
            else { return quote(content) }
            return content
        }
    }

    /// The path that the key stands for.
    fileprivate var path: [String] {
        get throws(DataFileError) {
            var path: [String] = []
            for part in key.split(separator: ".", omittingEmptySubsequences: false) {
                let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
                path.append(String(pieces[0]))
                for piece in pieces.dropFirst() {
                    guard piece.hasSuffix("]"), let number = Int(piece.dropLast()), number > 0
                    else {
                        throw error(
                            "'\(key)' is no key; an element is named as in year[2].landcover")
                    }
                    path.append(String(number - 1))
                }
            }
            guard !path.contains("") else {
                throw error("'\(key)' is no key; write one such as zones.where")
            }
            return path
        }
    }

    fileprivate func error(_ message: String) -> DataFileError { origin.error(message) }
}

extension DataNode {
    /// The same file with values in the place of its own; tables that they lead through are made where
    /// there are none.
    ///
    /// - Parameter overrides: The values; of two for one key the later one holds.
    /// - Returns: The file with these values.
    /// - Throws: ``DataFileError`` where a key leads through what is no table, or to an element that there
    ///   is not. Complaints about a value that was put in point at where it was written.
    public func replacing(_ overrides: [DataOverride]) throws(DataFileError) -> DataNode {
        var (value, source) = (value, source)
        for override in overrides {
            let path = try override.path
            value = try Self.setting(path[...], in: value, by: override)
            source.origins[path] = override.origin
        }
        return DataNode(value: value, path: path, name: name, source: source)
    }

    private static func setting(
        _ path: ArraySlice<String>, in value: Value?, by override: DataOverride
    ) throws(DataFileError) -> Value {
        guard let key = path.first else { return override.value }
        let rest = path.dropFirst()
        switch value {
        case .array(var values)?:
            guard let place = Int(key), values.indices.contains(place) else {
                throw override.error(
                    "'\(override.key)' leads to no element; there are \(values.count), "
                        + "counted from 1")
            }
            values[place] = try setting(rest, in: values[place], by: override)
            return .array(values)
        case .table(var entries)?:
            entries[key] = try setting(rest, in: entries[key], by: override)
            return .table(entries)
        case nil: return .table([key: try setting(rest, in: nil, by: override)])
        default: throw override.error("'\(override.key)' leads through '\(key)', which is no table")
        }
    }
}
