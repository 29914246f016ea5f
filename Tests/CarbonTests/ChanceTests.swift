// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Carbon

@Suite struct ChanceTests {
    @Test(
        "the generator gives Random123's published vectors for Philox4x32-10",
        arguments: [
            (
                SIMD4<UInt32>(0, 0, 0, 0), SIMD2<UInt32>(0, 0),
                SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
            ),
            (
                SIMD4(repeating: .max), SIMD2(repeating: .max),
                SIMD4<UInt32>(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
            ),
            (
                SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
                SIMD2<UInt32>(0xa409_3822, 0x299f_31d0),
                SIMD4<UInt32>(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
            ),
        ])
    func knownVectors(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, expected: SIMD4<UInt32>) {
        #expect(Philox.block(counter, key: key) == expected)
    }

    @Test("our own exp and log agree with the system's to two units in the last place")
    func elementary() {
        for step in -7000...7000 {
            let x = Double(step) * 0.0987
            #expect(near(Elementary.exp(x), exp(min(max(x, -700), 700)), within: 5e-16))
            let y = exp(x / 10)
            #expect((Elementary.log(y) - log(y)).magnitude <= 5e-16 * max(log(y).magnitude, 1e-1))
        }
    }

    @Test(
        "normal quantiles are those of tables",
        arguments: [
            (0.5, 0.0), (0.975, 1.959963984540054), (0.001, -3.090232306167813),
            (0.99, 2.3263478740408408), (1e-10, -6.361340902404056),
            (0.9999999, 5.199337582187471), (1e-300, -37.0471),
        ])
    func normalQuantiles(share: Double, expected: Double) {
        let error = (StandardNormal.quantile(share) - expected).magnitude
        #expect(error < (share == 1e-300 ? 1e-4 : 1e-9))
    }

    @Test("the cumulative normal undoes its quantile, from tail to tail")
    func cumulative() {
        for x in stride(from: -8.0, through: 5, by: 0.37) {
            #expect((StandardNormal.quantile(StandardNormal.cumulative(x)) - x).magnitude < 1e-8)
            let exact = 0.5 * erfc(-x / 2.0.squareRoot())
            #expect(near(StandardNormal.cumulative(x), exact, within: 1e-12))
        }
    }

    @Test("a log-normal input has the parameters and the interval of EX-3.16")
    func logNormal() throws {
        let soil = try Distribution.stated(33, percent: 90)
        #expect((soil.standardDeviation - 15.15334).magnitude < 1e-5)
        #expect((soil.parent.location - 3.400843).magnitude < 1e-6)
        #expect((soil.parent.scale - 0.437411).magnitude < 1e-6)
        #expect((soil.quantile(0.025) - 12.7245).magnitude < 1e-4)
        #expect((soil.quantile(0.975) - 70.6794).magnitude < 1e-4)
        let ratio = try Distribution.stated(4, percent: 150)
        #expect((ratio.parent.location - 1.155777).magnitude < 1e-6)
        #expect((ratio.parent.scale - 0.678996).magnitude < 1e-6)
        #expect((ratio.quantile(0.025) - 0.83943).magnitude < 1e-5)
        #expect((ratio.quantile(0.975) - 12.02015).magnitude < 1e-5)
    }

    @Test(
        "a normal cut at 0 has its parent solved, as in EX-3.17",
        arguments: [(10.0, 5.0, 9.486364, 5.489660), (4, 3, 0.228116, 4.907906)])
    func truncated(mean: Double, deviation: Double, location: Double, scale: Double) throws {
        let found = try Distribution.truncatedNormal(mean: mean, standardDeviation: deviation)
        #expect((found.parent.location - location).magnitude < 1e-6)
        #expect((found.parent.scale - scale).magnitude < 1e-6)
    }

    @Test("draws of every shape have the stated mean and deviation, and none is cut off at 0")
    func unbiased() throws {
        let shapes = [
            try Distribution.truncatedNormal(mean: 4, standardDeviation: 3),
            try .truncatedNormal(mean: 10, standardDeviation: 1),
            try .truncatedNormal(mean: 1, standardDeviation: 0.97),
            try .logNormal(mean: 33, standardDeviation: 15.15334),
            .normal(mean: -2, standardDeviation: 5),
        ]
        for shape in shapes {
            let stream = RandomStream(seed: 9, variable: "x", zone: nil)
            let count = 50_000
            let draws = (0..<UInt32(count)).map { shape.quantile(stream.uniform($0)) }
            let mean = draws.reduce(0, +) / Double(count)
            let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
            let error = shape.standardDeviation / Double(count).squareRoot()
            #expect((mean - shape.mean).magnitude < 4 * error)
            #expect(near(variance.squareRoot(), shape.standardDeviation, within: 0.03))
            if shape.shape != .normal { #expect(draws.allSatisfy { $0 > 0 }) }
        }
    }

    @Test("cutting or clamping the parent's draws would shift the mean of N(4, 3)")
    func naiveTruncationIsBiased() {
        let alpha = -4.0 / 3
        let cut = 4 + 3 * StandardNormal.inverseMills(alpha)
        let clamped = 4 * StandardNormal.cumulative(4.0 / 3) + 3 * StandardNormal.density(alpha)
        #expect((cut - 4.54141).magnitude < 1e-5)
        #expect((clamped - 4.12719).magnitude < 1e-5)
    }

    @Test("a truncated normal as wide as its mean is refused, with the way out")
    func tooWide() {
        let error = #expect(throws: DistributionError.self) {
            try Distribution.truncatedNormal(mean: 4, standardDeviation: 4)
        }
        #expect(error?.description.contains("log_normal") == true)
    }

    @Test("gamma draws have mean and variance equal to their shape", arguments: [0.5, 1, 4, 66])
    func gamma(shape: Double) {
        let stream = RandomStream(seed: 3, variable: "gamma", zone: "z")
        let count = 50_000
        let draws = (0..<UInt32(count)).map {
            GammaSampler.draw(shape: shape, from: stream, draw: $0)
        }
        let mean = draws.reduce(0, +) / Double(count)
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
        #expect((mean - shape).magnitude < 4 * (shape / Double(count)).squareRoot())
        #expect(near(variance, shape, within: 0.06))
    }

    @Test("streams of other names, zones and seeds differ, and the same one repeats")
    func streams() {
        let one = RandomStream(seed: 1, variable: "a", zone: "z")
        #expect(one.uniform(7) == RandomStream(seed: 1, variable: "a", zone: "z").uniform(7))
        let others = [
            RandomStream(seed: 2, variable: "a", zone: "z"),
            RandomStream(seed: 1, variable: "b", zone: "z"),
            RandomStream(seed: 1, variable: "a", zone: "y"),
            RandomStream(seed: 1, variable: "a", zone: nil),
        ]
        for other in others { #expect(other.uniform(7) != one.uniform(7)) }
        #expect(one.uniform(6) != one.uniform(7))
    }
}
