// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// Gathers what tasks that run side by side want measured, and measures it together.
///
/// A task that asks for a tally waits. As soon as every task waits, all that was asked for is measured,
/// in one pass for each grid, so that a raster which many of them read is decoded once. Nobody has to
/// say beforehand what will be wanted, and what rests on an earlier tally comes in a later pass.
///
/// ```swift
/// try await MeasurementQueue.$current.withValue(MeasurementQueue(jobs: 2)) {
///     try await MeasurementQueue.sideBySide(years) { year in
///         try await Measurement(of: year.raster).tally(over: zones)  // one pass for all years
///     }
/// }
/// ```
///
/// Only the task that made the queue and the tasks of ``sideBySide(_:_:)`` may ask: it knows of no
/// others.
package actor MeasurementQueue {
    /// Whoever gathers measurements at present; with `nil` each is measured when it is asked for.
    @TaskLocal package static var current: MeasurementQueue?

    /// What a queue did so far.
    package struct Counts: Hashable, Sendable {
        /// Times that everyone waited and was served.
        package var rounds = 0
        /// Tallies that were measured.
        package var tallies = 0
    }

    private struct Request {
        enum Wish {
            case need(MeasurementNeed, key: String?)
            /// A sample that was taken before.
            case given(Tally)
        }

        let wish: Wish
        let continuation: CheckedContinuation<Tally, any Error>
    }

    private let jobs: Int
    /// Whether what is asked for is measured; else it is only listed.
    package nonisolated let measures: Bool
    /// What was asked for, in no order and each once, where it is only listed.
    package var planned: [PlannedNeed] { listed.map(\.planned) }
    private(set) var listed: [ListedNeed] = []
    /// The keys of measurements that cannot be divided, and are made where they are asked for though the
    /// queue only plans.
    private let indivisible: Set<String>
    private let progress: (@Sendable (_ round: Int, _ fraction: Double) -> Void)?
    /// What was measured so far.
    package private(set) var counts = Counts()
    /// Tasks that do not wait.
    private var running = 1
    private var requests: [Request] = []

    /// A queue of the task that makes it.
    ///
    /// - Parameters:
    ///   - jobs: Threads; tallies are the same for any number.
    ///   - measures: Whether what is asked for is measured. A queue that only plans lists it, and gives
    ///     tallies of a few rows of pixels in place of those that are not kept: they tell what will be
    ///     asked for next, and nothing else.
    ///   - indivisible: Keys of measurements that cannot be divided, to be made where they are asked for
    ///     though the queue only plans.
    ///   - progress: Told which round is under way, from 1, and which fraction of it is done, from any
    ///     thread.
    package init(
        jobs: Int, measures: Bool = true, indivisible: Set<String> = [],
        progress: (@Sendable (_ round: Int, _ fraction: Double) -> Void)? = nil
    ) {
        self.jobs = jobs
        self.measures = measures
        self.indivisible = indivisible
        self.progress = progress
    }

    /// Waits until everyone waits, then for the pass that measures this.
    ///
    /// - Parameters:
    ///   - need: What is to be measured.
    ///   - key: A hash of the need; needs of one key are measured once.
    /// - Returns: The tally, the one that the need has alone.
    /// - Throws: What is wrong with this need, and `CancellationError`.
    func tally(of need: MeasurementNeed, key: String?) async throws -> Tally {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            requests.append(
                Request(wish: .need(need, key: key), continuation: continuation))
            leave()
        }
    }

    /// Waits until everyone waits, then gives back a sample that was taken before: what is asked for
    /// afterwards rests on it, as if it were taken now.
    func tally(givenAs sample: Tally) async throws -> Tally {
        try await withCheckedThrowingContinuation { continuation in
            requests.append(Request(wish: .given(sample), continuation: continuation))
            leave()
        }
    }

    /// A need that was listed, and all that it takes to measure it.
    struct ListedNeed: Sendable {
        let planned: PlannedNeed
        let need: MeasurementNeed
        let key: MeasurementKey?
    }

    /// Lists what was asked for, once.
    func list(
        _ need: MeasurementNeed, _ key: MeasurementKey?, isKept: Bool, isDivisible: Bool
    ) throws {
        let planned = try PlannedNeed(
            need.measurement, over: need.zones, key: key?.hex, isKept: isKept,
            isDivisible: isDivisible, restsOnSamples: counts.tallies > 0)
        let isListed = listed.contains {
            $0.planned.key == planned.key && $0.planned.rasters == planned.rasters
                && $0.planned.zones == planned.zones
        }
        if isListed { return }
        listed.append(ListedNeed(planned: planned, need: need, key: key))
    }

    /// Whether a measurement that cannot be divided is to be made though the queue only plans.
    nonisolated func makes(_ key: String?) -> Bool { key.map(indivisible.contains) ?? false }

    /// Stops a task of a plan where all it would do next takes whole rasters, and rests on what is not
    /// kept.
    ///
    /// - Throws: ``NotMeasured``, where this only plans and gave samples.
    package func requireMeasured() throws(NotMeasured) {
        if !measures && counts.tallies > 0 { throw NotMeasured() }
    }

    /// One task fewer that does not wait.
    private func leave() {
        running -= 1
        guard running == 0, !requests.isEmpty else { return }
        let batch = requests
        requests = []
        // Those who asked run on when they are served; until then nobody else can ask.
        running = batch.count
        Task { await serve(batch) }
    }

    private func enter(_ count: Int) { running += count }

    /// Waits some time for what goes on elsewhere, such as in another process; what others ask for is
    /// measured meanwhile.
    func waitAside(for pause: Duration) async throws {
        leave()
        defer { enter(1) }
        try await Task.sleep(for: pause)
    }

    private func serve(_ batch: [Request]) async {
        var needs: [MeasurementNeed] = []
        var places: [String: Int] = [:]
        let placeOfRequest: [Int?] = batch.map { request in
            guard case .need(let need, let key) = request.wish else { return nil }
            if let key, let place = places[key] { return place }
            needs.append(need)
            if let key { places[key] = needs.count - 1 }
            return needs.count - 1
        }
        counts.rounds += 1
        counts.tallies += needs.count + placeOfRequest.count { $0 == nil }
        let (round, progress) = (counts.rounds, progress)
        let results = await MeasurementNeed.measure(needs, jobs: jobs, isSample: !measures) {
            progress?(round, $0)
        }
        for (request, place) in zip(batch, placeOfRequest) {
            if case .given(let tally) = request.wish {
                request.continuation.resume(returning: tally)
            }
            if let place { request.continuation.resume(with: results[place].map(\.tally)) }
        }
    }

    /// Does something with each item, side by side where there is a queue, so that what is wanted for
    /// them is measured together; one after the other where there is none.
    ///
    /// - Returns: What `body` returned, in the order of the items.
    /// - Throws: What `body` threw for the first item that failed; all were done by then.
    package static func sideBySide<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Value
    ) async throws -> [Value] {
        try await sideBySide(items, restingOn: { _ in [] }) { item, _ in try await body(item) }
    }

    /// The same for items of which some rest on what was made of others: each begins as soon as those
    /// are done.
    ///
    /// - Parameters:
    ///   - items: What something is done with.
    ///   - foundations: The places of the items that the one at a place rests on.
    ///   - body: Gets what was made of the items so far, by place: of those that the item rests on at
    ///     least.
    /// - Returns: What `body` returned, in the order of the items.
    /// - Throws: What `body` threw for the first item that failed. Items that rest on it were left out,
    ///   all others were done.
    package static func sideBySide<Item: Sendable, Value: Sendable>(
        _ items: [Item], restingOn foundations: (Int) -> [Int],
        _ body: @escaping @Sendable (Item, [Int: Value]) async throws -> Value
    ) async throws -> [Value] {
        var values: [Int: Value] = [:]
        var errors: [Int: any Error] = [:]
        var open = Set(items.indices)
        /// Takes the places that nothing is left to wait for.
        func ready() -> [Int] {
            let places = open.filter {
                foundations($0).allSatisfy { values.keys.contains($0) || errors[$0] != nil }
            }
            open.subtract(places)
            return places.sorted()
        }
        guard let queue = current, items.count > 1 else {
            while true {
                let places = ready()
                guard !places.isEmpty else { break }
                for place in places {
                    values.updateValue(try await body(items[place], values), forKey: place)
                }
            }
            precondition(open.isEmpty, "items rest on each other in a circle")
            return items.indices.compactMap { values[$0] }
        }
        await withTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
            func start(_ places: [Int]) {
                let earlier = values
                for place in places {
                    let item = items[place]
                    let failure = foundations(place).lazy.compactMap { errors[$0] }.first
                    group.addTask {
                        if let failure { return (place, .failure(failure)) }
                        do { return (place, .success(try await body(item, earlier))) } catch {
                            return (place, .failure(error))
                        }
                    }
                }
            }
            let first = ready()
            await queue.enter(first.count)
            start(first)
            await queue.leave()
            var running = first.count
            for await (place, result) in group {
                switch result {
                case .success(let value): values.updateValue(value, forKey: place)
                case .failure(let error): errors[place] = error
                }
                let next = ready()
                await queue.enter(next.count)
                start(next)
                running += next.count - 1
                // The last one's place among those that do not wait is taken by this task.
                if running > 0 { await queue.leave() }
            }
        }
        precondition(open.isEmpty, "items rest on each other in a circle")
        if let first = errors.keys.min(), let error = errors[first] { throw error }
        return items.indices.compactMap { values[$0] }
    }

    /// Does two things side by side, as ``sideBySide(_:_:)`` does one with each item.
    package static func sideBySide<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable () async throws -> First,
        _ second: @escaping @Sendable () async throws -> Second
    ) async throws -> (First, Second) {
        let parts = try await sideBySide([true, false]) { isFirst -> Either<First, Second> in
            isFirst ? .first(try await first()) : .second(try await second())
        }
        guard case .first(let one) = parts[0], case .second(let two) = parts[1] else {
            preconditionFailure("values keep the order of their items")
        }
        return (one, two)
    }
}

/// Thrown where a plan cannot go on without measuring.
package struct NotMeasured: Error, CustomStringConvertible {
    /// What a plan says where it ends there.
    package var description: String { "what comes next takes whole rasters" }
}

private enum Either<First: Sendable, Second: Sendable>: Sendable {
    case first(First)
    case second(Second)
}
