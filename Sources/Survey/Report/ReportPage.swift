// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGLib
internal import Cartography
internal import DataFiles
internal import Foundation
internal import Mustache

/// The page that templates in `GeoData/report` make of a report's content.
struct ReportPage {
    /// What a template is filled with: texts, numbers as texts, lists and tables of these.
    typealias Content = [String: any Sendable]

    private let library: MustacheLibrary
    private let style: String
    private let script: String

    /// Reads the templates.
    ///
    /// - Throws: `DataFileError` where they are not beside the program.
    init() throws {
        MustacheContentTypes.register(EscapedText(), named: "STEPPE")
        func read(_ name: String) throws -> String {
            let path = try BundledData.path("GeoData/report/\(name)")
            guard let data = FileManager.default.contents(atPath: path) else {
                throw DataFileError(file: path, message: "cannot be read")
            }
            return String(decoding: data, as: UTF8.self)
        }
        var library = MustacheLibrary()
        for name in ["report", "figure", "text"] {
            try library.register(read("\(name).mustache"), named: name)
        }
        self.library = library
        style = try read("report.css")
        script = try read("report.js")
    }

    /// Fills the page.
    func html(_ content: Content) throws -> String {
        var content = content
        content["style"] = style
        content["script"] = script
        content["script_hash"] = Self.hash(script)
        guard let page = library.render(content, withTemplate: "report") else {
            throw DataFileError(
                file: "GeoData/report/report.mustache", message: "the template is missing")
        }
        return page
    }

    /// SHA-256 in base 64, by which the page lets only its own script run.
    static func hash(_ text: String) -> String {
        guard let sum = g_checksum_new(G_CHECKSUM_SHA256) else { return "" }
        defer { g_checksum_free(sum) }
        let bytes = Array(text.utf8)
        g_checksum_update(sum, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: 32)
        var length = gsize(digest.count)
        g_checksum_get_digest(sum, &digest, &length)
        return Data(digest).base64EncodedString()
    }

    /// JSON that may stand in a page: nothing in it can end its element.
    static func json<Value: Encodable>(_ value: Value) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                let zeros = String(repeating: "0", count: 4 - hex.count)
                safe.append(contentsOf: "\\u\(zeros)\(hex)".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}

/// Every value of a template, escaped scalar by scalar.
///
/// Mustache's own escaping goes by characters, and passes over a quotation mark that a combining
/// mark follows.
private struct EscapedText: MustacheContentType {
    func escapeText(_ text: String) -> String { escaped(text) }
}
