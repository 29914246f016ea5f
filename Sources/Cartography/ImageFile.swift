// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

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
