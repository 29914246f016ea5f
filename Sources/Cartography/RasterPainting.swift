// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry

/// A raster as it stands on the page, and what of it is seen.
struct Picture {
    let width: Int, height: Int
    /// Premultiplied `0xAARRGGBB`; clear where nothing is known.
    let pixels: [UInt32]
}

extension Picture {
    /// Whether ground that is clear lies on the globe, and not beside it, as a lattice finds it.
    func hasGapOnGlobe(of frame: MapFrame) -> Bool {
        let (columns, rows) = (min(width, 160), min(height, 120))
        var clear: [Point] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = (
                    (width * (2 * column + 1)) / (2 * columns),
                    (height * (2 * row + 1)) / (2 * rows)
                )
                // At the globe's edge a pixel may be clear that lies half beside it.
                let around = [(0, 0), (-3, 0), (3, 0), (0, -3), (0, 3)].allSatisfy { step in
                    let (x, y) = (x + step.0, y + step.1)
                    guard x >= 0, x < width, y >= 0, y < height else { return true }
                    return pixels[y * width + x] == 0
                }
                if around {
                    clear.append(
                        Point(
                            x: frame.rect.x + (Double(x) + 0.5) / Double(width) * frame.rect.width,
                            y: frame.rect.y + (Double(y) + 0.5) / Double(height)
                                * frame.rect.height))
                }
            }
        }
        return frame.geographic(clear).contains { $0 != nil }
    }
}

/// Paints a raster of classes, resampled by the most frequent class (mode) where pixels of the
/// raster are smaller than those of the page, and by the nearest where they are larger.
///
/// - Returns: The picture, and the codes that are on it.
func paint(
    _ map: ClassMap, on grid: DisplayGrid, threads: Int = 1
) throws -> (picture: Picture, codes: Set<Int>) {
    let dataset = try Dataset(opening: map.raster)
    let missing = Int32.min
    let codes = try dataset.warped(
        band: map.band, onto: grid,
        resampling: isReduced(dataset.info, on: grid) ? .mode : .nearest, missing: missing,
        threads: threads)
    var present: Set<Int> = []
    var colors: [Int32: UInt32] = [missing: 0]
    var pixels = [UInt32](repeating: 0, count: codes.count)
    var last: (code: Int32, color: UInt32) = (missing, 0)
    for index in codes.indices {
        let code = codes[index]
        if code != last.code {
            if let color = colors[code] {
                last = (code, color)
            } else {
                guard let entry = map.legend.first(where: { $0.code == Int(code) }) else {
                    if map.hidesUnlistedCodes {
                        last = (code, 0)
                        colors[code] = 0
                        pixels[index] = 0
                        continue
                    }
                    throw MapError.codeWithoutLegend(raster: map.raster.name, code: Int(code))
                }
                last = (code, entry.color.premultiplied)
                colors[code] = last.color
                present.insert(Int(code))
            }
        }
        pixels[index] = last.color
    }
    return (Picture(width: grid.width, height: grid.height, pixels: pixels), present)
}

/// What of a raster of numbers is on the page.
struct PaintedNumbers {
    let picture: Picture
    let range: ClosedRange<Double>
    /// Whether there are numbers below and above the range.
    let hasLower: Bool, hasHigher: Bool
    /// Whether there is ground within the raster that nothing is known of.
    var hasGaps: Bool
}

/// Paints a raster of numbers, averaged where its pixels are smaller than those of the page, and
/// interpolated where they are larger.
func paint(
    _ map: NumericMap, on grid: DisplayGrid, threads: Int = 1
) throws -> PaintedNumbers {
    let dataset = try Dataset(opening: map.raster)
    let info = dataset.info
    var values = try dataset.warped(
        band: map.band, onto: grid, resampling: isReduced(info, on: grid) ? .average : .nearest,
        missing: Double.nan, threads: threads)
    let band = info.bands[map.band - 1]
    if band.scale != 1 || band.offset != 0 {
        for index in values.indices { values[index] = values[index] * band.scale + band.offset }
    }
    let known = values.filter(\.isFinite)
    guard !known.isEmpty else {
        throw MapError.nothingToShow("\(map.raster) has no number within the map")
    }
    if let far = known.first(where: { $0.magnitude > largestShown }) {
        throw MapError.badBreaks(
            "\(map.raster) holds \(far), beyond all numbers that a map shows; is it nodata?")
    }
    let range = map.range ?? usualRange(of: known)
    let width = range.upperBound - range.lowerBound
    guard width > 0 else { throw MapError.badBreaks("the range \(range) is empty") }
    let shades = (0...1023).map { map.ramp.color(at: Double($0) / 1023).premultiplied }
    var pixels = [UInt32](repeating: 0, count: values.count)
    for index in values.indices where values[index].isFinite {
        let place = min(max((values[index] - range.lowerBound) / width, 0), 1)
        pixels[index] = shades[Int((place * 1023).rounded())]
    }
    return PaintedNumbers(
        picture: Picture(width: grid.width, height: grid.height, pixels: pixels), range: range,
        hasLower: known.contains { $0 < range.lowerBound },
        hasHigher: known.contains { $0 > range.upperBound },
        hasGaps: known.count < values.count)
}

/// From the 2nd to the 98th percentile, rounded outwards to limits that people can read.
private func usualRange(of values: [Double]) -> ClosedRange<Double> {
    let sample = stride(from: 0, to: values.count, by: max(1, values.count / 100_000))
        .map { values[$0] }.sorted()
    let low = sample[sample.count * 2 / 100]
    let high = sample[(sample.count - 1) * 98 / 100]
    let limits = equalLimits(from: low, to: high, count: 5)
    return limits[0]...limits[limits.count - 1]
}

/// Whether pixels of a raster are smaller than those of a display grid.
func isReduced(_ info: RasterInfo, on grid: DisplayGrid) -> Bool {
    guard let crs = info.crs, let transform = info.transform,
        let toDisplay = try? CoordinateTransform(from: crs, to: grid.crs)
    else { return false }
    let (column, row) = (Double(info.width) / 2, Double(info.height) / 2)
    let corners = [(column, row), (column + 1, row), (column, row + 1)].map {
        transform.coordinates(column: $0, row: $1)
    }
    let shown = toDisplay.transformed(corners)
    guard let a = shown[0], let b = shown[1], let c = shown[2] else { return false }
    let area = abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
    let cell = grid.extent.width / Double(grid.width) * grid.extent.height / Double(grid.height)
    return area < cell
}

extension RGBA {
    /// As Cairo stores it: `0xAARRGGBB`, each channel multiplied by alpha.
    var premultiplied: UInt32 {
        func scaled(_ channel: UInt8) -> UInt32 { (UInt32(channel) * UInt32(alpha) + 127) / 255 }
        return UInt32(alpha) << 24 | scaled(red) << 16 | scaled(green) << 8 | scaled(blue)
    }
}
