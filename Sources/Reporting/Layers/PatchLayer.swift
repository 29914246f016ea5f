// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import Foundation
public import Patches
public import Words
public import Zonal

/// Polygons of a raster's categories or classes, as `steppe layers` writes them.
///
/// Each patch of pixels that hang together is one feature; where zones are given, one for each zone
/// that it lies in, cut to the zone. Its area is that of its pixels on the ellipsoid, measured as
/// `Tabulation` measures, so that the features add up to the tabulation to the last bit.
public struct PatchLayer: Sendable {
    /// Files, folders or patterns that make up the raster.
    public var raster: [String]
    /// What makes up the earlier raster, where changes are asked for.
    public var before: [String] = []
    /// Vegetation cover (0…1) in the raster's year: tells the states of sand.
    public var cover: [String] = []
    /// Vegetation cover in the earlier raster's year.
    public var coverBefore: [String] = []
    /// The band with class codes, from 1.
    public var band = 1
    /// What becomes polygons.
    public var selection: LayerSelection
    /// What the codes mean.
    public var scheme = SchemeChoice.automatic
    /// What to do with codes that the scheme does not know.
    public var unknown = UnknownCodes.error
    /// What to cut the polygons to.
    public var zones: ZoneSource?
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// Which pixels hang together.
    public var connectedness = Connectedness.eight
    /// Patches below this area go, in m².
    public var minimumArea = 0.0
    /// Whether patches and holes below ``minimumArea`` become part of their largest neighbour.
    public var mergesSmall = false
    /// Bends smaller than a square of this side, in metres, are taken out of outlines; 0 keeps all.
    public var simplification = 0.0
    /// The driver's layer creation options, `KEY=VALUE`.
    public var layerOptions: [String] = []
    /// The language of labels.
    public var language = Language.en
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// Polygons of a raster with everything else at its default.
    public init(raster: [String], selection: LayerSelection) {
        self.raster = raster
        self.selection = selection
    }

    /// What was written.
    public struct Outcome: Sendable {
        /// Nothing yet.
        public init() {}

        /// Features in the file.
        public internal(set) var features = 0
        /// Corners of all outlines, before and after they were simplified.
        public internal(set) var corners = (before: 0, after: 0)
        /// m² on the ellipsoid of all features, as the tabulation has it.
        public internal(set) var areaSquareMetres = 0.0
        /// Patches below the minimum area that were left out, and their m².
        public internal(set) var dropped = (patches: 0, areaSquareMetres: 0.0)
        /// How much more than their pixels' area the outlines of the features enclose, in m².
        public internal(set) var driftSquareMetres = 0.0
        /// The same for each patch without its sign, added up.
        public internal(set) var absoluteDriftSquareMetres = 0.0
        /// The kinds in a raster, which is not measured; `nil` for polygons.
        public internal(set) var kindsOfRaster: Int?
        /// Scheme, zones, and what was done to them.
        public internal(set) var notes: [String] = []

        /// What a reader should know of the file, on one line for each matter.
        public var summary: String {
            func hectares(_ area: Double) -> String { String(format: "%.4f ha", area / 1e4) }
            if let kindsOfRaster { return "a raster of \(kindsOfRaster) kinds" }
            var lines = [
                "\(features) features, \(hectares(areaSquareMetres)) on the ellipsoid, "
                    + "\(corners.after) corners"
            ]
            if dropped.patches > 0 {
                lines.append(
                    "left out \(dropped.patches) patches below the minimum, "
                        + hectares(dropped.areaSquareMetres))
            }
            if corners.after < corners.before {
                let share = areaSquareMetres > 0 ? driftSquareMetres / areaSquareMetres * 100 : 0
                lines.append(
                    "simplified from \(corners.before) corners; outlines enclose "
                        + String(format: "%+.4f %%", share) + " of the area ("
                        + hectares(absoluteDriftSquareMetres)
                        + " patch by patch); area_m2 is that of the pixels")
            }
            return lines.joined(separator: "\n")
        }
    }
}
