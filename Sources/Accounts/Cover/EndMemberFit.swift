// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology

/// Finds end members region by region, from the pixels of all the scenes that are to be compared.
package struct EndMemberFit {
    /// A region with fewer valid pixels takes the pair of all ground (a judgement).
    package static let leastPixels = 100

    package let low: Double
    package let high: Double
    private var whole = NDVICounts()
    private var regions: [String: NDVICounts] = [:]

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Counts a window's NDVI; NaN is left out.
    package mutating func add(_ ndvi: [Double], _ regions: RegionWindow?) {
        whole.add(ndvi)
        guard let regions else { return }
        for (place, name) in regions.names.enumerated() {
            var regionNDVI: [Double] = []
            for pixel in ndvi.indices where Int(regions.places[pixel]) == place {
                regionNDVI.append(ndvi[pixel])
            }
            if !regionNDVI.isEmpty { self.regions[name, default: NDVICounts()].add(regionNDVI) }
        }
    }

    /// The pairs; a region with too few pixels, or with two percentiles that coincide, has none.
    ///
    /// - Parameter scene: The scene where only one was counted; `nil` where all years were.
    /// - Throws: `VegetationCoverError` without valid pixels, or where two percentiles coincide.
    /// - Returns: The regions' pairs, and that of all ground.
    package func table(ofScene scene: String?) throws(VegetationCoverError) -> EndMemberTable {
        func origin(_ region: String) -> EndMembers.Origin {
            scene.map { .percentilesOfScene(low: low, high: high, scene: $0) }
                ?? .percentilesOfAllYears(low: low, high: high, region: region)
        }
        let rest = try whole.endMembers(low: low, high: high, origin: origin("all"))
        let rows = regions.sorted { $0.key < $1.key }.compactMap { name, counts in
            counts.count < Self.leastPixels
                ? nil
                : (try? counts.endMembers(low: low, high: high, origin: origin(name))).map {
                    EndMemberTable.Row(region: name, members: $0, pixels: counts.count)
                }
        }
        return EndMemberTable(rest: rest, rows)
    }
}

/// NDVI counted in steps of 10⁻⁴, from which percentiles come in memory that does not grow.
///
/// Exact for NDVI that is stored in ten-thousandths; other values are taken to the nearest.
struct NDVICounts {
    private var histogram = NDVIHistogram(NDVIEncoding(scale: 0.0001, nodata: -32_768))

    /// Valid pixels counted.
    var count: Int { histogram.count }

    mutating func add(_ values: [Double]) {
        let codes = values.map { $0.isNaN ? Int16.min : Int16(($0 * 10_000).rounded()) }
        // Values beyond −1…1 were refused when they were read.
        try? histogram.add(codes.span)
    }

    func endMembers(
        low: Double, high: Double, origin: EndMembers.Origin
    ) throws(VegetationCoverError) -> EndMembers {
        try histogram.endMembers(low: low, high: high) { _, _ in origin }
    }
}
