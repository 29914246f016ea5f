// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The way from one scheme's classes to another's, through the ecological categories.
public struct Crosswalk: Sendable {
    /// What becomes of one class.
    public struct Entry: Sendable {
        /// The class that is translated.
        public let source: LandClass
        /// The classes that it may become: one where it is clear, none where there is none.
        public let targets: [LandClass]
        /// What the translation loses; empty where it loses nothing.
        public let losses: [Loss]
    }

    /// What a translation loses.
    public enum Loss: Hashable, Sendable, CustomStringConvertible {
        /// The other scheme has no class of this category.
        case noTarget(Category)
        /// The other scheme divides the category, and nothing here says which part it is.
        case undivided(Category, among: [ClassCode])
        /// Other classes of this scheme end in the same class.
        case merged(with: [ClassCode])
        /// The kind of bare ground is not kept.
        case bareKind(BareKind)
        /// What is known of the shrubs' cover is not kept.
        case shrubCover
        /// The class lies across the category's threshold.
        case straddles(Category)

        /// The loss in words.
        public var description: String {
            switch self {
            case .noTarget(let category): "no class for \(category.key)"
            case .undivided(let category, let codes):
                "\(category.key) is one of \(codes.map(\.description).joined(separator: ", "))"
            case .merged(let codes):
                "merged with \(codes.map(\.description).joined(separator: ", "))"
            case .bareKind(let kind): "that the ground is \(kind.rawValue)"
            case .shrubCover: "what is known of the shrub cover"
            case .straddles(let category): "lies across the threshold of \(category.key)"
            }
        }
    }

    /// The scheme that is translated.
    public let source: ClassScheme
    /// The scheme that it is translated to.
    public let target: ClassScheme
    /// One entry for each class of ``source``, in the order of their codes.
    public let entries: [Entry]

    /// Works out the way from one scheme to another. O(classes of both, multiplied).
    public init(from source: ClassScheme, to target: ClassScheme) {
        self.source = source
        self.target = target
        let aims = source.classes.map { Self.targets(for: $0, in: target) }
        entries = zip(source.classes, aims).map { landClass, targets in
            let merged = zip(source.classes, aims).filter { other, otherTargets in
                other.code != landClass.code && targets.count == 1
                    && otherTargets.map(\.code) == targets.map(\.code)
            }
            return Entry(
                source: landClass, targets: targets,
                losses: Self.losses(
                    of: landClass, to: targets, mergedWith: merged.map { $0.0.code }))
        }
    }

    /// The classes that lose something.
    public var lossyEntries: [Entry] { entries.filter { !$0.losses.isEmpty } }

    private static func targets(for landClass: LandClass, in scheme: ClassScheme) -> [LandClass] {
        var candidates = scheme.classes(in: landClass.category)
        if candidates.isEmpty {
            candidates = substitutes(for: landClass.category).flatMap { scheme.classes(in: $0) }
        }
        if let kind = landClass.bareKind {
            let same = candidates.filter { $0.bareKind == kind }
            if !same.isEmpty { return same }
            let unnamed = candidates.filter { $0.bareKind == nil }
            if !unnamed.isEmpty { return unnamed }
        }
        let same = candidates.filter { $0.shrubCover == landClass.shrubCover }
        return same.isEmpty ? candidates : same
    }

    /// Judged and unjudged shrub stand in for each other.
    private static func substitutes(for category: Category) -> [Category] {
        switch category {
        case .shrub: [.specialShrub, .otherShrub]
        case .specialShrub, .otherShrub: [.shrub]
        default: []
        }
    }

    private static func losses(
        of landClass: LandClass, to targets: [LandClass], mergedWith others: [ClassCode]
    ) -> [Loss] {
        guard let first = targets.first else { return [.noTarget(landClass.category)] }
        var losses: [Loss] = []
        if targets.count > 1 {
            losses.append(.undivided(landClass.category, among: targets.map(\.code)))
        }
        if !others.isEmpty { losses.append(.merged(with: others)) }
        if let kind = landClass.bareKind, first.bareKind != kind { losses.append(.bareKind(kind)) }
        if landClass.shrubCover == .above30, first.shrubCover != .above30 {
            losses.append(.shrubCover)
        }
        if landClass.straddles { losses.append(.straddles(landClass.category)) }
        return losses
    }
}
