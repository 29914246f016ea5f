// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import GDAL

/// What a run reads, open on the grid of its first date.
package struct CoverScene {
    package let now: CoverSource
    package let before: CoverSource?
    private let pool: [CoverSource]
    private let regions: RegionRaster?

    /// One date's NDVI, or the composite of several, and what end members differ by.
    package init(_ now: CoverSource, regions: RegionRaster?) {
        self.now = now
        self.regions = regions
        before = nil
        pool = []
    }

    package init(of run: CoverRun) throws {
        let crs = try run.rasterCRS.map { try CRS($0) }
        let now = try CoverSource(run.dates, scale: run.scale, band: run.band, assuming: crs)
        func others(_ dates: [[String]]) throws -> CoverSource? {
            dates.isEmpty
                ? nil
                : try CoverSource(
                    dates, scale: run.scale, band: run.band, onGridOf: now.info, assuming: crs)
        }
        self.now = now
        before = try others(run.since)
        pool = try run.pool.compactMap { try others([$0]) }
        regions = try run.regions.map { try RegionRaster($0, on: now.grid, info: now.info) }
    }

    package func endMembers(_ members: CoverRun.Members) throws -> EndMemberTable {
        switch members {
        case .fixed(let pair): return EndMemberTable(rest: pair)
        case .table(let table): return table
        case .percentilesOfScene(let low, let high):
            guard before == nil, pool.isEmpty else {
                return try endMembers(.percentilesOfAllDates(low: low, high: high))
            }
            var fit = EndMemberFit(low: low, high: high)
            for window in now.windows {
                fit.add(try now.composite(window), try regions?.regions(window))
            }
            return try fit.table(ofScene: now.files.joined(separator: ", "))
        case .percentilesOfAllDates(let low, let high):
            var fit = EndMemberFit(low: low, high: high)
            try count(into: &fit)
            return try fit.table(ofScene: nil)
        }
    }

    /// Counts every date's NDVI.
    package func count(into fit: inout EndMemberFit) throws {
        for window in now.windows {
            let own = try regions?.regions(window)
            for source in [now, before].compactMap(\.self) + pool {
                for date in 0..<source.count {
                    fit.add(try source.ndvi(ofDate: date, window), own)
                }
            }
        }
    }

    /// Cover, or its change; NaN where NDVI is missing.
    package func cover(
        _ window: Window, by members: EndMemberTable, _ model: CoverModel
    ) throws -> [Double] {
        let own = try members.rows.isEmpty ? nil : regions?.regions(window)
        let pairs = (own?.names ?? []).map { members[$0] }
        func covers(_ ndvi: [Double]) -> [Double] {
            var covers = ndvi
            guard let own else {
                var span = covers.mutableSpan
                vegetationCover(ofEach: &span, between: members.rest, model: model)
                return covers
            }
            covers.withUnsafeMutableBufferPointer { covers in
                for pixel in covers.indices where !covers[pixel].isNaN {
                    let place = Int(own.places[pixel])
                    covers[pixel] = vegetationCover(
                        of: covers[pixel], between: place < 0 ? members.rest : pairs[place],
                        model: model)
                }
            }
            return covers
        }
        let cover = covers(try now.composite(window))
        guard let before else { return cover }
        return zip(cover, covers(try before.composite(window))).map { $0 - $1 }
    }
}
