// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import LandCover

@testable import Carbon

/// Whether two numbers agree to a part of the expected one.
func near(_ found: Double?, _ expected: Double, within part: Double = 1e-9) -> Bool {
    guard let found else { return false }
    return (found - expected).magnitude <= part * max(expected.magnitude, 1e-12)
}

/// A small set read from TOML text, with everything that a test leaves out filled in.
func coefficientSet(_ rows: String, tier: Int = 2, depth: Int? = 30) throws -> CoefficientSet {
    let depth = depth.map { "soil_depth_cm = \($0)" } ?? ""
    return try CoefficientSet(
        readData(
            """
            name = "test"
            tier = \(tier)
            \(depth)
            [defaults]
            source = "a test"
            evidence = "measured"
            \(rows)
            """, named: "test.toml"))
}

/// A set with one density for forest, all of it above ground.
func forestOnly(_ density: String) throws -> CoefficientSet {
    try coefficientSet(
        """
        [[densities]]
        categories = ["forest"]
        above = \(density)
        below = 0
        dead_organic = 0
        soil = 0
        """)
}

let forest = LandType(.forest)

func forestArea(
    _ zone: String, _ hectares: Double, percent: Double = 0
) -> ZoneAreas {
    ZoneAreas(
        zone: zone, hectares: [forest: hectares],
        uncertainty: percent == 0 ? .exact : .relative(percent: percent))
}

let cityStock = CarbonModel.Key(zone: "all", quantity: .stock, year: 2020)
