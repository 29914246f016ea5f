// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Pixels above 9,000 km², whose areas are counted in a coarser quantum.
@Suite struct LargePixelTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func world(_ degrees: Double) throws -> String {
        let (columns, rows) = (Int(360 / degrees), Int(180 / degrees))
        return try scratch.raster(
            "world.tif", [[UInt8]](repeating: [UInt8](repeating: 1, count: columns), count: rows),
            at: GeoTransform(left: -180, top: 90, pixelSize: degrees))
    }

    @Test(
        "a grid of the world has the area of the ellipsoid, however coarse it is",
        arguments: [1.0, 10, 30, 90, 180])
    func world(degrees: Double) async throws {
        let tally = try await Measurement(of: try world(degrees)).tally(over: nil)
        let area = tally.total(ofZone: 0).areaSquareMetres
        #expect(relativeDifference(area, 510_065_621_724_088.44) < 1e-14)
    }

    @Test("a pixel of ten degrees is the sum of its 1,600 quarters of a degree")
    func parts() throws {
        let crs = try CRS("EPSG:4490")
        let large = try RowAreas(
            of: Grid(
                width: 1, height: 1,
                transform: try #require(GeoTransform(left: 100, top: 40, pixelSize: 10)), crs: crs))
        let small = try RowAreas(
            of: Grid(
                width: 40, height: 40,
                transform: try #require(GeoTransform(left: 100, top: 40, pixelSize: 0.25)), crs: crs
            ))
        let sum = (0..<40).reduce(0.0) { $0 + 40 * Double(small.area(row: $1)) }
        let whole = Double(large.area(row: 0)) * Double(large.quantum)
        #expect(large.quantum == 1000 && small.quantum == 1)
        #expect(relativeDifference(whole, sum) < 1e-14)
    }

    @Test("a large projected pixel is integrated: it has the area of its small parts")
    func projected() throws {
        let crs = try CRS("EPSG:3995")
        func areas(_ count: Int, _ size: Double) throws -> Double {
            var lattice = try AreaLattice(
                of: Grid(
                    width: count, height: count,
                    transform: try #require(GeoTransform(left: 1e6, top: 2e6, pixelSize: size)),
                    crs: crs))
            return (0..<count).reduce(0.0) {
                $0 + lattice.total(row: $1, columns: 0..<count) * Double(lattice.quantum)
            }
        }
        #expect(relativeDifference(try areas(2, 400_000), try areas(400, 2000)) < 1e-11)
    }

    @Test(
        "a projected pixel has the area of its small parts, however wide it is",
        arguments: [100.0, 1000, 5000, 8000, 8001, 50_000],
        ["EPSG:3995", "EPSG:3857", "EPSG:32649"])
    func parts(size: Double, crs: String) throws {
        let crs = try CRS(crs)
        func lattice(_ size: Double) throws -> AreaLattice {
            try AreaLattice(
                of: Grid(
                    width: 1, height: 1,
                    transform: try #require(GeoTransform(left: 400_000, top: 4e6, pixelSize: size)),
                    crs: crs))
        }
        var (whole, parts) = (try lattice(size), try lattice(size / 16))
        var area = Int64(0)
        whole.fill(&area, row: 0, from: 0, count: 1)
        let sum = (0..<16).reduce(0.0) { $0 + parts.total(row: $1, columns: 0..<16) }
        #expect(relativeDifference(Double(area), sum) < 1e-9)
        #expect(relativeDifference(whole.total(row: 0, columns: 0..<1), sum) < 1e-9)
    }

    @Test("zones partition large pixels to the last bit, and means weigh them by area")
    func zonesAndValues() async throws {
        let values = try scratch.raster(
            "values.tif", [[Int16(10), 20], [30, 40]],
            at: GeoTransform(left: 100, top: 40, pixelSize: 10))
        let classes = try scratch.raster(
            "classes.tif", [[UInt8(1), 1], [1, 1]],
            at: GeoTransform(left: 100, top: 40, pixelSize: 10))
        let measurement = Measurement([.init(classes)], values: .init(values))
        let whole = try await measurement.tally(over: nil)
        let halves = try await measurement.tally(
            over: try zones([("w", box(100, 20, 107.3, 40)), ("e", box(107.3, 20, 120, 40))]))
        #expect(halves.sum() == whole.amounts[0])
        let ellipsoid = Ellipsoid(.wgs84)
        let north = ellipsoid.area(from: .pi / 6, to: .pi / 4.5)
        let south = ellipsoid.area(from: .pi / 9, to: .pi / 6)
        let mean = try #require(whole.mean(of: whole.total(ofZone: 0)))
        #expect(relativeDifference(mean, (15 * north + 35 * south) / (north + south)) < 1e-13)
    }

    @Test("a tally of large pixels comes back from its file, and its parts add up to it")
    func files() async throws {
        let measurement = Measurement(of: try world(10))
        let zone = try zones([("a", box(-100, -50, 77.7, 55.5))])
        let whole = try await measurement.tally(over: zone)
        var sum: TallyFile?
        for number in 1...3 {
            let part = try #require(Part("\(number)/3"))
            let file = TallyFile(
                measurement: "m", part: part,
                tally: try await measurement.tally(over: zone, part: part))
            let read = try TallyFile(reading: file.text, named: "part")
            if sum == nil { sum = read } else { try sum?.add(read, named: "part") }
        }
        #expect(sum?.tally == whole)
    }

    @Test("a sum of areas times values is multiplied exactly", arguments: [1, 1000, 1_000_000])
    func weightedSum(factor: Int64) {
        var once = WeightedSum()
        var often = WeightedSum()
        let weight: Int128 = 1_234_567_890_123_456_789_012_345
        once.add(weight, times: -987_654_321)
        often.add(weight * Int128(factor), times: -987_654_321)
        once.multiply(by: factor)
        #expect(once == often)
    }
}
