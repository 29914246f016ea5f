// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A parcel of new forest that was verified on the ground.
public struct AfforestationParcel: Hashable, Sendable {
    /// m², as verified.
    public let area: Double
    /// 成活率, 0…1, in the first years.
    public let survival: Double

    /// A parcel of `area` m² on which `survival` of the plants live.
    public init(area: Double, survival: Double) {
        self.area = area
        self.survival = survival
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
        }
        if let reported { try nonNegative(reported, "the reported area") }
        verified = parcels.reduce(0) { $0 + $1.area }
        guard verified > 0 else { throw .nothing(what: "verified afforestation parcel") }
        meanSurvival = parcels.reduce(0) { $0 + $1.area * $1.survival } / verified
        self.reported = reported
        self.parcels = parcels
    }

    /// m² of parcels whose survival is at least `limit`.
    public func passed(at limit: Double) -> Double {
        parcels.reduce(0) { $0 + ($1.survival >= limit ? $1.area : 0) }
    }

    /// m² to replant: survival above 0.40 and below `limit`.
    public func toReplant(at limit: Double) -> Double {
        verified - passed(at: limit) - failed
    }

    /// m² that failed: survival at most 0.40.
    public var failed: Double {
        parcels.reduce(0) { $0 + ($1.survival <= Self.failureLimit ? $1.area : 0) }
    }

    /// 核实率: verified / reported area; `nil` where nothing was reported.
    public var verificationRate: Double? { reported.flatMap { $0 > 0 ? verified / $0 : nil } }

    /// 造林面积合格率, with the rate at the other usual limit beside it.
    public func result(at place: ZoneYear, limit: Double = drylandLimit) -> IndicatorResult {
        let percent = Int((limit * 100).rounded())
        let other = limit == Self.generalLimit ? Self.drylandLimit : Self.generalLimit
        let beside = decimal(passed(at: other) / verified * 100, digits: 2)
        let otherPercent = Int((other * 100).rounded())
        return IndicatorResult(
            "afforestation_pass", variant: "survival_\(percent)", at: place,
            numerator: Quantity(passed(at: limit), .squareMetres),
            over: Quantity(verified, .squareMetres),
            notes: [
                LocalizedText(
                    zh: "按成活率\(otherPercent)%为\(beside)%",
                    en: "\(beside) % with a survival limit of \(otherPercent) %")
            ])
    }
}
