// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Why rings cannot be taken apart.
package enum RingFault: Error, Hashable {
    case tooManyCrossings
    case notFinite
}
