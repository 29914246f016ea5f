// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Zonal

/// The land of one year or of two pixel by pixel, as its carbon depends on it: by class, by zone
/// where rain or coefficients differ from zone to zone, and by cover where sand is told apart.
struct CarbonPixels {
    /// One year's raster, and what its codes are.
    struct Year {
        let year: Int
        let layer: CodedPixels.Layer
        let scheme: ClassScheme
        /// Bins of cover, where bare sand is told apart.
        let cover: CodedPixels.Layer?
        /// A code as land in a zone.
        let ground: (_ code: Code, _ bin: Code, _ zone: String) -> CarbonLand.Ground?

        init(
            year: Int, layer: CodedPixels.Layer, scheme: ClassScheme, cover: CodedPixels.Layer?,
            ground: @escaping (_ code: Code, _ bin: Code, _ zone: String) -> CarbonLand.Ground?
        ) {
            self.year = year
            self.layer = layer
            self.scheme = scheme
            self.cover = cover
            self.ground = ground
        }
    }

    private let years: [Year]
    private let set: CoefficientSet
    private let coded: CodedPixels
    private let zones: [String]
    private let isByZone: Bool
    /// Keeps the raster of zones.
    private let places: ZonePlaces?

    /// Looks through the rasters once.
    ///
    /// - Parameters:
    ///   - years: One year, or an earlier and a later one on the same grid.
    ///   - set: Densities and soil factors.
    ///   - zones: `nil` where the raster is the one zone.
    ///   - hasRain: Whether zones have rain of their own, which decides what shrub is.
    ///   - unknown: What to do with codes that a scheme does not know.
    ///   - crs: What a raster without a CRS is taken for.
    ///   - jobs: Threads.
    /// - Throws: Where rasters do not share a grid, or a code is unknown.
    init(
        _ years: [Year], set: CoefficientSet, zones: ZoneLayer?, hasRain: Bool,
        unknown: UnknownCodes, crs: CRS?, jobs: Int
    ) async throws {
        self.years = years
        self.set = set
        let hasShrub = years.contains { $0.scheme.classes.contains { $0.category == .shrub } }
        isByZone = zones != nil && (set.hasZones || hasRain && hasShrub)
        var layers = years.map(\.layer) + years.compactMap(\.cover)
        if isByZone, let zones {
            let grid = try Grid(of: Dataset(opening: layers[0].raster).info, assuming: crs)
            let places = try ZonePlaces(of: zones, on: grid)
            layers.append(CodedPixels.Layer(Raster(places.path)))
            self.places = places
        } else {
            places = nil
        }
        self.zones = zones?.zones.map(\.id) ?? []
        coded = try await CodedPixels(layers, crs: crs, jobs: jobs)
        guard unknown == .error else { return }
        for (index, year) in years.enumerated() {
            for case .value(let code) in Set(coded.pixels.keys.map { $0[index] }).sorted() {
                _ = try year.scheme.nodata.contains(code) ? nil : year.scheme.landClass(for: code)
            }
        }
    }

    private func zone(of codes: [Code]) -> String {
        guard isByZone, case .value(let number)? = codes.last, zones.indices.contains(number - 1)
        else { return "" }
        return zones[number - 1]
    }

    private func land(_ codes: [Code], year index: Int) -> LandType? {
        var bin = Code.noData
        if years[index].cover != nil {
            bin = codes[years.count + years[..<index].count { $0.cover != nil }]
        }
        guard let ground = years[index].ground(codes[index], bin, zone(of: codes)) else {
            return nil
        }
        let keepsShrub = set.lands.contains { $0.category == .shrub }
        return ground.land.category == .shrub && !keepsShrub ? LandType(.otherShrub) : ground.land
    }

    /// The density of the last year.
    var density: CarbonRaster {
        let last = years.count - 1
        return CarbonRaster(
            quantity: .density, title: "Carbon density \(years[last].year), \(set.name)"
        ) { codes in
            try land(codes, year: last).map { try set.totalDensity(of: $0, zone: zone(of: codes)) }
        }
    }

    /// The change between two years, and the sink that it is a year.
    func changes(
        by accounting: CarbonAccount.Accounting
    ) throws -> (change: CarbonRaster, sink: CarbonRaster) {
        let (from, to) = (years[0].year, years[years.count - 1].year)
        let changes = try PairChanges(
            of: coded.pixels.keys.compactMap { codes in
                guard let before = land(codes, year: 0), let after = land(codes, year: 1) else {
                    return nil
                }
                return .init(zone: zone(of: codes), before: before, after: after)
            }, from: from, to: to, by: accounting, set)
        let title = "\(from)-\(to), \(accounting), \(set.name)"
        func raster(_ quantity: CarbonRaster.Quantity, _ name: String, _ years: Double)
            -> CarbonRaster
        {
            CarbonRaster(quantity: quantity, title: "\(name) \(title)") { codes in
                guard let before = land(codes, year: 0), let after = land(codes, year: 1) else {
                    return nil
                }
                let pair = PairChanges.Pair(zone: zone(of: codes), before: before, after: after)
                return (changes.perHectare[pair] ?? 0) / years
            }
        }
        return (
            raster(.change, "Change of carbon density", 1),
            raster(.sink, "Carbon sink", Double(to - from))
        )
    }

    /// Writes one of the rasters.
    func write(
        _ raster: CarbonRaster, to path: String, options: [String] = [], overwrite: Bool
    ) throws {
        try raster.write(to: path, of: coded, options: options, overwrite: overwrite)
    }
}

/// What a hectare of land that became other land gained, t C.
private struct PairChanges {
    struct Pair: Hashable {
        let zone: String
        let before: LandType
        let after: LandType
    }

    /// Pairs without any change are left out.
    let perHectare: [Pair: Double]

    init(
        of pairs: [Pair], from: Int, to: Int, by accounting: CarbonAccount.Accounting,
        _ set: CoefficientSet
    ) throws {
        // Many hectares, so that what is held to a gram a line is exact to 10⁻¹² a hectare.
        let hectares = 0x1p20
        let byZone = Dictionary(grouping: Set(pairs).filter { $0.before != $0.after }, by: \.zone)
        let histories = byZone.sorted { $0.key < $1.key }.map { zone, pairs in
            ZoneHistories(
                zone: zone,
                histories: pairs.sorted { ($0.before, $0.after) < ($1.before, $1.after) }.map {
                    LandHistory(from: $0.before, to: $0.after, year: from, hectares: hectares)
                })
        }
        let account = try CarbonAccount.landUseChange(
            of: histories, from: from, to: to, accounting: accounting, with: set)
        var sums: [String: Double] = [:]
        for entry in account.model.entries where entry.quantity == .change {
            sums["\(entry.zone)\n\(entry.from ?? "")\n\(entry.land)", default: 0] += entry.value
        }
        var perHectare: [Pair: Double] = [:]
        for pair in Set(pairs) where pair.before != pair.after {
            let sum = sums["\(pair.zone)\n\(pair.before)\n\(pair.after)"] ?? 0
            perHectare[pair] = sum / hectares
        }
        self.perHectare = perHectare
    }
}

/// Which zone a pixel's centre lies in, as a raster in a file of its own that goes with this object.
private final class ZonePlaces: Sendable {
    private let folder: HiddenFolder
    var path: String { "\(folder.path)/zones.tif" }

    init(of zones: ZoneLayer, on grid: Grid) throws {
        folder = try HiddenFolder()
        let transform =
            zones.crs.isSame(as: grid.crs)
            ? nil : try CoordinateTransform(from: zones.crs, to: grid.crs)
        let shapes = try zones.zones.enumerated().map { index, zone in
            let polygons = try zone.polygons.map { polygon throws(GDALError) in
                var rings = polygon.rings
                if let transform {
                    for ring in rings.indices { try transform.apply(to: &rings[ring]) }
                }
                return Polygon(rings: rings)
            }
            return (shape: Geometry(polygons), number: index + 1)
        }
        let plan = RasterPlan(
            width: grid.width, height: grid.height, dataType: .uint16, transform: grid.transform,
            crs: grid.crs, noData: 0)
        let dataset = try Dataset(
            creating: "\(folder.path)/zones.tif", as: plan,
            options: ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "SPARSE_OK=TRUE"])
        try GDALRuntime.withCache(ofMegabytes: 256) { try dataset.burn(shapes) }
        try dataset.finish()
    }
}
