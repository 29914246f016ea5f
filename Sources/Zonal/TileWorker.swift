// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// One worker: its own open rasters, its own accounts. Goes through bands tile by tile.
final class TileWorker {
    private let frame: Frame
    private var areas: PixelArea
    private var scanline = Scanline()
    private var pool: [Runs] = []
    private let layers: [TileReader]
    private let values: ValueReader?
    /// The quick way: one raster of bytes without a mask; a code is its own number.
    private let usesBytes: Bool
    private var byteAccounts: [Int: ByteAccount] = [:]
    private let classes = ClassCounter()
    /// The general way: any rasters, their combinations of codes numbered as they are met.
    private var combinations: Combinations
    private var accounts: [Int: NumberedAccount] = [:]
    private var runCounts = RunCounts()
    private var rowAreas: [Int64]
    private var numbers: [Int32]

    init(_ frame: Frame) throws {
        self.frame = frame
        let measurement = frame.measurement
        areas = try PixelArea(of: frame.grid)
        layers = try measurement.layers.map {
            try TileReader($0.source, band: $0.band, tiling: frame.tiling)
        }
        values = try measurement.values.map { try ValueReader($0, tiling: frame.tiling) }
        combinations = Combinations(
            zip(layers, measurement.layers).map { reader, layer in
                Symbols(of: reader, role: layer.role, noDataCodes: measurement.noDataCodes)
            })
        if case .classes = measurement.layers[0].role {
            usesBytes =
                layers.count == 1 && values == nil && layers[0].mask.isEmpty
                && layers[0].band.dataType == .uint8
        } else {
            usesBytes = false
        }
        rowAreas = [Int64](repeating: 0, count: frame.tiling.tileWidth)
        numbers = [Int32](repeating: 0, count: frame.tiling.tileWidth)
    }

    /// Measures all zones in one band.
    func measure(band: Int) throws {
        let zones = frame.zones.zones(inBand: band)
        let rows = frame.tiling.rows(ofBand: band)
        while pool.count < zones.count { pool.append(Runs()) }
        for (slot, (zone, edges)) in zones.enumerated() {
            let all = frame.zones.shapes[zone].edges
            scanline.runs(
                of: edges.lazy.map { all[Int($0)] }, rows: rows, columns: 0..<frame.grid.width,
                into: &pool[slot])
        }
        var cursors = pool[..<zones.count].map(\.offsets)
        for column in neededTiles(zones.count, rows) {
            let window = frame.tiling.window(column: column, band: band)
            for layer in layers { try layer.read(tileColumn: column, band: band, window) }
            try values?.read(tileColumn: column, band: band, window)
            for row in rows {
                try measure(row: row, of: window, zones.map(\.zone), &cursors)
            }
            classes.settle()
        }
    }

    /// The tiles of a band that some zone touches.
    private func neededTiles(_ count: Int, _ rows: Range<Int>) -> [Int] {
        var isNeeded = [Bool](repeating: false, count: frame.tiling.columns)
        for runs in pool[..<count] {
            for run in runs.runs {
                let last = (Int(run.end) - 1) / frame.tiling.tileWidth
                for tile in Int(run.start) / frame.tiling.tileWidth...last { isNeeded[tile] = true }
            }
        }
        return isNeeded.indices.filter { isNeeded[$0] }
    }

    /// Measures one row of a tile in every zone.
    private func measure(
        row: Int, of window: Window, _ zones: [Int], _ cursors: inout [[Int32]]
    ) throws {
        let index = row - window.row
        var uniform: Int64?
        var isPrepared = false
        for (slot, zone) in zones.enumerated() {
            var cursor = Int(cursors[slot][index])
            let end = pool[slot].indices(ofRow: row).upperBound
            while cursor < end {
                let run = pool[slot].runs[cursor]
                guard Int(run.start) < window.columns.upperBound else { break }
                if !isPrepared {
                    uniform = try prepare(row: row, of: window)
                    isPrepared = true
                }
                let first = max(Int(run.start), window.column) - window.column
                let last = min(Int(run.end), window.columns.upperBound) - window.column
                add(
                    row: index, first..<last, coverage: run.coverage, uniform: uniform, to: zone)
                guard Int(run.end) <= window.columns.upperBound else { break }
                cursor += 1
            }
            cursors[slot][index] = Int32(truncatingIfNeeded: cursor)
        }
    }

    /// Makes a row's areas and numbers ready; returns the area where all its pixels have one.
    private func prepare(row: Int, of window: Window) throws -> Int64? {
        if !usesBytes {
            let index = row - window.row
            try combinations.map(row: index, window, into: &numbers)
            try values?.prepare(row: index, window)
        }
        switch areas {
        case .rows(let rows): return rows.area(row: row)
        case .lattice(var lattice):
            lattice.fill(&rowAreas, row: row, from: window.column, count: window.width)
            areas = .lattice(lattice)
            return nil
        }
    }

    /// Adds a stretch of a row to a zone's account.
    private func add(
        row: Int, _ columns: Range<Int>, coverage: Int, uniform: Int64?, to zone: Int
    ) {
        usesBytes
            ? addBytes(row: row, columns, coverage: coverage, uniform: uniform, to: zone)
            : addNumbers(columns, coverage: coverage, uniform: uniform, to: zone)
    }

    private func addBytes(
        row: Int, _ columns: Range<Int>, coverage: Int, uniform: Int64?, to zone: Int
    ) {
        let account =
            byteAccounts[zone] ?? ByteAccount(largestArea: areas.largest)
        byteAccounts[zone] = account
        let layer = layers[0]
        guard let base = layer.memory.baseAddress else { return }
        let bytes = UnsafePointer(
            base.assumingMemoryBound(to: UInt8.self) + row * layer.stride + columns.lowerBound)
        let isWhole = coverage == Subpixel.wholePixel
        if let area = uniform {
            if isWhole {
                account.addWhole(bytes, count: columns.count, area: area, classes: classes)
            } else {
                account.add(bytes, count: columns.count, coverage: coverage, area: area)
            }
            return
        }
        rowAreas.withUnsafeBufferPointer { areas in
            guard let start = areas.baseAddress else { return }
            let areas = start + columns.lowerBound
            if isWhole {
                account.addWhole(bytes, areas: areas, count: columns.count)
            } else {
                account.add(bytes, areas: areas, count: columns.count, coverage: coverage)
            }
        }
    }

    private func addNumbers(
        _ columns: Range<Int>, coverage: Int, uniform: Int64?, to zone: Int
    ) {
        var account = accounts.removeValue(forKey: zone) ?? NumberedAccount()
        account.reserve(combinations.count)
        let offset = columns.lowerBound
        let values = values?.row.map { $0 + offset }
        numbers.withUnsafeBufferPointer { numbers in
            guard let numbers = numbers.baseAddress.map({ $0 + offset }) else { return }
            if let area = uniform {
                account.add(
                    numbers, values: values, count: columns.count, coverage: coverage, area: area,
                    scratch: &runCounts)
            } else {
                rowAreas.withUnsafeBufferPointer { areas in
                    guard let areas = areas.baseAddress.map({ $0 + offset }) else { return }
                    account.add(
                        numbers, values: values, areas: areas, count: columns.count,
                        coverage: coverage)
                }
            }
        }
        accounts[zone] = account
    }

    /// What this worker found.
    func tally(keys: [Tally.ZoneKey]) -> Tally {
        var tally = Tally(
            zones: keys, valueUnit: values?.unit ?? 1, valueScale: values?.scale ?? 1,
            valueOffset: values?.offset ?? 0)
        for (zone, account) in byteAccounts {
            account.forEachAmount { code, amount in
                let isNothing =
                    layers[0].band.isNoData(Double(code))
                    || frame.measurement.noDataCodes.contains(code)
                tally.add(amount, to: [isNothing ? .noData : .value(code)], ofZone: zone)
            }
        }
        for (zone, account) in accounts {
            for (number, amount) in account.amounts.enumerated() where amount != Amount() {
                tally.add(amount, to: combinations.codes(number), ofZone: zone)
            }
        }
        return tally
    }
}
