// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import LandCover

/// A set of class codes whose pixels are one kind of ground: one value of the raster of patches.
package struct PatchKind {
    package let codes: Set<Int>
    /// The class's code, or nothing where the kind has several.
    package let code: String
    package let zh: String, en: String
    package let category: Category?
    package let colour: Colour
}

extension PatchKind {
    /// The same kind, found in a raster by a number.
    package func numbered(_ number: Int) -> PatchKind {
        PatchKind(
            codes: [number], code: code, zh: zh, en: en, category: category, colour: colour)
    }
}
