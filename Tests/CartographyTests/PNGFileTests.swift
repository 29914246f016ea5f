// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Cartography

@Suite("A PNG")
struct PNGFileTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func encoded(_ pixels: [UInt32], width: Int) throws -> [UInt8] {
        try pixels.withUnsafeBufferPointer {
            try PNGFile(
                width: width, height: pixels.count / width, pixels: #require($0.baseAddress),
                stride: width, dpi: 200
            ).encoded()
        }
    }

    @Test(
        "holds the pixels that it is given, as a palette where they have at most 256 colours",
        arguments: [(1, 3), (256, 3), (257, 2), (600, 2)])
    func pixels(colors: Int, kind: UInt8) throws {
        // Of unlike channels; the first byte is none of them.
        let pixels = (0..<1200).map { (index: Int) -> UInt32 in
            let color = UInt32(index % colors) * 0x01_0307
            return color & 0xFF_FFFF | UInt32(index % 2) << 31
        }
        let bytes = try encoded(pixels, width: 40)
        #expect(bytes[25] == kind)
        let path = "\(scratch.path)/picture.png"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let read = try DecodedPicture(readingFrom: path)
        #expect(read.width == 40 && read.height == 30)
        for (pixel, found) in zip(pixels, read.pixels) {
            func channel(_ shift: UInt32) -> Double { Double(pixel >> shift & 255) / 255 }
            #expect(found == SIMD3(channel(16), channel(8), channel(0)))
        }
    }

    @Test("is the same in whatever thread, and however many, draw at once")
    func threads() async throws {
        var sheet = try GoldenPictures.map("hatching", scratch)
        sheet.dpi = 60
        let map = sheet
        let first = try map.encoded(as: .png)
        let all = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<6 {
                group.addTask {
                    try ImageFormat.allCases.map { try map.encoded(as: $0) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(all).count == 1)
        #expect(all.allSatisfy { $0[0] == first })
    }
}
