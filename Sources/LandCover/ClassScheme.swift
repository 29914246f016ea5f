// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A classification scheme: the classes that the codes of a raster or a survey layer mean.
///
/// Read one with ``SchemeCatalogue``, or from a file with ``init(readingFrom:)``.
public struct ClassScheme: Sendable {
    /// What a scheme may be unable to tell.
    public enum Subject: String, CaseIterable, Hashable, Sendable {
        /// Shrub that counts as forest, and with it the official forest coverage.
        case specialShrub = "special_shrub"
        /// Wetland without open water.
        case wetland
    }

    /// Why a scheme cannot tell something.
    public struct Limit: Hashable, Sendable {
        /// The reason in Chinese.
        public let zh: String
        /// The reason in English.
        public let en: String
    }

    /// The short name, such as `worldcover`.
    public let id: String
    /// Other names that it goes by.
    public let aliases: [String]
    /// The title in Chinese.
    public let titleZH: String
    /// The title in English.
    public let titleEN: String
    /// Who publishes the product, and where it is described.
    public let source: String
    /// Under which licence the product may be used; empty where unknown.
    public let licence: String
    /// The pixel size as the publisher states it; empty for survey layers.
    public let resolution: String
    /// Where the colours come from.
    public let colourEvidence: String
    /// Whether the colours were read at the publisher or in its catalogue.
    public let areColoursVerified: Bool
    /// Remarks on the scheme, a sentence or two each.
    public let notes: [String]
    /// The codes that mean no data.
    public let nodata: [Int]
    /// The classes, in the order of their codes; without nodata and suffixed variants.
    public let classes: [LandClass]
    /// How many digits a text code begins with; `nil` where codes are numbers.
    public let digits: Int?
    /// How accurate the product's publisher states it to be; `nil` where that is not known, or where
    /// it depends on the version.
    public let accuracy: PublishedAccuracy?
    /// The product's versions, where they are unlike; empty for one alone.
    public let versions: [ProductVersion]
    /// The file that it was read from.
    public let file: String

    let incomparables: [Incomparability]
    let writtenLimits: [Subject: Limit]
    let clues: RecognitionClues
    var index: CodeIndex

    /// Whether the codes are text with leading zeros, such as `0301`.
    public var hasTextCodes: Bool { digits != nil }

    /// The categories that at least one class belongs to.
    public var categories: Set<Category> { Set(classes.map(\.category)) }

    /// Why the scheme cannot tell something, or `nil` where it can.
    ///
    /// Besides what its file says, a scheme without a class of the kind cannot tell it.
    public func limit(on subject: Subject) -> Limit? {
        if let written = writtenLimits[subject] { return written }
        switch subject {
        case .specialShrub:
            guard categories.isDisjoint(with: [.shrub, .specialShrub]) else { return nil }
            return Limit(zh: "该分类没有灌木林类", en: "the scheme has no shrub class")
        case .wetland:
            guard !categories.contains(.wetland) else { return nil }
            return Limit(zh: "该分类没有湿地类", en: "the scheme has no wetland class")
        }
    }
}

extension ClassScheme {
    /// The class that a number means; a nodata code gives a class of category ``Category/nodata``.
    ///
    /// Where codes are text, a number reads as the code that it spells in full. One that has
    /// lost its leading zero (301 for 0301) is refused unless ``readingLostZeros(among:)``
    /// found that its neighbours show what it is. O(1) for a listed code, O(log *r*) for one in
    /// a range, *r* being the number of ranges.
    ///
    /// - Throws: ``UnknownCodeError``, without file, count and example.
    public func landClass(for code: Int) throws(UnknownCodeError) -> LandClass {
        if let landClass = index.landClass(for: code) { return landClass }
        throw UnknownCodeError(
            scheme: id, code: .number(code), reason: index.readings(of: code, in: id))
    }

    /// The class that a text means: `0301`, `0301K`, ` 0301 `, or a number in digits.
    ///
    /// - Throws: ``UnknownCodeError``, without file, count and example.
    public func landClass(forText text: String) throws(UnknownCodeError) -> LandClass {
        let code = text.filter { !$0.isWhitespace }.uppercased()
        if let landClass = index.landClass(forText: code) { return landClass }
        if let number = Int(code), !code.hasPrefix("0") || code == "0" || !hasTextCodes {
            return try landClass(for: number)
        }
        throw UnknownCodeError(scheme: id, code: .text(code))
    }

    /// Whether a number can be read: as a class or as nodata.
    public func knows(_ code: Int) -> Bool { index.landClass(for: code) != nil }

    /// The same scheme, reading 301 as 0301, if the codes found with it show that it may.
    ///
    /// That is so where every code found is one of the scheme's, and one at least has all its
    /// digits (1101, 1205). A scheme whose codes are numbers is returned as it is.
    ///
    /// - Parameter codes: Every number found in the field or raster.
    /// - Returns: The scheme, reading lost zeros where it may.
    /// - Throws: ``UnknownCodeError`` for a code that fits in no way, or where all have lost a
    ///   zero and nothing shows which survey they are from.
    public func readingLostZeros(
        among codes: some Sequence<Int>
    ) throws(UnknownCodeError) -> ClassScheme {
        guard hasTextCodes else { return self }
        var reading = self
        reading.index.readsLostZeros = true
        var short: [Int] = []
        var hasFullCode = false
        for code in codes.sorted() where !nodata.contains(code) {
            _ = try reading.landClass(for: code)
            if index.landClass(for: code) == nil { short.append(code) } else { hasFullCode = true }
        }
        if let first = short.first, !hasFullCode { _ = try landClass(for: first) }
        return reading
    }
}
