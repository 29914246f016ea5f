// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension ZoneEdges {
    /// Whether no part of it lies off the raster.
    func isWithin(_ grid: Grid) -> Bool {
        guard wholeArea == nil else { return false }
        return edges.isEmpty
            || minX >= 0 && minY >= 0 && maxX <= grid.width << Subpixel.bits
                && maxY <= grid.height << Subpixel.bits
    }

    /// The zone's coverage and area on a grid without end; of its copies a turn away, the first.
    func total(in areas: inout PixelArea) -> Amount {
        if let wholeArea { return wholeArea }
        var amount = Amount()
        let edges = edges[..<firstCopy]
        guard let left = edges.lazy.map({ min($0.x0, $0.x1) }).min(),
            let right = edges.lazy.map({ max($0.x0, $0.x1) }).max(),
            let top = edges.lazy.map(\.rows.lowerBound).min(),
            let bottom = edges.lazy.map(\.rows.upperBound).max()
        else { return amount }
        let columns = (left >> Subpixel.bits)..<(right >> Subpixel.bits) + 1
        var scanline = Scanline()
        var runs = Runs()
        let height = 256
        let starting = Dictionary(grouping: edges) { floorDivide($0.rows.lowerBound, by: height) }
        var open: [Edge] = []
        for band in floorDivide(top, by: height)...floorDivide(bottom, by: height) {
            open.removeAll { $0.rows.upperBound < band * height }
            open += starting[band] ?? []
            let rows = max(band * height, top)..<min((band + 1) * height, bottom + 1)
            runs.removeAll(rows: rows)
            scanline.append(open, columns: columns, to: &runs)
            for row in rows { amount += runs.amount(inRow: row, areas: &areas) }
        }
        return amount.with(quantum: areas.quantum)
    }
}

extension Runs {
    /// Coverage and area of a row's runs.
    fileprivate func amount(inRow row: Int, areas: inout PixelArea) -> Amount {
        var amount = Amount()
        for run in runs.elements[indices(zone: 0, row: row)] {
            let columns = Int(run.start)..<Int(run.end)
            amount.coverage += Int128(run.coverage) * Int128(columns.count)
            amount.weight += Int128(run.coverage) * areas.total(row: row, columns: columns)
        }
        return amount
    }
}

extension PixelArea {
    /// The area of a row's pixels together.
    fileprivate mutating func total(row: Int, columns: Range<Int>) -> Int128 {
        switch self {
        case .rows(let rows): return Int128(rows.area(row: row)) * Int128(columns.count)
        case .lattice(var lattice):
            defer { self = .lattice(lattice) }
            return Int128(lattice.total(row: row, columns: columns).rounded())
        }
    }
}
