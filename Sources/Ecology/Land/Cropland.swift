// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover
internal import Words

/// A survey polygon of cropland.
public struct CroplandParcel: Hashable, Sendable {
    /// TBMJ, the polygon's ellipsoidal area, m².
    public let area: Double
    /// KCXS, the share of field ridges 田坎, 0…1.
    public let ridgeCoefficient: Double
    /// Whether it is 可调整 land (suffix K): listed beside, never counted as cropland.
    public let isConvertible: Bool

    /// A parcel of `area` m².
    public init(area: Double, ridgeCoefficient: Double, isConvertible: Bool = false) {
        self.area = area
        self.ridgeCoefficient = ridgeCoefficient
        self.isConvertible = isConvertible
    }

    /// KCMJ = TBMJ·KCXS, m².
    public var ridges: Double { area * ridgeCoefficient }
    /// TBDLMJ = TBMJ − KCMJ, m²: what counts.
    public var net: Double { area - ridges }
}

/// Cropland held, 耕地保有量: net area of paddy, irrigated and dry land, m².
///
/// - Source: TD/T 1055-2019, from memory.
/// - Parameters:
///   - parcels: Of 0101, 0102 and 0103, and convertible land.
///   - place: The zone and year.
/// - Returns: The net area; convertible land in a note.
/// - Throws: ``EcologyError`` at a negative area or a coefficient outside 0…1.
public func cropland(
    of parcels: [CroplandParcel], at place: ZoneYear
) throws(EcologyError) -> IndicatorResult {
    for (index, parcel) in parcels.enumerated() {
        try nonNegative(parcel.area, "the TBMJ of cropland parcel \(index + 1)")
        try fraction(parcel.ridgeCoefficient, "the KCXS of cropland parcel \(index + 1)")
    }
    let net = parcels.reduce(0) { $0 + ($1.isConvertible ? 0 : $1.net) }
    let convertible = parcels.reduce(0) { $0 + ($1.isConvertible ? $1.net : 0) }
    let hectares = decimal(convertible / 10_000, digits: 2, grouped: true)
    return IndicatorResult(
        "cropland", variant: "net", at: place, amount: Quantity(net, .squareMetres),
        notes: convertible > 0
            ? [
                LocalizedText(
                    zh: "另有可调整地类\(hectares)公顷", en: "beside it \(hectares) ha of convertible land")
            ] : [])
}

/// Gross cropland of land cover, m²: indicative, field ridges and paths are in it.
public func cropland(
    of categories: CategoryAreas, at place: ZoneYear, rules: AssessmentRules = AssessmentRules()
) -> IndicatorResult {
    categories.area(
        of: .cropland, as: "cropland", variant: "gross", at: place, rules: rules,
        because: LocalizedText(
            zh: "遥感毛面积，未扣田坎", en: "gross area from land cover: ridges are not deducted"))
}

extension CategoryAreas {
    /// The area of a category as an indicator that a land-cover map can only indicate, m².
    func area(
        of category: LandCover.Category, as indicator: String, variant: String, at place: ZoneYear,
        rules: AssessmentRules, because reason: LocalizedText
    ) -> IndicatorResult {
        var result = IndicatorResult(
            indicator, variant: variant, at: place,
            amount: Quantity(self[category.key], .squareMetres),
            status: rules.status(
                unclassifiedShare: unclassifiedShare, otherwise: .indicative(reason)))
        result.allow(unknown: unclassified)
        return result
    }
}
