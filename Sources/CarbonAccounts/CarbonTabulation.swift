// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
public import Carbon
public import Words
public import Zonal

/// Carbon of one raster or of two, zone by zone: what `steppe carbon` prints.
///
/// Areas are exact, on the ellipsoid; InVEST's method has its own planar pixels.
public struct CarbonTabulation: Sendable {
    /// The raster, or the earlier and the later one: files, folders or patterns.
    public var rasters: [[String]]
    /// The band with the class codes, from 1, of each of them.
    public var band = 1
    /// The years of the rasters; `nil` reads them from the files' names.
    public var years: [Int]?
    /// What to compute, and by which coefficients.
    public var request = CarbonRequest()
    /// `nil` takes the raster itself as the one zone, `raster`.
    public var zones: ZoneSource?
    /// The class scheme of the rasters.
    public var scheme = SchemeChoice.automatic
    /// What to do with codes that the scheme does not know.
    public var unknown = UnknownCodes.error
    /// A table with mean yearly rain in mm by zone, which decides which shrub is special.
    public var rain: String?
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// InVEST's pools table; needed by its method alone.
    public var pools: InvestPools?
    /// What a tonne of carbon is worth, for InVEST's net present value.
    public var valuation: InvestCarbon.Valuation?
    /// A file for the density of the newest year, t C/ha.
    public var densityFile: String?
    /// A file for the change of density between two years, t C/ha.
    public var changeFile: String?
    /// A file for the sink between two years, t C/ha a year, uptake positive.
    public var sinkFile: String?
    /// Creation options of these files for GDAL's COG driver, `KEY=VALUE`.
    public var creationOptions: [String] = []
    /// A reference sample that judges the newest raster, with the classes of map and truth.
    public var samples: SampleSource?
    /// A sample of what became what between two rasters of one scheme.
    public var changeSamples: SampleSource?
    /// A CSV with the sizes of that sample's strata, where they are not mapped transitions.
    public var changeStrata: String?
    /// The language of reasons in tables.
    public var language = Language.en
    /// Whether these files may be replaced.
    public var overwrite = false

    /// A tabulation of one raster, or of an earlier and a later one.
    public init(_ rasters: [[String]]) { self.rasters = rasters }
}
