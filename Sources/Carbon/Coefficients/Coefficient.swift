// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
public import Ecology

/// A number that carbon is computed with, and everything that must be known to trust it.
public struct Coefficient: Hashable, Sendable {
    /// A name unique among all sets; two results that share it move together.
    public let id: String
    /// Mean, deviation and shape, in the stored unit of ``dimension``.
    public let distribution: Distribution
    /// What it measures; its raw value is the stored unit.
    public let dimension: CarbonUnit.Dimension
    /// The value as its file has it, with its unit.
    public let written: String
    /// Where it was found.
    public private(set) var source: String
    /// The region that it is for.
    public let region: String
    /// How it is known.
    public private(set) var evidence: Evidence
    /// Whether it was compared with its source.
    public private(set) var isVerified: Bool
    /// Whether the uncertainty is Steppe's own default, for want of one in the source.
    public let isUncertaintyAssumed: Bool
    /// The low and the high end that its source states, in the stored unit; `nil` where it states
    /// its uncertainty in another way, or not at all.
    public var statedInterval: ClosedRange<Double>?
    /// What else to know.
    public let note: String

    /// A coefficient made in code, such as one that the user gives on the command line.
    public init(
        id: String, distribution: Distribution, dimension: CarbonUnit.Dimension,
        written: String? = nil, source: String, region: String = "",
        evidence: Evidence = .measured, isVerified: Bool? = nil,
        isUncertaintyAssumed: Bool = false, note: String = ""
    ) {
        self.id = id
        self.distribution = distribution
        self.dimension = dimension
        self.written = written ?? "\(distribution.mean) \(dimension.rawValue)"
        self.source = source
        self.region = region
        self.evidence = evidence
        self.isVerified = isVerified ?? evidence.isVerified
        self.isUncertaintyAssumed = isUncertaintyAssumed
        self.note = note
    }

    /// The same with a citation in place of one from memory.
    func citing(_ references: References) -> Coefficient {
        guard evidence == .fromMemory, let citation = references.citation(for: source) else {
            return self
        }
        var coefficient = self
        coefficient.source = citation
        coefficient.evidence = .stated
        coefficient.isVerified = true
        return coefficient
    }

    /// The mean, in the stored unit.
    public var value: Double { distribution.mean }
}

/// Steppe's uncertainty for a coefficient whose source states none: U, half of a 95 % interval.
public enum AssumedUncertainty {
    /// Biomass and what expands it, %.
    public static let biomassPercent = 50.0
    /// Soil organic carbon, %.
    public static let soilPercent = 60.0
    /// Annual flux, %.
    public static let fluxPercent = 100.0
}
