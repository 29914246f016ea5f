// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@testable import Ecology
import Words

/// Targets that a plan gives as about so.
@Suite struct ApproximateTargetTests {
    private func target(_ more: String, value: Double = 70) throws -> Target {
        try #require(
            try TargetPlan(
                readData(
                    """
                    document = "d"
                    title = "t"
                    year = 2020
                    [[target]]
                    indicator = "grassland_cover"
                    value = \(value)
                    unit = "percent"
                    \(more)
                    """, named: "plan.toml"), knownZones: nil, catalogue: nil
            ).targets.first)
    }

    private func verdict(_ percent: Double, _ more: String) throws -> Verdict {
        let result = IndicatorResult(
            "grassland_cover", variant: "plots",
            at: ZoneYear(year: 2020, zone: "all", name: "city"),
            numerator: Quantity(percent, .squareMetres), over: Quantity(100, .squareMetres)
        ).completelyCounted
        return try #require(try target(more).verdict(on: result))
    }

    private let about = "kind = \"approximately\"\ntolerance = 3"

    @Test("an approximate target is reached from its tolerance on, and the reason says so")
    func tolerance() throws {
        #expect(try verdict(68, "").kind == .missed)
        let reached = try verdict(68, about)
        #expect(reached.kind == .met)
        #expect(reached.target == Quantity(70, .percent))
        #expect(reached.reason.zh.contains("70%左右") && reached.reason.zh.contains("67%"))
        #expect(try verdict(67, about).kind == .met)
        #expect(try verdict(66.9, about).kind == .missed)
        #expect(try verdict(80, about).kind == .met)
    }

    @Test("for a target that is to be stayed below, the tolerance lies above it")
    func atMost() throws {
        let more = about + "\ndirection = \"at_most\""
        #expect(try verdict(73, more).kind == .met)
        #expect(try verdict(73.1, more).kind == .missed)
    }

    @Test(
        "a tolerance that cannot be meant is refused",
        arguments: [
            ("kind = \"approximately\"", "needs a 'tolerance'"),
            ("tolerance = 3", "approximately"),
            ("kind = \"approximately\"\ntolerance = 0", "above 0"),
            ("kind = \"approximately\"\ntolerance = 60", "half of the target"),
        ])
    func refusals(more: String, words: String) throws {
        let error = try #require(throws: DataFileError.self) { try target(more) }
        #expect("\(error)".contains(words))
    }
}
