// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Benchmark
import Foundation
import GDAL
import PlaneGeometry
import Zonal

/// The inner loops, each on a raster of 16 M pixels that needs no decoding, with one thread.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 1,
        maxDuration: .seconds(5), maxIterations: 40)
    let inputs: Inputs
    do { inputs = try Inputs() } catch { fatalError("\(error)") }

    func measure(_ name: String, _ measurement: Zonal.Measurement, over zones: ZoneLayer? = nil) {
        Benchmark(name) { benchmark in
            for _ in benchmark.scaledIterations {
                blackHole(try await measurement.tally(over: zones, jobs: 1))
            }
        }
    }
    measure("classes", Zonal.Measurement(of: inputs.codes))
    measure("classes on a projected grid", Zonal.Measurement(of: inputs.projected))
    measure("classes of floats", Zonal.Measurement(of: inputs.floats))
    measure("pairs of classes", Zonal.Measurement([.init(inputs.codes), .init(inputs.later)]))
    measure(
        "means by class", Zonal.Measurement([.init(inputs.codes)], values: .init(inputs.values)))
    measure("1,000 zones of 16 M pixels", Zonal.Measurement(of: inputs.codes), over: inputs.zones)
    measure("1,000 zones of 1 M pixels", Zonal.Measurement(of: inputs.small), over: inputs.zones)

    func repeating(_ name: String, _ body: @escaping @Sendable (Tally) throws -> Void) {
        Benchmark(name) { benchmark in
            let tally = try await Zonal.Measurement(of: inputs.small).tally(over: inputs.zones)
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations { try body(tally) }
        }
    }
    repeating("adding tallies of 1,000 zones") { tally in
        var sum = tally
        sum.merge(tally)
        blackHole(sum)
    }
    repeating("a tally of 1,000 zones, written and read") { tally in
        let text = TallyFile(measurement: "", part: .whole, tally: tally).text
        blackHole(try TallyFile(reading: text, named: "tally"))
    }
}

/// Seeded rasters in a folder that the system clears, and 1,000 zones that share their sides.
private final class Inputs: Sendable {
    let codes: String, later: String, projected: String, floats: String, values: String
    let small: String
    let zones: ZoneLayer

    private static let width = 4096
    private static let degree = 1 / 3600.0

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "steppe-kernels-\(ProcessInfo.processInfo.processIdentifier)"
        ).path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        func write<Value: Pixel>(
            _ name: String, width: Int = Inputs.width, pixelSize: Double = Inputs.degree,
            left: Double = 107, top: Double = 40, crs: String = "EPSG:4326",
            _ value: (Int, Int) -> Value
        ) throws -> String {
            guard let place = GeoTransform(left: left, top: top, pixelSize: pixelSize) else {
                throw CocoaError(.formatting)
            }
            let plan = RasterPlan(
                width: width, height: width, dataType: Value.dataType,
                transform: place, crs: try CRS(crs))
            let raster = try Dataset(
                creating: "\(folder)/\(name)", as: plan,
                options: ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"])
            for row in 0..<width {
                let line = (0..<width).map { value(row, $0) }
                try raster.write(
                    Window(column: 0, row: row, width: width, height: 1), from: line.span)
            }
            try raster.close()
            return "\(folder)/\(name)"
        }
        codes = try write("codes.tif") { landCover($0, $1) }
        later = try write("later.tif") { row, column in
            noise(row / 3, column / 3, 7) < 13 ? 4 : landCover(row, column)
        }
        projected = try write(
            "projected.tif", pixelSize: 30, left: 300_000, top: 4_400_000, crs: "EPSG:32649"
        ) { landCover($0, $1) }
        floats = try write("floats.tif") { Float(landCover($0, $1)) }
        values = try write("values.tif") { Int16(2000 + noise($0, $1, 3) * 10) }
        small = try write("small.tif", width: 1024, pixelSize: 4 * Self.degree) {
            landCover($0, $1)
        }
        zones = ZoneLayer(zones: lattice(), crs: try CRS("EPSG:4326"), name: "lattice")
    }
}

/// Patches of twelve classes, ragged at their sides.
private func landCover(_ row: Int, _ column: Int) -> UInt8 {
    let (down, right) = (noise(row, column, 1) / 16, noise(row, column, 2) / 16)
    return UInt8(1 + noise((row + down) / 40, (column + right) / 40, 5) % 12)
}

/// 0…255, the same for the same place and seed.
private func noise(_ row: Int, _ column: Int, _ seed: UInt64) -> Int {
    var bits = UInt64(row) << 32 | UInt64(column)
    bits = (bits ^ seed &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 31) &* 0x94d0_49bb_1331_11eb
    return Int(bits >> 56)
}

/// 40 × 25 zones, their sides broken lines that neighbours share, over 1.1° from 107° E, 40° N.
private func lattice() -> [Zone] {
    let (columns, rows, steps) = (40, 25, 12)
    func node(_ row: Int, _ column: Int) -> Point {
        let isInside = (1..<rows * steps).contains(row) && (1..<columns * steps).contains(column)
        let bend = isInside ? 0.4 : 0
        return Point(
            x: 107.01 + 1.1 * (Double(column) + bend * Double(noise(row, column, 11)) / 255)
                / Double(columns * steps),
            y: 39.99 - 1.1 * (Double(row) + bend * Double(noise(row, column, 13)) / 255)
                / Double(rows * steps))
    }
    return (0..<rows * columns).map { index in
        let (top, left) = (index / columns * steps, index % columns * steps)
        var ring = (0..<steps).map { node(top, left + $0) }
        ring += (0..<steps).map { node(top + $0, left + steps) }
        ring += (0..<steps).map { node(top + steps, left + steps - $0) }
        ring += (0..<steps).map { node(top + steps - $0, left) }
        return Zone(id: "\(index)", polygons: [Polygon(rings: [ring + [ring[0]]])])
    }
}
