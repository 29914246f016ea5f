// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGLib

/// SHA-256, a piece at a time.
package final class Fingerprint {
    private let sum: OpaquePointer?

    /// Nothing taken in yet.
    package init() {
        precondition(steppe_load_glib() != 0, "GLib is not installed; apt install libglib2.0-0")
        sum = g_checksum_new(G_CHECKSUM_SHA256)
    }

    /// Takes in bytes.
    package func add(_ bytes: UnsafeRawBufferPointer) {
        g_checksum_update(
            sum, bytes.bindMemory(to: UInt8.self).baseAddress, gssize(bytes.count))
    }

    /// Takes in text, and where it ends.
    package func add(_ text: String) {
        Array((text + "\n").utf8).withUnsafeBytes { add($0) }
    }

    /// The sum of all that was taken in, in hexadecimal; nothing can be added after.
    package var hex: String { g_checksum_get_string(sum).map { String(cString: $0) } ?? "" }

    /// The sum of a text.
    package static func hex(of text: String) -> String {
        let sum = Fingerprint()
        sum.add(text)
        return sum.hex
    }

    deinit { g_checksum_free(sum) }
}
