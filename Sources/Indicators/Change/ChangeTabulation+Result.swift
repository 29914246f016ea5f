// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Tables
internal import Words

extension ChangeTabulation {
    /// What came out. Tables are laid out when they are asked for.
    public struct Result: Sendable {
        /// The matrices themselves.
        public let account: ChangeAccount
        /// What was found about zones, and how grids were brought together.
        public let notes: [String]
        let errors: ChangeErrors
        /// All zones together, where a sample of change speaks of them.
        let whole: ZoneChange?
        /// Why what changed may not be change of the land.
        let limit: LocalizedText?
        let language: Language

        /// `zone,name,before,before_label,after,after_label,area_m2,share`.
        public var table: Table {
            table("transitions", ChangeAccount.columns, of: account.zones) {
                account.rows(of: $0, in: language)
            }
        }

        /// Gains, losses, net and swap by zone and class, m².
        public var summary: Table {
            let isOnly = account.zones.count == 1
            let zones = account.zones.map { (change: $0, isWhole: isOnly) }
            return table(
                "change", ChangeAccount.summaryColumns,
                of: zones + [whole].compactMap { $0.map { ($0, true) } }
            ) { account.summaryRows(of: $0.change, in: language, errors, isWhole: $0.isWhole) }
        }

        /// The error-adjusted transitions of all zones together by the sample of change, with what each
        /// class gained, lost and came to net; empty without one.
        public var estimates: Table {
            var table = Table("change_estimates", columns: ChangeEstimates.columns)
            for row in errors.estimates?.rows(named: account.name(of:), in: language) ?? [] {
                table.append(row)
            }
            return table
        }

        private func table<Zone>(
            _ name: String, _ columns: [String], of zones: [Zone],
            _ rows: (Zone) -> [[Table.Cell]]
        ) -> Table {
            var table = Table(name, columns: columns + ChangeLimit.columns)
            let limit = ChangeLimit.cells(limit, language)
            for zone in zones { for row in rows(zone) { table.append(row + limit) } }
            return table
        }
    }
}
