// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import GDAL
import Support
import Synchronization
import Testing

@testable import Zonal

/// What is measured once is kept under a key of all that decides it.
@Suite struct TallyStoreTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func classes(_ name: String = "classes.tif", last: UInt8 = 2) throws -> String {
        try scratch.raster(name, [[UInt8(1), 1, 1, 2, last]])
    }

    private func store(fresh: Bool = false) -> TallyStore {
        TallyStore(at: scratch.path("kept"), fresh: fresh)
    }

    /// Measures with a new store on the same folder, as another run would.
    private func measure(
        _ measurement: Zonal.Measurement, over wkt: String = box(0, 0, 2.5, 0.5),
        fresh: Bool = false
    ) async throws -> (tally: Tally, counts: TallyStore.Counts) {
        let store = store(fresh: fresh)
        let zones = try zones([("a", wkt)])
        let tally = try await TallyStore.$current.withValue(store) {
            try await measurement.tally(over: zones)
        }
        return (tally, store.counts)
    }

    /// What is kept, and under which key a measurement is looked for.
    private func kept(_ measurement: Zonal.Measurement) throws -> String {
        let folder = scratch.path("kept/tallies")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let zone = try zones([("a", box(0, 0, 2.5, 0.5))])
        return "\(names), looked for as \(try key(measurement, over: zone) ?? "nothing")"
    }

    private func key(_ measurement: Zonal.Measurement, over zones: ZoneLayer? = nil) throws
        -> String?
    {
        try MeasurementKey(of: measurement, over: zones, by: FileDigests())?.hex
    }

    @Test("a fingerprint is the SHA-256 of what it took in, and stays so")
    func fingerprint() {
        let sum = Fingerprint()
        for piece in ["a", "", "bc"] { Array(piece.utf8).withUnsafeBytes { sum.add($0) } }
        // FIPS 180-4's example.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(sum.hex == known && sum.hex == known)
    }

    @Test("what was measured is not measured again, and is the same to the last bit")
    func notAgain() async throws {
        let values = try scratch.raster("values.tif", [[Int16(1000), 3001, -999, 500, -700]])
        let measurement = Zonal.Measurement([.init(try classes())], values: .init(values))
        let first = try await measure(measurement)
        #expect(first.counts == .init(kept: 0, measured: 1))
        let second = try await measure(measurement)
        #expect(second.counts == .init(kept: 1, measured: 0))
        #expect(second.tally == first.tally)
    }

    @Test("a store that is fresh measures anew, and keeps that")
    func fresh() async throws {
        let measurement = Zonal.Measurement(of: try classes())
        _ = try await measure(measurement)
        #expect(try await measure(measurement, fresh: true).counts.measured == 1)
        let last = try await measure(measurement).counts
        let there = try kept(measurement)
        #expect(last == .init(kept: 1, measured: 0), "\(there)")
    }

    @Test("another pixel, zone, band rule or nodata code is another measurement")
    func keys() throws {
        let base = Zonal.Measurement(of: try classes())
        let zone = try zones([("a", box(0, 0, 2.5, 0.5))])
        let first = try #require(try key(base, over: zone))
        var others = [
            try key(Zonal.Measurement(of: try classes("other.tif", last: 3)), over: zone),
            try key(base, over: try zones([("a", box(0, 0, 2.5, 0.4999999))])),
            try key(base, over: try zones([("b", box(0, 0, 2.5, 0.5))])), try key(base),
        ]
        var without = base
        without.noDataCodes = [2]
        others.append(try key(without, over: zone))
        var datum = base
        datum.areas = .datum
        others.append(try key(datum, over: zone))
        #expect(!others.contains(first) && Set(others).count == others.count)
        #expect(!others.contains(nil))
    }

    @Test("a raster's name and place do not count, its pixels do")
    func places() throws {
        let here = try classes()
        let there = try scratch.raster("copy.tif", [[UInt8(1), 1, 1, 2, 2]])
        #expect(try key(Zonal.Measurement(of: here)) == key(Zonal.Measurement(of: there)))
    }

    @Test("a view on another grid and a mosaic have the same key each time they are made")
    func views() throws {
        let here = try Dataset(opening: try classes()).info
        let fine = try scratch.raster("fine.tif", [[UInt8]](repeating: .init(0..<20), count: 4))
        func view() throws -> String? {
            let view = try Raster(fine).aligned(onGridOf: here)
            return try key(Zonal.Measurement(of: view))
        }
        let first = try view()
        #expect(first != nil)
        #expect(try view() == first)
    }

    @Test("bins and quantities without a rule in words are measured each time")
    func closures() throws {
        let values = try scratch.raster("values.tif", [[Float(0.1), 0.5, 0.9, 0.2, 0.3]])
        #expect(try key(Zonal.Measurement([.init(values, role: .bins { _ in 1 })])) == nil)
        #expect(
            try key(Zonal.Measurement([.init(values, role: .bins(rule: "one") { _ in 1 })])) != nil)
        let bare = Measurement.Values(values) { $0 }
        #expect(try key(Zonal.Measurement([.init(try classes())], values: bare)) == nil)
        let named = Measurement.Values(values, rule: "as it is") { $0 }
        #expect(try key(Zonal.Measurement([.init(try classes())], values: named)) != nil)
    }

    @Test(
        "a kept tally that is damaged is measured anew",
        arguments: ["", "steppe-tally\t1\n", "one digit"])
    func damaged(_ damage: String) async throws {
        let measurement = Zonal.Measurement(of: try classes())
        let good = try await measure(measurement).tally
        let folder = scratch.path("kept/tallies")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        let changed =
            damage == "one digit" ? text.replacing("amount\t0\t1", with: "amount\t0\t3") : damage
        #expect(changed != text)
        try changed.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        let again = try await measure(measurement)
        #expect(again.counts.measured == 1)
        #expect(again.tally == good)
        let last = try await measure(measurement).counts
        let there = try kept(measurement)
        #expect(last == .init(kept: 1, measured: 0), "\(there)")
    }

    @Test("what was measured while its file changed is not kept")
    func changing() async throws {
        let path = try scratch.raster("values.tif", [[Float(0.1), 0.5, 0.9, 0.2, 0.3]])
        let measurement = Zonal.Measurement([
            .init(
                path,
                role: .bins(rule: "one") { _ in
                    utimes(path, nil)
                    return 1
                })
        ])
        _ = try await measure(measurement)
        let kept = try FileManager.default.contentsOfDirectory(atPath: scratch.path("kept/tallies"))
        #expect(kept.isEmpty)
    }

    @Test("of two runs that want one tally at the same time one measures it, the other takes it")
    func atTheSameTime() async throws {
        let path = try scratch.raster("values.tif", [[Float(0.1), 0.5, 0.9, 0.2, 0.3]])
        let zones = try zones([("a", box(0, 0, 2.5, 0.5))])
        let measured = Mutex(0)
        // Measuring takes longer than it takes the other run to ask.
        let measurement = Zonal.Measurement([
            .init(
                path,
                role: .bins(rule: "one") { _ in
                    measured.withLock { $0 += 1 }
                    usleep(100_000)
                    return 1
                })
        ])
        let stores = [store(), store()]
        let tallies = try await withThrowingTaskGroup(of: Tally.self) { group in
            for store in stores {
                group.addTask {
                    try await TallyStore.$current.withValue(store) {
                        try await MeasurementQueue.$current.withValue(MeasurementQueue(jobs: 1)) {
                            try await measurement.tally(over: zones)
                        }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(measured.withLock(\.self) == 5)
        #expect(stores.map(\.counts.measured).reduce(0, +) == 1)
        #expect(stores.map(\.counts.kept).reduce(0, +) == 1)
        #expect(tallies[0] == tallies[1])
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path("kept/tallies"))
        #expect(left.count == 1)
    }

    @Test("a run that was killed while it measured holds up no other")
    func killed() async throws {
        let measurement = Zonal.Measurement(of: try classes())
        let zones = try zones([("a", box(0, 0, 2.5, 0.5))])
        let key = try #require(try key(measurement, over: zones))
        try FileManager.default.createDirectory(
            atPath: scratch.path("kept/tallies"), withIntermediateDirectories: true)
        // What is left of its claim is a file that nobody has a lock on.
        _ = try scratch.text("kept/tallies/.steppe-\(key).lock", "process 1 on nowhere\n")
        #expect(try await measure(measurement).counts == .init(kept: 0, measured: 1))
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path("kept/tallies"))
        #expect(left == [key])
    }

    @Test("what a killed run left half-written goes from every folder of a store, and nothing else")
    func sweep() throws {
        let folder = scratch.path("swept")
        let places = ["", "/tallies", "/samples", "/parts", "/parts/0a1b"].map { folder + $0 }
        for place in places {
            try FileManager.default.createDirectory(
                atPath: "\(place)/.steppe-1-2", withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: "\(place)/1-of-2"))
        }
        TallyStore(at: folder).sweep()
        for place in places {
            #expect(!FileManager.default.fileExists(atPath: "\(place)/.steppe-1-2"), "\(place)")
            #expect(FileManager.default.fileExists(atPath: "\(place)/1-of-2"), "\(place)")
        }
    }

    @Test("a store where a file lies is refused")
    func noFolder() throws {
        let path = try scratch.text("kept", "")
        #expect(throws: WriteError.self) { try TallyStore(at: path).check() }
    }
}

@Suite struct FileDigestsTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test("a digest is the SHA-256 of the file, and a changed file has another")
    func digest() throws {
        let path = try scratch.text("a.txt", "abc")
        let digests = FileDigests()
        #expect(
            try digests.digest(of: path).sha256
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        _ = try scratch.text("a.txt", "abcd")
        #expect(
            try digests.digest(of: path).sha256
                == "88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589")
    }

    @Test("a digest that was kept is checked: a damaged one is taken anew")
    func kept() throws {
        let path = try scratch.text("a.txt", "abc")
        // Long unchanged, so that its digest may be kept; the time of its last change of name or
        // rights cannot be set.
        let folder = scratch.path("digests")
        let good = try FileDigests(keptIn: folder).digest(of: path).sha256
        sleep(4)
        #expect(try FileDigests(keptIn: folder).digest(of: path).sha256 == good)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        try text.replacing("ba78", with: "ba79")
            .write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        #expect(try FileDigests(keptIn: folder).digest(of: path).sha256 == good)
    }
}
