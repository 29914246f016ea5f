// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import Foundation

/// Why a style cannot be read.
public struct StyleError: Failure, Hashable, CustomStringConvertible {
    /// The file.
    public let file: String
    /// From 1; `nil` where the whole file is meant.
    public let line: Int?
    /// What is wrong, and how to mend it.
    public let message: String
    /// Whether the file is to be mended, or is not there.
    public let failureKind: FailureKind

    /// A complaint about a file.
    public init(file: String, line: Int?, message: String, kind: FailureKind = .badData) {
        self.file = file
        self.line = line
        self.message = message
        failureKind = kind
    }

    /// One line: `zones.sld:12: …`.
    public var description: String {
        line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
    }
}

/// An element of an XML file.
final class XMLElementNode {
    /// Without its prefix.
    let name: String
    let attributes: [String: String]
    let line: Int
    private(set) var children: [XMLElementNode] = []
    private var rawText = ""

    init(name: String, attributes: [String: String], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
    }

    func add(_ child: XMLElementNode) { children.append(child) }

    func add(text: String) { rawText += text }

    /// Its own text, without white space at the ends.
    var text: String { rawText.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// The first child of a name.
    subscript(name: String) -> XMLElementNode? { children.first { $0.name == name } }

    /// Every child of a name.
    func all(_ name: String) -> [XMLElementNode] { children.filter { $0.name == name } }

    /// Every element of a name within, at any depth.
    func descendants(_ name: String) -> [XMLElementNode] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
}

/// Text as an XML file holds it: `<` and its like spelt out, control characters left out.
package func escapedXML(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n", "\t": result.unicodeScalars.append(scalar)
        // XML 1.0 has no other control characters, in no spelling.
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
            result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
