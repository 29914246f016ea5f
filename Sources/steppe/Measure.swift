// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import ArgumentParser
import Foundation
import GDAL
import Survey
import Words
import Zonal

struct Measure: Verb {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measure a part of a survey's plan, for one of many processes or machines.",
        discussion: """
            Keeps its part of every measurement in the plan's store, and ends at once where that is \
            there already. steppe survey adds the parts up, in any order and from any machines, to the \
            same bytes as in one run, and measures what is missing. Of K/N, every Nth part of the plan \
            is taken, from the Kth on. Other versions or other inputs than the plan's are refused.

              steppe survey survey.toml --plan plan.json --parts 100
              seq 100 | parallel steppe measure plan.json --part {}/100 --jobs 1
              steppe survey survey.toml

            --part-from-env reads SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX, BATCH_TASK_INDEX, \
            CLOUD_RUN_TASK_INDEX, JOB_COMPLETION_INDEX, SGE_TASK_ID, PBS_ARRAY_INDEX, LSB_JOBINDEX or \
            PARALLEL_SEQ, and the count of tasks where the system gives it; else the plan's parts count.
            """)

    @Argument(
        help: "The plan that steppe survey --plan wrote.", completion: .file(extensions: ["json"]))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "Which share of the plan's parts (default: all of them).", valueName: "k/n"))
    var part: Part?

    @Flag(help: "Take the share from what a batch system says in the environment.")
    var partFromEnv = false

    @Option(
        help: ArgumentHelp(
            "The survey file, where it lies elsewhere than when it was planned.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var survey: String?

    @Option(
        help: ArgumentHelp(
            "Folder to keep the parts in (default: the plan's).", valueName: "folder"),
        completion: .directory)
    var store: String?

    @Flag(help: "Print what was done as JSON.")
    var json = false

    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if part != nil && partFromEnv {
            throw ValidationError("--part and --part-from-env: give one of them.")
        }
    }

    var inputs: [String] { [plan] + [survey].compactMap(\.self) }

    func work() async throws {
        let plan = try SurveyPlan(readingFrom: plan)
        let setting = plan.setting
        try setting.check(named: self.plan)
        if plan.parts.isEmpty { throw PlanError.noParts(file: self.plan) }
        guard let folder = store ?? setting.store else { throw PlanError.noStore(file: self.plan) }
        var file = try SurveyFile(readingFrom: survey ?? setting.survey)
        file.area = AreaRule(rawValue: setting.area) ?? file.area
        var run = SurveyRun(file)
        run.jobs = work.threads
        run.language = setting.language.flatMap(Language.init)
        let parts = try plan.parts(of: try share(of: plan))
        let done = try await run.measure(
            parts, of: plan, into: TallyStore(at: folder),
            progress: work.reporter("measure", quiet: common.quiet))
        if json {
            let words = [
                "kept": done.kept.map(\.description), "measured": done.measured.map(\.description),
            ]
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            Console.result(String(decoding: try encoder.encode(words), as: UTF8.self) + "\n")
        }
        func list(_ parts: [Part]) -> String {
            parts.count == 1 ? "part \(parts[0])" : "\(parts.count) parts"
        }
        if !done.kept.isEmpty { common.note("\(list(done.kept)): there already, in \(folder)") }
        if !done.measured.isEmpty { common.note("\(list(done.measured)): measured, in \(folder)") }
    }

    private func share(of plan: SurveyPlan) throws -> Part {
        guard partFromEnv else { return part ?? .whole }
        let task = try ArrayTask(in: ProcessInfo.processInfo.environment)
        guard let part = task.part(ofPlanWith: plan.parts.count) else {
            throw PlanError.noArrayTask
        }
        return part
    }
}
