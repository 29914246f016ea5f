// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import LandCover
package import Zonal

/// What codes of the years mean, shrub resolved by zone.
package struct LandReader: Sendable {
    package let schemes: [ClassScheme]
    let shrubs: ShrubBook
    /// `nil` where the raster is the one zone.
    package var zones: ZoneLayer?

    /// A code's category in a year; `nil` for nodata and what lies off the raster.
    package func category(of code: Code, year: Int, zone: String) -> LandCover.Category? {
        let scheme = schemes[year]
        guard let landClass = scheme.landClass(of: scheme.meaning(of: code)),
            landClass.category != .nodata
        else { return nil }
        return landClass.category == .shrub
            ? shrubs.category(of: landClass, zone: zone) : landClass.category
    }
}
