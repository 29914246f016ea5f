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

    @Test("cover runs from 0 at bare soil to 1 at full canopy, and nodata stays nodata")
    func integerCodes() throws {
        var cover = [Float](repeating: -1, count: codes.count)
        var result = cover.mutableSpan
        try vegetationCover(
            of: codes.span, .modis, between: members(0.05, 0.75), into: &result)
        for (found, expected) in zip(cover, expected) {
            #expect(abs(Double(found) - expected) < 5e-7 || found.isNaN && expected.isNaN)
        }
    }

    @Test("floating NDVI gives the same cover as its integer codes")
    func floatingCodes() throws {
        let ndvi = codes.map { $0 == -3000 ? Float.nan : Float($0) / 10_000 }
        var cover = [Float](repeating: -1, count: ndvi.count)
        var result = cover.mutableSpan
        try vegetationCover(
            of: ndvi.span, NDVIEncoding(), between: members(0.05, 0.75), into: &result)
        for (found, expected) in zip(cover, expected) {
            #expect(abs(Double(found) - expected) < 1e-6 || found.isNaN && expected.isNaN)
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
        var cover: [Float] = [0, 0]
        var result = cover.mutableSpan
        let codes: [Int16] = [0, 1800]
        #expect(throws: VegetationCoverError.notNDVI(value: 1800, pixel: 1)) {
            try vegetationCover(
                of: codes.span, NDVIEncoding(), between: members(0.05, 0.75), into: &result)
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
        var whole = NDVIHistogram(.modis)
        try whole.add(codes.span)
        var left = NDVIHistogram(.modis)
        try left.add(codes.span.extracting(0..<4))
        var right = NDVIHistogram(.modis)
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

    @Test("percentiles of each scene make years incomparable; of all years together, comparable")
    func comparable() throws {
        let scene = try EndMembers(
            soil: 0.05, canopy: 0.7,
            origin: .percentilesOfScene(low: 5, high: 95, scene: "2018"))
        let fixed = try members(0.05, 0.7)
        #expect(throws: VegetationCoverError.self) { try fixed.requireComparable(with: scene) }
        #expect(throws: VegetationCoverError.self) {
            try fixed.requireComparable(with: members(0.04, 0.7))
        }
        try fixed.requireComparable(with: members(0.05, 0.7))
    }

    @Test("a composite takes each pixel's greenest valid date")
    func composite() {
        var june: [Int16] = [1000, -3000, 2000, -3000]
        let august: [Int16] = [1500, 1200, -3000, -3000]
        var result = june.mutableSpan
        takeMaximum(into: &result, of: august.span, .modis)
        #expect(june == [1500, 1200, 2000, -3000])
        var float: [Float] = [0.1, .nan]
        var floats = float.mutableSpan
        takeMaximum(into: &floats, of: ([0.05, 0.3] as [Float]).span, NDVIEncoding())
        #expect(float == [0.1, 0.3])
    }

    @Test(
        "a cover on a break belongs to the class above",
        arguments: [(0.0999, 0), (0.10, 1), (0.2999, 1), (0.30, 2), (0.45, 3), (0.6, 4), (0.75, 5)])
    func classes(cover: Double, expected: Int) {
        #expect(CoverClass(cover: cover)?.rawValue == expected)
        #expect(CoverClass(cover: .nan) == nil)
    }
}
