// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Benchmark
import Foundation
import GDAL
import Zonal

/// The inner loops, each on a raster of 16 M pixels that needs no decoding, with one thread.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 1,
        maxDuration: .seconds(5), maxIterations: 40)
    let inputs: Inputs
    do { inputs = try Inputs() } catch { fatalError("\(error)") }

    func measure(_ name: String, _ measurement: Measurement, over zones: ZoneLayer? = nil) {
        Benchmark(name) { benchmark in
            for _ in benchmark.scaledIterations {
                blackHole(try await measurement.tally(over: zones, jobs: 1))
            }
        }
    }
    measure("classes", Measurement(of: inputs.codes))
    measure("classes on a projected grid", Measurement(of: inputs.projected))
    measure("classes of floats", Measurement(of: inputs.floats))
    measure("pairs of classes", Measurement([.init(inputs.codes), .init(inputs.later)]))
    measure("means by class", Measurement([.init(inputs.codes)], values: .init(inputs.values)))
    measure("1,000 zones of 16 M pixels", Measurement(of: inputs.codes), over: inputs.zones)
    measure("1,000 zones of 1 M pixels", Measurement(of: inputs.small), over: inputs.zones)

    Benchmark("adding tallies of 1,000 zones") { benchmark in
        var sum = inputs.tally
        for _ in benchmark.scaledIterations { sum.merge(inputs.tally) }
        blackHole(sum)
    }
    Benchmark("a tally of 1,000 zones, written and read") { benchmark in
        for _ in benchmark.scaledIterations {
            let text = TallyFile(measurement: "", part: .whole, tally: inputs.tally).text
            blackHole(try TallyFile(reading: text, named: "tally"))
        }
    }
}

/// Seeded rasters in a folder that the system clears, and 1,000 zones that share their sides.
private final class Inputs: Sendable {
    let codes: String, later: String, projected: String, floats: String, values: String
    let small: String
    let zones: ZoneLayer
    let tally: Tally

    private static let width = 4096
    private static let degree = 1 / 3600.0

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "steppe-kernels-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        func write<Value: Pixel>(
            _ name: String, width: Int = Inputs.width, pixelSize: Double = Inputs.degree,
            left: Double = 107, top: Double = 40, crs: String = "EPSG:4326",
            _ value: (Int, Int) -> Value
        ) throws -> String {
            let plan = RasterPlan(
                width: width, height: width, dataType: Value.dataType,
                transform: GeoTransform(left: left, top: top, pixelSize: pixelSize) ?? .unit,
                crs: try CRS(crs))
            let raster = try Dataset(
                creating: "\(folder)/\(name)", as: plan,
                options: ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"])
            for row in 0..<width {
                let line = (0..<width).map { value(row, $0) }
                try raster.write(Window(column: 0, row: row, width: width, height: 1), from: line.span)
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
        small = try write("small.tif", width: 1024, pixelSize: 4 * Self.degree) { landCover($0, $1) }
        zones = ZoneLayer(zones: lattice(), crs: try CRS("EPSG:4326"), name: "lattice")
        tally = Tally(
            zones: zones.zones.map { Tally.ZoneKey(id: $0.id, name: $0.name) },
            amounts: (0..<1000).map { zone in
                Dictionary(uniqueKeysWithValues: (1...12).map { ([.value($0)], Amount(zone * $0)) })
            })
    }
}
