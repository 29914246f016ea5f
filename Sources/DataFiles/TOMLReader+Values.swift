// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension TOMLReader {
    /// Any value; `path` is its own.
    mutating func readValue(at path: [String]) throws(DataFileError) -> DataNode.Value {
        switch peek {
        case Self.quote: return .string(try readBasicString(mayHaveLines: true))
        case Self.apostrophe: return .string(try readLiteralString(mayHaveLines: true))
        case Self.openBracket: return try readArray(at: path)
        case Self.openBrace: return try readInlineTable(at: path)
        default: return try readWord()
        }
    }

    /// A number, a date, true or false.
    private mutating func readWord() throws(DataFileError) -> DataNode.Value {
        let start = offset
        while let byte = peek, Self.isInWord(byte) { offset += 1 }
        // A date and a time may be parted by a space.
        if offset - start == 10, peek == Self.space, byte(1).map(Self.isDigit) == true,
            source.bytes[start + 4] == Self.minus
        {
            offset += 1
            while let byte = peek, Self.isInWord(byte) { offset += 1 }
        }
        let word = text(from: start, to: offset)
        guard !word.isEmpty else { throw unexpected("a value is expected") }
        if word == "true" || word == "false" { return .boolean(word == "true") }
        if let value = Self.float(word) ?? Self.moment(word) { return value }
        if let (digits, radix) = Self.wholeNumber(word) {
            if let number = Int(digits, radix: radix) { return .integer(number) }
            throw error("\(word) is beyond what 64 bits hold", at: start)
        }
        throw error("'\(word)' is no value; text stands in quotes", at: start)
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte)
            || [0x2B, minus, point, 0x3A, 0x5F].contains(byte) || byte >= 0x80
    }

    // MARK: Numbers

    /// The digits and radix of a whole number, however large.
    private static func wholeNumber(_ word: String) -> (digits: String, radix: Int)? {
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
            let digits = word.utf8.dropFirst(2)
            guard let plain = plainDigits(digits, { hexValue($0).map { $0 < radix } ?? false })
            else { return nil }
            return (plain, radix)
        }
        guard let (sign, plain) = signed(word.utf8[...], mayLeadWithZero: false) else { return nil }
        return (sign + plain, 10)
    }

    private static func float(_ word: String) -> DataNode.Value? {
        switch word {
        case "inf", "+inf": return .number(.infinity)
        case "-inf": return .number(-.infinity)
        case "nan", "+nan", "-nan": return .number(.nan)
        default: break
        }
        let parts = word.utf8.split(omittingEmptySubsequences: false) { $0 | 0x20 == 0x65 }
        guard let mantissa = parts.first, parts.count <= 2 else { return nil }
        let halves = mantissa.split(separator: point, omittingEmptySubsequences: false)
        guard let first = halves.first, halves.count <= 2, halves.count + parts.count > 2,
            let (sign, whole) = signed(first, mayLeadWithZero: false)
        else { return nil }
        var plain = sign + whole
        if halves.count == 2 {
            guard let fraction = plainDigits(halves[1], isDigit) else { return nil }
            plain += ".\(fraction)"
        }
        if parts.count == 2 {
            guard let (sign, digits) = signed(parts[1], mayLeadWithZero: true) else { return nil }
            plain += "e\(sign)\(digits)"
        }
        return Double(plain).map { .number($0) }
    }

    private static func signed(
        _ text: Substring.UTF8View, mayLeadWithZero: Bool
    ) -> (sign: String, digits: String)? {
        let hasSign = text.first == 0x2B || text.first == minus
        guard let plain = plainDigits(hasSign ? text.dropFirst() : text, isDigit),
            mayLeadWithZero || plain == "0" || !plain.hasPrefix("0")
        else { return nil }
        return (text.first == minus ? "-" : "", plain)
    }

    /// Digits without the underscores that may stand between two of them.
    private static func plainDigits(
        _ text: Substring.UTF8View, _ isDigit: (UInt8) -> Bool
    ) -> String? {
        let groups = text.split(separator: 0x5F, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
        return groups.map { String(Substring($0)) }.joined()
    }

    private static func hexValue(_ byte: UInt8) -> Int? {
        isDigit(byte)
            ? Int(byte) - 0x30 : (0x61...0x66).contains(byte | 0x20) ? Int(byte | 0x20) - 0x57 : nil
    }

    // MARK: Dates and times

    /// A date, a time or both, kept as it was written.
    private static func moment(_ word: String) -> DataNode.Value? {
        let bytes = Array(word.utf8)
        if isDate(bytes[...]) || isTime(bytes[...]) { return .string(word) }
        guard bytes.count > 11, isDate(bytes[..<10]), [0x54, 0x74, space].contains(bytes[10])
        else { return nil }
        var time = bytes[11...]
        if let last = time.last, last | 0x20 == 0x7A {
            time.removeLast()
        } else if time.count > 6, let sign = time.dropLast(5).last, sign == 0x2B || sign == minus {
            guard isClock(Array(time.suffix(5)), highest: [23, 59]) else { return nil }
            time.removeLast(6)
        }
        return isTime(time) ? .string(word) : nil
    }

    private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count == 10 else { return false }
        let parts = text.split(separator: minus, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]),
            let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        guard isClock(Array(text.prefix(8)), highest: [23, 59, 60]) else { return false }
        let fraction = text.dropFirst(8)
        return fraction.isEmpty
            || fraction.first == point && fraction.count > 1
                && fraction.dropFirst().allSatisfy(isDigit)
    }

    /// Pairs of digits with colons between them, none above what it may be.
    private static func isClock(_ text: [UInt8], highest: [Int]) -> Bool {
        let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
        return parts.count == highest.count
            && zip(parts, highest).allSatisfy { part, most in
                part.count == 2 && (number(part).map { $0 <= most } ?? false)
            }
    }

    /// Up to four digits as a number.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
}
