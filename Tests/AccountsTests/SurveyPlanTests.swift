// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Survey
import Testing
import Zonal

@Suite("What a survey would do")
struct SurveyPlanTests {
    private let scratch: Scratch
    init() throws {
        scratch = try Scratch()
        try scratch.twoZonesInTwoYears()
    }

    private func run() throws -> SurveyRun {
        var run = try scratch.run(of: Scratch.twoYears + "[carbon]\ndraws = 100\n")
        run.store = TallyStore(at: scratch.file("kept"))
        return run
    }

    @Test("a plan measures and writes nothing, and lists all that will be asked for")
    func first() async throws {
        let run = try run()
        let plan = try await run.plan()
        #expect(plan.isComplete && plan.needs.allSatisfy { !$0.isKept })
        #expect(
            plan.needs.map { $0.rasters.map { $0.suffix(11) } } == [
                ["lc_2015.tif"], ["lc_2015.tif"], ["lc_2015.tif", "lc_2020.tif"],
                ["lc_2020.tif"], ["lc_2020.tif"],
            ])
        #expect(plan.needs.allSatisfy { $0.zones == 2 })
        #expect(plan.pixelsToDecode == 16 && plan.bytesToDecode > 0)
        #expect(run.store?.counts.measured == 0)
        #expect(!FileManager.default.fileExists(atPath: scratch.file("out")))
    }

    @Test("NDVI on another grid is listed by its file, which the plan can still open")
    func anotherGrid() async throws {
        try scratch.raster(
            "ndvi.tif", width: 2, pixelSize: 0.02, [Float](arrayLiteral: 0.2, 0.7))
        var run = try scratch.run(
            of: """
                zones = { file = "zones.gpkg", id = "id", name = "name" }
                landcover = { scheme = "cnlucc" }
                vegetation = { soil = 0.05, canopy = 0.9 }
                [[year]]
                year = 2020
                landcover = "lc_2020.tif"
                ndvi = "ndvi.tif"
                """)
        run.store = TallyStore(at: scratch.file("kept"))
        let plan = try await run.plan()
        let names = plan.needs.flatMap(\.rasters).map { $0.split(separator: "/").last ?? "" }
        // The land by its cover, and its small wetlands.
        #expect(names == ["lc_2020.tif", "lc_2020.tif", "ndvi.tif"])
        #expect(plan.pixelsToDecode == 8 + 2)
    }

    @Test("what a plan lists is what a run keeps, key by key")
    func foretold() async throws {
        let plan = try await run().plan()
        _ = try await run().run()
        let kept = try FileManager.default.contentsOfDirectory(
            atPath: scratch.file("kept/tallies"))
        #expect(Set(plan.needs.compactMap(\.key)) == Set(kept))
    }

    @Test("after a run all that it measured is kept, and nothing is to be decoded")
    func afterwards() async throws {
        let first = try run()
        _ = try await first.run()
        let measured = try #require(first.store?.counts.measured)
        let plan = try await run().plan()
        #expect(plan.isComplete && plan.needs.allSatisfy(\.isKept))
        #expect(plan.needs.count == measured)
        #expect(plan.pixelsToDecode == 0 && plan.bytesToDecode == 0)
    }

    @Test("another raster of one year is to be measured, with what rests on it")
    func changed() async throws {
        _ = try await run().run()
        try scratch.raster(
            "lc_2020.tif", width: 4, [UInt8](arrayLiteral: 12, 21, 21, 32, 42, 64, 64, 32))
        let plan = try await run().plan()
        #expect(
            plan.needs.filter { !$0.isKept }.map { $0.rasters.map { $0.suffix(11) } } == [
                ["lc_2015.tif", "lc_2020.tif"], ["lc_2020.tif"], ["lc_2020.tif"],
            ])
        #expect(plan.needs.contains { $0.isKept } && plan.isComplete)
    }

    @Test("the plan as JSON has the same measurements")
    func json() async throws {
        let plan = try await run().plan()
        let object = try JSONSerialization.jsonObject(with: Data(try plan.json.utf8))
        let fields = try #require(object as? [String: Any])
        #expect((fields["needs"] as? [[String: Any]])?.count == plan.needs.count)
        #expect(fields["complete"] as? Bool == true)
        #expect(fields["pixels_to_decode"] as? Int == 16)
    }
}
