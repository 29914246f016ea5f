// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import DataFiles
internal import Files
internal import Foundation
internal import Mustache
internal import Zonal

/// The page that a template in `GeoData/report` makes of a report's content.
package struct ReportPage {
    /// What a template is filled with: texts, numbers as texts, lists and tables of these.
    package typealias Content = [String: any Sendable]

    private let name: String
    private let library: MustacheLibrary
    private let style: String
    private let script: String

    /// Reads the templates.
    ///
    /// - Parameter name: Of the page's own template, and of its script where it has one.
    /// - Throws: `DataFileError` where they are not beside the program.
    package init(of name: String) throws {
        MustacheContentTypes.register(EscapedText(), named: "STEPPE")
        func read(_ name: String) throws -> String {
            let path = try BundledData.path("GeoData/report/\(name)")
            return String(decoding: try readFile(at: path), as: UTF8.self)
        }
        var library = MustacheLibrary()
        for name in [name, "block", "figure", "text"] {
            try library.register(read("\(name).mustache"), named: name)
        }
        self.name = name
        self.library = library
        style = try read("report.css")
        // What every page does comes last: it says which language is spoken first.
        let scripts =
            (try? BundledData.path("GeoData/report/\(name).js")) == nil ? [] : ["\(name).js"]
        script = try (scripts + ["page.js"]).map(read).joined()
    }

    /// Fills the page.
    package func html(_ content: Content) throws -> String {
        var content = content
        content["style"] = style
        content["script"] = script
        content["script_hash"] = Self.hash(script)
        guard let page = library.render(content, withTemplate: name) else {
            throw DataFileError(
                file: "GeoData/report/\(name).mustache", message: "the template is missing")
        }
        return page
    }

    /// SHA-256 in base 64, by which the page lets only its own script run.
    package static func hash(_ text: String) -> String {
        let sum = Fingerprint()
        Array(text.utf8).withUnsafeBytes { sum.add($0) }
        let digits = Array(sum.hex.utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { place in
            digits[place...(place + 1)].reduce(UInt8(0)) {
                $0 << 4 | UInt8(Character(UnicodeScalar($1)).hexDigitValue ?? 0)
            }
        }
        return Data(bytes).base64EncodedString()
    }

    /// JSON that may stand in a page: nothing in it can end its element.
    package static func json<Value: Encodable>(_ value: Value) throws -> String {
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
    func escapeText(_ text: String) -> String { escapedForWeb(text) }
}
