// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// What several tasks want measured is measured together, and is what each would have measured alone.
@Suite struct MeasurementQueueTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private struct Wanted: Sendable {
        let measurement: Zonal.Measurement
        let zones: ZoneLayer?
    }

    private func wanted() throws -> [Wanted] {
        let classes = try scratch.raster(
            "classes.tif", [[UInt8(1), 1, 2, 2, 3], [3, 3, 2, 1, 1]])
        let later = try scratch.raster("later.tif", [[UInt8(1), 2, 2, 2, 3], [3, 1, 1, 1, 1]])
        let values = try scratch.raster(
            "values.tif", [[Int16(10), 20, 30, -7, 50], [1, 2, 3, 4, 5]])
        let small = try scratch.raster("small.tif", [[UInt8(7), 8]])
        let left = try zones([("a", box(0, 0, 2.5, 1.5)), ("b", box(2.5, 0, 5, 2))])
        let right = try zones([("c", box(1.25, 0.25, 4.75, 1.75))])
        return [
            Wanted(measurement: .init(of: classes), zones: left),
            Wanted(measurement: .init([.init(classes), .init(later)]), zones: left),
            Wanted(measurement: .init([.init(classes)], values: .init(values)), zones: right),
            Wanted(
                measurement: .init([
                    .init(values, role: .bins(rule: "tens") { Int($0 / 10) }), .init(later),
                ]), zones: nil),
            Wanted(measurement: .init(of: small), zones: nil),
        ]
    }

    @Test("together each has the tally that it has alone, in one round", arguments: [1, 2, 5])
    func together(jobs: Int) async throws {
        let all = try wanted()
        var alone: [Tally] = []
        for one in all { alone.append(try await one.measurement.tally(over: one.zones)) }
        let queue = MeasurementQueue(jobs: jobs)
        let joint = try await MeasurementQueue.$current.withValue(queue) {
            try await MeasurementQueue.sideBySide(all) {
                try await $0.measurement.tally(over: $0.zones)
            }
        }
        #expect(joint == alone)
        #expect(await queue.counts == .init(rounds: 1, tallies: all.count))
    }

    @Test("what rests on an earlier tally is measured in a later round, with what others want then")
    func rounds() async throws {
        let all = try wanted()
        let queue = MeasurementQueue(jobs: 2)
        let sums = try await MeasurementQueue.$current.withValue(queue) {
            try await MeasurementQueue.sideBySide([1, 2, 3]) { times in
                var pixels = 0.0
                for _ in 0..<times {
                    let parts = try await MeasurementQueue.sideBySide([all[0], all[2]]) {
                        try await $0.measurement.tally(over: $0.zones)
                    }
                    pixels += parts[0].total(ofZone: 0).pixels
                }
                return pixels
            }
        }
        let alone = try await all[0].measurement.tally(over: all[0].zones).total(ofZone: 0).pixels
        #expect(sums == [alone, 2 * alone, 3 * alone])
        #expect(await queue.counts == .init(rounds: 3, tallies: 12))
    }

    @Test("what rests on others begins when they are done, and shares a pass with all that waits")
    func foundations() async throws {
        let all = try wanted()
        let queue = MeasurementQueue(jobs: 2)
        // The third rests on the first, which measures nothing: it is in time for the second's pass.
        let areas = try await MeasurementQueue.$current.withValue(queue) {
            try await MeasurementQueue.sideBySide([0, 1, 2]) {
                $0 == 2 ? [0] : []
            } _: {
                place, earlier -> [Int] in
                guard place > 0 else { return [7] }
                let tally = try await all[place].measurement.tally(over: all[place].zones)
                return [tally.zones.count] + (earlier[0] ?? [])
            }
        }
        #expect(areas[0] == [7])
        #expect(areas[2].last == 7)
        #expect(await queue.counts == .init(rounds: 1, tallies: 2))
    }

    @Test("what rests on something that failed is left out, and the first failure is thrown")
    func failedFoundation() async throws {
        struct Fault: Error {}
        for queue in [MeasurementQueue(jobs: 1), nil] {
            await MeasurementQueue.$current.withValue(queue) {
                await #expect(throws: Fault.self) {
                    _ = try await MeasurementQueue.sideBySide([0, 1]) {
                        $0 == 1 ? [0] : []
                    } _: {
                        place, _ -> Int in
                        if place == 0 { throw Fault() }
                        Issue.record("it rests on what failed")
                        return place
                    }
                }
            }
        }
    }

    @Test("needs of one key are measured once")
    func once() async throws {
        let one = try wanted()[0]
        let queue = MeasurementQueue(jobs: 2)
        let store = TallyStore(at: scratch.path("kept"))
        let tallies = try await TallyStore.$current.withValue(store) {
            try await MeasurementQueue.$current.withValue(queue) {
                try await MeasurementQueue.sideBySide([1, 2, 3]) { _ in
                    try await one.measurement.tally(over: one.zones)
                }
            }
        }
        #expect(tallies[0] == tallies[2])
        #expect(await queue.counts == .init(rounds: 1, tallies: 1))
    }

    @Test("a need that cannot be measured takes no other with it")
    func fault() async throws {
        let good = try wanted()[2]
        let huge = try scratch.raster(
            "huge.tif",
            [[Double](repeating: 1e300, count: 5), [Double](repeating: 1e300, count: 5)])
        let bad = Wanted(
            measurement: .init([.init(huge, role: .bins { _ in 1 })], values: .init(huge)),
            zones: good.zones)
        let queue = MeasurementQueue(jobs: 2)
        let alone = try await good.measurement.tally(over: good.zones)
        let outcomes = try await MeasurementQueue.$current.withValue(queue) {
            try await MeasurementQueue.sideBySide([good, bad, good]) { one -> Tally? in
                do { return try await one.measurement.tally(over: one.zones) } catch is ZoneError {
                    return nil
                }
            }
        }
        #expect(outcomes == [alone, nil, alone])
    }

    @Test("without a queue things are done one after the other")
    func plain() async throws {
        #expect(try await MeasurementQueue.sideBySide([3, 1, 2]) { $0 * 2 } == [6, 2, 4])
    }

    @Test("a plan gives a few rows' codes to every zone, lists the need, and keeps nothing")
    func plan() async throws {
        // Three bands of 512 rows, of which four million pixels are one.
        let rows = 1536
        let file = scratch.path("tall.tif")
        let transform = try #require(GeoTransform(left: 0, top: 1536, pixelSize: 1))
        let raster = try Dataset(
            creating: file,
            as: RasterPlan(
                width: 8192, height: rows, dataType: .uint8, transform: transform,
                crs: CRS("EPSG:32649")), options: ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"])
        for row in stride(from: 0, to: rows, by: 512) {
            let codes = [UInt8](repeating: UInt8(row / 512), count: 8192 * 512)
            try raster.write(
                Window(column: 0, row: row, width: 8192, height: 512), from: codes.span)
        }
        try raster.close()
        func ring(_ top: Double) -> [Point] {
            [(0, top), (800, top), (800, top - 300), (0, top - 300), (0, top)].map {
                Point(x: $0.0, y: $0.1)
            }
        }
        let layer = ZoneLayer(
            zones: [
                Zone(id: "top", polygons: [Polygon(rings: [ring(1500)])]),
                Zone(id: "middle", polygons: [Polygon(rings: [ring(900)])]),
            ], crs: try CRS("EPSG:32649"))
        let queue = MeasurementQueue(jobs: 2, measures: false)
        let store = TallyStore(at: scratch.path("kept"))
        let tally = try await TallyStore.$current.withValue(store) {
            try await MeasurementQueue.$current.withValue(queue) {
                try await Zonal.Measurement(of: file).tally(over: layer)
            }
        }
        #expect(tally.zones.map(\.id) == ["top", "middle"])
        #expect(tally.amounts.allSatisfy { Set($0.keys) == [[.value(1)]] })
        #expect(await queue.planned.map(\.isKept) == [false])
        #expect(store.counts == .init())
    }
}
