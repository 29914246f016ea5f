// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import CPango
import Foundation
import GDAL

@testable import Cartography

/// A picture's pixels, and how far it looks from another.
struct DecodedPicture {
    var width: Int
    var height: Int
    /// Red, green and blue, 0…1, row by row from the top left.
    var pixels: [SIMD3<Double>]

    /// Reads a PNG.
    init(readingFrom path: String) throws {
        let surface = cairo_image_surface_create_from_png(path)
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
            let data = cairo_image_surface_get_data(surface)
        else { throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: path]) }
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)),
            Int(cairo_image_surface_get_height(surface))
        )
        let stride = Int(cairo_image_surface_get_stride(surface))
        self.width = width
        self.height = height
        // Cairo stores a pixel as 0xAARRGGBB in the machine's order, which is little-endian here.
        pixels = (0..<height).flatMap { y in
            (0..<width).map { x in
                let pixel = data + y * stride + x * 4
                return SIMD3(Double(pixel[2]), Double(pixel[1]), Double(pixel[0])) / 255
            }
        }
    }

    /// The picture with an eighth of each pixel from its neighbour: fringes as another build of a
    /// rasteriser might make them.
    var softened: DecodedPicture {
        var soft = self
        for index in pixels.indices where (index + 1) % width != 0 {
            soft.pixels[index] = (7 * pixels[index] + pixels[index + 1]) / 8
        }
        return soft
    }

    /// The largest patch where two pictures look different, in squares of four by four pixels: squares
    /// hang together by sides and corners, and differ where their mean colours are further apart
    /// than 9 in CIE L*a*b*.
    ///
    /// The fringes of letters and lines differ from one build of a font to the next, but little in
    /// the mean of a square, and here and there; a swatch of another colour, a row of a legend or a
    /// label that moved are many squares in one place.
    func difference(from other: DecodedPicture) -> Int {
        guard width == other.width, height == other.height else { return .max }
        let (columns, rows) = (width / 4, height / 4)
        var differs = (0..<rows).flatMap { row in
            (0..<columns).map { column in
                let d = lab(mean(column * 4, row * 4)) - lab(other.mean(column * 4, row * 4))
                return (d * d).sum().squareRoot() > 9
            }
        }
        var largest = 0
        for start in differs.indices where differs[start] {
            differs[start] = false
            var open = [start]
            var size = 0
            while let place = open.popLast() {
                size += 1
                let (row, column) = (place / columns, place % columns)
                for y in max(0, row - 1)...min(rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(columns - 1, column + 1)
                    where differs[y * columns + x] {
                        differs[y * columns + x] = false
                        open.append(y * columns + x)
                    }
                }
            }
            largest = max(largest, size)
        }
        return largest
    }

    /// Paints a rectangle, in points at a resolution, with the colour of its corner.
    mutating func erase(_ rect: PageRect, dpi: Double) {
        let (left, top, right, bottom) = bounds(rect, dpi)
        let paper = pixels[max(0, top - 1) * width + max(0, left - 1)]
        for y in top..<bottom {
            for x in left..<right { pixels[y * width + x] = paper }
        }
    }

    /// Moves what stands in a rectangle, in points at a resolution.
    mutating func move(_ rect: PageRect, by distance: Double, dpi: Double) {
        let (left, top, right, bottom) = bounds(rect, dpi)
        let step = Int((distance * dpi / 72).rounded())
        let old = pixels
        erase(rect, dpi: dpi)
        for y in top..<bottom {
            for x in left..<right where x + step < width {
                pixels[y * width + x + step] = old[y * width + x]
            }
        }
    }

    /// Gives every pixel of a colour another one.
    mutating func recolour(_ from: RGBA, to: RGBA) {
        func vector(_ color: RGBA) -> SIMD3<Double> {
            SIMD3(Double(color.red), Double(color.green), Double(color.blue)) / 255
        }
        let (old, new) = (vector(from), vector(to))
        for index in pixels.indices where pixels[index] == old { pixels[index] = new }
    }

    private func bounds(_ rect: PageRect, _ dpi: Double) -> (Int, Int, Int, Int) {
        let scale = dpi / 72
        return (
            max(0, Int(rect.x * scale)), max(0, Int(rect.y * scale)),
            min(width, Int((rect.maxX * scale).rounded(.up))),
            min(height, Int((rect.maxY * scale).rounded(.up)))
        )
    }

    private func mean(_ left: Int, _ top: Int) -> SIMD3<Double> {
        var sum = SIMD3<Double>.zero
        for y in top..<(top + 4) {
            for x in left..<(left + 4) { sum += pixels[y * width + x] }
        }
        return sum / 16
    }
}

/// CIE L*a*b* of sRGB under D65: distances in it are about what eyes see.
private func lab(_ color: SIMD3<Double>) -> SIMD3<Double> {
    func linear(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let (r, g, b) = (linear(color.x), linear(color.y), linear(color.z))
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
}
