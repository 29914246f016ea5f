// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import DataFiles
public import Words
public import Zonal

/// How much of each class became which between two years: what `steppe change` prints.
///
/// Years are rasters or survey polygons. Two rasters are read once, together. Where their grids differ, the coarser one is looked at on
/// the grid of the finer one, each pixel taking the nearest value, and a note says so; or the pair
/// is refused. Two years of polygons are laid over one another; of a raster and polygons the polygons
/// are measured on the raster, as zones are.
public struct ChangeTabulation: Sendable {
    /// What to do where the two grids differ.
    public enum Alignment: String, CaseIterable, Sendable {
        /// Look at the coarser raster on the finer one's grid, by the nearest pixel.
        case nearest
        /// Refuse, with the reason.
        case refuse
    }

    /// What is compared.
    public enum Grouping: String, CaseIterable, Sendable {
        /// Classes where both rasters have one scheme, otherwise categories.
        case automatic = "auto"
        /// The codes themselves.
        case classes = "class"
        /// The categories that classes belong to.
        case categories = "category"
    }

    /// Files, folders or patterns of the earlier raster.
    public var before: [String]
    /// Files, folders or patterns of the later raster.
    public var after: [String]
    /// The earlier year as survey polygons, in place of a raster.
    public var parcelsBefore: ParcelSource?
    /// The later year as survey polygons, in place of a raster.
    public var parcelsAfter: ParcelSource?
    /// The earlier raster's band with the class codes, from 1.
    public var bandBefore = 1
    /// The later raster's band with the class codes, from 1.
    public var bandAfter = 1
    /// `nil` takes the raster itself as the one zone, `all`.
    public var zones: ZoneSource?
    /// The earlier raster's class scheme.
    public var schemeBefore = SchemeChoice.none
    /// The later raster's class scheme.
    public var schemeAfter = SchemeChoice.none
    /// What is compared.
    public var grouping = Grouping.automatic
    /// What to do with codes that a scheme does not know.
    public var unknown = UnknownCodes.error
    /// What to do where the grids differ.
    public var alignment = Alignment.nearest
    /// Whether the second raster may be the earlier one by the years in the files' names.
    public var allowsBackwards = false
    /// A sample of change, with the classes of both maps and of both years in truth.
    public var samples: SampleSource?
    /// A CSV with the sizes of the sample's strata, where they are not mapped transitions.
    public var strata: String?
    /// Whether the accuracy that the maps' publishers state gives net changes bounds.
    public var usesPublishedAccuracy = true
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// The language of labels and notes.
    public var language = Language.en
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// A tabulation of two rasters with everything else at its default.
    public init(before: [String], after: [String]) {
        self.before = before
        self.after = after
    }

    /// The year in a raster's file name; `nil` where there is none.
    public static func year(of paths: [String]) -> Int? {
        paths.first.flatMap { DataYear.inName(of: $0) }
    }
}
