// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a scheme file says of how its product may be recognised.
struct RecognitionClues: Sendable {
    /// Regular expressions that name the product.
    var names: [String] = []
    /// Regular expressions that point to it without naming its legend.
    var weakNames: [String] = []
    /// Regular expressions that name another layer or legend of the same product.
    var notNames: [String] = []
    /// Codes that tell the scheme from its neighbours; codes alone never do without one of them.
    var distinctive: Set<Int> = []
    /// Codes that prove another scheme.
    var foreign: Set<Int> = []

    static func isPattern(_ pattern: String) -> Bool {
        (try? Regex(pattern)) != nil
    }

    /// The first of the patterns' matches in a text, in lower case.
    static func match(_ patterns: [String], in text: String) -> String? {
        let lowered = text.lowercased()
        for pattern in patterns {
            // To make an expression takes far longer than to see that it cannot match.
            if let word = literal(in: pattern), !lowered.contains(word) { continue }
            guard let expression = try? Regex(pattern).ignoresCase() else { continue }
            if let match = text.firstMatch(of: expression) { return String(text[match.range]) }
        }
        return nil
    }

    /// The longest word that every match of a pattern has, in lower case; `nil` where none is certain.
    static func literal(in pattern: String) -> String? {
        var words = [""]
        var depth = 0
        var isEscaped = false
        for letter in pattern {
            if isEscaped {
                isEscaped = false
                words.append("")
            } else if letter == "\\" {
                isEscaped = true
                words.append("")
            } else if "([{".contains(letter) {
                // A count may be nought; what stands before it is not certain then.
                if letter == "{" { _ = words[words.count - 1].popLast() }
                depth += 1
                words.append("")
            } else if ")]}".contains(letter) {
                depth -= 1
            } else if depth > 0 {
                continue
            } else if letter == "|" {
                return nil
            } else if "?*".contains(letter) {
                _ = words[words.count - 1].popLast()
                words.append("")
            } else if letter.isLetter || letter.isNumber {
                words[words.count - 1].append(letter)
            } else {
                words.append("")
            }
        }
        guard depth == 0, let longest = words.max(by: { $0.count < $1.count }), !longest.isEmpty
        else { return nil }
        return longest.lowercased()
    }
}
