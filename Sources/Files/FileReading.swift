// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Reads a file to its end.
///
/// - Throws: ``ReadError`` with the system's reason, or where the file is another one than the run
///   has read before.
public func readFile(at path: String) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    try readFile(at: path) { bytes.append(contentsOf: $0) }
    return bytes
}

/// Reads a file to its end, some of it at a time.
package func readFile(
    at path: String, by take: (UnsafeRawBufferPointer) -> Void
) throws(ReadError) {
    if let reason = specialFileReason(at: path) {
        throw ReadError(path: path, message: "cannot be read: \(reason)", kind: .badData)
    }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ReadError(path: path, code: errno) }
    defer { close(file) }
    try InputWatch.current?.note([path])
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { chunk.deallocate() }
    while true {
        let count = read(file, chunk.baseAddress, chunk.count)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw ReadError(path: path, code: errno) }
        if count == 0 { return }
        take(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
}

/// Why a file cannot be opened or read at all; `nil` where its beginning and its end can be read, or
/// where it is no file, such as a name that only GDAL knows.
package func readFault(of path: String) -> Int32? {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return errno }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    for place in [0, max(0, Int(status.st_size) - bytes.count)] {
        let count = bytes.withUnsafeMutableBytes {
            pread(file, $0.baseAddress, $0.count, off_t(place))
        }
        if count < 0 && errno != EINTR { return errno }
    }
    return nil
}

/// The names in a folder, in alphabetical order, without those that begin with a dot: editors, file
/// managers and unfinished runs keep such beside the data.
package func visibleFiles(in folder: String) throws(ReadError) -> [String] {
    guard let stream = opendir(folder) else { throw ReadError(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
        errno = 0
    }
    guard errno == 0 else { throw ReadError(path: folder, code: errno) }
    return names.sorted()
}
