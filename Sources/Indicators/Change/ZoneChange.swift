// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Ecology
public import Zonal

/// One zone's transitions between two years, exact.
public struct ZoneChange: Sendable {
    /// The zone; the city itself is `all`.
    public let zone: Tally.ZoneKey
    /// Areas in 2⁻⁴⁷ · 10⁻⁹ m², so that rows and columns close on the zone to the last bit.
    public let matrix: TransitionMatrix<Int128>

    /// m² of an area of ``matrix``.
    public static func squareMetres(_ weight: Int128) -> Double { Double(weight) * 0x1p-47 / 1e9 }
}
