// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
public import Zonal

extension SurveyPlan {
    /// The plan's parts that one of several processes takes: every so many from its own on.
    ///
    /// - Throws: ``PlanError/noSuchPart(_:count:)`` where there are fewer parts than processes.
    public func parts(of share: Part) throws(PlanError) -> [Part] {
        guard share.number <= parts.count else {
            throw .noSuchPart(share, count: parts.count)
        }
        return stride(from: share.number, through: parts.count, by: share.count)
            .compactMap { Part("\($0)/\(parts.count)") }
    }

    /// The keys of what is to be measured in parts.
    private var divisible: [String] {
        needs.filter { !$0.isKept && $0.isDivisible }.compactMap(\.key)
    }

    /// The keys of what is to be measured whole by the process that takes a part: one for each of the
    /// first parts, so that they are begun early.
    private func whole(with part: Part) -> [String] {
        // The kept ones keep their numbers, so that a plan which is made anew deals the rest alike.
        let all = needs.filter { !$0.isDivisible && $0.key != nil }
            .sorted { ($0.key ?? "") < ($1.key ?? "") }
        return all.enumerated()
            .filter { $0.offset % part.count == part.number - 1 && !$0.element.isKept }
            .compactMap(\.element.key)
    }

    /// Whether a store has all that a part brings.
    fileprivate func isDone(_ part: Part, in store: TallyStore) -> Bool {
        divisible.allSatisfy { store.has(part, of: $0) }
            && whole(with: part).allSatisfy { store.has(.whole, of: $0) }
    }

    fileprivate func wholeKeys(with parts: [Part]) -> Set<String> {
        Set(parts.flatMap { whole(with: $0) })
    }

    fileprivate var divisibleKeys: Set<String> { Set(divisible) }
}

extension SurveyRun {
    /// What came of measuring parts of a plan.
    public struct MeasuredParts: Sendable {
        /// Parts that were there already.
        public internal(set) var kept: [Part] = []
        /// Parts that were measured.
        public internal(set) var measured: [Part] = []
    }

    /// Measures parts of what a plan lists, and keeps them in the store.
    ///
    /// A later run of the survey with this store adds the parts up, in any order and from any machines,
    /// and measures what is missing. Parts that are there already are not measured again.
    ///
    /// - Parameters:
    ///   - parts: Of the plan's parts; see ``SurveyPlan/parts(of:)``.
    ///   - plan: Of this survey.
    ///   - store: The folder to keep them in.
    ///   - progress: Told which fraction of the work is done, from any thread.
    /// - Returns: Which parts were measured, and which were there already.
    /// - Throws: ``PlanError/anotherSurvey(missing:)`` where the survey asks for other measurements by now,
    ///   what is wrong with the survey's file or data as ``run(progress:)``, and `WriteError` where nothing
    ///   can be kept.
    public func measure(
        _ parts: [Part], of plan: SurveyPlan, into store: TallyStore,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> MeasuredParts {
        var run = self
        run.store = store
        var done = MeasuredParts()
        done.kept = parts.filter { plan.isDone($0, in: store) }
        let open = parts.filter { !done.kept.contains($0) }
        guard !open.isEmpty else { return done }
        try store.check()
        let queue = MeasurementQueue(
            jobs: jobs, measures: false, indivisible: plan.wholeKeys(with: open))
        // What cannot be divided is measured on the way.
        _ = try await run.list(in: queue)
        let wanted = plan.divisibleKeys.union(plan.wholeKeys(with: open))
        let missing = wanted.subtracting(await queue.planned.compactMap(\.key))
        guard missing.isEmpty else { throw PlanError.anotherSurvey(missing: missing.count) }
        for (index, part) in open.enumerated() {
            _ = try await run.working(with: queue) {
                try await queue.measure(
                    part, of: plan.divisibleKeys, into: store, jobs: jobs
                ) {
                    progress?((Double(index) + $0) / Double(open.count))
                }
            }
            done.measured.append(part)
        }
        return done
    }
}
