// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// A parcel of new forest that was verified on the ground.
public struct AfforestationParcel: Hashable, Sendable {
    /// m², as verified.
    public let area: Double
    /// 成活率, 0…1, in the first years.
    public let survival: Double
    /// How many parcels of its stratum it stands for, N_h / n_h; 1 where every parcel was verified.
    public let weight: Double
    /// The stratum that it was drawn from.
    public let stratum: String

    /// A parcel of `area` m² on which `survival` of the plants live.
    public init(area: Double, survival: Double, weight: Double = 1, stratum: String = "") {
        self.area = area
        self.survival = survival
        self.weight = weight
        self.stratum = stratum
    }
}

/// How afforestation parcels did, by area.
///
/// - Source: GB/T 15776-2023; limits for dry land from memory.
public struct AfforestationAccount: Hashable, Sendable {
    /// The lowest survival that passes: 0.85 in general, 0.70 below 400 mm of rain a year.
    public static let generalLimit = 0.85
    /// The lowest survival that passes below 400 mm of rain a year.
    public static let drylandLimit = 0.70
    /// Survival at or below which a parcel has failed and is not replanted in part.
    public static let failureLimit = 0.40

    /// m² verified.
    public let verified: Double
    /// m² reported; `nil` if unknown.
    public let reported: Double?
    /// Area-weighted survival, 0…1: a different thing from the pass rate.
    public let meanSurvival: Double
    private let parcels: [AfforestationParcel]

    /// Adds parcels up.
    ///
    /// - Throws: ``EcologyError`` without parcels, at a negative area, or at a survival outside
    ///   0…1, which is most often a percentage.
    public init(_ parcels: [AfforestationParcel], reported: Double? = nil) throws(EcologyError) {
        for (index, parcel) in parcels.enumerated() {
            try nonNegative(parcel.area, "the area of parcel \(index + 1)")
            try fraction(parcel.survival, "the survival of parcel \(index + 1)")
            guard parcel.weight >= 1, parcel.weight.isFinite else {
                throw .refused(
                    "parcel \(index + 1) stands for \(parcel.weight) parcels; a weight is at least 1"
                )
            }
        }
        if let reported { try nonNegative(reported, "the reported area") }
        verified = parcels.reduce(0) { $0 + $1.weight * $1.area }
        guard verified > 0 else { throw .nothing(what: "verified afforestation parcel") }
        meanSurvival = parcels.reduce(0) { $0 + $1.weight * $1.area * $1.survival } / verified
        self.reported = reported
        self.parcels = parcels
    }

    /// m² of parcels whose survival is at least `limit`.
    public func passed(at limit: Double) -> Double {
        parcels.reduce(0) { $0 + ($1.survival >= limit ? $1.weight * $1.area : 0) }
    }

    /// m² that failed: survival at most 0.40.
    public var failed: Double {
        parcels.reduce(0) { $0 + ($1.survival <= Self.failureLimit ? $1.weight * $1.area : 0) }
    }

    /// 核实率: verified / reported area; `nil` where nothing was reported.
    public var verificationRate: Double? { reported.flatMap { $0 > 0 ? verified / $0 : nil } }

    /// 造林面积合格率, with the rate at the other usual limit beside it.
    public func result(at place: ZoneYear, limit: Double = drylandLimit) -> IndicatorResult {
        let percent = Int((limit * 100).rounded())
        let other = limit == Self.generalLimit ? Self.drylandLimit : Self.generalLimit
        let beside = decimal(passed(at: other) / verified * 100, digits: 2)
        let otherPercent = Int((other * 100).rounded())
        var result = IndicatorResult(
            "afforestation_pass", variant: "survival_\(percent)", at: place,
            numerator: Quantity(passed(at: limit), .squareMetres),
            over: Quantity(verified, .squareMetres),
            notes: [
                LocalizedText(
                    zh: "按成活率\(otherPercent)%为\(beside)%",
                    en: "\(beside) % with a survival limit of \(otherPercent) %")
            ])
        if let error = standardError(at: limit), let value = result.value {
            let half = 1.96 * error
            result.bounds = Bounds(
                max(0, value - half), min(1, value + half), kind: .confidence95)
            result.notes.append(
                LocalizedText(
                    zh: "\(parcels.count)个抽样小班的比率估计",
                    en: "a ratio estimate from \(parcels.count) sampled parcels"))
        }
        return result
    }

    /// The standard error of the pass rate where parcels were sampled; `nil` where every parcel was
    /// verified, or a stratum has only one.
    public func standardError(at limit: Double) -> Double? {
        guard parcels.contains(where: { $0.weight > 1 }) else { return nil }
        let strata = Dictionary(grouping: parcels, by: \.stratum)
        let estimate = try? stratifiedRatio(
            strata.sorted { $0.key < $1.key }.map { id, parcels in
                Stratum(id: id, size: parcels.reduce(0) { $0 + $1.weight })
            },
            values: strata.mapValues { parcels in
                parcels.map { (y: $0.survival >= limit ? $0.area : 0, x: $0.area) }
            })
        return estimate?.standardError
    }
}
