// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("steppe survey --plan and steppe measure")
struct MeasureTests {
    private func planned() async throws -> Folder {
        let folder = try Folder.withSurvey()
        let run = try await folder.run(
            "survey", "survey.toml", "--plan", "plan.json", "--parts", "3")
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    private func measure(
        _ folder: Folder, _ more: String..., environment: [String: String] = [:]
    ) async throws -> Command.Run {
        try await Command.run(
            ["measure", "plan.json"] + more, in: folder, environment: environment)
    }

    @Test("a plan's parts, measured by processes, are all that the survey needs")
    func parts() async throws {
        let folder = try await planned()
        #expect(!folder.names.contains("out"))
        for part in ["2/3", "1/3", "3/3"] {
            let run = try await measure(folder, "--part", part, "--json", "-q")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output == #"{"kept":[],"measured":["\#(part)"]}"# + "\n")
        }
        let again = try await measure(folder, "--part", "2/3")
        #expect(again.status == 0 && again.errors.contains("part 2/3: there already"))
        let run = try await folder.run("survey", "survey.toml", "--no-maps", "-v")
        #expect(run.status == 0 && run.errors.contains(", 0 are new"), "\(run.errors)")
    }

    @Test("a task of an array takes its share")
    func array() async throws {
        let folder = try await planned()
        let run = try await measure(
            folder, "--part-from-env", "--json", "-q",
            environment: ["SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "2"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == #"{"kept":[],"measured":["1/3","3/3"]}"# + "\n")
        let none = try await measure(folder, "--part-from-env")
        #expect(none.status == 1 && none.errors.contains("give --part K/N"), "\(none.errors)")
    }

    @Test("a changed input, and a plan that is none, end with 65")
    func refused() async throws {
        let folder = try await planned()
        try folder.writeRaster(rows: ["10 10 30 30", "10 20 30 30", "60 60 10 10", "60 60 60 0"])
        let changed = try await measure(folder, "--part", "1/3")
        #expect(changed.status == 65 && changed.errors.contains("Plan again"), "\(changed.errors)")
        try folder.write("{}", to: "plan.json")
        let none = try await measure(folder, "--part", "1/3")
        #expect(none.status == 65 && none.errors.contains("is no plan"), "\(none.errors)")
    }

    @Test("a store where nothing can be kept ends with 73, for parts are all that the verb makes")
    func noStore() async throws {
        let folder = try await planned()
        let run = try await measure(folder, "--part", "1/3", "--store", "survey.toml")
        #expect(run.status == 73, "\(run.status) \(run.errors)")
    }
}
