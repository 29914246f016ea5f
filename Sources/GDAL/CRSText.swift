// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Glibc

/// What text may describe a CRS: a code, WKT, PROJJSON or a PROJ string that stands for itself.
///
/// GDAL would also take the name of a file or an URL, and PROJ the path of a grid; from a data file
/// these would be doors to the machine and the network.
enum CRSText {
    private static let largestSize = 1 << 16

    /// Refuses text that GDAL or PROJ would have to open something for.
    ///
    /// - Throws: ``GDALError`` that says what to give instead.
    static func check(_ definition: String) throws(GDALError) {
        let text = definition.drop { $0.isWhitespace }
        guard text.utf8.count <= largestSize else {
            throw refusal(String(text.prefix(40)) + "…", "it is longer than a CRS can be")
        }
        if let file = outsideFile(in: String(text)) {
            throw refusal(
                definition, "it names the file '\(file)'; grids are found by their bare name alone")
        }
        let isWhole =
            text.hasPrefix("{") || text.hasPrefix("+") || text.lowercased().hasPrefix("urn:")
            || text.prefixMatch(of: /[A-Za-z][A-Za-z0-9_]*\s*[\[(]/) != nil
            || text.prefixMatch(of: /https?:\/\/(www\.)?opengis\.net\/def\/crs/) != nil
            || text.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*:[A-Za-z0-9_.,:+\-]+\s*/) != nil
                && !text.lowercased().hasPrefix("dict:")
        if isWhole { return }
        // A name such as `WGS84`, which GDAL looks up before it looks for a file.
        guard !text.contains("://"), !text.contains("/vsi"), !"/.~\\".contains(text.first ?? "/"),
            !text.lowercased().hasPrefix("dict:"), access(definition, F_OK) != 0
        else {
            throw refusal(
                definition,
                "a CRS is neither read from a file nor fetched; give its code, such as EPSG:4490, or "
                    + "its WKT")
        }
    }

    /// A file that a definition leads to beyond PROJ's own folders; `nil` where there is none.
    static func outsideFile(in text: String) -> String? {
        if text.hasPrefix("{") {
            return text.matches(of: /"value"\s*:\s*"([^"]*)"/).map { String($0.1) }
                .first { !isBareName($0) }
        }
        if text.hasPrefix("+") { return outsideFile(inParameters: text) }
        // Of a CRS without one of these words there is nothing to look for.
        guard mentions("parameterfile", in: text) || mentions("extension", in: text) else {
            return nil
        }
        let files = text.matches(
            of: /(?:PARAMETERFILE|EXTENSION)\s*[\[(]\s*"[^"]*"\s*,\s*"([^"]*)"/.ignoresCase())
        for file in files.map({ String($0.1) }) {
            if file.contains("=") {
                if let outside = outsideFile(inParameters: file) { return outside }
            } else if !isBareName(file) {
                return file
            }
        }
        return nil
    }

    /// Whether a text has a word of small letters, in letters of either size.
    private static func mentions(_ word: String, in text: String) -> Bool {
        let word = Array(word.utf8)
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.dropLast(word.count - 1).contains { start in
                bytes[start] | 0x20 == word[0]
                    && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] }
            }
        }
    }

    /// The same of PROJ's `+key=value`.
    private static func outsideFile(inParameters text: String) -> String? {
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "+" }) {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = String(parts[1])
            let names = value.split(separator: ",").map(String.init)
            if let outside = names.first(where: { !isBareName($0) }) { return outside }
            let isRegister = /(?:epsg|esri|ignf|iau2000):[0-9a-z]+/.ignoresCase()
            if parts[0].lowercased() == "init", value.wholeMatch(of: isRegister) == nil {
                return value
            }
        }
        return nil
    }

    /// The CRS that a GeoJSON names, which GDAL takes for WGS 84 where it does not understand it.
    static func name(inGeoJSON path: String) -> String? {
        guard path.hasSuffix("json"), GDALRuntime.isFile(path), let file = VSIFOpenL(path, "rb")
        else { return nil }
        defer { VSIFCloseL(file) }
        var head = [UInt8](repeating: 0, count: largestSize)
        let count = VSIFReadL(&head, 1, head.count, file)
        let member =
            /"crs"\s*:\s*\{\s*"type"\s*:\s*"name"\s*,\s*"properties"\s*:\s*\{\s*"name"\s*:\s*"([^"\\]*)"/
        return String(decoding: head.prefix(count), as: UTF8.self).firstMatch(of: member)
            .map { String($0.1) }
    }

    private static func isBareName(_ name: String) -> Bool {
        let name = name.hasPrefix("@") ? name.dropFirst() : name[...]
        return !name.contains { "/\\~".contains($0) } && !name.hasPrefix("..")
    }

    private static func refusal(_ definition: String, _ why: String) -> GDALError {
        GDALError(operation: "understand the CRS", subject: definition, reasons: [why])
    }
}
