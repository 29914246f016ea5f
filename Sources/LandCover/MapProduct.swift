// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a map is of: a scheme, and the version of its product where that can be told.
public struct MapProduct: Sendable {
    /// What its codes mean.
    public let scheme: ClassScheme
    /// Which version of the product it is; `nil` where there is one alone, or where nothing tells.
    public let version: ProductVersion?

    /// Tells the version of a map: as it is stated, or else by what its files are called and say of
    /// themselves, by its year, or by the name that the scheme was asked for, the first that tells any.
    ///
    /// - Parameters:
    ///   - scheme: What its codes mean.
    ///   - year: The year of the map; `nil` where it is not known.
    ///   - texts: Names of files, and metadata.
    ///   - stated: The version's short name, where somebody states it.
    ///   - alias: The name that the scheme was asked for, such as `worldcover-v200`.
    public init(
        _ scheme: ClassScheme, year: Int?, texts: [String] = [], stated: String? = nil,
        alias: String? = nil
    ) {
        func named(in texts: [String]) -> [ProductVersion] {
            scheme.versions.filter { version in
                texts.contains { RecognitionClues.match(version.names, in: $0) != nil }
            }
        }
        let readings = [
            scheme.versions.filter { $0.id == stated }, named(in: texts),
            scheme.versions.filter { version in year.map(version.years.contains) ?? false },
            named(in: [alias].compactMap(\.self)),
        ]
        let versions = readings.first { !$0.isEmpty } ?? []
        self.init(scheme: scheme, version: versions.count == 1 ? versions[0] : nil)
    }

    private init(scheme: ClassScheme, version: ProductVersion?) {
        self.scheme = scheme
        self.version = version
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

    /// Why the difference of two maps may not be change of the land, where nothing tells the version of
    /// one of them, or of both; `nil` where ``incomparability(with:)`` tells, and where whichever they
    /// are can be compared.
    public func possibleIncomparability(with other: MapProduct) -> Incomparability? {
        guard incomparability(with: other) == nil else { return nil }
        for candidate in candidates {
            for one in other.candidates {
                if let rule = candidate.incomparability(with: one) { return rule }
            }
        }
        return nil
    }

    /// Whether the product has several versions and nothing tells which this is.
    public var isVersionUntold: Bool { version == nil && !scheme.versions.isEmpty }

    private var candidates: [MapProduct] {
        isVersionUntold ? scheme.versions.map { MapProduct(scheme: scheme, version: $0) } : [self]
    }

    /// What a map can be compared among: maps of one series, by name. A map whose version nothing
    /// tells is a series of its own where versions cannot be compared.
    ///
    /// - Parameter year: Of the map.
    /// - Returns: `nil` where all maps of the scheme can be compared, as far as it says.
    public func series(year: Int) -> String? {
        if scheme.incomparables.contains(where: { $0.other == .scheme(scheme.id) }) {
            return "\(scheme.id) \(year)"
        }
        guard let version else {
            return scheme.versions.contains(where: isApart) ? "\(scheme.id) ? \(year)" : nil
        }
        return isApart(version) ? name : nil
    }

    private func isApart(_ version: ProductVersion) -> Bool {
        !version.incomparables.isEmpty
            || scheme.versions.contains { other in
                other.incomparables.contains { $0.other == .version(version.id) }
            }
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
