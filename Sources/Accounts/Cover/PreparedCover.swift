// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files

/// The years' vegetation cover by end members of their regions, as rasters for this run.
package final class PreparedCover: Sendable {
    /// The pairs, the same for all years.
    package let members: EndMemberTable
    /// By year: a raster of cover on the grid of its land cover.
    package let rasters: [Int: String]
    private let folder: HiddenFolder

    /// Rasters in a folder that goes when they do.
    init(members: EndMemberTable, rasters: [Int: String], in folder: HiddenFolder) {
        self.members = members
        self.rasters = rasters
        self.folder = folder
    }
}
