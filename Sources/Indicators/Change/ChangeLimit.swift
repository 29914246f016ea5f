// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
package import Tables
package import Words

/// How tables say that what changed between two maps may not be change of the land.
package enum ChangeLimit {
    package static let columns = ["status", "reason"]

    /// `indicative` with the reason, or nothing.
    package static func cells(_ reason: LocalizedText?, _ language: Language) -> [Table.Cell] {
        [
            .text(reason == nil ? "" : Verdict.Kind.indicative.rawValue),
            .text(reason?[language] ?? ""),
        ]
    }
}
