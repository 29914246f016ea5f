// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonModel {
    /// Draws behind a total-order index: its error is some 3 % of itself.
    static let sensitivityDraws = 2048
    /// How many inputs of a model are looked at: those that matter most to any number, first order.
    static let sensitivityInputs = 24

    /// Each number's total-order indices by input group: the part of its variance that goes where all
    /// but that group are known.
    ///
    /// Two independent samples are drawn; for each group the numbers are worked out with that group
    /// from the second sample and all else from the first: E[(f(A) − f(A with the group of B))²] /
    /// 2 Var f. The groups with the largest first-order shares are looked at.
    ///
    /// - Returns: For each of ``outputs`` its indices.
    /// - Source: Jansen 1999, *Computer Physics Communications* 117, 35–43; Saltelli et al. 2010,
    ///   *Computer Physics Communications* 181, 259–270.
    func totalShares(
        _ plan: SamplingPlan, seed: UInt64, jobs: Int
    ) async throws -> [[String: Double]] {
        let groups = leadingGroups()
        let next = Turn()
        let found = try await withThrowingTaskGroup(of: [(Int, [Double])].self) { tasks in
            for _ in 0..<max(1, min(jobs, groups.count)) {
                tasks.addTask {
                    var sampler = ChunkSampler(plan, outputs: outputs, seed: seed)
                    var mine: [(Int, [Double])] = []
                    while true {
                        let index = next.take()
                        guard index < groups.count else { return mine }
                        try Task.checkCancellation()
                        mine.append((index, sampler.squaredMoves(by: groups[index])))
                    }
                }
            }
            var all = [[Double]](repeating: [], count: groups.count)
            for try await part in tasks { for (index, moves) in part { all[index] = moves } }
            return all
        }
        return outputs.indices.map { output in
            var shares: [String: Double] = [:]
            for (group, moves) in zip(groups, found) where moves[output].isFinite {
                shares[group] = moves[output]
            }
            return shares
        }
    }

    /// The input groups with the largest first-order share of any number, largest first.
    private func leadingGroups() -> [String] {
        var best: [String: Double] = [:]
        var gradient = Gradient(of: self)
        for index in outputs.indices where outputs[index].multiple == nil {
            let parts = gradient.varianceParts(of: index)
            let whole = parts.map(\.variance).sorted().reduce(0, +)
            guard whole > 0 else { continue }
            for part in parts {
                best[part.input] = max(best[part.input] ?? 0, part.variance / whole)
            }
        }
        return best.filter { $0.value > 1e-6 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.sensitivityInputs).map(\.key)
    }
}

extension ChunkSampler {
    /// For each number half of the mean square that it moves by where one group is drawn anew, as a
    /// share of its variance; not a number where it does not vary.
    fileprivate mutating func squaredMoves(by group: String) -> [Double] {
        var sums = [Double](repeating: 0, count: outputCount)
        var squares = sums
        var moves = sums
        let size = Self.size
        let chunks = CarbonModel.sensitivityDraws / size
        var origins = sums
        for chunk in 0..<chunks {
            draw(chunk: chunk)
            let before = results
            draw(chunk: chunk, anew: group)
            for output in 0..<outputCount {
                if chunk == 0 { origins[output] = before[output * size] }
                for i in (output * size)..<((output + 1) * size) {
                    let value = before[i] - origins[output]
                    sums[output] += value
                    squares[output] += value * value
                    let move = results[i] - before[i]
                    moves[output] += move * move
                }
            }
        }
        let count = Double(chunks * size)
        return (0..<outputCount).map { output in
            let variance = squares[output] - sums[output] * sums[output] / count
            return variance > 0 ? moves[output] / 2 / variance : .nan
        }
    }
}
