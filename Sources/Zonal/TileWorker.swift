// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// One measurement of one worker: its own accounts. Goes through bands tile by tile.
final class TileWorker {
    private let frame: Frame
    private var areas: PixelArea
    private var runs = BandRuns()
    private let layers: [TileReader]
    private let values: ValueReader?
    /// By zone.
    private let accounts: UnsafeMutableBufferPointer<ZoneAccount>
    /// The quick way: one raster of bytes without a mask; a code is its own number.
    private let usesBytes: Bool
    private let classes = ClassCounter()
    /// The same for two rasters of bytes.
    private let pairs: PairCounter?
    /// The general way: any rasters, their combinations of codes numbered as they are met.
    private var combinations: Combinations
    private let numbers: UnsafeMutablePointer<Int32>
    private var counter: RunCounter
    /// The areas of a tile row's pixels, where they differ.
    private let columnAreas: UnsafeMutablePointer<Int64>
    /// The area of each of a band's rows' pixels, where a row's pixels are alike.
    private let rowAreas: UnsafeMutablePointer<Int64>?

    /// The band under way.
    private var band = 0

    init(_ frame: Frame, _ readers: TileReaders) throws {
        self.frame = frame
        let measurement = frame.measurement
        areas = try PixelArea(of: frame.grid, by: measurement.areas)
        layers = try zip(measurement.layers, frame.rasters).map {
            try readers.reader(of: $1, band: $0.band)
        }
        values = try measurement.values.map {
            ValueReader(
                $0,
                from: try readers.reader(
                    of: frame.rasters[measurement.layers.count], band: $0.band),
                tileWidth: frame.tiling.tileWidth)
        }
        combinations = Combinations(
            zip(layers, measurement.layers).map { reader, layer in
                Symbols(of: reader, role: layer.role, noDataCodes: measurement.noDataCodes)
            })
        pairs = values == nil ? combinations.bytePairs : nil
        if case .classes = measurement.layers[0].role {
            usesBytes =
                layers.count == 1 && values == nil && layers[0].mask.isEmpty
                && layers[0].band.dataType == .uint8
        } else {
            usesBytes = false
        }
        counter = RunCounter(largestValue: values?.largest ?? 0)
        accounts = .allocate(capacity: frame.zones.shapes.count)
        for zone in accounts.indices {
            accounts.initializeElement(
                at: zone, to: ZoneAccount(largestArea: areas.largest, hasValues: values != nil))
        }
        numbers = .allocate(capacity: frame.tiling.tileWidth)
        numbers.initialize(repeating: 0, count: frame.tiling.tileWidth)
        columnAreas = .allocate(capacity: frame.tiling.tileWidth)
        columnAreas.initialize(repeating: 0, count: frame.tiling.tileWidth)
        if case .rows = areas {
            rowAreas = .allocate(capacity: frame.tiling.tileHeight)
            rowAreas?.initialize(repeating: 0, count: frame.tiling.tileHeight)
        } else {
            rowAreas = nil
        }
    }

    deinit {
        for account in accounts { account.deallocate() }
        accounts.deallocate()
        classes.deallocate()
        numbers.deallocate()
        counter.deallocate()
        columnAreas.deallocate()
        rowAreas?.deallocate()
    }

    /// Makes ready for one band; says whether there is anything to measure in it.
    func begin(band: Int) -> Bool {
        self.band = band
        let zones = frame.zones.zones(inBand: band)
        guard !zones.isEmpty, frame.share?.reaches(band: band) != false else { return false }
        let rows = frame.tiling.rows(ofBand: band)
        runs.fill(zones, of: frame.zones.shapes, rows: rows, width: frame.grid.width)
        if case .rows(let areas) = areas, let rowAreas {
            for row in rows { rowAreas[row - rows.lowerBound] = areas.area(row: row) }
        }
        if usesBytes { for (zone, _) in zones { accounts[zone].reserve(256) } }
        return true
    }

    /// Whether a tile of the band is to be measured.
    func takes(column: Int) -> Bool { frame.share?.contains(column: column, band: band) != false }

    /// Measures all zones in one tile of the band; tiles must come from the left, each at most once.
    func measure(column: Int) throws {
        let window = frame.tiling.window(column: column, band: band)
        var isRead = false
        try runs.forEachRow(ofTile: window.column..<window.column + window.width) {
            row, entries in
            if !isRead {
                for layer in layers { try layer.read(tileColumn: column, band: band, window) }
                try values?.read(tileColumn: column, band: band, window)
                isRead = true
            }
            let area = prepareAreas(row: row, of: window, for: entries)
            if usesBytes {
                addBytes(row: row, entries, area)
            } else if let pairs, let area {
                try addPairs(row: row, entries, area, window, by: pairs)
            } else {
                try addNumbers(row: row, entries, area, window)
            }
        }
        if isRead && usesBytes { classes.settle() }
    }

    /// Adds a row of bytes to the accounts of the zones that touch it.
    @inline(__always)
    private func addBytes(
        row: Int, _ entries: UnsafeMutableBufferPointer<BandRuns.Entry>, _ area: Int64?
    ) {
        let bytes = layers[0].pixels(UInt8.self, row: row)
        let classes = classes
        for entry in entries {
            add(entry, of: bytes, values: nil, area) {
                $0.addWhole($1, count: $2, area: $3, by: classes)
            } addApart: {
                $0.addWhole($1, count: $2, areas: $3, by: classes)
            }
        }
    }

    /// Adds a row of pairs of bytes, of one area, to the accounts of the zones that touch it.
    private func addPairs(
        row: Int, _ entries: UnsafeMutableBufferPointer<BandRuns.Entry>, _ area: Int64,
        _ window: Window, by pairs: PairCounter
    ) throws {
        for entry in entries {
            var columns = Int(entry.start)..<Int(entry.end)
            let zone = Int(entry.zone)
            accounts[zone].reserve(combinations.count)
            if entry.coverage == Subpixel.wholePixel && columns.count >= 16 {
                let end = accounts[zone].addWhole(row: row, columns: columns, area: area, by: pairs)
                columns = end..<columns.upperBound
            }
            guard !columns.isEmpty else { continue }
            try combinations.map(
                row: row, columns: columns, window, into: numbers + columns.lowerBound)
            var rest = entry
            rest.start = Int32(truncatingIfNeeded: columns.lowerBound)
            addMapped(rest, values: nil, area)
        }
    }

    /// Adds a row of any rasters to the accounts of the zones that touch it.
    private func addNumbers(
        row: Int, _ entries: UnsafeMutableBufferPointer<BandRuns.Entry>, _ area: Int64?,
        _ window: Window
    ) throws {
        let columns = Self.columns(of: entries)
        try combinations.map(row: row, columns: columns, window, into: numbers + columns.lowerBound)
        try values?.prepare(row: row, columns: columns, window)
        let row = values?.row
        for entry in entries { addMapped(entry, values: row.map { $0 + Int(entry.start) }, area) }
    }

    /// Adds a stretch of ``numbers`` to a zone.
    @inline(__always)
    private func addMapped(
        _ entry: BandRuns.Entry, values: PixelValues?, _ area: Int64?
    ) {
        counter.reserve(combinations.count)
        accounts[Int(entry.zone)].reserve(combinations.count)
        let counter = counter
        add(entry, of: UnsafePointer(numbers), values: values, area) {
            $0.addWhole($1, values: values, count: $2, area: $3, by: counter)
        } addApart: {
            $0.addWhole($1, values: values, count: $2, areas: $3, by: counter)
        }
    }

    /// Adds a stretch of a row to a zone; `addAlike` adds whole pixels of one area, `addApart` of
    /// areas of their own.
    @inline(__always)
    private func add<Number: FixedWidthInteger>(
        _ entry: BandRuns.Entry, of row: UnsafePointer<Number>, values: PixelValues?,
        _ area: Int64?,
        addAlike: (inout ZoneAccount, UnsafePointer<Number>, Int, Int64) -> Void,
        addApart: (inout ZoneAccount, UnsafePointer<Number>, Int, UnsafePointer<Int64>) -> Void
    ) {
        let zone = Int(entry.zone)
        let start = row + Int(entry.start)
        let count = Int(entry.end - entry.start)
        let isWhole = entry.coverage == Subpixel.wholePixel
        if let area {
            if isWhole {
                addAlike(&accounts[zone], start, count, area)
            } else {
                accounts[zone].add(
                    start, values: values, count: count, coverage: entry.coverage, area: area)
            }
            return
        }
        let areas = UnsafePointer(columnAreas) + Int(entry.start)
        if isWhole {
            addApart(&accounts[zone], start, count, areas)
        } else {
            accounts[zone].add(
                start, values: values, count: count, coverage: entry.coverage, areas: areas)
        }
    }

    /// The area of a row's pixels where they are alike; fills ``columnAreas`` where not.
    private func prepareAreas(
        row: Int, of window: Window, for entries: UnsafeMutableBufferPointer<BandRuns.Entry>
    ) -> Int64? {
        if let rowAreas { return rowAreas[row] }
        guard case .lattice(var lattice) = areas else { return nil }
        let columns = Self.columns(of: entries)
        lattice.fill(
            columnAreas + columns.lowerBound, row: window.row + row,
            from: window.column + columns.lowerBound, count: columns.count)
        areas = .lattice(lattice)
        return nil
    }

    /// From the first column that an entry has to the last.
    private static func columns(
        of entries: UnsafeMutableBufferPointer<BandRuns.Entry>
    ) -> Range<Int> {
        var (first, end) = (Int32.max, Int32.min)
        for entry in entries {
            first = min(first, entry.start)
            end = max(end, entry.end)
        }
        return Int(first)..<Int(end)
    }

    /// What this worker found.
    var tally: Tally {
        var tally = Tally(
            zones: frame.keys, valueUnit: values?.unit ?? 1, valueScale: values?.scale ?? 1,
            valueOffset: values?.offset ?? 0)
        for zone in accounts.indices {
            accounts[zone].forEachAmount { number, amount in
                let codes = usesBytes ? [code(ofByte: number)] : combinations.codes(number)
                tally.add(amount.with(quantum: areas.quantum), to: codes, ofZone: zone)
            }
        }
        return tally
    }

    private func code(ofByte byte: Int) -> Code {
        layers[0].band.isNoData(Double(byte)) || frame.measurement.noDataCodes.contains(byte)
            ? .noData : .value(byte)
    }
}
