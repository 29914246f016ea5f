// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// What a figure was made from, as far as two figures must agree in it to be subtracted.
///
/// The indicator's variant, which is its definition and method, is told by the result itself.
public struct Basis: Hashable, Sendable {
    /// A thing in which two figures must agree.
    public enum Aspect: String, Hashable, Sendable, CaseIterable {
        /// The class scheme, by name. No crosswalk is applied, so that only one scheme is like itself.
        case scheme
        /// The version of the product, where versions cannot be compared.
        case product
        /// What the land is made of: polygons, or pixels of a size.
        case land
        /// The pixels of vegetation cover.
        case cover
        /// The pixels of standing volume.
        case volume
        /// The zones that a city's figure holds, where they are not all.
        case zones
        /// Whether areas were estimated from a sample.
        case sample

        fileprivate var name: LocalizedText {
            switch self {
            case .scheme: LocalizedText(zh: "分类体系", en: "class scheme")
            case .product: LocalizedText(zh: "产品版本", en: "version of the product")
            case .land: LocalizedText(zh: "土地覆盖数据的形式或格网", en: "polygons or pixels of land cover")
            case .cover: LocalizedText(zh: "植被盖度格网", en: "pixels of vegetation cover")
            case .volume: LocalizedText(zh: "蓄积格网", en: "pixels of volume")
            case .zones: LocalizedText(zh: "所含分区", en: "zones that it holds")
            case .sample: LocalizedText(zh: "面积估计方式", en: "way that areas are estimated")
            }
        }
    }

    /// By aspect, in words that files keep; what a figure does not rest on is left out.
    public var aspects: [Aspect: String]
    /// The share of the zone that has data, 0…1.
    public var coverage: Double?

    /// How far coverage may differ between two figures: half a percent, as for unclassified ground.
    static let coverageTolerance = 0.005

    /// What a figure was made from.
    public init(_ aspects: [Aspect: String] = [:], coverage: Double? = nil) {
        self.aspects = aspects
        self.coverage = coverage
    }

    /// Why two figures cannot be subtracted; `nil` where they can.
    public func difference(from other: Basis) -> LocalizedText? {
        for aspect in Aspect.allCases where aspects[aspect] != other.aspects[aspect] {
            let (then, now) = (other.aspects[aspect] ?? "—", aspects[aspect] ?? "—")
            return LocalizedText(
                zh: "\(aspect.name.zh)不同（\(then) → \(now)）",
                en: "not the same \(aspect.name.en) (\(then) then, \(now) now)")
        }
        if let coverage, let earlier = other.coverage,
            abs(coverage - earlier) > Self.coverageTolerance
        {
            let (then, now) = (
                decimal(earlier * 100, digits: 1), decimal(coverage * 100, digits: 1)
            )
            return LocalizedText(
                zh: "有数据的面积占比不同（\(then)% → \(now)%）",
                en: "not the same share of the zone has data (\(then) % then, \(now) % now)")
        }
        return nil
    }
}

extension Basis: Codable {
    private enum CodingKeys: String, CodingKey { case aspects, coverage }

    /// Reads what ``encode(to:)`` wrote; aspects of later versions are passed over.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let words = try fields.decodeIfPresent([String: String].self, forKey: .aspects) ?? [:]
        self.init(coverage: try fields.decodeIfPresent(Double.self, forKey: .coverage))
        for (word, value) in words {
            if let aspect = Aspect(rawValue: word) { aspects[aspect] = value }
        }
    }

    /// Aspects by name, in an object.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        let words = Dictionary(uniqueKeysWithValues: aspects.map { ($0.key.rawValue, $0.value) })
        if !words.isEmpty { try fields.encode(words, forKey: .aspects) }
        try fields.encodeIfPresent(coverage, forKey: .coverage)
    }
}
