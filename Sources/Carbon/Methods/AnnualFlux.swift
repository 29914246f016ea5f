// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import struct Ecology.LocalizedText
internal import LandCover

/// Land with a flux of its own: a kind, an area, and how long ago it became so.
public struct FluxArea: Sendable {
    /// The zone's id.
    public let zone: String
    /// The kind of land.
    public let land: LandType
    /// Area, ha, with its uncertainty.
    public let hectares: Distribution
    /// Years since it was planted or fenced; `nil` where that is not known.
    public let yearsSinceChange: Int?
    /// What an accuracy sample says of its area; `nil` where there is none.
    public let sampled: SampledArea?

    /// Land with a flux.
    public init(
        zone: String, land: LandType, hectares: Distribution, yearsSinceChange: Int? = nil
    ) {
        self.zone = zone
        self.land = land
        self.hectares = hectares
        self.yearsSinceChange = yearsSinceChange
        sampled = nil
    }

    /// Land with a flux, whose area an accuracy sample tells.
    public init(
        zone: String, land: LandType, sampled area: SampledArea, yearsSinceChange: Int? = nil
    ) {
        self.zone = zone
        self.land = land
        hectares = .fixed(area.hectares)
        self.yearsSinceChange = yearsSinceChange
        sampled = area
    }
}

extension CarbonAccount {
    /// The annual sink as area × flux of the ecosystem type: Σ A·r.
    ///
    /// Never add it to a stock change of the same pools. Gains after planting end: land older than
    /// `saturationYears` has none; land of unknown age counts in full, and a note says so.
    ///
    /// - Parameters:
    ///   - areas: The land of all zones.
    ///   - year: The year of the areas.
    ///   - saturationYears: Years after which a planting gains no more; 20 to 50 are found.
    ///   - set: Fluxes in t C/ha/yr, uptake positive.
    /// - Returns: Sinks by zone and class.
    /// - Throws: ``CarbonError``, above all where the set has no flux for a class.
    public static func annualFlux(
        of areas: [FluxArea], year: Int, saturationYears: Int = 50, with set: CoefficientSet
    ) throws(CarbonError) -> CarbonAccount {
        var builder = ModelBuilder()
        var notes = set.notes
        var ageless: Set<LandType> = []
        var kinds: Set<LocalizedText> = []
        for (index, area) in areas.enumerated() where area.land.category != .nodata {
            guard area.hectares.mean >= 0, area.hectares.mean.isFinite else {
                throw .badArea(
                    zone: area.zone, land: area.land.description, hectares: area.hectares.mean)
            }
            let flux: Coefficient
            do {
                let found = try set.flux(of: area.land, zone: area.zone)
                flux = found.coefficient
                if let kind = found.kind {
                    kinds.insert(
                        LocalizedText(
                            zh: "\(area.land.nameZH)的通量：\(kind.zh)",
                            en: "flux of \(area.land): \(kind.en)"))
                }
            } catch { throw .coefficient(error) }
            let isSaturated = area.yearsSinceChange.map { $0 > saturationYears } ?? false
            if area.yearsSinceChange == nil && area.land.isWoody { ageless.insert(area.land) }
            let age = area.yearsSinceChange.map { " aged \($0)" } ?? ""
            let name = "flux area \(area.land)\(age) \(year) #\(index)"
            let origin = CarbonModel.Origin.area(
                land: area.land.description, from: nil, year: year)
            let variable =
                if let sampled = area.sampled {
                    try builder.variable(sampled, named: name, zone: area.zone, origin: origin)
                } else {
                    builder.variable(
                        name, zone: area.zone, area.hectares, origin: origin,
                        group: "area of \(area.land)\(age) in \(area.zone)")
                }
            builder.enter(
                .sink, zone: area.zone, pool: nil, land: area.land.description,
                process: isSaturated ? "saturated" : "",
                isSaturated
                    ? []
                    : [
                        ModelBuilder.Term(
                            1,
                            [ModelBuilder.Factor(variable: variable, exponent: 1)]
                                + builder.factors([flux]))
                    ])
        }
        notes += kinds.sorted { $0.en < $1.en }
        if !ageless.isEmpty {
            notes.append(
                LocalizedText(
                    zh: "\(ageless.sorted().map(\.nameZH).joined(separator: "、"))的年龄不明，全部计入；"
                        + "超过\(saturationYears)年的人工植被不再增汇",
                    en:
                        "the age of \(ageless.sorted().map(\.description).joined(separator: ", ")) is "
                        + "not known, so all of it counts; plantings older than \(saturationYears) "
                        + "years gain no more"))
        }
        return CarbonAccount(
            .annualFlux, set: set, hasSoil: false, from: year, notes: notes,
            model: builder.finished(years: nil))
    }
}
