// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// What is counted as green in a built-up area.
public enum UrbanGreenVariant: String, CaseIterable, Sendable {
    /// 绿化覆盖率: the vertical projection of all vegetation.
    case canopy = "coverage"
    /// 绿地率: land of green use.
    case greenLand = "green_land"
}

/// What the green layer of a town came from.
public enum GreenSource: Hashable, Sendable {
    /// Imagery of 2 m or finer, or surveyed polygons.
    case fine
    /// A land-cover product of so many metres: underestimates street trees.
    case landCover(metres: Double)
}

/// Built-up green rate 城镇建成区绿化率, with the other reading beside it.
///
/// - Source: CJJ/T 85-2017; GB/T 50563-2010 from memory.
/// - Parameters:
///   - canopy: m² of projected vegetation in the built-up outline, nothing twice; `nil` if unknown.
///   - greenLand: m² of green land in it; `nil` if unknown.
///   - builtUp: m² of the administrative outline 建成区, not of the raster class "built".
///   - variant: Which of the two is the result.
///   - source: What the layer came from.
///   - place: The zone and year.
/// - Returns: *Not assessed* where the variant's layer is missing.
/// - Throws: ``EcologyError`` where an area is negative or exceeds the outline.
public func urbanGreen(
    canopy: Double?, greenLand: Double?, builtUp: Double, variant: UrbanGreenVariant = .canopy,
    source: GreenSource = .fine, at place: ZoneYear
) throws(EcologyError) -> IndicatorResult {
    guard builtUp > 0, builtUp.isFinite else { throw .nothing(what: "built-up area") }
    if let canopy { try fraction(canopy / builtUp, "the canopy's share of the built-up area") }
    if let greenLand { try fraction(greenLand / builtUp, "the green land's share") }
    guard let green = variant == .canopy ? canopy : greenLand else {
        return IndicatorResult(
            "urban_green", variant: variant.rawValue, at: place, unit: .fraction,
            status: .notAssessed(
                LocalizedText(zh: "缺少绿化图层", en: "there is no layer of this kind of green")))
    }
    var status = ResultStatus.official
    if case .landCover(let metres) = source {
        let size = decimal(metres, digits: 0)
        status = .indicative(
            LocalizedText(
                zh: "\(size)米土地覆盖低估行道树", en: "\(size) m land cover underestimates street trees"))
    }
    var notes: [LocalizedText] = []
    if let other = variant == .canopy ? greenLand : canopy {
        let percent = decimal(other / builtUp * 100, digits: 2)
        notes.append(
            variant == .canopy
                ? LocalizedText(zh: "绿地率\(percent)%", en: "green land is \(percent) %")
                : LocalizedText(zh: "绿化覆盖率\(percent)%", en: "green coverage is \(percent) %"))
    }
    return IndicatorResult(
        "urban_green", variant: variant.rawValue, at: place,
        numerator: Quantity(green, .squareMetres), over: Quantity(builtUp, .squareMetres),
        status: status, notes: notes)
}

/// Park green area per person, 人均公园绿地面积, m².
///
/// - Source: CJJ/T 85-2017.
/// - Parameters:
///   - parks: m² of 公园绿地 (G1) in the built-up area.
///   - residents: 城区人口, urban residents: not the whole city's.
///   - temporary: 暂住人口; `nil` leaves them out, and a note says so.
///   - place: The zone and year.
/// - Returns: m² per person.
/// - Throws: ``EcologyError`` at a negative area, or without people.
public func parkGreen(
    parks: Double, residents: Int, temporary: Int?, at place: ZoneYear
) throws(EcologyError) -> IndicatorResult {
    try nonNegative(parks, "the area of parks")
    try nonNegative(Double(residents), "the urban population")
    try nonNegative(Double(temporary ?? 0), "the temporary population")
    let people = residents + (temporary ?? 0)
    guard people > 0 else { throw .nothing(what: "urban population") }
    let notes = [
        temporary.map {
            LocalizedText(
                zh: "城区人口\(residents)，暂住\($0)", en: "\(residents) residents and \($0) temporary")
        } ?? LocalizedText(zh: "未计暂住人口", en: "temporary residents are not counted")
    ]
    return IndicatorResult(
        "park_green", variant: "official", at: place, numerator: Quantity(parks, .squareMetres),
        over: Quantity(Double(people), .people), unit: .squareMetresPerPerson, notes: notes)
}
