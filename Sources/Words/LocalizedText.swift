// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A language that Steppe speaks to people in.
public enum Language: String, CaseIterable, Sendable {
    /// Chinese.
    case zh
    /// English.
    case en
}

/// The same words in Chinese and in English.
public struct LocalizedText: Hashable, Sendable {
    /// The Chinese text.
    public var zh: String
    /// The English text.
    public var en: String

    /// One text, said twice.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// A text that is the same in both languages, such as a symbol.
    public init(_ both: String) {
        zh = both
        en = both
    }

    /// The text in one language.
    public subscript(language: Language) -> String { language == .zh ? zh : en }
}
