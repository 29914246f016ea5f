// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// A grassland type in a zone: its area and its mean vegetation cover.
public struct GrasslandType: Hashable, Sendable {
    /// The type's name, such as 典型草原.
    public let name: String
    /// m² of natural grassland of the type.
    public let area: Double
    /// The type's cover, 0…1, at peak season.
    public let cover: Double

    /// A type of `area` m² with `cover` as a fraction.
    public init(name: String, area: Double, cover: Double) {
        self.name = name
        self.area = area
        self.cover = cover
    }
}

/// A way to find grassland cover.
public enum GrasslandVariant: String, CaseIterable, Sendable {
    /// Types weighted by area, cover from plots: the official way.
    case plots
    /// Types weighted by area, cover from remote sensing: a proxy.
    case coverByType = "fvc_by_type"
    /// The mean of remotely sensed cover over the grassland: a proxy.
    case meanCover = "fvc_mean"
    /// The share of the whole zone under vegetation: another quantity of the same name.
    case vegetatedShare = "vegetated_share"
}

/// Comprehensive grassland vegetation cover, 草原综合植被盖度: Σ G_k·A_k / Σ A_k.
///
/// - Source: 杨智, 徐斌 2019, 草业科学 36(6).
/// - Parameters:
///   - types: The natural grassland of a zone, by type.
///   - variant: ``GrasslandVariant/plots`` or ``GrasslandVariant/coverByType``.
///   - place: The zone and year.
///   - calibration: Turns remotely sensed cover into plot cover; widens the interval.
/// - Returns: The cover, *not assessed* in a zone without grassland; with a calibration, its 95 % interval.
/// - Throws: ``EcologyError`` at a negative area or a cover outside 0…1.
public func grasslandCover(
    of types: [GrasslandType], variant: GrasslandVariant, at place: ZoneYear,
    calibration: PlotCalibration? = nil
) throws(EcologyError) -> IndicatorResult {
    guard variant == .plots || variant == .coverByType else {
        throw .refused("'\(variant.rawValue)' takes no grassland types; use plots or fvc_by_type")
    }
    var covered = 0.0
    var area = 0.0
    for type in types {
        try nonNegative(type.area, "the area of '\(type.name)'")
        let measured = try fraction(type.cover, "the cover of '\(type.name)'")
        covered += (calibration?.plotCover(of: measured) ?? measured) * type.area
        area += type.area
    }
    var result = IndicatorResult(
        "grassland_cover", variant: variant.rawValue, at: place,
        numerator: Quantity(covered, .squareMetres), over: Quantity(area, .squareMetres),
        status: variant == .plots ? .official : proxy, notes: notes(calibration))
    // The calibration's error is one for all types, so it adds to the mean as it is.
    result.widen(by: calibration?.residualVariance ?? 0)
    return result
}

/// Comprehensive grassland vegetation cover from plots: the official way.
///
/// - Parameters:
///   - plots: The mean of the zone's plots, each type weighted by its area.
///   - place: The zone and year.
/// - Returns: The cover with its 95 % interval; without one where the plots tell no variance.
public func grasslandCover(on plots: PlotMean, at place: ZoneYear) -> IndicatorResult {
    var result = IndicatorResult(
        "grassland_cover", variant: GrasslandVariant.plots.rawValue, at: place,
        numerator: Quantity(plots.value * plots.area, .squareMetres),
        over: Quantity(plots.area, .squareMetres), notes: plots.notes)
    guard result.value != nil, let interval = plots.interval else { return result }
    result.bounds = Bounds(
        max(0, interval.lowerBound), min(1, interval.upperBound),
        kind: plots.isUnlike ? .range : .confidence95)
    result.uncertainty.included.insert(.plotSampling)
    return result
}

/// Mean vegetation cover over the grassland of a zone: a proxy of the official figure.
///
/// - Parameters:
///   - covered: Σ cover × area over grassland with a value, m².
///   - area: The area of that grassland, m².
///   - missing: Grassland without a value, m²; above the rules' limit nothing is assessed.
///   - place: The zone and year.
///   - calibration: Turns remotely sensed cover into plot cover.
///   - rules: The limit of missing ground.
/// - Returns: An indicative cover.
/// - Throws: ``EcologyError`` at a negative area, or where more is covered than there is.
public func grasslandCover(
    covered: Double, over area: Double, missing: Double = 0, at place: ZoneYear,
    calibration: PlotCalibration? = nil, rules: AssessmentRules = AssessmentRules()
) throws(EcologyError) -> IndicatorResult {
    try nonNegative(covered, "the covered area")
    try nonNegative(missing, "the grassland without cover")
    try nonNegative(area, "the grassland area")
    let mean = area > 0 ? try fraction(covered / area, "the mean cover") : 0
    let whole = area + missing
    let numerator = calibration.map { $0.plotCover(of: mean) * area } ?? covered
    var result = IndicatorResult(
        "grassland_cover", variant: GrasslandVariant.meanCover.rawValue, at: place,
        numerator: Quantity(numerator, .squareMetres), over: Quantity(area, .squareMetres),
        status: rules.status(unclassifiedShare: whole > 0 ? missing / whole : 0, otherwise: proxy),
        notes: notes(calibration))
    if result.value != nil { result.widen(by: calibration?.residualVariance ?? 0) }
    result.leave(missing, of: whole, Ground.coverless)
    return result
}

/// The share of a zone with a vegetation cover of at least `threshold`.
///
/// Some texts mean this when they write of a cover of 70 %; the survey file says which is meant.
///
/// - Parameters:
///   - vegetated: m² with a cover of at least `threshold`.
///   - zoneArea: m² of the whole zone.
///   - missing: m² without a value.
///   - threshold: The cover that counts as vegetated, 0.10 by default (a judgement).
///   - place: The zone and year.
///   - rules: The limit of missing ground.
/// - Returns: An indicative share.
/// - Throws: ``EcologyError`` at a negative area, or where more is vegetated than there is.
public func vegetatedShare(
    vegetated: Double, of zoneArea: Double, missing: Double = 0, threshold: Double = 0.10,
    at place: ZoneYear, rules: AssessmentRules = AssessmentRules()
) throws(EcologyError) -> IndicatorResult {
    try nonNegative(vegetated, "the vegetated area")
    guard zoneArea > 0, zoneArea.isFinite else { throw .nothing(what: "zone area") }
    try fraction(vegetated / zoneArea, "the vegetated share")
    let percent = decimal(threshold * 100, digits: 0)
    var result = IndicatorResult(
        "grassland_cover", variant: GrasslandVariant.vegetatedShare.rawValue, at: place,
        numerator: Quantity(vegetated, .squareMetres), over: Quantity(zoneArea, .squareMetres),
        status: rules.status(
            unclassifiedShare: try nonNegative(missing, "the missing area") / zoneArea,
            otherwise: proxy),
        notes: [
            LocalizedText(
                zh: "植被盖度≥\(percent)%的面积占全域", en: "share of the zone with cover ≥ \(percent) %")
        ])
    result.allow(unknown: missing / zoneArea)
    return result
}

private let proxy = ResultStatus.indicative(
    LocalizedText(
        zh: "遥感盖度是代用值，官方数由样地测定",
        en: "cover from remote sensing is a proxy; the official figure is measured on plots"))

private func notes(_ calibration: PlotCalibration?) -> [LocalizedText] {
    guard let calibration else { return [] }
    let formula = calibration.formula
    return [
        LocalizedText(
            zh: "经\(calibration.count)个样地校准：\(formula)",
            en: "calibrated on \(calibration.count) plots: \(formula)")
    ]
}

extension IndicatorResult {
    /// Sets a 95 % interval from a variance, held within 0…1.
    fileprivate mutating func widen(by variance: Double) {
        guard variance > 0, let value else { return }
        let half = 1.96 * variance.squareRoot()
        bounds = Bounds(max(0, value - half), min(1, value + half), kind: .confidence95)
        uncertainty.included.insert(.plotSampling)
        // A line that is fitted on plots takes up the end members.
        uncertainty.included.insert(.endMembers)
    }
}
