// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// A window of a raster of classes made smaller: each cell has the code that most pixels of its block
/// have, and of codes that are equally frequent the smallest.
struct BlockModes {
    let width: Int, height: Int
    /// Which of ``codes`` each cell has, row by row from the top left; ``none`` where no pixel of the
    /// block is known.
    let cells: [UInt8]
    /// The cells' codes, in their order.
    let codes: [Int32]
    /// Every code that some pixel of the window has, in their order.
    let seen: [Int32]

    /// Says of a cell that nothing is known.
    static let none = UInt8.max
    /// A slot without a code.
    private static let noSlot = UInt16.max

    /// Types whose codes ``BlockModes`` tells apart.
    static func canRead(_ type: DataType) -> Bool {
        switch type {
        case .uint8, .int8, .uint16, .int16, .int32: true
        case .uint32, .uint64, .int64, .float32, .float64: false
        }
    }

    /// Reads the window once; `nil` where cells have more than 255 codes, or the raster's values are no
    /// codes.
    ///
    /// - Throws: ``GDALError`` where the raster cannot be read.
    init?(of reduction: BlockReduction, threads: Int) throws(GDALError) {
        let band = reduction.band
        guard Self.canRead(band.dataType) else { return nil }
        let (width, height) = (reduction.width, reduction.height)
        let slots = CodeSlots()
        var modes = [UInt16](repeating: Self.noSlot, count: width * height)
        let isPlain = band.dataType == .uint8 && band.mask != .band
        try modes.withUnsafeMutableBufferPointer { modes throws(GDALError) in
            nonisolated(unsafe) let modes = modes
            try reduction.forEachPiece(threads: threads) {
                ModeWorker(band, reduction.factor, slots, readsTiles: $0)
            } _: { dataset, piece, worker throws(GDALError) in
                let target = reduction.cells(of: piece)
                let start = UnsafeMutableBufferPointer(
                    rebasing: modes[(target.row * width + target.column)...])
                if isPlain {
                    try worker.bytes.read(piece, of: band, from: dataset)
                    worker.reduce(worker.bytes.pixels, piece, into: start, stride: width)
                } else {
                    try worker.readSlots(of: piece, from: dataset)
                    worker.reduce(worker.slotBuffer, piece, into: start, stride: width)
                }
                slots.note(worker.newlySeen())
            }
        }
        let codeOf: [Int32] = isPlain ? (0...255).map { Int32($0) } : slots.codes
        guard !slots.isFull else { return nil }
        seen = slots.seen.map { codeOf[Int($0)] }.sorted()
        var used = [Bool](repeating: false, count: codeOf.count)
        for slot in modes where slot != Self.noSlot { used[Int(slot)] = true }
        let order = used.indices.filter { used[$0] }.sorted { codeOf[$0] < codeOf[$1] }
        guard order.count < Int(Self.none) else { return nil }
        codes = order.map { codeOf[$0] }
        var places = [UInt8](repeating: Self.none, count: codeOf.count)
        for (place, slot) in order.enumerated() { places[slot] = UInt8(place) }
        cells = modes.map { $0 == Self.noSlot ? Self.none : places[Int($0)] }
        (self.width, self.height) = (width, height)
    }
}

/// Numbers for codes, from 0 in the order that some thread first meets them in.
private final class CodeSlots: Sendable {
    private let table = Mutex<(slots: [Int32: UInt16], codes: [Int32], isFull: Bool)>(
        ([:], [], false))
    private let met = Mutex<Set<UInt16>>([])

    /// The slots of known codes that some pixel has.
    var seen: Set<UInt16> { met.withLock(\.self) }

    func note(_ slots: [UInt16]) {
        if !slots.isEmpty { met.withLock { $0.formUnion(slots) } }
    }

    var codes: [Int32] { table.withLock(\.codes) }
    /// Whether there were more codes than a raster of classes has.
    var isFull: Bool { table.withLock(\.isFull) }

    func slot(of code: Int32) -> UInt16 {
        table.withLock { table in
            if let known = table.slots[code] { return known }
            guard table.codes.count < 65_535 else {
                table.isFull = true
                return 0
            }
            let slot = UInt16(table.codes.count)
            table.slots[code] = slot
            table.codes.append(code)
            return slot
        }
    }
}

/// What one thread keeps to itself.
private struct ModeWorker {
    let bytes: PieceBuffer<UInt8>
    private(set) var slotBuffer = UnsafeMutableBufferPointer<UInt16>(start: nil, count: 0)
    private let numbers: PieceBuffer<Int32>
    private let memory = SlotMemory()
    private let band: Band
    private let factor: Int
    private let slots: CodeSlots
    private let noData: Int32?
    /// The slots that this thread has met, by code: those near 0 in a table.
    private var near = [Int32](repeating: -1, count: 1 << 17)
    private var far: [Int32: UInt16] = [:]
    /// By slot.
    private var codes: [Int32] = []
    private var isKnown: [Bool] = []
    private var counts: [UInt32] = []
    private var isSeen: [Bool] = []
    private var isReported: [Bool] = []

    init(_ band: Band, _ factor: Int, _ slots: CodeSlots, readsTiles: Bool) {
        bytes = PieceBuffer(readsTiles: readsTiles)
        numbers = PieceBuffer(readsTiles: readsTiles)
        self.band = band
        self.factor = factor
        self.slots = slots
        noData = band.noDataCode.map { Int32(clamping: $0) }
        if band.dataType == .uint8 && band.mask != .band {
            codes = (0...255).map { Int32($0) }
            isKnown = (0...255).map { !band.isNoData(Double($0)) }
            grow(to: 256)
        }
    }

    private mutating func grow(to count: Int) {
        while counts.count < count {
            counts.append(0)
            isSeen.append(false)
            isReported.append(false)
        }
    }

    /// The slots met since the last call.
    mutating func newlySeen() -> [UInt16] {
        var new: [UInt16] = []
        for slot in isSeen.indices where isSeen[slot] && !isReported[slot] && isKnown[slot] {
            isReported[slot] = true
            new.append(UInt16(slot))
        }
        return new
    }

    /// Reads a piece of codes that are not bytes, or that a mask covers, as slots.
    mutating func readSlots(
        of piece: Window, from dataset: borrowing Dataset
    ) throws(GDALError) {
        try numbers.read(piece, of: band, from: dataset)
        slotBuffer = memory.room(for: piece.count)
        // A signed byte is read as the bits that it is.
        let isSignedByte = band.dataType == .int8
        let hasMask = band.mask == .band
        var last: (code: Int32, slot: UInt16)?
        for index in 0..<piece.count {
            if hasMask && numbers.mask[index] == 0 {
                slotBuffer[index] = 0
                last = nil
                slotBuffer[index] = nothing()
                continue
            }
            var code = numbers.pixels[index]
            if isSignedByte, code > 127 { code -= 256 }
            if let last, last.code == code {
                slotBuffer[index] = last.slot
                continue
            }
            let slot = slot(of: code)
            last = (code, slot)
            slotBuffer[index] = slot
        }
    }

    /// A slot of what is not known.
    private mutating func nothing() -> UInt16 { slot(of: .min) }

    private mutating func slot(of code: Int32) -> UInt16 {
        let place = Int(code) + 1 << 16
        if near.indices.contains(place), near[place] >= 0 { return UInt16(near[place]) }
        if let known = far[code] { return known }
        let slot = slots.slot(of: code)
        if near.indices.contains(place) { near[place] = Int32(slot) } else { far[code] = slot }
        while codes.count <= Int(slot) {
            codes.append(0)
            isKnown.append(false)
        }
        codes[Int(slot)] = code
        isKnown[Int(slot)] = code != .min && !band.isNoData(Double(code))
        grow(to: codes.count)
        return slot
    }

    /// The most frequent slot of each block of a piece.
    mutating func reduce<Slot: FixedWidthInteger & UnsignedInteger>(
        _ pixels: UnsafeMutableBufferPointer<Slot>, _ piece: Window,
        into cells: UnsafeMutableBufferPointer<UInt16>, stride: Int
    ) {
        guard let start = pixels.baseAddress.map({ UnsafePointer($0) }) else { return }
        let side = factor
        for top in Swift.stride(from: 0, to: piece.height, by: side) {
            let rows = min(side, piece.height - top)
            var cell = top / side * stride
            for left in Swift.stride(from: 0, to: piece.width, by: side) {
                let columns = min(side, piece.width - left)
                let block = start + top * piece.width + left
                cells[cell] = mode(block, columns, rows, stride: piece.width)
                cell += 1
            }
        }
    }

    @inline(__always)
    private mutating func mode<Slot: FixedWidthInteger & UnsignedInteger>(
        _ block: UnsafePointer<Slot>, _ columns: Int, _ rows: Int, stride: Int
    ) -> UInt16 {
        let first = block[0]
        var differs = Slot(0)
        for row in 0..<rows {
            let line = block + row * stride
            for column in 0..<columns { differs |= line[column] ^ first }
            if differs != 0 { break }
        }
        if differs == 0 {
            isSeen[Int(first)] = true
            return isKnown[Int(first)] ? UInt16(first) : .max
        }
        return codes.withUnsafeBufferPointer { codes in
            isKnown.withUnsafeBufferPointer { isKnown in
                isSeen.withUnsafeMutableBufferPointer { isSeen in
                    counts.withUnsafeMutableBufferPointer { counts in
                        for row in 0..<rows {
                            let line = block + row * stride
                            for column in 0..<columns { counts[Int(line[column])] += 1 }
                        }
                        var best: (count: UInt32, slot: Int) = (0, Int(UInt16.max))
                        for row in 0..<rows {
                            let line = block + row * stride
                            for column in 0..<columns {
                                let slot = Int(line[column])
                                let count = counts[slot]
                                guard count > 0 else { continue }
                                counts[slot] = 0
                                isSeen[slot] = true
                                guard isKnown[slot] else { continue }
                                if count > best.count
                                    || count == best.count && codes[slot] < codes[best.slot]
                                {
                                    best = (count, slot)
                                }
                            }
                        }
                        return UInt16(best.slot)
                    }
                }
            }
        }
    }
}

/// A thread's slots of a piece.
private final class SlotMemory {
    private var memory = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 0)

    func room(for count: Int) -> UnsafeMutableBufferPointer<UInt16> {
        if memory.count < count {
            memory.deallocate()
            memory = .allocate(capacity: count)
        }
        return memory
    }

    deinit { memory.deallocate() }
}
