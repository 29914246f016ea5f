// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Foundation
import Survey
import Testing
import Words
import Zonal

@Suite("A survey measured by many processes")
struct SurveyPartTests {
    private let scratch: Scratch
    init() throws {
        scratch = try Scratch()
        try scratch.twoZonesInTwoYears()
    }

    /// Small wetlands make a measurement that cannot be divided.
    private func run(to output: String = "out") throws -> SurveyRun {
        var run = try scratch.run(of: Scratch.twoYears, to: output)
        run.store = TallyStore(at: scratch.file("kept"))
        return run
    }

    /// Measures parts in turn, each with a store of its own on the folder, as processes have.
    @discardableResult
    private func measure(
        _ numbers: [Int], of plan: SurveyPlan
    ) async throws -> [SurveyRun.MeasuredParts] {
        var done: [SurveyRun.MeasuredParts] = []
        for number in numbers {
            let share = try #require(Part("\(number)/\(plan.parts.count)"))
            done.append(
                try await run().measure(
                    try plan.parts(of: share), of: plan,
                    into: TallyStore(at: scratch.file("kept"))))
        }
        return done
    }

    private func files(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(
            atPath: scratch.file(folder)) ?? .init()
        where name != "provenance.json" {
            files[name] = FileManager.default.contents(atPath: scratch.file("\(folder)/\(name)"))
        }
        return files
    }

    @Test(
        "parts in any order, and any that are lost, give the bytes of one run",
        arguments: [[1, 2, 3], [3, 1, 2], [2], [3, 3, 1]])
    func bytes(order: [Int]) async throws {
        var alone = try run(to: "alone")
        alone.store = nil
        _ = try await alone.run()
        let plan = try await run().plan(parts: 3)
        #expect(plan.parts.count == 3)
        try await measure(order, of: plan)
        let joint = try run(to: "joint")
        _ = try await joint.run()
        #expect(try files("joint") == files("alone"))
    }

    @Test("after all parts nothing is left to be measured")
    func all() async throws {
        let plan = try await run().plan(parts: 2)
        #expect(plan.needs.contains { !$0.isDivisible })
        #expect(plan.needs.contains { $0.restsOnSamples })
        try await measure([2, 1], of: plan)
        let next = try await run().plan(parts: 2)
        #expect(next.needs.allSatisfy { $0.isKept })
        #expect(next.parts.map(\.pixels) == [0, 0])
        let last = try run()
        _ = try await last.run()
        #expect(last.store?.counts.measured == 0)
    }

    @Test("samples are kept with a plan, give the same plan again, and go when all is measured")
    func samples() async throws {
        let folder = scratch.file("kept/samples")
        func samples() -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        }
        let plan = try await run().plan(parts: 2)
        let first = samples()
        #expect(!first.isEmpty)
        let again = try await run().plan(parts: 2)
        #expect(again.needs == plan.needs && samples() == first)
        try await measure([1, 2], of: plan)
        _ = try await run().run()
        #expect(samples().isEmpty)
    }

    @Test("a part that is there already is not measured again")
    func again() async throws {
        let plan = try await run().plan(parts: 2)
        let runs = try await measure([1, 1], of: plan)
        #expect(runs.map { $0.measured.map(\.description) } == [["1/2"], []])
        #expect(runs.map { $0.kept.map(\.description) } == [[], ["1/2"]])
    }

    @Test("a raster that changed since it was planned is refused")
    func changed() async throws {
        let plan = try await run().plan(parts: 2)
        try scratch.raster(
            "lc_2015.tif", width: 4, [UInt8](arrayLiteral: 12, 21, 22, 32, 42, 64, 32, 21))
        await #expect {
            try await measure([1], of: plan)
        } throws: {
            guard case PlanError.anotherSurvey(let missing)? = $0 as? PlanError else {
                return false
            }
            return missing >= 1
        }
    }

    @Test("a plan is read as it was written, and other files are refused as none")
    func file() async throws {
        let plan = try await run().plan(parts: 5)
        let path = try scratch.write(try plan.json, to: "plan.json")
        let read = try SurveyPlan(readingFrom: path)
        #expect(read.needs == plan.needs && read.parts == plan.parts)
        #expect(read.setting == plan.setting && read.setting.store == scratch.file("kept"))
        try read.setting.check(named: path)
        for text in ["", "{}", "[1]", try plan.json.replacing("\"parts\"", with: "\"shares\"")] {
            let other = try scratch.write(text, to: "other.json")
            #expect(throws: PlanError.notAPlan(file: other)) {
                try SurveyPlan(readingFrom: other)
            }
        }
    }

    @Test("a plan of other versions is refused, with both of them")
    func versions() async throws {
        let text = try await run().plan(parts: 2).json
        let gdal = try SurveyPlan(readingFrom: scratch.write(text, to: "plan.json")).setting.gdal
        let other = try SurveyPlan(
            readingFrom: scratch.write(
                text.replacing("\"gdal\" : \"\(gdal)\"", with: "\"gdal\" : \"9.9.9\""),
                to: "other.json"))
        #expect {
            try other.setting.check(named: "other.json")
        } throws: {
            "\($0)".contains("GDAL 9.9.9") && "\($0)".contains("GDAL \(gdal)")
        }
    }

    @Test("fewer processes than parts take every so many, and more are refused")
    func shares() async throws {
        let plan = try await run().plan(parts: 7)
        func parts(_ share: String) throws -> [Int] {
            try plan.parts(of: try #require(Part(share))).map(\.number)
        }
        #expect(try parts("2/3") == [2, 5])
        #expect(try parts("1/1") == [1, 2, 3, 4, 5, 6, 7])
        #expect(try parts("7/7") == [7])
        #expect(throws: PlanError.self) { try parts("8/8") }
    }
}

@Suite("Which task of a batch system a process is")
struct ArrayTaskTests {
    @Test(
        "the variables of each system",
        arguments: [
            (["SLURM_ARRAY_TASK_ID": "7"], 7, nil),
            (
                [
                    "SLURM_ARRAY_TASK_ID": "14", "SLURM_ARRAY_TASK_MIN": "10",
                    "SLURM_ARRAY_TASK_STEP": "2", "SLURM_ARRAY_TASK_COUNT": "5",
                ], 3, 5
            ),
            (["AWS_BATCH_JOB_ARRAY_INDEX": "0", "AWS_BATCH_JOB_ARRAY_SIZE": "4"], 1, 4),
            (["AWS_BATCH_JOB_ARRAY_INDEX": "3"], 4, nil),
            (["CLOUD_RUN_TASK_INDEX": "1", "CLOUD_RUN_TASK_COUNT": "2"], 2, 2),
            (["BATCH_TASK_INDEX": "0", "BATCH_TASK_COUNT": "1"], 1, 1),
            (["JOB_COMPLETION_INDEX": "9"], 10, nil),
            (
                [
                    "SGE_TASK_ID": "5", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "9",
                    "SGE_TASK_STEPSIZE": "2",
                ], 3, 5
            ),
            (["SGE_TASK_ID": "undefined", "PARALLEL_SEQ": "2"], 2, nil),
            (["PBS_ARRAY_INDEX": "3"], 3, nil),
            (["LSB_JOBINDEX": "2", "LSB_JOBINDEX_END": "6"], 2, 6),
        ] as [([String: String], Int, Int?)])
    func systems(_ environment: [String: String], number: Int, count: Int?) throws {
        let task = try ArrayTask(in: environment)
        #expect(task.number == number && task.count == count)
    }

    @Test("the plan's parts count where the system does not say how many tasks there are")
    func counted() throws {
        #expect(try ArrayTask(in: ["PARALLEL_SEQ": "2"]).part(ofPlanWith: 9)?.description == "2/9")
        let slurm = ["SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "4"]
        #expect(try ArrayTask(in: slurm).part(ofPlanWith: 9)?.description == "2/4")
        #expect(try ArrayTask(in: ["PARALLEL_SEQ": "10"]).part(ofPlanWith: 9) == nil)
    }

    @Test("none, and what is no number of a task, is refused with its name")
    func refused() {
        #expect(throws: PlanError.noArrayTask) { try ArrayTask(in: ["PATH": "/bin"]) }
        for value in ["x", "-1", "0"] {
            #expect(throws: PlanError.badArrayTask(variable: "PARALLEL_SEQ", value: value)) {
                try ArrayTask(in: ["PARALLEL_SEQ": value])
            }
        }
        #expect(throws: PlanError.badArrayTask(variable: "SLURM_ARRAY_TASK_ID", value: "9")) {
            try ArrayTask(in: ["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_COUNT": "4"])
        }
    }
}
