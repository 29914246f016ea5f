// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension Table.Cell {
    /// The whole number in it, if there is one.
    package var whole: Int? { double.flatMap(Int.init(exactly:)) }

    /// The number in it, if there is one.
    package var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .text, .missing: nil
        }
    }

    /// The text in it; empty where it holds none.
    package var plainText: String { if case .text(let text) = self { text } else { "" } }
}
