// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Words

/// A line of a survey file as `steppe init` writes it: an entry, one that is commented out, or none, and
/// what people are to know of it.
package struct DraftLine: Hashable, Sendable, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation
{
    /// As TOML has it; begins with `#` where it is an example.
    private let entry: String
    private let comment: LocalizedText?

    /// Comments of entries that are no longer than this stand one below the other.
    private static let column = 28

    /// A line that explains itself, in every language.
    package init(stringLiteral entry: String) {
        self.entry = entry
        comment = nil
    }

    /// An entry and its comment; a comment alone where the entry is empty.
    package init(_ entry: String = "", zh: String, en: String) {
        self.entry = entry
        comment = LocalizedText(zh: zh, en: en)
    }

    /// The line in a language.
    package func text(in language: Language) -> String {
        guard let comment else { return entry }
        guard !entry.isEmpty else { return "# \(comment[language])" }
        let room = String(repeating: " ", count: max(3, Self.column - entry.count))
        return "\(entry)\(room)# \(comment[language])"
    }
}
