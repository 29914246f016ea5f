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

    /// A composite, an earlier one whose cover is taken off, more NDVI to count, and what end
    /// members differ by.
    package init(
        now: CoverSource, before: CoverSource? = nil, pool: [CoverSource] = [],
        regions: RegionRaster?
    ) {
        self.now = now
        self.before = before
        self.pool = pool
        self.regions = regions
    }

    /// The pairs at two percentiles of the composite; of every date, where there are others to be
    /// compared with.
    package func endMembers(low: Double, high: Double) throws -> EndMemberTable {
        guard before == nil, pool.isEmpty else {
            return try Self.endMembers(ofAll: [self], low: low, high: high)
        }
        var fit = EndMemberFit(low: low, high: high)
        for window in now.windows {
            fit.add(try now.composite(window), try regions?.regions(window))
        }
        return try fit.table(ofScene: now.files.joined(separator: ", "))
    }

    /// The pairs at two percentiles of every date of some scenes.
    package static func endMembers(
        ofAll scenes: [CoverScene], low: Double, high: Double
    ) throws -> EndMemberTable {
        var fit = EndMemberFit(low: low, high: high)
        for scene in scenes { try scene.count(into: &fit) }
        return try fit.table(ofScene: nil)
    }

    /// Counts every date's NDVI.
    private func count(into fit: inout EndMemberFit) throws {
        for window in now.windows {
            let regionWindow = try regions?.regions(window)
            for source in [now, before].compactMap(\.self) + pool {
                for date in 0..<source.count {
                    fit.add(try source.ndvi(ofDate: date, window), regionWindow)
                }
            }
        }
    }

    /// Cover, or its change; NaN where NDVI is missing.
    package func cover(
        _ window: Window, by members: EndMemberTable, _ model: CoverModel
    ) throws -> [Double] {
        let regionWindow = try members.rows.isEmpty ? nil : regions?.regions(window)
        let pairs = (regionWindow?.names ?? []).map { members[$0] }
        func covers(_ ndvi: [Double]) -> [Double] {
            var covers = ndvi
            guard let regionWindow else {
                var span = covers.mutableSpan
                vegetationCover(ofEach: &span, between: members.rest, model: model)
                return covers
            }
            covers.withUnsafeMutableBufferPointer { covers in
                for pixel in covers.indices where !covers[pixel].isNaN {
                    let place = Int(regionWindow.places[pixel])
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
