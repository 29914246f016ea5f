// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing

/// The zone and year that tests speak of where neither matters.
let somewhere = ZoneYear(year: 2020, zone: "dongsheng", name: "东胜区")

/// m² in a hectare and in a square kilometre.
let hectare = 10_000.0
let squareKilometre = 1_000_000.0

/// Whether a number prints as the worked example does.
func close(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= tolerance
}

extension IndicatorResult {
    /// A ratio as a percentage.
    var percent: Double? { value.map { $0 * 100 } }

    var isOfficial: Bool { status == .official }

    var isIndicative: Bool {
        if case .indicative = status { true } else { false }
    }

    var isNotAssessed: Bool {
        if case .notAssessed = status { true } else { false }
    }
}
