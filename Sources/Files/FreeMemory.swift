// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CFiles

/// Memory that this process has from the system and does not use.
package enum FreeMemory {
    /// Gives it back: for between two stages of a long run that both need much.
    package static func giveBack() { steppe_return_memory() }
}
