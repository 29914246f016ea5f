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
        for pattern in patterns {
            guard let expression = try? Regex(pattern).ignoresCase() else { continue }
            if let match = text.firstMatch(of: expression) { return String(text[match.range]) }
        }
        return nil
    }
}
