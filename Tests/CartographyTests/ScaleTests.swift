// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import MapStyles
import Testing

@testable import Cartography

@Suite("Scales of colour")
struct ScaleTests {
    @Test("a ramp reaches its ends exactly, and holds there", arguments: ColorRamp.all)
    func ends(ramp: ColorRamp) {
        #expect(ramp.color(at: 0) == ramp.colors.first)
        #expect(ramp.color(at: 1) == ramp.colors.last)
        #expect(ramp.color(at: -3) == ramp.colors.first)
        #expect(ramp.color(at: 7) == ramp.colors.last)
    }

    @Test(
        "a sequential ramp only darkens or only brightens",
        arguments: ColorRamp.all.filter { !$0.isDiverging })
    func even(ramp: ColorRamp) {
        let lightness = (0...100).map { ramp.color(at: Double($0) / 100).lightness }
        let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 > -2e-3 } || steps.allSatisfy { $0 < 2e-3 })
        #expect(abs(lightness[100] - lightness[0]) > 0.4)
    }

    @Test("a diverging ramp is palest in its middle", arguments: [ColorRamp.change, .deviation])
    func diverging(ramp: ColorRamp) {
        #expect(ramp.color(at: 0.5).lightness > 0.95)
        #expect(ramp.color(at: 0).lightness < 0.5)
        #expect(ramp.color(at: 1).lightness < 0.5)
    }

    @Test("equal steps have round limits around all numbers")
    func equalSteps() throws {
        let breaks = try ClassBreaks(of: [19.7, 36.8, 27.3], by: .equalSteps(count: 5))
        #expect(breaks.limits == [15, 20, 25, 30, 35, 40])
        let shares = try ClassBreaks(of: [0.1, 0.3], by: .equalSteps(count: 4))
        #expect(shares.limits == [0.1, 0.15, 0.2, 0.25, 0.3])
    }

    @Test("a diverging scale has as many classes on either side of its centre")
    func centred() throws {
        let breaks = try ClassBreaks(of: [-8.3, 3], by: .equalSteps(count: 4), around: 0)
        #expect(breaks.limits == [-10, -5, 0, 5, 10])
    }

    @Test("readable limits are equal steps, unless one number far off would leave few classes")
    func readable() throws {
        let even = [19.7, 22, 25, 28, 31, 33, 36.8]
        #expect(
            try ClassBreaks(of: even, by: .readable(count: 5)).limits
                == ClassBreaks(of: even, by: .equalSteps(count: 5)).limits)
        let skewed = [-50.2, -12.5, -1.3, 10.9, 28.2, 76.3, 125.9, 197.4, 1662.3]
        let breaks = try ClassBreaks(of: skewed, by: .readable(count: 5))
        #expect(breaks.limits == [-60, -10, 20, 50, 150, 2000])
        #expect(skewed.map(breaks.classIndex) == [0, 0, 1, 1, 2, 3, 3, 4, 4])
        let zero = try ClassBreaks(of: [-9, -8, -7, -6, 3, 4, 90], by: .readable(count: 2))
        #expect(zero.limits.contains(0))
    }

    @Test("quantiles hold as many numbers each, and ties make fewer classes")
    func quantiles() throws {
        let breaks = try ClassBreaks(of: [1, 2, 3, 4, 5], by: .quantiles(count: 4))
        #expect(breaks.limits == [1, 2, 3, 4, 5])
        let tied = try ClassBreaks(of: [1, 1, 1, 1, 9], by: .quantiles(count: 4))
        #expect(tied.limits == [1, 9])
    }

    @Test(
        "a number on a limit belongs to the class above, and the highest to the last",
        arguments: [(9.0, 0), (10, 0), (19.9, 0), (20, 1), (30, 1), (31, 1)])
    func classes(value: Double, index: Int) throws {
        let breaks = try ClassBreaks(of: [], by: .given([10, 20, 30]))
        #expect(breaks.classIndex(of: value) == index)
    }

    @Test("limits that do not rise, and no numbers at all, are errors")
    func badBreaks() {
        #expect(throws: MapError.self) { try ClassBreaks(of: [1], by: .given([3, 2])) }
        #expect(throws: MapError.self) { try ClassBreaks(of: [.nan], by: .equalSteps(count: 4)) }
        #expect(throws: MapError.self) { try ClassBreaks(of: [1, 2], by: .quantiles(count: 0)) }
    }

    @Test("one number alone still makes a scale that holds it")
    func alone() throws {
        let limits = try ClassBreaks(of: [27.3, 27.3], by: .equalSteps(count: 5)).limits
        #expect(limits[0] <= 27.3)
        #expect(try #require(limits.last) > 27.3)
    }

    @Test("the target lies between limits as its value does")
    func target() {
        #expect(abs(share(of: 27.5, in: [20, 25, 30, 40]) - 0.5) < 1e-12)
        #expect(share(of: 10, in: [20, 30]) == 0)
        #expect(share(of: 40, in: [20, 30]) == 1)
    }

    @Test(
        "numbers are grouped, signed and rounded for people",
        arguments: [
            (1234567.0, 0, "1\u{2009}234\u{2009}567"), (-0.04, 1, "0.0"),
            (-3.25, 2, "\u{2212}3.25"),
            (9999, 0, "9999"), (20358.75, 1, "20\u{2009}358.8"),
        ])
    func numbers(value: Double, decimals: Int, text: String) {
        #expect(formatted(value, decimals: decimals) == text)
    }
}
