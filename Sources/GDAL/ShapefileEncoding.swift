// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// The encoding of a shapefile's texts, where the file itself does not say.
///
/// A shapefile without a `.cpg` is read as ISO 8859-1 by habit, which turns 地类 into accents. Its
/// texts are looked at instead: UTF-8 where all of them are valid UTF-8, else GB 18030 (which holds
/// GBK and GB 2312) where all of them are valid in that.
enum ShapefileEncoding {
    /// The open option that a file needs; `nil` where its own word, or plain ASCII, is enough.
    static func option(for path: String) -> String? {
        let ending = (path as NSString).pathExtension.lowercased()
        guard ending == "shp" || ending == "dbf" else { return nil }
        let stem = (path as NSString).deletingPathExtension
        let files = FileManager.default
        if ["cpg", "CPG", "cst"].contains(where: { files.fileExists(atPath: "\(stem).\($0)") }) {
            return nil
        }
        let table = ["dbf", "DBF"].map { "\(stem).\($0)" }.first(where: files.fileExists)
        guard let table,
            let bytes = try? Data(contentsOf: URL(filePath: table), options: .alwaysMapped),
            bytes.count > 32
        else { return nil }
        // Byte 29 is the language driver; 0x57 is what many programs write for want of a better.
        guard [0, 0x57].contains(bytes[29]) else { return nil }
        return option(forTexts: bytes.dropFirst(32))
    }

    static func option(forTexts bytes: Data) -> String? {
        var isPlain = true
        var isUTF8 = true
        var isChinese = true
        var utf8Left = 0
        var chinese = ChineseBytes()
        for byte in bytes {
            if byte >= 0x80 { isPlain = false }
            if isChinese { isChinese = chinese.take(byte) }
            guard isUTF8 else { continue }
            if utf8Left > 0 {
                isUTF8 = byte & 0xC0 == 0x80
                utf8Left -= 1
            } else if byte >= 0x80 {
                utf8Left = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
                isUTF8 = (0xC2...0xF4).contains(byte)
            }
        }
        if isPlain { return nil }
        if isUTF8 && utf8Left == 0 { return "ENCODING=UTF-8" }
        return isChinese ? "ENCODING=GB18030" : nil
    }
}

/// Whether bytes, one after another, are GB 18030.
private struct ChineseBytes {
    private var position = 0

    mutating func take(_ byte: UInt8) -> Bool {
        switch position {
        case 0:
            if byte >= 0x81 && byte <= 0xFE { position = 1 } else { return byte < 0x80 }
        case 1:
            if (0x30...0x39).contains(byte) {
                position = 2
            } else {
                position = 0
                return byte >= 0x40 && byte != 0x7F && byte != 0xFF
            }
        case 2:
            position = 3
            return (0x81...0xFE).contains(byte)
        default:
            position = 0
            return (0x30...0x39).contains(byte)
        }
        return true
    }
}
