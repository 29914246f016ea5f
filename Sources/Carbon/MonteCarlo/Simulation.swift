// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

extension CarbonModel {
    /// Every number's uncertainty by IPCC approach 2: simulation.
    ///
    /// A coefficient is drawn once per draw for all zones and both years. Each draw of each variable
    /// is a pure function of the seed, the variable's name, its zone and the draw's number; sums run
    /// within fixed runs of draws that are added in their order, and percentiles come from whole
    /// counts: the result has the same bytes for any number of jobs. Memory does not grow with the
    /// draws.
    ///
    /// Percentiles are read from 1024 bins over a range that the first 4096 draws put about each;
    /// their error is far below that of the simulation itself.
    ///
    /// - Parameters:
    ///   - draws: How many, 2…2³²−1; 10⁵ give percentiles to about 1 % of the deviation.
    ///   - seed: Any number; another gives other draws.
    ///   - jobs: Threads.
    ///   - wantsShares: Of which numbers ``CarbonEstimate/shares`` are wanted; others have none.
    /// - Returns: An estimate for each of ``keys``, in their order.
    /// - Throws: ``CarbonError`` for a number of draws that cannot be made; `CancellationError`.
    /// - Source: IPCC 2006 Guidelines, Vol. 1 ch. 3, approach 2.
    public func simulatedEstimates(
        draws: Int = 100_000, seed: UInt64 = 1, jobs: Int = 1,
        wantsShares: (Key) -> Bool = { _ in true }
    ) async throws -> [CarbonEstimate] {
        guard draws >= 2, draws <= Int(UInt32.max) else { throw CarbonError.badDraws(draws) }
        let plan = SamplingPlan(self)
        let pilots = pilots(plan, draws: draws, seed: seed)
        let strands = Strand.all(of: draws)
        let next = Turn()
        let done = try await withThrowingTaskGroup(of: ([Strand], DrawCounts).self) { group in
            for _ in 0..<max(1, min(jobs, strands.count)) {
                group.addTask {
                    var sampler = ChunkSampler(plan, outputs: outputs, seed: seed)
                    var counts = DrawCounts(outputs: outputs.count)
                    var workerStrands: [Strand] = []
                    while true {
                        let index = next.take()
                        guard index < strands.count else { return (workerStrands, counts) }
                        try Task.checkCancellation()
                        var strand = strands[index]
                        strand.run(&sampler, pilots, &counts)
                        workerStrands.append(strand)
                    }
                }
            }
            var sums: [Strand] = []
            var counts = DrawCounts(outputs: outputs.count)
            for try await worker in group {
                sums += worker.0
                counts.add(worker.1)
            }
            return (sums.sorted { $0.index < $1.index }, counts)
        }
        let (sums, counted) = done
        let whole = Strand.sum(sums, outputs: outputs.count)
        let totals =
            outputs.contains { wantsShares($0.key) }
            ? try await totalShares(plan, seed: seed, jobs: jobs)
            : Array(repeating: [:], count: outputs.count)
        var gradient = Gradient(of: self)
        let shares = outputs.indices.map { index -> [VariancePart] in
            guard wantsShares(outputs[index].key) else { return [] }
            return gradient.varianceParts(of: outputs[index].multiple?.of ?? index)
        }
        return estimates(draws: draws, seed: seed, pilots: pilots, whole, counted, shares, totals)
    }

    private func pilots(_ plan: SamplingPlan, draws: Int, seed: UInt64) -> [Pilot] {
        let size = min(draws, Pilot.size)
        var sampler = ChunkSampler(plan, outputs: outputs, seed: seed)
        var seen = [[Double]](repeating: [], count: outputs.count)
        var first = 0
        while first < size {
            sampler.draw(chunk: first / ChunkSampler.size)
            let count = min(ChunkSampler.size, size - first)
            for output in outputs.indices {
                let start = output * ChunkSampler.size
                seen[output] += sampler.results[start..<(start + count)]
            }
            first += ChunkSampler.size
        }
        return seen.map { Pilot($0) }
    }

    private func estimates(
        draws: Int, seed: UInt64, pilots: [Pilot], _ sums: Strand, _ counts: DrawCounts,
        _ parts: [[VariancePart]], _ totals: [[String: Double]]
    ) -> [CarbonEstimate] {
        let number = Double(draws)
        return outputs.indices.map { index in
            let output = outputs[index]
            let (source, scale) = output.multiple ?? (index, 1)
            let pilot = pilots[source]
            let first = sums.first[source]
            let variance = max(0, (sums.second[source] - first * first / number) / (number - 1))
            func percentile(_ wanted: DrawnPercentile) -> Double {
                scale
                    * (draws <= Pilot.size
                        ? pilot.percentiles[wanted.rawValue]
                        : counts.percentile(wanted, of: source, draws: draws, pilot))
            }
            return CarbonEstimate(
                key: output.key, approach: .monteCarlo(draws: draws, seed: seed),
                central: output.value, mean: (pilot.centre + first / number) * scale,
                median: percentile(.median),
                standardDeviation: variance.squareRoot() * scale, lower: percentile(.low),
                upper: percentile(.high),
                probabilityPositive: Double(counts.positive[source]) / number,
                shares: Self.shares(parts[index], of: variance, total: totals[source]))
        }
    }
}

/// Hands out whole numbers to workers, each once.
final class Turn: Sendable {
    private let next = Atomic(0)

    func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}

/// A fixed run of draws, and what they sum to; the same runs whatever the number of jobs.
private struct Strand: Sendable {
    let index: Int
    let draws: Range<Int>
    /// Sums of the differences from the pilots' centres, and of their squares.
    var first: [Double] = []
    var second: [Double] = []

    /// The runs that make up all draws: whole chunks, at most 64 runs.
    static func all(of draws: Int) -> [Strand] {
        let chunks = (draws + ChunkSampler.size - 1) / ChunkSampler.size
        let each = (chunks + 63) / 64 * ChunkSampler.size
        return stride(from: 0, to: draws, by: each).enumerated().map { index, start in
            Strand(index: index, draws: start..<min(start + each, draws))
        }
    }

    mutating func run(
        _ sampler: inout ChunkSampler, _ pilots: [Pilot], _ counts: inout DrawCounts
    ) {
        first = [Double](repeating: 0, count: pilots.count)
        second = first
        var start = draws.lowerBound
        while start < draws.upperBound {
            sampler.draw(chunk: start / ChunkSampler.size)
            let count = min(ChunkSampler.size, draws.upperBound - start)
            let results = sampler.results.span
            for (output, pilot) in pilots.enumerated() {
                let place = output * ChunkSampler.size
                var (sum, squares) = (0.0, 0.0)
                for i in place..<(place + count) {
                    let difference = results[i] - pilot.centre
                    sum += difference
                    squares += difference * difference
                }
                first[output] += sum
                second[output] += squares
                counts.count(results, from: place, count, of: output, pilot)
            }
            start += ChunkSampler.size
        }
    }

    static func sum(_ strands: [Strand], outputs: Int) -> Strand {
        var whole = Strand(
            index: 0, draws: 0..<0, first: [Double](repeating: 0, count: outputs),
            second: [Double](repeating: 0, count: outputs))
        for strand in strands {
            for i in 0..<outputs {
                whole.first[i] += strand.first[i]
                whole.second[i] += strand.second[i]
            }
        }
        return whole
    }
}
