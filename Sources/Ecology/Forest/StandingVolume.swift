// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// The volume of living trees in a zone, by where they stand; m³.
///
/// - Source: GB/T 26424-2010, GB/T 38590-2020. Shrubs and bamboo have no standing volume.
public struct StandingVolume: Hashable, Sendable {
    /// How the volume of stands was found.
    public enum Method: String, CaseIterable, Sendable {
        /// Σ area × m³/ha of stand polygons.
        case stands
        /// Σ m³/ha × pixel area of a raster.
        case raster
        /// Σ class area × mean m³/ha of the class.
        case classMeans = "class_means"
    }

    /// A stand, or a class: an area and its mean volume.
    public struct Stand: Hashable, Sendable {
        /// Whether it is 乔木林 or 疏林.
        public enum Kind: Hashable, Sendable { case forest, open }

        /// m².
        public let area: Double
        /// m³/ha, of stems at least 5.0 cm thick.
        public let volumePerHectare: Double
        /// Whether it is 乔木林 or 疏林.
        public let kind: Kind

        /// A stand of `area` m² with `volumePerHectare` m³/ha.
        public init(area: Double, volumePerHectare: Double, kind: Kind = .forest) {
            self.area = area
            self.volumePerHectare = volumePerHectare
            self.kind = kind
        }
    }

    /// How stands were measured.
    public let method: Method
    /// 森林蓄积量: 乔木林 only.
    public let forest: Double
    /// 疏林.
    public let open: Double
    /// 散生木; `nil` if not counted.
    public var scattered: Double?
    /// 四旁; `nil` if not counted.
    public var besideFields: Double?
    /// The area of 乔木林 that ``forest`` stands on, m².
    public let treeArea: Double

    /// The volume of stand polygons, or of classes with a mean each.
    ///
    /// - Throws: ``EcologyError`` where an area or a volume is negative or not finite.
    public init(_ stands: [Stand], method: Method = .stands) throws(EcologyError) {
        var volumes: [Stand.Kind: Double] = [:]
        var treeArea = 0.0
        for (index, stand) in stands.enumerated() {
            try nonNegative(stand.area, "the area of stand \(index + 1)")
            try nonNegative(stand.volumePerHectare, "the m³/ha of stand \(index + 1)")
            volumes[stand.kind, default: 0] += stand.area / 10_000 * stand.volumePerHectare
            if stand.kind == .forest { treeArea += stand.area }
        }
        self.method = method
        self.treeArea = treeArea
        forest = volumes[.forest] ?? 0
        open = volumes[.open] ?? 0
    }

    /// The volume that a raster of m³/ha adds up to: Σ m³/ha × pixel area in ha, over tree pixels.
    ///
    /// - Parameters:
    ///   - forest: m³ on 乔木林.
    ///   - open: m³ on 疏林.
    ///   - treeArea: m² of 乔木林.
    /// - Throws: ``EcologyError`` where one is negative or not finite.
    public init(rasterForest forest: Double, open: Double, treeArea: Double) throws(EcologyError) {
        method = .raster
        self.forest = try nonNegative(forest, "the raster's volume on forest")
        self.open = try nonNegative(open, "the raster's volume on open forest")
        self.treeArea = try nonNegative(treeArea, "the area of trees")
    }

    /// 活立木总蓄积量: stands, and the trees outside them that were counted.
    public var total: Double { forest + open + (scattered ?? 0) + (besideFields ?? 0) }

    /// m³/ha on 乔木林; `nil` without trees.
    public var meanPerHectare: Double? {
        treeArea > 0 ? forest / (treeArea / 10_000) : nil
    }

    /// The zone's standing volume, with a note for each part that is missing or out of the way.
    ///
    /// - Parameters:
    ///   - place: The zone and year.
    ///   - samplingError: The inventory's half-width of a 95 % interval, as a fraction.
    /// - Returns: The total in m³, with the sampling error as its interval.
    public func result(at place: ZoneYear, samplingError: Double? = nil) -> IndicatorResult {
        var notes = [methodNote]
        if scattered == nil || besideFields == nil {
            notes.append(
                LocalizedText(
                    zh: "缺散生木或四旁树，为部分合计",
                    en: "trees outside stands are not all counted: a partial total"))
        }
        if let warning { notes.append(warning) }
        var result = IndicatorResult(
            "standing_volume", variant: method.rawValue, at: place,
            amount: Quantity(total, .cubicMetres), notes: notes)
        if scattered == nil || besideFields == nil {
            result.uncertainty.leftOut.insert(.partsLeftOut)
        }
        if let samplingError {
            let half = total * samplingError
            result.bounds = Bounds(total - half, total + half, kind: .confidence95)
            result.uncertainty.included.insert(.inventorySampling)
        }
        return result
    }

    /// A warning where 乔木林 holds less than 5 or more than 150 m³/ha (a judgement).
    public var warning: LocalizedText? {
        guard let mean = meanPerHectare, !(5...150).contains(mean) else { return nil }
        let number = decimal(mean, digits: 1)
        return LocalizedText(
            zh: "乔木林每公顷\(number)立方米，超出5–150：单位是否为亩或每像元？",
            en: "forest holds \(number) m³/ha, outside 5–150: "
                + "is the field in mu, or the raster in m³ per pixel?")
    }

    private var methodNote: LocalizedText {
        switch method {
        case .stands: LocalizedText(zh: "按小班累加", en: "summed over stand polygons")
        case .raster: LocalizedText(zh: "按每公顷蓄积栅格", en: "from a raster of m³/ha")
        case .classMeans: LocalizedText(zh: "按类别均值", en: "from a mean for each class")
        }
    }
}

extension StandingVolume {
    /// Sums a raster of m³/ha over pixels of known area; NaN and pixels of area 0 add nothing.
    ///
    /// - Parameters:
    ///   - perHectare: m³/ha, any shape; NaN is nodata.
    ///   - areas: m² of each pixel that lies on trees and in the zone, the same shape.
    /// - Returns: m³ and the area in m² that has a value. O(`perHectare.count`), no allocation.
    /// - Throws: ``EcologyError`` at a negative density.
    public static func sum(
        _ perHectare: Span<Float>, over areas: Span<Double>
    ) throws(EcologyError) -> (volume: Double, area: Double) {
        precondition(perHectare.count == areas.count, "\(areas.count) areas do not fit")
        var volume = 0.0
        var area = 0.0
        for index in perHectare.indices where !perHectare[index].isNaN && areas[index] > 0 {
            try nonNegative(Double(perHectare[index]), "the m³/ha of pixel \(index)")
            volume += Double(perHectare[index]) * areas[index] / 10_000
            area += areas[index]
        }
        return (volume, area)
    }
}
