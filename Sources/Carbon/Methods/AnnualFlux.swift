// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
import Ecology
internal import LandCover
internal import Words

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

/// What is taken of land whose age nobody knows.
public enum UnknownAge: Sendable {
    /// It still gains at its full rate: the upper end of what may be.
    case young
    /// It gains no more: the lower end.
    case saturated
}

extension CarbonAccount {
    /// The annual sink as area × flux of the ecosystem type: Σ A·r·g.
    ///
    /// Never add it to a stock change of the same pools. Gains after planting end: the share g of the
    /// rate that is left is 1 up to the first of the set's `gain_years`, 0 from the second on, and falls
    /// in a straight line between them. Kinds of land without `gain_years` have a rate for all time,
    /// wood aside, which has ``FluxArea/defaultGainYears``.
    ///
    /// - Parameters:
    ///   - areas: The land of all zones.
    ///   - year: The year of the areas.
    ///   - unknown: What land without an age is taken for. Where there is such land, the sink is a band
    ///     between the two: see ``isUpperEnd`` and ``CarbonEstimate/band(from:to:)``.
    ///   - set: Fluxes in t C/ha/yr, uptake positive.
    /// - Returns: Sinks by zone and class.
    /// - Throws: ``CarbonError``, above all where the set has no flux for a class.
    public static func annualFlux(
        of areas: [FluxArea], year: Int, assuming unknown: UnknownAge = .young,
        with set: CoefficientSet
    ) throws(CarbonError) -> CarbonAccount {
        var builder = ModelBuilder(with: set)
        var remarks = FluxRemarks()
        for (index, area) in areas.enumerated() where area.land.category != .nodata {
            guard area.hectares.mean >= 0, area.hectares.mean.isFinite else {
                throw .badArea(
                    zone: area.zone, land: area.land.description, hectares: area.hectares.mean)
            }
            let flux: CoefficientSet.Flux
            do { flux = try set.flux(of: area.land, zone: area.zone) } catch {
                throw .coefficient(error)
            }
            remarks.add(flux, of: area)
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
            let gain = area.gain(flux.gainYears, assuming: unknown)
            builder.enter(
                .sink, zone: area.zone, pool: nil, land: area.land.description,
                process: gain.process,
                gain.share == 0
                    ? []
                    : [
                        ModelBuilder.Term(
                            gain.share,
                            [ModelBuilder.Factor(variable: variable, exponent: 1)]
                                + builder.factors([flux.coefficient]))
                    ])
        }
        return CarbonAccount(
            .annualFlux, set: set, soilDepths: remarks.soilDepths, from: year,
            notes: set.notes + remarks.notes, isUpperEnd: unknown == .young && remarks.isAgeless,
            model: builder.finished(years: nil))
    }
}

extension FluxArea {
    /// Years that wood gains in full, and after which it gains no more, where a set does not say.
    public static let defaultGainYears = 20.0...50.0

    /// What is left of the rate, and what happens on the land.
    fileprivate func gain(
        _ years: ClosedRange<Double>?, assuming unknown: UnknownAge
    ) -> (share: Double, process: String) {
        guard let years else { return (1, "") }
        guard let age = yearsSinceChange.map(Double.init) else {
            return (unknown == .young ? 1 : 0, "age_unknown")
        }
        if age <= years.lowerBound { return (1, "young") }
        if age >= years.upperBound { return (0, "saturated") }
        return ((years.upperBound - age) / (years.upperBound - years.lowerBound), "ageing")
    }
}

/// What a reader must know of fluxes that were used.
private struct FluxRemarks {
    private var ageless: Set<LandType> = []
    private var kinds: Set<LocalizedText> = []
    private(set) var soilDepths: Set<Double> = []

    /// Whether there is land that may gain or not.
    var isAgeless: Bool { !ageless.isEmpty }

    mutating func add(_ flux: CoefficientSet.Flux, of area: FluxArea) {
        if area.yearsSinceChange == nil && flux.gainYears != nil && area.hectares.mean > 0 {
            ageless.insert(area.land)
        }
        soilDepths.formUnion(flux.soilDepths)
        guard let kind = flux.kind else { return }
        let depths = flux.soilDepths.sorted().map { "0–\(brief($0))" }
        kinds.insert(
            LocalizedText(
                zh: "\(area.land.nameZH)的通量：\(kind.zh)"
                    + (depths.isEmpty ? "" : "；土层\(depths.joined(separator: "、"))厘米"),
                en: "flux of \(area.land): \(kind.en)"
                    + (depths.isEmpty ? "" : "; soil to \(depths.joined(separator: " and ")) cm")))
    }

    var notes: [LocalizedText] {
        var notes = kinds.sorted { $0.en < $1.en }
        if isAgeless {
            notes.append(
                LocalizedText(
                    zh: "\(ageless.sorted().map(\.nameZH).joined(separator: "、"))的林龄（造林年数）不明："
                        + "碳汇只给出范围，下端为已饱和（不再增汇），上端为幼龄（全速增汇）；"
                        + "给出年数可缩小范围",
                    en: "the age of "
                        + ageless.sorted().map(\.description).joined(separator: ", ")
                        + " is not known: the sink is a band, from saturated (no gain any more) to young "
                        + "(the full rate); give years since planting to narrow it"))
        }
        return notes
    }
}
