// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
public import Ecology
public import Words
public import Zonal

/// Land degraded, stable and improved by zone, SDG 15.3.1: what `steppe degradation` prints.
///
/// Productivity comes from a raster of mean NDVI for each year, land cover from two rasters, soil
/// carbon from what the change of cover does to it. Each pixel is judged on the grid of the finest of
/// these; the judgements become a raster of classes, which is measured as any other, exactly.
public struct DegradationTabulation: Sendable {
    /// What is told of the land.
    public enum Indicator: String, CaseIterable, Sendable {
        /// Trajectory, state and performance of NDVI together.
        case productivity
        /// By the transition of land cover.
        case landCover = "land_cover"
        /// Soil organic carbon, by the change of land cover.
        case soilCarbon = "soil_carbon"
        /// One out, all out.
        case degradation
        /// That against a baseline's, where one was given.
        case status
    }

    /// Files, folders or patterns of mean NDVI, a raster for each year.
    public var ndvi: [[String]]
    /// Files, folders or patterns of the earlier land cover.
    public var before: [String]
    /// Files, folders or patterns of the later land cover.
    public var after: [String]
    /// The earlier land cover's class scheme.
    public var schemeBefore = SchemeChoice.automatic
    /// The later land cover's class scheme.
    public var schemeAfter = SchemeChoice.automatic
    /// Which versions of their products the land covers are, where a survey states them.
    var versions: (before: String?, after: String?) = (nil, nil)
    /// What to do with codes that a scheme does not know.
    public var unknown = UnknownCodes.error
    /// How many of the last years of NDVI the state compares with those before them.
    public var targetYears = 3
    /// A raster of soil units, within which performance compares pixels; empty for one unit.
    public var units: [String] = []
    /// A raster of soil organic carbon in the earlier year, t C/ha; empty where none is known.
    public var soilCarbon: [String] = []
    /// What crops keep of the soil's carbon.
    public var climate = SoilCarbonClimate.temperateDry
    /// Years between the two land covers; `nil` takes them from the files' names.
    public var landYears: Int?
    /// Which transitions degrade and improve land.
    public var matrix = DegradationMatrix.unccd
    /// Whether special shrub counts as grass.
    public var shrubIsGrass = false
    /// Whether a degraded sub-indicator decides where another has no data.
    public var degradedBeatsNoData = false
    /// A raster that an earlier run wrote of a baseline period, −1, 0 and 1: what was degraded then
    /// and has not improved is degraded now. `nil` tells no status.
    public var baseline: String?
    /// What stored NDVI is worth, where the raster does not say.
    public var scale: Double?
    /// The band with NDVI, from 1, of every year.
    public var band = 1
    /// The band with the class codes, from 1, of both land covers.
    public var landBand = 1
    /// `nil` takes the grid itself as the one zone, `all`.
    public var zones: ZoneSource?
    /// A GeoTIFF to write: −1 degraded, 0 stable, 1 improved, −32768 no data; of a status the codes of
    /// `DegradationStatus`.
    public var raster: String?
    /// What the GeoTIFF shows.
    public var rasterShows = Indicator.degradation
    /// Whether it is a Cloud Optimized GeoTIFF.
    public var isCOG = false
    /// Whether it may replace a file.
    public var overwrite = false
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// The language of labels and notes.
    public var language = Language.en
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// A tabulation with everything else at its default.
    public init(ndvi: [[String]], before: [String], after: [String]) {
        self.ndvi = ndvi
        self.before = before
        self.after = after
    }
}

extension DegradationTabulation.Indicator {
    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .productivity: LocalizedText(zh: "土地生产力", en: "Land productivity")
        case .landCover: LocalizedText(zh: "土地覆盖", en: "Land cover")
        case .soilCarbon: LocalizedText(zh: "土壤有机碳", en: "Soil organic carbon")
        case .degradation:
            LocalizedText(zh: "土地退化（SDG 15.3.1）", en: "Land degradation (SDG 15.3.1)")
        case .status: LocalizedText(zh: "相对基线期的状况", en: "Status against the baseline")
        }
    }
}
