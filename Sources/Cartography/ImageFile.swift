// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Adds to a PNG how many dots make an inch: Cairo does not say, and printers then guess.
func withPixelDensity(_ png: [UInt8], perInch: Double) -> [UInt8] {
    let headerEnd = 8 + 25  // the signature and the IHDR chunk
    guard png.count > headerEnd else { return png }
    let perMetre = UInt32((perInch / 0.0254).rounded())
    let body = Array("pHYs".utf8) + bigEndian(perMetre) + bigEndian(perMetre) + [1]
    let chunk = bigEndian(9) + body + bigEndian(cyclicRedundancyCheck(body))
    return png[..<headerEnd] + chunk + png[headerEnd...]
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// CRC-32 as PNG defines it (ISO 3309).
private func cyclicRedundancyCheck(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        register ^= UInt32(byte)
        for _ in 0..<8 {
            register = register & 1 == 1 ? (register >> 1) ^ 0xEDB8_8320 : register >> 1
        }
    }
    return ~register
}

/// Numbers an SVG's images, surfaces and other parts in the order that they appear in.
///
/// Cairo numbers them by a counter of the whole process, so a second map would not be the first.
func withIdentifiersInOrder(_ svg: [UInt8]) -> [UInt8] {
    let kinds = ["image", "surface", "clip", "mask", "glyph", "linear", "radial", "pattern"]
        .map { Array($0.utf8) }
    let quote = UInt8(ascii: "\"")
    let hash = UInt8(ascii: "#")
    var result: [UInt8] = []
    result.reserveCapacity(svg.count)
    var orders: [[UInt8]: Int] = [:]
    var index = 0
    while index < svg.count {
        let byte = svg[index]
        result.append(byte)
        index += 1
        let opens = byte == hash || (byte == quote && endsWithIdentifier(result))
        guard opens, let kind = kinds.first(where: { svg[index...].starts(with: $0) }) else {
            continue
        }
        var end = index + kind.count
        while end < svg.count, (48...57).contains(svg[end]) { end += 1 }
        guard end > index + kind.count else { continue }
        let old = Array(svg[index..<end])
        let order = orders[old] ?? orders.count
        orders[old] = order
        result += kind + Array(String(order).utf8)
        index = end
    }
    return result
}

/// Whether what was written so far ends in ` id="`.
private func endsWithIdentifier(_ bytes: [UInt8]) -> Bool {
    bytes.suffix(5).elementsEqual(" id=\"".utf8)
}
