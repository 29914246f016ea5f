// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A version of a product, which need not be like the others.
public struct ProductVersion: Hashable, Sendable {
    /// Its short name, such as `v200`.
    public let id: String
    /// The years that it maps; empty where they do not tell it from others.
    public let years: [Int]
    /// How accurate its publisher states it to be; `nil` where that is not known.
    public let accuracy: PublishedAccuracy?
    /// Regular expressions that name it.
    let names: [String]
    let incomparables: [Incomparability]
}

/// That the differences of two products' maps are not change of the land, and why.
public struct Incomparability: Hashable, Sendable {
    /// The reason in Chinese.
    public let zh: String
    /// The reason in English.
    public let en: String
    /// Who says so.
    public let source: String
    /// Another version of the same scheme, or another scheme, or the scheme itself.
    enum Other: Hashable, Sendable {
        case version(String)
        case scheme(String)
    }
    let other: Other
}
