// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CFiles

/// Gives memory that was freed back to the system: between two kinds of work, of which neither can use
/// what the C library keeps of the other's.
package func returnFreedMemory() { steppe_return_memory() }
