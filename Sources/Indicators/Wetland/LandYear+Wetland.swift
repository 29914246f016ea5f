// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import LandCover

extension LandYear {
    /// Whether a category counts as wetland in the wide sense.
    static func isWet(_ category: String) -> Bool {
        category == LandCover.Category.wetland.key || category == LandCover.Category.water.key
    }

    /// Whether a class of a zone is wetland or water, by its category or by the third survey's list.
    func isWet(_ code: String, in zone: String) -> Bool {
        Self.isWet(category(ofClass: code, zone: zone)) || isListed(code)
    }

    /// Whether a code of the third survey is wetland by its list, whatever its category.
    private func isListed(_ code: String) -> Bool {
        guard case .parcels(let parcels) = self, parcels.account.scheme.id == "sandiao" else {
            return false
        }
        return WetlandVariant.survey2WithDitches.codes.contains(String(code.prefix(4)))
    }
}
