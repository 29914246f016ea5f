// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// One worker: its own open rasters, its own accounts. Goes through bands tile by tile.
final class TileWorker {
    private let frame: Frame
    private var areas: PixelArea
    private var scanline = Scanline()
    private var pool: [Runs] = []
    private var runs = BandRuns()
    private let layers: [TileReader]
    private let values: ValueReader?
    /// The quick way: one raster of bytes without a mask; a code is its own number.
    private let usesBytes: Bool
    private var byteAccounts: [ByteAccount?]
    private let classes = ClassCounter()
    /// The general way: any rasters, their combinations of codes numbered as they are met.
    private var combinations: Combinations
    private var accounts: [NumberedAccount?]
    private var runCounts = RunCounts()
    /// The areas of a tile row's pixels, where they differ.
    private var columnAreas: [Int64]
    /// The area of each of a band's rows, where a row's pixels are alike.
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
        byteAccounts = Array(repeating: nil, count: frame.zones.shapes.count)
        accounts = Array(repeating: nil, count: frame.zones.shapes.count)
        columnAreas = [Int64](repeating: 0, count: frame.tiling.tileWidth)
        rowAreas = [Int64](repeating: 0, count: frame.tiling.tileHeight)
        numbers = [Int32](repeating: 0, count: frame.tiling.tileWidth)
    }

    deinit {
        for account in byteAccounts { account?.deallocate() }
        classes.deallocate()
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
        runs.fill(
            pool[..<zones.count], rows: rows.count, tileWidth: frame.tiling.tileWidth,
            tiles: frame.tiling.columns)
        if case .rows(let areas) = areas {
            for row in rows { rowAreas[row - rows.lowerBound] = areas.area(row: row) }
        }
        for column in 0..<frame.tiling.columns where runs.touches(tile: column, rows: rows.count) {
            let window = frame.tiling.window(column: column, band: band)
            for layer in layers { try layer.read(tileColumn: column, band: band, window) }
            if usesBytes {
                addBytes(tile: column, window, zones: zones.map(\.zone))
            } else {
                try values?.read(tileColumn: column, band: band, window)
                try addNumbers(tile: column, window, zones: zones.map(\.zone))
            }
        }
    }

    // MARK: The quick way

    /// Adds a tile of bytes to the accounts of the zones that touch it.
    private func addBytes(tile: Int, _ window: Window, zones: [Int]) {
        let accounts = zones.map { zone -> ByteAccount in
            let account = byteAccounts[zone] ?? ByteAccount(largestArea: areas.largest)
            byteAccounts[zone] = account
            return account
        }
        guard let memory = layers[0].memory.baseAddress else { return }
        let bytes = UnsafePointer(memory.assumingMemoryBound(to: UInt8.self))
        let stride = layers[0].stride
        let classes = classes
        forEachRow(of: tile, window) { row, entries, area in
            let start = bytes + row * stride
            if let area {
                for entry in entries {
                    let count = Int(entry.end - entry.start)
                    let account = accounts[Int(entry.slot)]
                    if entry.coverage == Subpixel.wholePixel {
                        account.addWhole(
                            start + Int(entry.start), count: count, area: area, classes: classes)
                    } else {
                        account.add(
                            start + Int(entry.start), count: count, coverage: entry.coverage,
                            area: area)
                    }
                }
                return
            }
            columnAreas.withUnsafeBufferPointer { areas in
                guard let areas = areas.baseAddress else { return }
                for entry in entries {
                    let count = Int(entry.end - entry.start)
                    let account = accounts[Int(entry.slot)]
                    if entry.coverage == Subpixel.wholePixel {
                        account.addWhole(
                            start + Int(entry.start), areas: areas + Int(entry.start), count: count)
                    } else {
                        account.add(
                            start + Int(entry.start), areas: areas + Int(entry.start),
                            count: count, coverage: entry.coverage)
                    }
                }
            }
        }
        classes.settle()
    }

    /// Calls `body` with each row of a tile that some zone touches: the row within the tile, its
    /// entries, and the area of its pixels where they are alike; else ``columnAreas`` has them.
    @inline(__always)
    private func forEachRow(
        of tile: Int, _ window: Window,
        _ body: (Int, UnsafeBufferPointer<BandRuns.Entry>, Int64?) throws -> Void
    ) rethrows {
        try runs.entries.withUnsafeBufferPointer { entries in
            try runs.starts.withUnsafeBufferPointer { starts in
                for row in 0..<window.height {
                    let first = Int(starts[tile * window.height + row])
                    let end = Int(starts[tile * window.height + row + 1])
                    guard first < end else { continue }
                    let area = prepareAreas(row: row, of: window)
                    try body(row, UnsafeBufferPointer(rebasing: entries[first..<end]), area)
                }
            }
        }
    }

    /// The area of a row's pixels where they are alike; fills ``columnAreas`` where not.
    private func prepareAreas(row: Int, of window: Window) -> Int64? {
        guard case .lattice(var lattice) = areas else { return rowAreas[row] }
        lattice.fill(
            &columnAreas, row: window.row + row, from: window.column, count: window.width)
        areas = .lattice(lattice)
        return nil
    }

    // MARK: The general way

    /// Adds a tile of any rasters to the accounts of the zones that touch it.
    private func addNumbers(tile: Int, _ window: Window, zones: [Int]) throws {
        try forEachRow(of: tile, window) { row, entries, area in
            var (first, end) = (Int32.max, Int32.min)
            for entry in entries {
                first = min(first, entry.start)
                end = max(end, entry.end)
            }
            let columns = Int(first)..<Int(end)
            try combinations.map(row: row, columns: columns, window, into: &numbers)
            try values?.prepare(row: row, columns: columns, window)
            for entry in entries { add(entry, area: area, to: zones[Int(entry.slot)]) }
        }
    }

    private func add(_ entry: BandRuns.Entry, area: Int64?, to zone: Int) {
        var account = accounts[zone].take() ?? NumberedAccount()
        account.reserve(combinations.count)
        let start = Int(entry.start)
        let count = Int(entry.end - entry.start)
        let values = values?.row.map { $0 + start }
        numbers.withUnsafeBufferPointer { numbers in
            guard let numbers = numbers.baseAddress.map({ $0 + start }) else { return }
            if let area {
                account.add(
                    numbers, values: values, count: count, coverage: entry.coverage, area: area,
                    scratch: &runCounts)
            } else {
                columnAreas.withUnsafeBufferPointer { areas in
                    guard let areas = areas.baseAddress.map({ $0 + start }) else { return }
                    account.add(
                        numbers, values: values, areas: areas, count: count,
                        coverage: entry.coverage)
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
        for (zone, account) in byteAccounts.enumerated() {
            account?.forEachAmount { code, amount in
                let isNothing =
                    layers[0].band.isNoData(Double(code))
                    || frame.measurement.noDataCodes.contains(code)
                tally.add(amount, to: [isNothing ? .noData : .value(code)], ofZone: zone)
            }
        }
        for (zone, account) in accounts.enumerated() {
            guard let account else { continue }
            for (number, amount) in account.amounts.enumerated() where amount != Amount() {
                tally.add(amount, to: combinations.codes(number), ofZone: zone)
            }
        }
        return tally
    }
}
