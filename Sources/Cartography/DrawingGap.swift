// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a drawing lacks.
///
/// A map never shows an empty box for a character of a name: it stands by its number,
/// `[U+1F33E]`, and whoever draws is told. What the program itself writes is another matter: fonts
/// without that are an error, ``MapError/missingGlyphs(text:characters:)``.
public enum DrawingGap: Hashable, Sendable, CustomStringConvertible {
    /// No installed font has a character of a text.
    case character(Unicode.Scalar, text: String)
    /// A style asks for a family that is not installed; the page's own stands in.
    case family(String)
    /// A text of more characters than any page has room for; its beginning, and how many it has.
    case long(text: String, length: Int)
    /// Names that found no room beside the others.
    case crowded([String])

    /// What is missing, where, and how to mend it; in the user's words.
    public var description: String {
        switch self {
        case .character(let scalar, let text):
            let start = text.count > 60 ? text.prefix(60) + "…" : text[...]
            let font = scalar.properties.isEmoji ? "fonts-noto-color-emoji" : "fonts-noto"
            return "no installed font has \(scalar.number) of '\(start)'; it is drawn as "
                + "[\(scalar.number)]. Install one that has it, such as Debian's \(font)"
        case .family(let name):
            return "the style's font family '\(name)' is not installed; "
                + "\(Typesetter.defaultFamily) stands in for it"
        case .long(let text, let length):
            return "the text '\(text)…' has \(length) characters, of which the first "
                + "\(Typesetter.longest) are drawn; shorten it"
        case .crowded(let names):
            let some = names.prefix(5).map { $0.count > 40 ? $0.prefix(40) + "…" : $0[...] }
            let what = names.count == 1 ? "1 name" : "\(names.count) names"
            return "\(what) found no room on the map: \(some.joined(separator: ", "))"
                + (names.count > 5 ? ", …" : "")
        }
    }
}

extension Unicode.Scalar {
    /// `U+1F33E`.
    var number: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
