// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import MapStyles
public import PlaneGeometry
public import Words

/// What a map shows, from the ground up.
public enum MapLayer: Sendable {
    /// A raster of class codes.
    case classes(ClassMap)
    /// A raster of numbers.
    case numbers(NumericMap)
    /// Zones filled by a number each.
    case choropleth(Choropleth)
    /// Zones' borders and names.
    case zones(ZoneBorders)
    /// A raster in the colours of a style.
    case styledRaster(StyledRaster)
    /// Features in the symbols of a style.
    case styledFeatures(StyledFeatures)
}

/// A class as a legend shows it.
public struct LegendEntry: Hashable, Sendable {
    /// The code in the raster.
    public var code: Int
    /// The colour on the map.
    public var color: RGBA
    /// The name to print.
    public var label: LocalizedText
    /// The class's share of the area that the map is about, 0…1, as it was measured; printed where
    /// given. The map does not measure: its pixels are resampled for the eye.
    public var share: Double?

    /// A class of a legend.
    public init(code: Int, color: RGBA, label: LocalizedText, share: Double? = nil) {
        self.code = code
        self.color = color
        self.label = label
        self.share = share
    }
}

extension LegendEntry {
    /// Entries of one name and colour as one: several codes may stand for the same thing.
    static func merged(_ entries: [LegendEntry]) -> [LegendEntry] {
        var merged: [LegendEntry] = []
        for entry in entries {
            let same = merged.firstIndex { $0.color == entry.color && $0.label == entry.label }
            guard let same else {
                merged.append(entry)
                continue
            }
            if let share = entry.share { merged[same].share = (merged[same].share ?? 0) + share }
        }
        return merged
    }
}

/// A raster of class codes, and what they mean.
public struct ClassMap: Sendable {
    /// The raster.
    public var raster: Raster
    /// The band, from 1.
    public var band: Int
    /// Every class, in the order to print; only those that are on the map get printed.
    public var legend: [LegendEntry]
    /// What heads the legend.
    public var heading: LocalizedText
    /// Whether what lies outside the zones of the map is pale.
    public var fadesOutsideZones: Bool
    /// Whether codes that the legend does not list are left clear, as ground that nothing is known
    /// of; otherwise they are an error, ``MapError/codeWithoutLegend(raster:code:)``.
    public var hidesUnlistedCodes = false

    /// A raster of class codes.
    public init(
        raster: Raster, band: Int = 1, legend: [LegendEntry],
        heading: LocalizedText = LocalizedText(zh: "土地覆盖", en: "Land cover"),
        fadesOutsideZones: Bool = true
    ) {
        self.raster = raster
        self.band = band
        self.legend = legend
        self.heading = heading
        self.fadesOutsideZones = fadesOutsideZones
    }
}

/// A raster of numbers, and the ramp that shows them.
public struct NumericMap: Sendable {
    /// The raster.
    public var raster: Raster
    /// The band, from 1. Its scale and offset are applied.
    public var band: Int
    /// The colours.
    public var ramp: ColorRamp
    /// The numbers at the ramp's ends; from what is on the map where left out (2nd and 98th
    /// percentile, rounded outwards).
    public var range: ClosedRange<Double>?
    /// What the numbers are; heads the legend.
    public var heading: LocalizedText
    /// Their unit, or nothing.
    public var unit: LocalizedText
    /// Whether what lies outside the zones of the map is pale.
    public var fadesOutsideZones: Bool

    /// A raster of numbers.
    public init(
        raster: Raster, band: Int = 1, ramp: ColorRamp = .vegetation,
        range: ClosedRange<Double>? = nil, heading: LocalizedText,
        unit: LocalizedText = LocalizedText(""), fadesOutsideZones: Bool = true
    ) {
        self.raster = raster
        self.band = band
        self.ramp = ramp
        self.range = range
        self.heading = heading
        self.unit = unit
        self.fadesOutsideZones = fadesOutsideZones
    }
}

/// A zone to draw.
public struct MapZone: Hashable, Sendable {
    /// What values are found by.
    public var id: String
    /// The name to print.
    public var name: LocalizedText
    /// A shorter name for where the full one has no room.
    public var shortName: LocalizedText?
    /// Its ground.
    public var polygons: [Polygon]

    /// A zone to draw.
    public init(
        id: String, name: LocalizedText, shortName: LocalizedText? = nil, polygons: [Polygon]
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.polygons = polygons
    }
}

/// Zones' borders and names.
public struct ZoneBorders: Sendable {
    /// The zones.
    public var zones: [MapZone]
    /// The CRS of their coordinates.
    public var crs: CRS
    /// What the legend calls a border; nothing where it need not be told.
    public var legendLabel: LocalizedText?
    /// Whether names are printed.
    public var showsNames: Bool

    /// Zones to draw the borders of.
    public init(
        zones: [MapZone], crs: CRS,
        legendLabel: LocalizedText? = LocalizedText(zh: "旗（区）界", en: "Banner border"),
        showsNames: Bool = true
    ) {
        self.zones = zones
        self.crs = crs
        self.legendLabel = legendLabel
        self.showsNames = showsNames
    }
}

/// What was found of a zone against its target, as a shape.
public struct ZoneMark: Hashable, Sendable {
    /// What was found.
    public enum Finding: String, Hashable, Sendable, CaseIterable {
        /// The target is met: a tick.
        case met
        /// The target is missed: a cross.
        case missed
        /// The figure reaches the target, its error unknown: an upward angle, hatched lightly.
        case countedAbove
        /// The figure falls short of the target, its error unknown: a downward angle.
        case countedBelow
        /// The uncertainty straddles the target: hatched.
        case inconclusive
        /// The data cannot give the official figure: hatched lightly.
        case indicative
        /// No verdict was possible.
        case notAssessed
    }

    /// What was found.
    public let finding: Finding
    /// Whether the target was derived, not issued: the shape is hollow then, and the legend says so.
    public let isDerived: Bool

    /// A mark; what was not assessed looks the same whatever the target.
    public init(_ finding: Finding, isDerived: Bool = false) {
        self.finding = finding
        self.isDerived = isDerived && finding != .notAssessed
    }

    /// An issued target is met.
    public static let met = ZoneMark(.met)
    /// An issued target is missed.
    public static let missed = ZoneMark(.missed)
    /// The uncertainty straddles an issued target.
    public static let inconclusive = ZoneMark(.inconclusive)
    /// The data cannot give the official figure.
    public static let indicative = ZoneMark(.indicative)
    /// No verdict was possible.
    public static let notAssessed = ZoneMark(.notAssessed)

    /// In the order of legends: against issued targets first.
    static let all =
        Finding.allCases.map { ZoneMark($0) }
        + Finding.allCases.dropLast().map { ZoneMark($0, isDerived: true) }

    /// What the legend calls it.
    var label: LocalizedText {
        switch (finding, isDerived) {
        case (.met, false): LocalizedText(zh: "达标", en: "Target met")
        case (.missed, false): LocalizedText(zh: "未达标", en: "Target missed")
        case (.inconclusive, false): LocalizedText(zh: "不能判定", en: "Inconclusive")
        case (.indicative, false): LocalizedText(zh: "仅供参考", en: "Indicative only")
        case (.met, true): LocalizedText(zh: "达到推算目标", en: "Derived target met")
        case (.missed, true): LocalizedText(zh: "未达到推算目标", en: "Derived target missed")
        case (.countedAbove, false):
            LocalizedText(zh: "按图计数达到（未计误差）", en: "As counted: above the target")
        case (.countedBelow, false):
            LocalizedText(zh: "按图计数未达到（未计误差）", en: "As counted: below the target")
        case (.countedAbove, true):
            LocalizedText(zh: "按图计数达到推算目标", en: "As counted: above the derived target")
        case (.countedBelow, true):
            LocalizedText(zh: "按图计数未达到推算目标", en: "As counted: below the derived target")
        case (.inconclusive, true):
            LocalizedText(zh: "推算目标：不能判定", en: "Derived target: inconclusive")
        case (.indicative, true):
            LocalizedText(zh: "推算目标：仅供参考", en: "Derived target: indicative")
        case (.notAssessed, _): LocalizedText(zh: "未评估", en: "Not assessed")
        }
    }

    /// The colour of its shape; the shapes differ without it.
    package var color: RGBA {
        switch finding {
        case .met: RGBA(hex: 0x01665E)
        case .missed: RGBA(hex: 0xB2182B)
        case .countedAbove: RGBA(hex: 0x5E8F89)
        case .countedBelow: RGBA(hex: 0xB46A72)
        case .inconclusive, .indicative, .notAssessed: RGBA(hex: 0x6B6B6B)
        }
    }
}

/// Zones filled by a number each.
public struct Choropleth: Sendable {
    /// The zones, their CRS and names.
    public var borders: ZoneBorders
    /// The number of each zone, by its id. A zone without one is filled as "no data".
    public var values: [String: Double]
    /// What the numbers are; heads the legend.
    public var heading: LocalizedText
    /// Their unit, printed in the legend's heading: `%`, `km²`.
    public var unit: LocalizedText
    /// Decimals of the numbers printed under the names; more where the classes need them.
    public var decimals: Int
    /// The colours.
    public var ramp: ColorRamp
    /// How numbers are parted into classes.
    public var breaks: BreakMethod
    /// Where a diverging ramp turns.
    public var centre: Double
    /// What was found of a zone, by its id.
    public var marks: [String: ZoneMark]
    /// What heads the marks in the legend.
    public var marksHeading = LocalizedText(zh: "目标考核", en: "Against the target")
    /// The target, marked on the legend's scale.
    public var target: Double?
    /// What the legend calls the target.
    public var targetLabel = LocalizedText(zh: "目标", en: "Target")

    /// Zones to fill.
    public init(
        borders: ZoneBorders, values: [String: Double], heading: LocalizedText,
        unit: LocalizedText = LocalizedText(""), decimals: Int = 1, ramp: ColorRamp = .vegetation,
        breaks: BreakMethod = .readable(count: 5), centre: Double = 0,
        marks: [String: ZoneMark] = [:], target: Double? = nil
    ) {
        self.borders = borders
        self.values = values
        self.heading = heading
        self.unit = unit
        self.decimals = decimals
        self.ramp = ramp
        self.breaks = breaks
        self.centre = centre
        self.marks = marks
        self.target = target
    }
}

extension MapLayer {
    /// Its zones, where it has any.
    package var borders: ZoneBorders? {
        switch self {
        case .classes, .numbers, .styledRaster, .styledFeatures: nil
        case .choropleth(let choropleth): choropleth.borders
        case .zones(let borders): borders
        }
    }

    /// The same layer with other zones.
    package func withZones(_ zones: [MapZone]) -> MapLayer {
        switch self {
        case .choropleth(var map):
            map.borders.zones = zones
            return .choropleth(map)
        case .zones(var borders):
            borders.zones = zones
            return .zones(borders)
        case .classes, .numbers, .styledRaster, .styledFeatures: return self
        }
    }

    /// Its raster, where it has one.
    var raster: Raster? {
        switch self {
        case .classes(let map): map.raster
        case .numbers(let map): map.raster
        case .styledRaster(let map): map.raster
        case .choropleth, .zones, .styledFeatures: nil
        }
    }

    /// Whether what lies outside the zones is pale.
    var fades: Bool {
        switch self {
        case .classes(let map): map.fadesOutsideZones
        case .numbers(let map): map.fadesOutsideZones
        case .styledRaster(let map): map.fadesOutsideZones
        case .choropleth, .zones, .styledFeatures: false
        }
    }
}
