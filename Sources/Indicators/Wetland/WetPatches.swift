// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Zonal

/// Finds wetland and water in patches below a minimum area.
///
/// A patch is ground of any wetland class that hangs together, in rasters across corners too; its
/// area is that of its part within the zones, whatever borders run through it.
struct WetPatches {
    let survey: SurveyFile
    let jobs: Int

    /// m² in small patches, by zone and class.
    func small(
        in rasters: YearRasters, _ account: YearAccount, over zones: ZoneLayer,
        below limit: Double
    ) async throws -> [String: [String: Double]] {
        let crs = try survey.rasterCRS.map { try CRS($0) }
        let grid = try Grid(of: rasters.info, assuming: crs)
        let scheme = account.scheme.scheme
        let codes = account.tally.codes(ofLayer: 0).keys.filter { code in
            scheme.landClass(of: scheme.meaning(of: .value(code))).map {
                LandYear.isWet($0.category.key)
            } ?? false
        }
        guard !codes.isEmpty else { return [:] }
        var land = Measurement(of: rasters.landCover.raster, band: survey.landCoverBand)
        land.rasterCRS = grid.crs
        let tally = try await TallyStore.tally(
            by: "patches of \(codes.sorted()) across corners, below \(limit) m² in the zones: 1",
            of: land, over: zones
        ) { _, _ in
            try await SmallPatches(of: Set(codes), in: land, below: limit)
                .tally(over: zones, jobs: jobs)
        }
        var wetAreas: [String: [String: Double]] = [:]
        for (zone, amounts) in zip(tally.zones, tally.amounts) {
            for (codes, amount) in amounts where codes[1] == .value(1) {
                let label = "\(scheme.meaning(of: codes[0]))"
                wetAreas[zone.id, default: [:]][label, default: 0] += amount.areaSquareMetres
            }
        }
        return wetAreas
    }

    /// The same of survey polygons; patches that share a corner are one here too.
    static func small(
        in parcels: ParcelYear, below limit: Double
    ) throws -> [String: [String: Double]] {
        let account = parcels.account
        let land = LandYear.parcels(parcels)
        var wet: [Polygon] = []
        for (zone, pieces) in zip(account.zones, account.pieces) {
            for (code, polygons) in pieces.sorted(by: { $0.key < $1.key })
            where land.isWet(code, in: zone.id) {
                wet += polygons
            }
        }
        guard !wet.isEmpty else { return [:] }
        let areas = PolygonArea(in: account.crs)
        let parts = try Geometry(wet).dissolved().polygons
        let sizes = parts.map { areas.squareMetres(of: [$0]) }
        let groups = Self.joinedAtCorners(parts)
        var sums: [Int: Double] = [:]
        for (group, size) in zip(groups, sizes) { sums[group, default: 0] += size }
        let small = zip(parts, groups).filter { (sums[$0.1] ?? 0) < limit }.map(\.0)
        guard !small.isEmpty else { return [:] }
        let ground = Geometry(small)
        var wetAreas: [String: [String: Double]] = [:]
        for (zone, pieces) in zip(account.zones, account.pieces) {
            for (code, polygons) in pieces where land.isWet(code, in: zone.id) {
                let shared = try Geometry(polygons).dissolved().intersection(ground).polygons.map {
                    try $0.placed(by: nil)
                }
                let area = areas.squareMetres(of: shared)
                if area > 0 { wetAreas[zone.id, default: [:]][code] = area }
            }
        }
        return wetAreas
    }

    /// By polygon: a number that is the same for those that share a vertex, however indirectly.
    private static func joinedAtCorners(_ polygons: [Polygon]) -> [Int] {
        var parents = Array(polygons.indices)
        func root(_ member: Int) -> Int {
            var member = member
            while parents[member] != member { member = parents[member] }
            return member
        }
        var owners: [Point: Int] = [:]
        for (index, polygon) in polygons.enumerated() {
            for point in polygon.rings.joined() {
                if let other = owners[point] {
                    let (a, b) = (root(index), root(other))
                    parents[max(a, b)] = min(a, b)
                } else {
                    owners[point] = index
                }
            }
        }
        return polygons.indices.map { root($0) }
    }
}
