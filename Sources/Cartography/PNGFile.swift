// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CDeflate

/// A picture as a PNG file: a palette where it has at most 256 colours, otherwise eight bits a
/// channel.
///
/// Rows are not filtered: a map is flat areas and letters, which filters make larger, and choosing
/// among filters takes longer than compressing. The same pixels give the same bytes.
struct PNGFile {
    let width: Int, height: Int
    /// `0xXXRRGGBB`; the first byte is not looked at.
    let pixels: UnsafePointer<UInt32>
    /// Pixels from one row to the next.
    let stride: Int
    /// Dots to the inch, which printers would guess otherwise.
    let dpi: Double

    /// As zlib counts them, but faster: larger ones gain a hundredth.
    private static let level: Int32 = 6

    /// The file.
    ///
    /// - Throws: ``MapError/drawing(_:)`` where there is no memory for it.
    func encoded() throws(MapError) -> [UInt8] {
        let palette = Palette(of: self)
        var header = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
        header += [8, palette == nil ? 2 : 3, 0, 0, 0]
        let perMetre = bigEndian(UInt32((dpi / 0.0254).rounded()))
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append("IHDR", header, to: &file)
        append("pHYs", perMetre + perMetre + [1], to: &file)
        if let palette {
            let colors = palette.colors.flatMap { color in
                [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
            }
            append("PLTE", colors, to: &file)
        }
        append("IDAT", try compressed(palette.map(indices) ?? channels()), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private func row(_ index: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: pixels + index * stride, count: width)
    }

    /// Each row: no filter, then red, green and blue of each pixel.
    private func channels() -> [UInt8] {
        let bytes = 3 * width + 1
        return [UInt8](unsafeUninitializedCapacity: bytes * height) { memory, count in
            for y in 0..<height {
                var place = y * bytes
                memory[place] = 0
                for color in row(y) {
                    memory[place + 1] = UInt8(truncatingIfNeeded: color >> 16)
                    memory[place + 2] = UInt8(truncatingIfNeeded: color >> 8)
                    memory[place + 3] = UInt8(truncatingIfNeeded: color)
                    place += 3
                }
            }
            count = bytes * height
        }
    }

    /// Each row: no filter, then the place of each pixel's colour in the palette.
    private func indices(in palette: Palette) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: (width + 1) * height) { memory, count in
            var last: (color: UInt32, index: UInt8) = (Palette.none, 0)
            for y in 0..<height {
                let place = y * (width + 1)
                memory[place] = 0
                for (x, pixel) in row(y).enumerated() {
                    let color = pixel & 0xFF_FFFF
                    if color != last.color { last = (color, palette.index(of: color)) }
                    memory[place + 1 + x] = last.index
                }
            }
            count = (width + 1) * height
        }
    }

    private func compressed(_ bytes: [UInt8]) throws(MapError) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(Self.level) else {
            throw .drawing("there is no memory to compress the picture")
        }
        defer { libdeflate_free_compressor(compressor) }
        let most = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: most) { memory, count in
            count = libdeflate_zlib_compress(
                compressor, bytes, bytes.count, memory.baseAddress, most)
        }
    }

    /// A chunk: its length, its name, what is in it, and the CRC-32 of name and content.
    private func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        file += bigEndian(UInt32(content.count))
        let name = Array(name.utf8)
        let sum = libdeflate_crc32(
            libdeflate_crc32(0, name, name.count), content, content.count)
        file += name
        file += content
        file += bigEndian(sum)
    }
}

/// The colours of a picture that has at most 256.
private struct Palette {
    /// No colour: they have 24 bits.
    static let none = UInt32.max

    /// In the order that they are met in, row by row.
    private(set) var colors: [UInt32] = []
    /// By a hash of the colour, open addressing: a place among ``colors``, or −1.
    private var places = [Int16](repeating: -1, count: 1024)

    /// `nil` where there are more.
    init?(of picture: PNGFile) {
        var last = Self.none
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let color = picture.pixels[y * picture.stride + x] & 0xFF_FFFF
                guard color != last else { continue }
                last = color
                let slot = slot(of: color)
                guard places[slot] < 0 else { continue }
                guard colors.count < 256 else { return nil }
                places[slot] = Int16(colors.count)
                colors.append(color)
            }
        }
    }

    /// The place of a colour that it has.
    func index(of color: UInt32) -> UInt8 { UInt8(places[slot(of: color)]) }

    /// Where a colour stands, or would stand.
    private func slot(of color: UInt32) -> Int {
        var slot = Int((color &* 0x9E37_79B1) >> 22)
        while places[slot] >= 0, colors[Int(places[slot])] != color { slot = (slot + 1) & 1023 }
        return slot
    }
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
