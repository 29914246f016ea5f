// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Zonal

/// Which of a batch system's array of tasks a process is, by what that says in the environment.
public struct ArrayTask: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// How many tasks there are; `nil` where the system does not say.
    public let count: Int?

    /// How one batch system numbers tasks.
    private struct System {
        let index: String
        /// The first task's number, where a variable gives it.
        var first: String?
        /// The first task's number, where none does.
        var base = 1
        var step: String?
        var count: String?
        var last: String?
    }

    private static let systems = [
        System(
            index: "SLURM_ARRAY_TASK_ID", first: "SLURM_ARRAY_TASK_MIN",
            step: "SLURM_ARRAY_TASK_STEP", count: "SLURM_ARRAY_TASK_COUNT"),
        System(
            index: "AWS_BATCH_JOB_ARRAY_INDEX", base: 0, count: "AWS_BATCH_JOB_ARRAY_SIZE"),
        System(index: "BATCH_TASK_INDEX", base: 0, count: "BATCH_TASK_COUNT"),
        System(index: "CLOUD_RUN_TASK_INDEX", base: 0, count: "CLOUD_RUN_TASK_COUNT"),
        System(index: "JOB_COMPLETION_INDEX", base: 0),
        System(
            index: "SGE_TASK_ID", first: "SGE_TASK_FIRST", step: "SGE_TASK_STEPSIZE",
            last: "SGE_TASK_LAST"),
        System(index: "PBS_ARRAY_INDEX"),
        System(index: "LSB_JOBINDEX", last: "LSB_JOBINDEX_END"),
        System(index: "PARALLEL_SEQ"),
    ]

    /// The variables that say which task a process is, in the order that they are looked at.
    public static let variables = systems.map(\.index)

    /// The task that an environment names.
    ///
    /// Knows Slurm's, AWS Batch's, Google's, Kubernetes's, Grid Engine's, PBS's, LSF's and GNU Parallel's
    /// variables.
    ///
    /// - Throws: ``PlanError/noArrayTask`` where it names none, ``PlanError/badArrayTask(variable:value:)``
    ///   where that is no number of a task.
    public init(in environment: [String: String]) throws(PlanError) {
        guard let system = Self.systems.first(where: { Self.isSet($0.index, in: environment) })
        else {
            throw .noArrayTask
        }
        func number(_ variable: String?) throws(PlanError) -> Int? {
            guard let variable, Self.isSet(variable, in: environment) else { return nil }
            let text = environment[variable] ?? ""
            guard let number = Int(text), (0...1_000_000_000).contains(number) else {
                throw .badArrayTask(variable: variable, value: text)
            }
            return number
        }
        let index = try number(system.index) ?? 0
        let first = try number(system.first) ?? system.base
        let step = max(1, try number(system.step) ?? 1)
        let last = try number(system.last)
        count = try number(system.count) ?? last.map { ($0 - first) / step + 1 }
        self.number = (index - first) / step + 1
        guard index >= first, count.map({ $0 >= self.number }) != false else {
            throw .badArrayTask(variable: system.index, value: "\(index)")
        }
    }

    /// Grid Engine says `undefined` where a job is no array.
    private static func isSet(_ variable: String, in environment: [String: String]) -> Bool {
        guard let value = environment[variable] else { return false }
        return !value.isEmpty && value != "undefined"
    }

    /// The share of a plan's parts that the task takes: of as many as there are tasks, or parts.
    public func part(ofPlanWith parts: Int) -> Part? { Part("\(number)/\(count ?? parts)") }
}
