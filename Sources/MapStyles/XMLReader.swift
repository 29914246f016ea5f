// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation

/// Reads the XML of styles: elements, attributes and text.
///
/// It reads one file and nothing else: a document type may be named, but not declared within, so that
/// there are no entities but the five of XML itself. Depth and size are bounded. O(bytes).
///
/// - Source: W3C, *Extensible Markup Language (XML) 1.0*, fifth edition.
struct XMLReader {
    /// Elements within elements; styles need some twenty.
    static let maximumDepth = 128
    /// In bytes; the largest styles hold some hundred kilobytes.
    static let maximumSize = 1 << 24

    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    /// Elements that are not closed yet, with their names as written.
    private var open: [(node: XMLElementNode, name: ArraySlice<UInt8>)] = []
    private var root: XMLElementNode?

    /// Reads an XML file.
    ///
    /// - Throws: ``StyleError`` with the line where it is not well-formed.
    static func read(_ path: String) throws(StyleError) -> XMLElementNode {
        let target = (path as NSString).resolvingSymlinksInPath
        let facts = try? FileManager.default.attributesOfItem(atPath: target)
        guard (facts?[.size] as? Int ?? 0) <= maximumSize else {
            throw StyleError(
                file: path, line: nil,
                message: "is larger than \(maximumSize >> 20) MB, which no style is")
        }
        let bytes: [UInt8]
        do { bytes = try readFile(at: path) } catch {
            throw StyleError(file: path, line: nil, message: error.message, kind: error.failureKind)
        }
        var reader = XMLReader(try utf8(bytes, file: path), file: path)
        return try reader.document()
    }

    private init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private func error(_ message: String) -> StyleError {
        StyleError(file: file, line: line, message: message)
    }

    // MARK: Markup

    private mutating func document() throws(StyleError) -> XMLElementNode {
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                try text()
            } else if takes("<!--") {
                try skip(to: "-->", of: "a comment")
            } else if takes("<![CDATA[") {
                try characterData()
            } else if takes("<?") {
                try skip(to: "?>", of: "an instruction")
            } else if takes("<!") {
                try documentType()
            } else if takes("</") {
                try endElement()
            } else {
                position += 1
                try startElement()
            }
        }
        if let unclosed = open.last {
            throw error(
                "is not well-formed XML: '\(unclosed.node.name)' of line \(unclosed.node.line) is "
                    + "not closed")
        }
        guard let root else { throw error("is not well-formed XML: it has no element") }
        return root
    }

    private mutating func startElement() throws(StyleError) {
        let start = line
        let name = try self.name()
        let attributes = try self.attributes()
        let isEmpty = takes("/")
        guard takes(">") else {
            throw error("is not well-formed XML: it ends within an element")
        }
        let local = String(decoding: name, as: UTF8.self).split(separator: ":").last ?? ""
        let node = XMLElementNode(name: String(local), attributes: attributes, line: start)
        if let parent = open.last?.node {
            parent.add(node)
        } else if root == nil {
            root = node
        } else {
            throw error("is not well-formed XML: '\(local)' stands after the end")
        }
        if isEmpty { return }
        guard open.count < Self.maximumDepth else {
            throw error("nests more than \(Self.maximumDepth) elements, which no style does")
        }
        open.append((node, name))
    }

    private mutating func attributes() throws(StyleError) -> [String: String] {
        var attributes: [String: String] = [:]
        while skipSpace(), position < bytes.count, isOfName(bytes[position]) {
            let key = String(decoding: try name(), as: UTF8.self)
            guard attributes.updateValue(try attributeValue(), forKey: key) == nil else {
                throw error("is not well-formed XML: the attribute '\(key)' stands twice")
            }
        }
        return attributes
    }

    private mutating func attributeValue() throws(StyleError) -> String {
        skipSpace()
        guard takes("=") else { throw error("is not well-formed XML: an attribute has no value") }
        skipSpace()
        let quote: UInt8? = takes("\"") ? UInt8(ascii: "\"") : takes("'") ? UInt8(ascii: "'") : nil
        guard let quote else {
            throw error("is not well-formed XML: an attribute's value has no quotes")
        }
        var value: [UInt8] = []
        while position < bytes.count, bytes[position] != quote {
            switch bytes[position] {
            case UInt8(ascii: "<"):
                throw error("is not well-formed XML: '<' stands within an attribute")
            case UInt8(ascii: "&"): value += try reference()
            case let byte:
                // A line's end within a value counts as a space.
                value.append(byte == 10 || byte == 13 || byte == 9 ? 32 : byte)
                advance()
            }
        }
        guard position < bytes.count else {
            throw error("is not well-formed XML: it ends within an attribute")
        }
        position += 1
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func endElement() throws(StyleError) {
        let name = try self.name()
        skipSpace()
        guard takes(">") else { throw error("is not well-formed XML: an element's end has no '>'") }
        guard let last = open.popLast(), last.name == name else {
            throw error(
                "is not well-formed XML: '\(String(decoding: name, as: UTF8.self))' ends where it "
                    + "is not open")
        }
    }

    /// `<!DOCTYPE qgis PUBLIC '…' '…'>`: what it names is not looked at.
    private mutating func documentType() throws(StyleError) {
        guard takes("DOCTYPE"), root == nil else {
            throw error("is not well-formed XML: a declaration stands where none may")
        }
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            advance()
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return
            } else if byte == UInt8(ascii: "[") {
                throw error(
                    "declares a document type of its own, such as entities, which no style needs; "
                        + "take it out")
            }
        }
        throw error("is not well-formed XML: it ends within its document type")
    }

    // MARK: Text

    private mutating func text() throws(StyleError) {
        var content: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
            if bytes[position] == UInt8(ascii: "&") {
                content += try reference()
            } else {
                if bytes[position] != 13 { content.append(bytes[position]) }
                advance()
            }
        }
        guard let node = open.last?.node else {
            guard content.allSatisfy(isSpace) else {
                throw error("is not well-formed XML: text stands outside its element")
            }
            return
        }
        node.add(text: String(decoding: content, as: UTF8.self))
    }

    private mutating func characterData() throws(StyleError) {
        let start = position
        try skip(to: "]]>", of: "a CDATA section")
        guard let node = open.last?.node else {
            throw error("is not well-formed XML: text stands outside its element")
        }
        node.add(text: String(decoding: bytes[start..<position - 3], as: UTF8.self))
    }

    /// `&lt;`, `&#60;` or `&#x3c;`.
    private mutating func reference() throws(StyleError) -> [UInt8] {
        let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        let name = end.map { String(decoding: bytes[(position + 1)..<$0], as: UTF8.self) } ?? ""
        let isNumber = name.hasPrefix("#")
        let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
        let number = isNumber ? UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10) : nil
        let named: [String: Unicode.Scalar] = [
            "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
        ]
        guard let end, let scalar = isNumber ? number.flatMap(Unicode.Scalar.init) : named[name],
            scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value)
        else {
            throw error("is not well-formed XML: '&' begins nothing that is known; write &amp;")
        }
        position = end + 1
        return [UInt8](String(scalar).utf8)
    }

    // MARK: Bytes

    /// A name, whose letters beyond ASCII are not looked at more closely.
    private mutating func name() throws(StyleError) -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, isOfName(bytes[position]) { position += 1 }
        guard let first = bytes[start..<position].first,
            !(0x30...0x39).contains(first), first != UInt8(ascii: "-"), first != UInt8(ascii: ".")
        else { throw error("is not well-formed XML: a name is missing") }
        return bytes[start..<position]
    }

    /// Steps over a mark, where it stands here.
    private mutating func takes(_ mark: StaticString) -> Bool {
        guard isHere(mark) else { return false }
        position += mark.utf8CodeUnitCount
        return true
    }

    private func isHere(_ mark: StaticString) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return mark.withUTF8Buffer { bytes[position..<position + count].elementsEqual($0) }
    }

    private mutating func skip(to mark: StaticString, of what: String) throws(StyleError) {
        while position < bytes.count {
            if takes(mark) { return }
            advance()
        }
        throw error("is not well-formed XML: it ends within \(what)")
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, isSpace(bytes[position]) { advance() }
        return position > start
    }

    private mutating func advance() {
        if bytes[position] == 10 { line += 1 }
        position += 1
    }
}

private func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }

private func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
}

/// The bytes of an XML file in UTF-8, whatever encoding its declaration names, without its mark.
private func utf8(_ bytes: [UInt8], file: String) throws(StyleError) -> [UInt8] {
    func refusal(at place: Int?, _ message: String) -> StyleError {
        let line = place.map { bytes[..<$0].count { $0 == 10 } + 1 }
        return StyleError(file: file, line: line, message: message)
    }
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let place = plain.firstIndex(where: { $0 < 0x20 && ![9, 10, 13].contains($0) }) {
        throw refusal(
            at: place,
            "holds the byte \(plain[place]), which XML in UTF-8 has not; save it as UTF-8")
    }
    let head = String(decoding: plain.prefix(200), as: UTF8.self)
    let declared = head.prefixMatch(of: /<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/)
    let encoding = declared.map { String($0.1) } ?? "UTF-8"
    guard encoding.uppercased() != "UTF-8" else {
        guard String(validating: plain, as: UTF8.self) != nil else {
            throw refusal(at: firstInvalid(plain), "is not UTF-8 here; save it as UTF-8")
        }
        return plain
    }
    guard let text = recoded(plain, from: encoding) else {
        throw refusal(at: nil, "is not in \(encoding), as it says it is; save it as UTF-8")
    }
    return text
}

/// Where UTF-8 ends to be valid; O(*n*).
private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var place = 0
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): place += UTF8.width(scalar)
        case .emptyInput: return nil
        case .error: return place
        }
    }
}

/// Bytes in UTF-8; `nil` where the encoding is not known or does not hold them.
private func recoded(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
        return nil
    }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var result = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let capacity = result.count
    return source.withUnsafeMutableBufferPointer { source in
        result.withUnsafeMutableBufferPointer { target in
            var (from, to) = (source.baseAddress, target.baseAddress)
            var (left, room) = (source.count, capacity)
            guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
            let text = target[..<(capacity - room)].map { UInt8(bitPattern: $0) }
            return String(validating: text, as: UTF8.self) == nil ? nil : text
        }
    }
}
