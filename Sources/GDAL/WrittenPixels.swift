// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// What was written into a raster, window by window, to be held against what a reader finds there.
package final class WrittenPixels: Sendable {
    struct Part {
        let window: Window
        let band: Int
        let type: DataType
        let sum: UInt64

        func overlaps(_ other: Part) -> Bool {
            band == other.band && window.column < other.window.column + other.window.width
                && other.window.column < window.column + window.width
                && window.row < other.window.row + other.window.height
                && other.window.row < window.row + window.height
        }
    }

    let parts = Mutex<[Part]>([])

    /// Takes a window's pixels as they were handed to GDAL.
    func add(
        _ window: Window, ofBand band: Int, as type: DataType, _ pixels: UnsafeRawBufferPointer
    ) {
        let part = Part(window: window, band: band, type: type, sum: checksum(pixels))
        parts.withLock { parts in
            // Windows that were written over are known no more.
            if let last = parts.last, window.row < last.window.row + last.window.height {
                parts.removeAll { part.overlaps($0) }
            }
            parts.append(part)
        }
    }

    /// Forgets all: pixels were changed by other means.
    func forget() { parts.withLock { $0 = [] } }
}

/// A sum that differs where any bit does, but for one case in 2⁶⁴.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    let whole = bytes.count & ~7
    var place = 0
    while place < whole {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
        sum ^= sum >> 32
        place += 8
    }
    while place < bytes.count {
        sum = (sum ^ UInt64(bytes[place])) &* 0xD6E8_FEB8_6659_FD93
        sum ^= sum >> 32
        place += 1
    }
    return sum
}
