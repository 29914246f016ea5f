// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension MeasurementQueue {
    /// What was listed, can be kept and can be divided, each key once.
    private var divisible: [(key: MeasurementKey, listed: ListedNeed)] {
        var seen: Set<String> = []
        return listed.compactMap { listed in
            guard let key = listed.key, listed.planned.isDivisible, seen.insert(key.hex).inserted
            else { return nil }
            return (key, listed)
        }
    }

    /// What each of so many parts has to decode of all that was listed, is not kept, and can be divided.
    ///
    /// - Throws: `GDALError` or ``ZoneError`` where a need cannot be prepared.
    package func loads(ofParts count: Int, jobs: Int) async throws -> [DecodingLoad] {
        var loads = [DecodingLoad](repeating: DecodingLoad(), count: count)
        for (_, listed) in divisible where !listed.planned.isKept {
            let division = try await listed.need.division(into: count, jobs: jobs)
            for place in loads.indices {
                loads[place].add(division.load(of: Part(number: place + 1, of: count)))
            }
        }
        return loads
    }

    /// Measures a part of each of some needs that were listed, and keeps it; what is there already is not
    /// measured again.
    ///
    /// - Parameters:
    ///   - part: Which part.
    ///   - keys: Of what is to be measured; other needs are left alone.
    ///   - store: Where tallies are kept.
    ///   - jobs: Threads.
    ///   - progress: Told which fraction of the work is done.
    /// - Returns: How many tallies were measured.
    /// - Throws: What is wrong with the first need that fails, when all others are kept; `WriteError` where
    ///   nothing can be kept.
    package func measure(
        _ part: Part, of keys: Set<String>, into store: TallyStore, jobs: Int,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> Int {
        var open: [(key: MeasurementKey, need: MeasurementNeed)] = []
        for (key, listed) in divisible
        where keys.contains(key.hex) && !store.has(part, of: key.hex) {
            var need = listed.need
            need.share = .part(part)
            open.append((key, need))
        }
        let results = await MeasurementNeed.measure(
            open.map(\.need), jobs: jobs, progress: progress)
        var failure: (any Error)?
        for (one, result) in zip(open, results) {
            switch result {
            case .success(let measured): try store.keep(measured, part, of: one.key)
            case .failure(let error): failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return open.count
    }
}
