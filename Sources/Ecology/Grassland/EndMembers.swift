// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
public import Words

/// The NDVI of bare soil and of full canopy, between which a pixel's cover lies.
public struct EndMembers: Hashable, Sendable {
    /// Where the pair came from; years compare only where it is the same.
    public enum Origin: Hashable, Sendable {
        /// Field knowledge or a paper, which the text names.
        case fixed(source: String)
        /// Percentiles of the valid pixels of all compared years together, in the named region
        /// (`all` where there is only one).
        case percentilesOfAllYears(low: Double, high: Double, region: String)
        /// Percentiles of one scene: makes years incomparable.
        case percentilesOfScene(low: Double, high: Double, scene: String)
    }

    /// NDVI of bare soil, −1…1.
    public let soil: Double
    /// NDVI of full canopy, above ``soil``.
    public let canopy: Double
    /// Where they came from.
    public let origin: Origin

    /// A pair of end members.
    ///
    /// - Throws: ``VegetationCoverError`` if one lies outside −1…1 or canopy is not above soil.
    public init(soil: Double, canopy: Double, origin: Origin) throws(VegetationCoverError) {
        guard (-1...1).contains(soil), (-1...1).contains(canopy), soil < canopy else {
            throw .endMembers(soil: soil, canopy: canopy)
        }
        self.soil = soil
        self.canopy = canopy
        self.origin = origin
    }

    /// NDVI 0.04 and 0.91, as a study of the Ordos plateau found them.
    ///
    /// - Source: 白壮壮 et al. 2020, 1986—2015年鄂尔多斯高原沙漠化及其驱动因素研究.
    public static func ordosPlateau() throws(VegetationCoverError) -> EndMembers {
        try EndMembers(soil: 0.04, canopy: 0.91, origin: .fixed(source: "白壮壮 et al. 2020"))
    }

    /// A warning where soil and canopy lie less than 0.3 apart: the scenes then hold no bare
    /// soil or no full cover, and the cover is biased.
    public var warning: LocalizedText? {
        guard canopy - soil < 0.3 else { return nil }
        let range = decimal(canopy - soil, digits: 3)
        return LocalizedText(
            zh: "像元二分模型端元只差\(range)：影像缺裸土或全覆盖像元，盖度有偏",
            en: "the end members lie only \(range) apart: the scenes hold no bare soil or no full "
                + "cover, and cover is biased")
    }
}

/// Why vegetation cover cannot be computed.
public enum VegetationCoverError: Failure, Hashable, CustomStringConvertible {
    /// The pair is out of order or out of range.
    case endMembers(soil: Double, canopy: Double)
    /// A pixel whose NDVI lies outside −1…1 after scaling.
    case notNDVI(value: Double, pixel: Int)
    /// No valid pixel to take percentiles of.
    case noPixels

    /// What is wrong and how to mend it, in one line.
    public var description: String {
        switch self {
        case .endMembers(let soil, let canopy):
            "NDVI of soil is \(soil) and of canopy \(canopy); "
                + "both must lie within −1…1, and soil below canopy"
        case .notNDVI(let value, let pixel):
            "pixel \(pixel) has NDVI \(value), outside −1…1; give the raster's scale "
                + "(often 0.0001), offset and nodata"
        case .noPixels:
            "there is no valid NDVI pixel; check nodata and the mask"
        }
    }
}
