// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A zone and a class in it.
struct ZoneClass: Hashable, Sendable, BitwiseCopyable {
    let zone: Int32
    /// Which of the classes looked for, from 0.
    let kind: Int32
}

/// What closed patches that are too small have, by zone and class.
struct SmallShares: Sendable {
    private(set) var amounts: [ZoneClass: Amount] = [:]

    mutating func add(_ coverage: Int128, _ weight: Int128, to place: ZoneClass) {
        amounts[place, default: Amount()].coverage += coverage
        amounts[place, default: Amount()].weight += weight
    }

    mutating func merge(_ other: SmallShares) {
        for (place, amount) in other.amounts { amounts[place, default: Amount()] += amount }
    }
}

/// Patches under way: sets of labels that are joined two at a time, each with what it has by zone and
/// class, as long as that is less than a limit: of a patch that is large enough no more is known.
struct PatchSets: Sendable {
    private struct Share: BitwiseCopyable {
        let place: ZoneClass
        /// The patch's next one, or −1.
        var next: Int32
        var coverage: Int128
        var weight: Int128
    }

    /// In the unit of weights.
    private let limit: Int128
    private var parents: [Int32] = []
    /// By root: its weight up to the limit.
    private var totals: [Int128] = []
    /// By root: its first share and its last, or −1.
    private var ends: [(first: Int32, last: Int32)] = []
    private var shares: [Share] = []

    init(limit: Int128) { self.limit = limit }

    var count: Int { parents.count }

    mutating func removeAll() {
        parents.removeAll(keepingCapacity: true)
        totals.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        shares.removeAll(keepingCapacity: true)
    }

    /// A new patch's label.
    mutating func add() -> Int32 {
        let label = Int32(truncatingIfNeeded: parents.count)
        parents.append(label)
        totals.append(0)
        ends.append((-1, -1))
        return label
    }

    /// The smallest label of the patch.
    @inline(__always)
    mutating func root(of label: Int32) -> Int32 {
        var label = label
        while parents[Int(label)] != label {
            parents[Int(label)] = parents[Int(parents[Int(label)])]
            label = parents[Int(label)]
        }
        return label
    }

    /// Whether the patch of a root is as large as the limit.
    @inline(__always)
    func isLarge(_ root: Int32) -> Bool { totals[Int(root)] >= limit }

    /// Makes one patch of two; answers its root.
    @inline(__always)
    @discardableResult
    mutating func join(_ a: Int32, _ b: Int32) -> Int32 {
        let (a, b) = (root(of: a), root(of: b))
        guard a != b else { return a }
        let (kept, gone) = (min(a, b), max(a, b))
        parents[Int(gone)] = kept
        let (first, last) = ends[Int(gone)]
        if first >= 0 {
            let keptEnds = ends[Int(kept)]
            if keptEnds.first >= 0 { shares[Int(keptEnds.last)].next = first }
            ends[Int(kept)] = (keptEnds.first >= 0 ? keptEnds.first : first, last)
        }
        grow(kept, by: totals[Int(gone)])
        return kept
    }

    /// Adds ground to the patch of a root.
    mutating func add(
        _ coverage: Int128, _ weight: Int128, of place: ZoneClass, to root: Int32
    ) {
        guard !isLarge(root) else { return }
        defer { grow(root, by: weight) }
        // Most patches have one share or two; what stands further back may come twice.
        var share = ends[Int(root)].first
        for _ in 0..<4 {
            guard share >= 0 else { break }
            if shares[Int(share)].place == place {
                shares[Int(share)].coverage += coverage
                shares[Int(share)].weight += weight
                return
            }
            share = shares[Int(share)].next
        }
        let new = Int32(truncatingIfNeeded: shares.count)
        let (first, last) = ends[Int(root)]
        shares.append(Share(place: place, next: first, coverage: coverage, weight: weight))
        ends[Int(root)] = (new, first >= 0 ? last : new)
    }

    private mutating func grow(_ root: Int32, by weight: Int128) {
        totals[Int(root)] = min(limit, totals[Int(root)] + weight)
        if isLarge(root) { ends[Int(root)] = (-1, -1) }
    }

    /// Takes in other patches; their labels grow by the ``count`` before.
    mutating func append(_ other: PatchSets) {
        let (labels, places) = (Int32(count), Int32(shares.count))
        parents += other.parents.map { $0 + labels }
        totals += other.totals
        ends += other.ends.map {
            $0.first < 0 ? $0 : (first: $0.first + places, last: $0.last + places)
        }
        shares += other.shares.map { share in
            var share = share
            if share.next >= 0 { share.next += places }
            return share
        }
    }

    /// Closes all patches that no run is of, and renumbers those that stay.
    ///
    /// - Parameters:
    ///   - runs: Runs of labels; those they are given are the new ones.
    ///   - small: Where the shares of closed patches below the limit go.
    /// - Returns: The patches that stay.
    mutating func close(
        exceptFor runs: inout [[LabelRun]], into small: inout SmallShares
    ) -> PatchSets {
        var kept = PatchSets(limit: limit)
        var numbers = [Int32](repeating: -1, count: count)
        for list in runs.indices {
            for index in runs[list].indices {
                let root = root(of: runs[list][index].label)
                if numbers[Int(root)] < 0 { numbers[Int(root)] = kept.add() }
                runs[list][index].label = numbers[Int(root)]
            }
        }
        for root in parents.indices where parents[root] == Int32(root) {
            let number = numbers[root]
            if number >= 0, totals[root] >= limit { kept.grow(number, by: limit) }
            var share = ends[root].first
            while share >= 0 {
                let (coverage, weight) = (shares[Int(share)].coverage, shares[Int(share)].weight)
                if number >= 0 {
                    kept.add(coverage, weight, of: shares[Int(share)].place, to: number)
                } else {
                    small.add(coverage, weight, to: shares[Int(share)].place)
                }
                share = shares[Int(share)].next
            }
        }
        return kept
    }

    /// Joins the patches of two rows' runs that touch, across corners too.
    ///
    /// Both go from the left, and runs that meet in one row are of one patch.
    mutating func join(_ above: [LabelRun], _ below: [LabelRun]) {
        var (i, j) = (0, 0)
        while i < above.count, j < below.count {
            let (a, b) = (above[i], below[j])
            if a.start <= b.end, b.start <= a.end { join(a.label, b.label) }
            if a.end <= b.end { i += 1 } else { j += 1 }
        }
    }
}

/// Pixels of a row that are of one patch.
struct LabelRun: ColumnRun, Sendable {
    /// The first column, and that after the last.
    var start: Int32
    var end: Int32
    var label: Int32
}
