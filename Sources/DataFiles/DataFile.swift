// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Glibc

/// Reads a TOML file whole.
///
/// - Parameter path: The file; errors repeat it as given.
/// - Returns: The file's top table.
/// - Throws: ``DataFileError``, with line and column, where it is not TOML.
public func readDataFile(at path: String) throws(DataFileError) -> DataNode {
    let data = try fileContents(at: path, largestSize: 64 << 20)
    guard let text = String(validating: data, as: UTF8.self) else {
        throw DataFileError(file: path, message: "is not UTF-8 text; save it as UTF-8")
    }
    return try readData(text, named: path)
}

/// A file's bytes, unless they are more than what such a file may hold.
func fileContents(at path: String, largestSize: Int) throws(DataFileError) -> [UInt8] {
    var status = stat()
    if stat(path, &status) == 0 {
        let size = Int(status.st_size)
        guard size <= largestSize else {
            throw DataFileError(
                file: path,
                message: "cannot be read: \(size >> 20) MB are too many; "
                    + "\(largestSize >> 20) MB can be read")
        }
    }
    do { return try readFile(at: path) } catch { throw DataFileError(error) }
}

/// Reads TOML text that came from elsewhere; `file` is what errors call it.
public func readData(_ text: String, named file: String) throws(DataFileError) -> DataNode {
    let text = DataSource.Text(file: file, bytes: Array(text.utf8))
    let (value, places) = try TOMLReader.read(text)
    return DataNode(value: value, source: DataSource(text: text, places: places))
}
