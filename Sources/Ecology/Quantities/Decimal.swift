// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A finite number with a fixed count of decimals, in no locale: `2,372,000.0`.
///
/// The exact binary value is rounded to nearest, ties to even, as C's `printf` does.
package func decimal(_ value: Double, digits: Int, grouped: Bool = false) -> String {
    let plain = String(format: "%.\(max(0, digits))f", value)
    guard grouped else { return plain }
    let sign = plain.hasPrefix("-") ? "-" : ""
    let parts = plain.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    let whole = parts.first.map(Array.init) ?? []
    var text = sign
    for (index, digit) in whole.enumerated() {
        if index > 0 && (whole.count - index) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return parts.count > 1 ? "\(text).\(parts[1])" : text
}

/// How many decimals a number was printed with: 27.3 has 1, 35 has none.
func printedDecimals(of value: Double) -> Int {
    let text = "\(value)"
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return 0 }
    let decimals = text[text.index(after: point)...]
    return decimals == "0" ? 0 : decimals.count
}
