// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Draws a chunk at a time: fills the columns, then the numbers. One worker's own.
struct ChunkSampler {
    /// Draws in a chunk: small enough that all columns of one stay in the processor's cache.
    static let size = 256

    private let plan: SamplingPlan
    private let outputs: [CarbonModel.Output]
    private let generators: [[RandomStream]]
    /// A second, independent set, for what is drawn anew.
    private let others: [[RandomStream]]
    /// What inputs are drawn as and what follows from them, ``size`` of each in turn.
    private(set) var columns: [Double]
    /// The drawn numbers, ``size`` of each output in turn.
    private(set) var results: [Double]

    init(_ plan: SamplingPlan, outputs: [CarbonModel.Output], seed: UInt64) {
        self.plan = plan
        self.outputs = outputs
        generators = Self.streams(plan, seed: seed)
        // Any fixed other seed will do: streams of two seeds are independent.
        others = Self.streams(plan, seed: ~seed)
        columns = [Double](repeating: 0, count: plan.columnCount * Self.size)
        results = [Double](repeating: 0, count: outputs.count * Self.size)
    }

    /// How many numbers the model has.
    var outputCount: Int { outputs.count }

    private static func streams(_ plan: SamplingPlan, seed: UInt64) -> [[RandomStream]] {
        plan.steps.map { step in
            switch step.kind {
            case .sampled(_, let name, let zone, _):
                [RandomStream(seed: seed, variable: name, zone: zone)]
            case .correlated(_, let coefficients):
                coefficients.members.map {
                    RandomStream(seed: seed, variable: $0.id, zone: nil)
                }
            case .shares(_, let name, let counts):
                counts.indices.map {
                    RandomStream(seed: seed, variable: "\(name) column \($0)", zone: nil)
                }
            case .joint(_, let name, let zone, let means, _):
                means.indices.map {
                    RandomStream(seed: seed, variable: "\(name) normal \($0)", zone: zone)
                }
            case .combination, .power, .product: []
            }
        }
    }

    /// Draws one chunk into ``results``.
    ///
    /// - Parameter chunk: Its number, from 0.
    mutating func draw(chunk: Int) {
        let first = UInt32(truncatingIfNeeded: chunk * Self.size)
        for (index, step) in plan.steps.enumerated() { run(step.kind, generators[index], first) }
        Self.addUp(plan, outputs, columns, into: &results)
    }

    /// Draws an input group of a chunk anew, from a second, independent sample.
    ///
    /// - Parameters:
    ///   - group: The group; all else stays as it was drawn.
    ///   - chunk: The number of the chunk that was drawn last.
    ///   - drawn: The ``columns`` as they were after that.
    mutating func redraw(_ group: String, ofChunk chunk: Int, drawn: [Double]) {
        columns = drawn
        let first = UInt32(truncatingIfNeeded: chunk * Self.size)
        for (index, step) in plan.steps.enumerated()
        where step.group == group || step.kind.isDerived {
            run(step.kind, others[index], first)
        }
        Self.addUp(plan, outputs, columns, into: &results)
    }

    private mutating func run(
        _ step: SamplingPlan.Step.Kind, _ streams: [RandomStream], _ first: UInt32
    ) {
        var span = columns.mutableSpan
        let size = Self.size
        switch step {
        case .sampled(let column, _, _, let distribution):
            let start = column * size
            Self.fill(streams[0], first, &span, start)
            Self.transform(distribution, &span, start)
        case .correlated(let column, let coefficients):
            for (k, stream) in streams.enumerated() {
                Self.fillNormal(stream, first, &span, (column + k) * size)
            }
            Self.mix(coefficients.root, &span, column)
            for (k, member) in coefficients.members.enumerated() {
                let start = (column + k) * size
                for i in 0..<size {
                    span[start + i] = member.distribution.value(atScore: span[start + i])
                }
            }
        case .shares(let column, _, let counts):
            for i in 0..<size {
                var total = 0.0
                for (k, count) in counts.enumerated() {
                    let gamma = GammaSampler.draw(
                        shape: count, from: streams[k], draw: first &+ UInt32(i))
                    span[(column + k) * size + i] = gamma
                    total += gamma
                }
                for k in counts.indices { span[(column + k) * size + i] /= total }
            }
        case .joint(let column, _, _, let means, let root):
            for (k, stream) in streams.enumerated() {
                Self.fillNormal(stream, first, &span, (column + k) * size)
            }
            Self.mix(root, &span, column, around: means)
        case .combination(let column, let constant, let parts):
            let start = column * size
            for i in 0..<size { span[start + i] = constant }
            for part in parts {
                let other = part.column * size
                for i in 0..<size { span[start + i] += part.weight * span[other + i] }
            }
        case .power(let column, let base, let exponent):
            for i in 0..<size { span[column * size + i] = power(span[base * size + i], exponent) }
        case .product(let column, let a, let b):
            let (start, first, second) = (column * size, a * size, b * size)
            for i in 0..<size { span[start + i] = span[first + i] * span[second + i] }
        }
    }

    /// Uniform numbers, two a block.
    private static func fill(
        _ stream: RandomStream, _ first: UInt32, _ span: inout MutableSpan<Double>, _ start: Int
    ) {
        precondition(start >= 0 && start + size <= span.count && first & 1 == 0)
        for i in 0..<(size / 2) {
            let both = stream.pair((first >> 1) &+ UInt32(truncatingIfNeeded: i))
            span[unchecked: start + 2 * i] = both.0
            span[unchecked: start + 2 * i + 1] = both.1
        }
    }

    /// Standard normal numbers.
    private static func fillNormal(
        _ stream: RandomStream, _ first: UInt32, _ span: inout MutableSpan<Double>, _ start: Int
    ) {
        fill(stream, first, &span, start)
        transform(.normal(mean: 0, standardDeviation: 1), &span, start)
    }

    /// Independent normal numbers to correlated ones, column by column, by a lower triangular root.
    private static func mix(
        _ root: [[Double]], _ span: inout MutableSpan<Double>, _ column: Int,
        around means: [Double]? = nil
    ) {
        // From the last row up, each row needs only the normals that are still there.
        for k in root.indices.reversed() {
            for i in 0..<size {
                var sum = means?[k] ?? 0
                for j in 0...k { sum += root[k][j] * span[(column + j) * size + i] }
                span[(column + k) * size + i] = sum
            }
        }
    }

    /// Uniform numbers to draws, by the inverse of the cumulative distribution.
    private static func transform(
        _ distribution: Distribution, _ span: inout MutableSpan<Double>, _ start: Int
    ) {
        precondition(start >= 0 && start + size <= span.count)
        let (location, scale) = (distribution.parent.location, distribution.parent.scale)
        switch distribution.shape {
        case .fixed:
            for i in 0..<size { span[unchecked: start + i] = distribution.mean }
        case .normal:
            for i in 0..<size {
                span[unchecked: start + i] =
                    location + scale * StandardNormal.quantile(span[unchecked: start + i])
            }
        case .logNormal:
            for i in 0..<size {
                span[unchecked: start + i] =
                    location + scale * StandardNormal.quantile(span[unchecked: start + i])
            }
            for i in 0..<size {
                span[unchecked: start + i] = Elementary.exp(span[unchecked: start + i])
            }
        case .shiftedLogNormal:
            let (origin, sign) = (distribution.parent.origin, distribution.parent.sign)
            for i in 0..<size {
                let normal = sign * StandardNormal.quantile(span[unchecked: start + i])
                span[unchecked: start + i] =
                    origin + sign * Elementary.exp(location + scale * normal)
            }
        case .truncatedNormal:
            let share = distribution.shareAboveZero
            for i in 0..<size {
                let upper = (1 - span[unchecked: start + i]) * share
                span[unchecked: start + i] = location - scale * StandardNormal.quantile(upper)
            }
        }
    }

    /// Every number of the model for each draw of the chunk.
    private static func addUp(
        _ plan: SamplingPlan, _ outputs: [CarbonModel.Output], _ columns: [Double],
        into results: inout [Double]
    ) {
        let drawn = columns.span
        var span = results.mutableSpan
        for (index, output) in outputs.enumerated() where output.multiple == nil {
            let start = index * size
            for i in 0..<size { span[start + i] = plan.constants[index] }
            for term in plan.terms[index] {
                if let first = term.first, let second = term.second {
                    add(term.weight, drawn, first * size, second * size, &span, start)
                } else if let only = term.first ?? term.second {
                    add(term.weight, drawn, only * size, &span, start)
                }
            }
            for part in output.parts {
                let other = part * size
                for i in 0..<size { span[start + i] += span[other + i] }
            }
        }
    }

    private static func add(
        _ weight: Double, _ drawn: Span<Double>, _ a: Int, _ b: Int,
        _ span: inout MutableSpan<Double>, _ start: Int
    ) {
        precondition(max(a, b) + size <= drawn.count && start + size <= span.count)
        for i in 0..<size {
            span[unchecked: start + i] +=
                weight * drawn[unchecked: a + i] * drawn[unchecked: b + i]
        }
    }

    private static func add(
        _ weight: Double, _ drawn: Span<Double>, _ a: Int, _ span: inout MutableSpan<Double>,
        _ start: Int
    ) {
        precondition(a + size <= drawn.count && start + size <= span.count)
        for i in 0..<size { span[unchecked: start + i] += weight * drawn[unchecked: a + i] }
    }
}
