// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import TOMLKit

/// Reads a TOML file whole.
///
/// - Parameter path: The file; errors repeat it as given.
/// - Returns: The file's top table.
/// - Throws: ``DataFileError``, with line and column, where it is not TOML.
public func readDataFile(at path: String) throws(DataFileError) -> DataNode {
    let bytes: [UInt8]
    do { bytes = try readFile(at: path) } catch { throw DataFileError(error) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw DataFileError(file: path, message: "is not UTF-8 text; save it as UTF-8")
    }
    return try readData(text, named: path)
}

/// Reads TOML text that came from elsewhere; `file` is what errors call it.
public func readData(_ text: String, named file: String) throws(DataFileError) -> DataNode {
    do {
        let table = try TOMLTable(string: text)
        return DataNode(
            value: plain(table), path: [], source: DataSource(file: file, text: text))
    } catch let fault as TOMLParseError {
        let start = fault.source.begin
        throw DataFileError(
            file: file, line: start.line, column: start.column, message: fault.description)
    } catch {
        throw DataFileError(file: file, message: "\(error)")
    }
}

private func plain(_ table: TOMLTable) -> DataNode.Value {
    var entries: [String: DataNode.Value] = [:]
    for key in table.keys {
        if let value = table[key] { entries[key] = plain(value) }
    }
    return .table(entries)
}

private func plain(_ value: any TOMLValueConvertible) -> DataNode.Value {
    switch value.type {
    case .table: value.table.map(plain) ?? .table([:])
    case .array: .array((value.array.map { Array($0) } ?? []).map(plain))
    case .string: .string(value.string ?? "")
    case .int: .integer(value.int ?? 0)
    case .double: .number(value.double ?? .nan)
    case .bool: .boolean(value.bool ?? false)
    case .date, .time, .dateTime: .string(value.debugDescription)
    }
}
