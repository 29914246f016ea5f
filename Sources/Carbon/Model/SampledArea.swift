// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// An area as an accuracy sample has it: mapped hectares, each times the share of its mapped class
/// that was found to be something.
///
/// Areas with the same sample share its error, whatever their zone and year.
public struct SampledArea: Hashable, Sendable {
    /// Mapped land, and what of it is counted.
    public struct Part: Hashable, Sendable {
        /// What the land is on the map.
        public let mapped: LandType
        /// What it truly is, as the sample calls it.
        public let reference: LandType
        /// How much of `mapped` there is.
        public let hectares: Double

        /// Mapped land, and what of it is counted.
        public init(mapped: LandType, reference: LandType, hectares: Double) {
            self.mapped = mapped
            self.reference = reference
            self.hectares = hectares
        }
    }

    /// The sample that gives the shares.
    public let sample: ConfusionSample
    /// What is added up.
    public let parts: [Part]

    /// An area by a sample; the order of the parts does not matter.
    public init(_ parts: [Part], of sample: ConfusionSample) {
        self.parts = parts.sorted {
            ($0.mapped, $0.reference, $0.hectares) < ($1.mapped, $1.reference, $1.hectares)
        }
        self.sample = sample
    }

    /// The area by the sample's own shares.
    public var hectares: Double {
        parts.reduce(0) { sum, part in
            guard let counts = sample.counts[part.mapped],
                let column = sample.references.firstIndex(of: part.reference)
            else { return sum }
            return sum + part.hectares * counts[column] / counts.reduce(0, +)
        }
    }
}

extension ModelBuilder {
    /// The variable of an area by a sample: a sum of shares, found again by its name and zone.
    mutating func variable(
        _ area: SampledArea, named name: String, zone: String, origin: CarbonModel.Origin
    ) throws(CarbonError) -> Int {
        let sample = area.sample
        let references = sample.references.map(\.description)
        var weights: [Int: Double] = [:]
        for part in area.parts {
            guard let counts = sample.counts[part.mapped],
                let column = sample.references.firstIndex(of: part.reference)
            else {
                throw .badSample(
                    name: sample.name,
                    reason: "has no '\(part.mapped)' that is '\(part.reference)'")
            }
            let shares = shares(
                sample: sample.name, mapped: part.mapped.description, references: references,
                counts: counts)
            weights[shares[column], default: 0] += part.hectares
        }
        return combination(
            name, zone: zone, weights.sorted { $0.key < $1.key }.map { ($0.value, $0.key) },
            origin: origin)
    }
}
