// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import Foundation
internal import FoundationXML

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
    fileprivate(set) var children: [XMLElementNode] = []
    fileprivate(set) var ownText = ""

    fileprivate init(name: String, attributes: [String: String], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
    }

    /// Its own text, without white space at the ends.
    var text: String { ownText.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// The first child of a name.
    subscript(name: String) -> XMLElementNode? { children.first { $0.name == name } }

    /// Every child of a name.
    func all(_ name: String) -> [XMLElementNode] { children.filter { $0.name == name } }

    /// Every element of a name within, at any depth.
    func descendants(_ name: String) -> [XMLElementNode] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
}

/// Reads an XML file; external entities are not followed.
///
/// - Throws: ``StyleError`` with the line where it is not well-formed.
func readXML(at path: String) throws(StyleError) -> XMLElementNode {
    let bytes: [UInt8]
    do { bytes = try readFile(at: path) } catch {
        throw StyleError(file: path, line: nil, message: error.message, kind: error.failureKind)
    }
    return try readXML(Data(bytes), file: path)
}

/// Reads XML from memory.
func readXML(_ data: Data, file: String) throws(StyleError) -> XMLElementNode {
    // The parser tells of declarations once it has read them; none is to be read at all.
    guard data.range(of: Data("<!ENTITY".utf8)) == nil, !data.contains(0) else {
        throw StyleError(
            file: file, line: nil,
            message: "declares entities or is not UTF-8; no style needs either")
    }
    let parser = XMLParser(data: data)
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let builder = TreeBuilder()
    parser.delegate = builder
    let isParsed = parser.parse()
    guard !builder.declaresEntities else {
        throw StyleError(
            file: file, line: parser.lineNumber,
            message: "declares entities, which no style needs; take them out")
    }
    guard isParsed, let root = builder.root else {
        throw StyleError(
            file: file, line: parser.lineNumber, message: "is not well-formed XML")
    }
    return root
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
    var root: XMLElementNode?
    /// Entities may name other files, or grow without end: no file that declares one is read.
    private(set) var declaresEntities = false
    private var open: [XMLElementNode] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        let node = XMLElementNode(name: local, attributes: attributes, line: parser.lineNumber)
        if let parent = open.last { parent.children.append(node) } else { root = node }
        open.append(node)
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) { open.removeLast() }

    func parser(
        _ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?
    ) { refuseEntities(parser) }

    func parser(
        _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String,
        publicID: String?, systemID: String?
    ) { refuseEntities(parser) }

    func parser(
        _ parser: XMLParser, resolveExternalEntityName name: String, systemID: String?
    ) -> Data? {
        refuseEntities(parser)
        return nil
    }

    private func refuseEntities(_ parser: XMLParser) {
        declaresEntities = true
        parser.abortParsing()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.ownText += text }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        open.last?.ownText += String(decoding: block, as: UTF8.self)
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
