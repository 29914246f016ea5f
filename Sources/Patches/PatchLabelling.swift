// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Which pixels of one value belong together.
public enum Connectedness: Int, CaseIterable, Hashable, Sendable {
    /// Those that share a side.
    case four = 4
    /// Those that share a side or a corner.
    case eight = 8
}

/// Numbers the patches of a grid: sets of pixels of one value that hang together.
///
/// Rows are added from the top, each once; value 0 is no patch. Two rows are held at a time, and
/// four bytes for each run of pixels that begins a part. O(pixels), but for the inverse Ackermann
/// factor of union-find.
///
/// - Source: Rosenfeld & Pfaltz 1966, *J. ACM* 13(4), 471–494.
public struct PatchLabelling: Sendable {
    private var labeller: RowLabeller
    private var parts = DisjointSets()
    private var patches = DisjointSets()
    private var values: [Int32] = [0]
    private let connectedness: Connectedness

    /// A labelling of rows of so many pixels.
    public init(width: Int, connectedness: Connectedness) {
        labeller = RowLabeller(width: width)
        self.connectedness = connectedness
    }

    /// Adds the next row.
    ///
    /// - Precondition: It has the grid's width.
    public mutating func add(row: [Int32]) {
        let above = (values: labeller.values, labels: labeller.labels)
        labeller.label(row)
        while parts.count <= Int(labeller.last) {
            parts.add()
            patches.add()
            values.append(0)
        }
        let labels = labeller.labels
        var x = -1
        while true {
            x += 1
            if x.isMultiple(of: 8) { x = row.skippingNothing(from: x) }
            guard x < row.count else { break }
            guard row[x] != 0 else { continue }
            values[Int(labels[x])] = row[x]
            if above.values[x] == row[x], above.labels[x] != labels[x] {
                parts.join(above.labels[x], labels[x])
                patches.join(above.labels[x], labels[x])
            }
            guard connectedness == .eight else { continue }
            if x > 0, above.values[x - 1] == row[x] { patches.join(above.labels[x - 1], labels[x]) }
            if x + 1 < row.count, above.values[x + 1] == row[x] {
                patches.join(above.labels[x + 1], labels[x])
            }
        }
    }

    /// The numbers, once every row has been added.
    public consuming func finished() -> PatchNumbers {
        PatchNumbers(parts: parts, patches: patches, values: values)
    }
}

/// The numbers of a grid's parts and patches, from 1; a part's pixels all hang together by sides,
/// and a patch is one part, or several that meet at corners.
public struct PatchNumbers: Sendable {
    /// By label of ``RowLabeller``.
    private let partOfLabel: [Int32]
    /// By part; the first stands for no part.
    public let patchOfPart: [Int32]
    /// The value of each patch; the first stands for no patch.
    public let valueOfPatch: [Int32]

    /// How many parts there are.
    public var partCount: Int { patchOfPart.count - 1 }
    /// How many patches there are.
    public var patchCount: Int { valueOfPatch.count - 1 }

    fileprivate init(parts: DisjointSets, patches: DisjointSets, values: [Int32]) {
        var (parts, patches) = (parts, patches)
        var partOfLabel = [Int32](repeating: 0, count: values.count)
        var patchOfPart: [Int32] = [0]
        var valueOfPatch: [Int32] = [0]
        var patchOfRoot = [Int32](repeating: 0, count: values.count)
        for label in values.indices.dropFirst() {
            let root = Int(patches.root(of: Int32(label)))
            if patchOfRoot[root] == 0 {
                patchOfRoot[root] = Int32(valueOfPatch.count)
                valueOfPatch.append(values[label])
            }
            let partRoot = Int(parts.root(of: Int32(label)))
            if partOfLabel[partRoot] == 0 {
                partOfLabel[partRoot] = Int32(patchOfPart.count)
                patchOfPart.append(patchOfRoot[root])
            }
            partOfLabel[label] = partOfLabel[partRoot]
        }
        self.partOfLabel = partOfLabel
        self.patchOfPart = patchOfPart
        self.valueOfPatch = valueOfPatch
    }

    /// The parts that labels of the same rows mean.
    func parts(ofLabels labels: [Int32], into parts: inout [Int32]) {
        precondition(parts.count >= labels.count, "a row of \(labels.count) needs as many places")
        partOfLabel.withUnsafeBufferPointer { table in
            parts.withUnsafeMutableBufferPointer { parts in
                labels.withUnsafeBufferPointer { labels in
                    for x in labels.indices { parts[x] = table[Int(labels[x])] }
                }
            }
        }
    }
}

/// Goes through rows a second time and tells the part of each pixel.
public struct PatchRows: Sendable {
    private var labeller: RowLabeller
    private let numbers: PatchNumbers

    /// The same rows again, from the top.
    public init(width: Int, numbers: PatchNumbers) {
        labeller = RowLabeller(width: width)
        self.numbers = numbers
    }

    /// Writes the number of each pixel's part, or 0; the rows are those that were labelled.
    public mutating func parts(of row: [Int32], into parts: inout [Int32]) {
        labeller.label(row)
        numbers.parts(ofLabels: labeller.labels, into: &parts)
    }
}

/// Gives pixels provisional labels, the same ones each time that the same rows go by.
private struct RowLabeller: Sendable {
    private(set) var values: [Int32]
    private(set) var labels: [Int32]
    private(set) var last: Int32 = 0

    init(width: Int) {
        values = Array(repeating: 0, count: width)
        labels = Array(repeating: 0, count: width)
    }

    mutating func label(_ row: [Int32]) {
        precondition(row.count == values.count, "\(row.count) pixels are no row of \(values.count)")
        var last = last
        row.withUnsafeBufferPointer { row in
            values.withUnsafeBufferPointer { values in
                labels.withUnsafeMutableBufferPointer { labels in
                    var before: Int32 = 0
                    for x in row.indices {
                        let value = row[x]
                        if value == 0 {
                            labels[x] = 0
                        } else if before == value {
                            labels[x] = labels[x - 1]
                        } else if values[x] != value {
                            last += 1
                            labels[x] = last
                        }
                        before = value
                    }
                }
            }
        }
        self.last = last
        values = row
    }
}

extension [Int32] {
    /// The first place from one on, or a few before it, that is not 0.
    fileprivate func skippingNothing(from start: Int) -> Int {
        withUnsafeBytes { bytes in
            var place = start
            func pair(_ place: Int) -> UInt64 {
                bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt64.self)
            }
            while place + 8 <= count,
                pair(place) | pair(place + 2) | pair(place + 4) | pair(place + 6) == 0
            {
                place += 8
            }
            return place
        }
    }
}

/// Sets that are joined two at a time.
private struct DisjointSets: Sendable {
    private var parents: [Int32] = [0]

    var count: Int { parents.count }

    mutating func add() { parents.append(Int32(parents.count)) }

    /// The smallest member that stands for the set.
    mutating func root(of member: Int32) -> Int32 {
        var member = member
        while parents[Int(member)] != member {
            parents[Int(member)] = parents[Int(parents[Int(member)])]
            member = parents[Int(member)]
        }
        return member
    }

    mutating func join(_ a: Int32, _ b: Int32) {
        let (a, b) = (root(of: a), root(of: b))
        if a < b { parents[Int(b)] = a } else if b < a { parents[Int(a)] = b }
    }
}
