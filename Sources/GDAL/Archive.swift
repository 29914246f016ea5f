// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// Reads a ZIP archive through, such as a workbook that was written.
///
/// - Returns: Its files by name, without folders.
/// - Throws: ``GDALError`` where a file's checksum does not hold, or XML is not well-formed.
package func readArchive(_ path: String) throws(GDALError) -> [String: [UInt8]] {
    GDALRuntime.register()
    let root = "/vsizip/{\(path)}"
    return try writing("read back", on: path) { () -> [String: [UInt8]]? in
        let names = VSIReadDirRecursive(root)
        defer { CSLDestroy(names) }
        var members: [String: [UInt8]] = [:]
        for name in strings(names) where !name.hasSuffix("/") {
            var bytes: UnsafeMutablePointer<GByte>?
            var size: vsi_l_offset = 0
            guard VSIIngestFile(nil, "\(root)/\(name)", &bytes, &size, -1) != 0, let bytes else {
                return nil
            }
            defer { VSIFree(bytes) }
            if name.hasSuffix(".xml") || name.hasSuffix(".rels") {
                // What was read ends in a zero.
                let tree = bytes.withMemoryRebound(to: CChar.self, capacity: Int(size) + 1) {
                    CPLParseXMLString($0)
                }
                guard let tree else { return nil }
                CPLDestroyXMLNode(tree)
            }
            members[name] = Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
        }
        return members.isEmpty ? nil : members
    }
}
