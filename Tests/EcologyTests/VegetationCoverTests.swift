// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing

@Suite("Vegetation cover")
struct VegetationCoverTests {
    private let codes: [Int16] = [200, 500, 1800, 3750, 6000, 7500, 8000, -3000]
    private let expected = [0, 0, 0.185714, 0.464286, 0.785714, 1, 1, Double.nan]

    private func members(_ soil: Double, _ canopy: Double) throws -> EndMembers {
        try EndMembers(soil: soil, canopy: canopy, origin: .fixed(source: "test"))
    }

    @Test("cover runs from 0 at bare soil to 1 at full canopy, and nothing stays nothing")
    func covers() throws {
        var pixels = codes.map { $0 == -3000 ? Double.nan : Double($0) / 10_000 }
        var span = pixels.mutableSpan
        try vegetationCover(ofEach: &span, between: members(0.05, 0.75))
        for (cover, expected) in zip(pixels, expected) {
            #expect(abs(cover - expected) < 1e-6 || cover.isNaN && expected.isNaN)
        }
    }

    @Test("the Ordos plateau's end members give NDVI 0.18 a cover of 0.160920")
    func ordos() throws {
        let cover = try vegetationCover(of: 0.18, between: .ordosPlateau())
        #expect(abs(cover - 0.160920) < 5e-7)
        #expect(
            abs(try vegetationCover(of: 0.18, between: .ordosPlateau(), model: .squared) - 0.025895)
                < 5e-7)
    }

    @Test("a raster whose scale is forgotten is refused, with the pixel")
    func forgottenScale() throws {
        var histogram = NDVIHistogram(NDVIEncoding())
        let codes: [Int16] = [0, 1800]
        #expect(throws: VegetationCoverError.notNDVI(value: 1800, pixel: 1)) {
            try histogram.add(codes.span)
        }
    }

    @Test("canopy must be greener than soil", arguments: [(0.5, 0.5), (0.7, 0.1), (-2, 0.5)])
    func badMembers(soil: Double, canopy: Double) {
        #expect(throws: VegetationCoverError.endMembers(soil: soil, canopy: canopy)) {
            try members(soil, canopy)
        }
    }

    @Test("a narrow pair of end members is warned of")
    func narrow() throws {
        #expect(try members(0.1, 0.35).warning != nil)
        #expect(try members(0.1, 0.45).warning == nil)
    }

    @Test("percentiles are of type 7: of 1…10, p5 is 1.45 and p95 9.55")
    func percentiles() throws {
        let values = (1...10).map(Double.init).shuffled()
        #expect(abs(try #require(percentile(5, of: values)) - 1.45) < 1e-12)
        #expect(abs(try #require(percentile(95, of: values)) - 9.55) < 1e-12)
        #expect(percentile(100, of: values) == 10)
        #expect(percentile(50, of: []) == nil)
    }

    @Test("a histogram's percentiles are those of its pixels, however they were divided")
    func histogram() throws {
        let codes: [Int16] = (1...10).map { $0 * 900 } + [-3000, -3000]
        let encoding = NDVIEncoding(scale: 0.0001, nodata: -3000, validCodes: -2000...10000)
        var whole = NDVIHistogram(encoding)
        try whole.add(codes.span)
        var left = NDVIHistogram(encoding)
        try left.add(codes.span.extracting(0..<4))
        var right = NDVIHistogram(encoding)
        try right.add(codes.span.extracting(4..<12))
        left.merge(right)
        #expect(left == whole)
        #expect(whole.count == 10)
        let members = try whole.endMembers { low, high in
            .percentilesOfAllYears(low: low, high: high, region: "all")
        }
        #expect(abs(members.soil - 1.45 * 0.09) < 1e-12)
        #expect(abs(members.canopy - 9.55 * 0.09) < 1e-12)
    }
}
