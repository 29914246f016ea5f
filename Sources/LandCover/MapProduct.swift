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

/// What a map is of: a scheme, and the version of its product where that can be told.
public struct MapProduct: Sendable {
    /// What its codes mean.
    public let scheme: ClassScheme
    /// Which version of the product it is; `nil` where there is one alone, or where nothing tells.
    public let version: ProductVersion?

    /// Tells the version of a map by what its files are called and say of themselves, or else by its
    /// year.
    ///
    /// - Parameters:
    ///   - scheme: What its codes mean.
    ///   - year: The year of the map; `nil` where it is not known.
    ///   - texts: Names of files, and metadata.
    public init(_ scheme: ClassScheme, year: Int?, texts: [String] = []) {
        self.scheme = scheme
        let named = scheme.versions.filter { version in
            texts.contains { RecognitionClues.match(version.names, in: $0) != nil }
        }
        let dated = scheme.versions.filter { version in year.map(version.years.contains) ?? false }
        let found = named.isEmpty ? dated : named
        version = found.count == 1 ? found[0] : nil
    }

    /// `worldcover v200`, or the scheme alone.
    public var name: String {
        version.map { "\(scheme.id) \($0.id)" } ?? scheme.id
    }

    /// How accurate the publisher states it to be; `nil` where that is not known.
    public var accuracy: PublishedAccuracy? {
        version.map(\.accuracy) ?? scheme.accuracy
    }

    /// Why the difference of two maps is not change of the land; `nil` where nothing says so.
    public func incomparability(with other: MapProduct) -> Incomparability? {
        rule(against: other) ?? other.rule(against: self)
    }

    /// What a map can be compared among: maps of one series, by name.
    ///
    /// - Parameter year: Of the map.
    /// - Returns: `nil` where all maps of the scheme can be compared, as far as it says.
    public func series(year: Int) -> String? {
        if scheme.incomparables.contains(where: { $0.other == .scheme(scheme.id) }) {
            return "\(scheme.id) \(year)"
        }
        guard let version else { return nil }
        let isApart =
            !version.incomparables.isEmpty
            || scheme.versions.contains { other in
                other.incomparables.contains { $0.other == .version(version.id) }
            }
        return isApart ? name : nil
    }

    private func rule(against other: MapProduct) -> Incomparability? {
        let rules = scheme.incomparables + (version?.incomparables ?? [])
        return rules.first { rule in
            switch rule.other {
            case .scheme(let id): id == other.scheme.id
            case .version(let id):
                scheme.id == other.scheme.id && other.version?.id == id
            }
        }
    }
}
