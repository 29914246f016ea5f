// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the article *Intervals* says of simulations, so that its figures are those that tests measure.
public struct StatedCoverage: Sendable {
    private let lines: [String]

    /// Reads the article of the module `Ecology`.
    public init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let article = root.appending(path: "Sources/Ecology/Ecology.docc/Intervals.md")
        lines = try String(contentsOf: article, encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    /// Whether a row with this name has these shares, in percent with a digit after the point.
    public func says(_ name: String, _ covered: [Int], of surveys: Int) -> Bool {
        lines.contains(Self.row(name, covered, of: surveys))
    }

    /// The row that the article is to have.
    public static func row(_ name: String, _ covered: [Int], of surveys: Int) -> String {
        let cells = covered.map { String(format: "%.1f", Double($0) * 100 / Double(surveys)) }
        return "| \(name) | \(cells.joined(separator: " | ")) |"
    }
}
