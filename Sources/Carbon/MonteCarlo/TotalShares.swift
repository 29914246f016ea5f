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
        let workers = max(1, min(jobs, groups.count))
        let shares = try await withThrowingTaskGroup(of: (Int, [[Double]]).self) { tasks in
            for worker in 0..<workers {
                let part = stride(from: worker, to: groups.count, by: workers).map { groups[$0] }
                tasks.addTask {
                    var sampler = ChunkSampler(plan, outputs: outputs, seed: seed)
                    return (worker, try sampler.squaredMoves(by: part))
                }
            }
            var all = [[Double]](repeating: [], count: groups.count)
            for try await (worker, part) in tasks {
                for (place, moves) in part.enumerated() { all[worker + place * workers] = moves }
            }
            return all
        }
        return outputs.indices.map { output in
            var ofOutput: [String: Double] = [:]
            for (group, moves) in zip(groups, shares) where moves[output].isFinite {
                ofOutput[group] = moves[output]
            }
            return ofOutput
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
    /// For each of some groups and each number half of the mean square that the number moves by where
    /// the group is drawn anew, as a share of its variance; not a number where it does not vary.
    fileprivate mutating func squaredMoves(by groups: [String]) throws -> [[Double]] {
        var sums = [Double](repeating: 0, count: outputCount)
        var squares = sums
        var origins = sums
        var moves = [[Double]](repeating: sums, count: groups.count)
        let size = Self.size
        let chunks = CarbonModel.sensitivityDraws / size
        for chunk in 0..<chunks {
            try Task.checkCancellation()
            draw(chunk: chunk)
            let (before, drawn) = (results, columns)
            for output in sums.indices {
                if chunk == 0 { origins[output] = before[output * size] }
                for i in (output * size)..<((output + 1) * size) {
                    let value = before[i] - origins[output]
                    sums[output] += value
                    squares[output] += value * value
                }
            }
            for (place, group) in groups.enumerated() {
                redraw(group, ofChunk: chunk, drawn: drawn)
                for output in sums.indices {
                    for i in (output * size)..<((output + 1) * size) {
                        let move = results[i] - before[i]
                        moves[place][output] += move * move
                    }
                }
            }
        }
        let count = Double(chunks * size)
        return moves.map { moves in
            moves.indices.map { output in
                let variance = squares[output] - sums[output] * sums[output] / count
                return variance > 0 ? moves[output] / 2 / variance : .nan
            }
        }
    }
}
