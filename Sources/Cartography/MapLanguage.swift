// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

extension LocalizedText {
    /// What a map in a language says: first the main line, then what stands below or after it.
    package func lines(in language: MapLanguage) -> [String] {
        let (zh, en) = (zh.singleLine, en.singleLine)
        let main = language == .english ? (en.isEmpty ? zh : en) : (zh.isEmpty ? en : zh)
        if main.isEmpty { return [] }
        return language != .both || en.isEmpty || en == main ? [main] : [main, en]
    }

    /// All of it on one line.
    package func line(in language: MapLanguage) -> String {
        lines(in: language).joined(separator: " · ")
    }
}

/// The language that a map speaks.
public enum MapLanguage: String, Hashable, Sendable, CaseIterable {
    /// Simplified Chinese.
    case chinese = "zh"
    /// English.
    case english = "en"
    /// Chinese, with English beneath or after it.
    case both
}

extension String {
    /// Without line breaks and control characters, which a name may not bring to a map.
    var singleLine: String {
        let plain = unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
                ? " " : Character(scalar)
        }
        return String(plain).split(separator: " ").joined(separator: " ")
    }
}
