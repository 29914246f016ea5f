// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What an account of some of many zones takes from that of all of them, so that its numbers have the
/// same bits: products are multiplied in the order in which their coefficients were first met.
public struct AccountFrame: Sendable {
    /// What zones have numbers of: a quantity, in a year, by pool.
    struct Leaf: Sendable {
        let quantity: CarbonModel.Quantity
        let year: Int?
        var pools: Set<Pool> = []

        init(quantity: CarbonModel.Quantity, year: Int?) {
            self.quantity = quantity
            self.year = year
        }

        init(of entry: CarbonModel.Entry) {
            self.init(quantity: entry.quantity, year: entry.year)
            if let pool = entry.pool { pools = [pool] }
        }

        func holds(_ entry: CarbonModel.Entry) -> Bool {
            quantity == entry.quantity && year == entry.year
        }

        /// Its pools, and what is of no pool.
        static let slots = Pool.count + 1
    }

    /// The coefficients of all zones before these, in the order in which they were met.
    let known: [Coefficient]
    /// What any zone has.
    let leaves: [Leaf]
}

extension [AccountFrame.Leaf] {
    /// Takes in a line: a leaf of its own, or its pool in one that is there.
    mutating func take(_ entry: CarbonModel.Entry) {
        if let place = firstIndex(where: { $0.holds(entry) }) {
            if let pool = entry.pool { self[place].pools.insert(pool) }
        } else {
            append(AccountFrame.Leaf(of: entry))
        }
    }
}
