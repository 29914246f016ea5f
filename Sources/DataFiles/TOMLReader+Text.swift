// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension TOMLReader {
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let apostrophe: UInt8 = 0x27
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let point: UInt8 = 0x2E
    static let equals: UInt8 = 0x3D
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    /// Every control character but the tab.
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != tab || byte == 0x7F }

    // MARK: Bytes

    /// The next byte; `nil` at the end.
    var peek: UInt8? { byte(0) }

    /// A byte further on; `nil` past the end.
    func byte(_ ahead: Int) -> UInt8? {
        offset + ahead < source.bytes.count ? source.bytes[offset + ahead] : nil
    }

    /// Steps over a byte if it is the next one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        offset += 1
        return true
    }

    func text(from start: Int, to end: Int) -> String {
        String(decoding: source.bytes[start..<end], as: UTF8.self)
    }

    // MARK: Space

    mutating func skipSpaces() {
        while peek == Self.space || peek == Self.tab { offset += 1 }
    }

    /// Steps over space, comments and ends of lines.
    mutating func skipLines() throws(DataFileError) {
        repeat {
            skipSpaces()
            try skipComment()
        } while try takeNewline()
    }

    /// Nothing but space and a comment may follow on a line.
    mutating func endLine() throws(DataFileError) {
        skipSpaces()
        try skipComment()
        guard try takeNewline() || peek == nil else {
            throw unexpected("the line should end here")
        }
    }

    private mutating func skipComment() throws(DataFileError) {
        guard peek == Self.hash else { return }
        while let byte = peek, byte != Self.newline, byte != Self.carriageReturn {
            if Self.isControl(byte) { throw unexpected("a comment holds no control character") }
            offset += 1
        }
    }

    mutating func takeNewline() throws(DataFileError) -> Bool {
        if take(Self.newline) { return true }
        guard peek == Self.carriageReturn else { return false }
        guard byte(1) == Self.newline else {
            throw unexpected("a line ends with a line feed, not with a carriage return alone")
        }
        offset += 2
        return true
    }

    // MARK: Strings

    /// Text in quotes, with escapes; three quotes may hold lines.
    mutating func readBasicString(mayHaveLines: Bool) throws(DataFileError) -> String {
        try readString(in: Self.quote, mayHaveLines: mayHaveLines, hasEscapes: true)
    }

    /// Text in apostrophes, as it stands; three apostrophes may hold lines.
    mutating func readLiteralString(mayHaveLines: Bool) throws(DataFileError) -> String {
        try readString(in: Self.apostrophe, mayHaveLines: mayHaveLines, hasEscapes: false)
    }

    private mutating func readString(
        in mark: UInt8, mayHaveLines: Bool, hasEscapes: Bool
    ) throws(DataFileError) -> String {
        let start = offset
        let isLong = mayHaveLines && byte(1) == mark && byte(2) == mark
        offset += isLong ? 3 : 1
        if isLong { _ = try takeNewline() }
        var bytes: [UInt8] = []
        while let byte = peek {
            if byte == mark {
                let run = (0..<5).prefix { self.byte($0) == mark }.count
                if !isLong {
                    offset += 1
                    return String(decoding: bytes, as: UTF8.self)
                }
                offset += run
                if run < 3 {
                    bytes += [UInt8](repeating: mark, count: run)
                } else {
                    // Two marks may stand before the three that end the text.
                    bytes += [UInt8](repeating: mark, count: run - 3)
                    return String(decoding: bytes, as: UTF8.self)
                }
            } else if hasEscapes && byte == Self.backslash {
                try readEscape(into: &bytes, isLong: isLong)
            } else if isLong, try takeNewline() {
                bytes.append(Self.newline)
            } else if Self.isControl(byte) {
                throw byte == Self.newline || byte == Self.carriageReturn
                    ? error("text in quotes does not end on its line", at: start)
                    : unexpected("text holds no control character; write it as an escape")
            } else {
                bytes.append(byte)
                offset += 1
            }
        }
        throw error("text in quotes does not end", at: start)
    }

    private mutating func readEscape(
        into bytes: inout [UInt8], isLong: Bool
    ) throws(DataFileError) {
        let start = offset
        offset += 1
        guard let letter = peek else { throw error("text in quotes does not end", at: start) }
        offset += 1
        switch letter {
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "t"): bytes.append(Self.tab)
        case UInt8(ascii: "n"): bytes.append(Self.newline)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "r"): bytes.append(Self.carriageReturn)
        case Self.quote, Self.backslash: bytes.append(letter)
        case UInt8(ascii: "u"): try readScalar(digits: 4, into: &bytes, from: start)
        case UInt8(ascii: "U"): try readScalar(digits: 8, into: &bytes, from: start)
        default:
            guard isLong else { throw unknownEscape(at: start) }
            // A line that ends with a backslash goes on at the next text.
            offset = start + 1
            skipSpaces()
            guard try takeNewline() else { throw unknownEscape(at: start) }
            repeat { skipSpaces() } while try takeNewline()
        }
    }

    private func unknownEscape(at start: Int) -> DataFileError {
        error(
            "no escape begins so; write \\\\ for a backslash, or put a path in 'apostrophes'",
            at: start)
    }

    private mutating func readScalar(
        digits count: Int, into bytes: inout [UInt8], from start: Int
    ) throws(DataFileError) {
        let digits = source.bytes[offset...].prefix(count)
        guard digits.count == count,
            digits.allSatisfy({ Self.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(value)
        else {
            throw error("is no Unicode character: \(count) hexadecimal digits name one", at: start)
        }
        bytes += Array(String(Character(scalar)).utf8)
        offset += count
    }

    // MARK: Errors

    func error(_ message: String, at place: Int) -> DataFileError {
        let (line, column) = source.place(at: place)
        return DataFileError(file: source.file, line: line, column: column, message: message)
    }

    /// What was expected, and what stands here.
    func unexpected(_ expectation: String) -> DataFileError {
        let here =
            switch peek {
            case nil: "the end of the file"
            case Self.newline: "the end of the line"
            case Self.carriageReturn: "a carriage return"
            case let byte? where Self.isControl(byte): "a control character"
            default: "'\(source.character(at: offset))'"
            }
        return error("\(expectation); found \(here)", at: offset)
    }
}

/// Text as a TOML file writes it, in quotation marks.
package func quote(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "\"": quoted += "\\\(scalar)"
        case "\u{0}"..."\u{1F}", "\u{7F}":
            let digits = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return "\"\(quoted)\""
}
