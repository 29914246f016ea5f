// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import LandCover

/// What a pixel was and became: categories, and states of sand where cover tells them.
package struct ChangePair: Hashable {
    package let from: GroundState
    package let to: GroundState
}

/// A category, and the state of its sand where that is known.
package struct GroundState: Hashable {
    package let category: LandCover.Category
    package let sand: SandState?
}
