// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import GDAL

/// Meridians and parallels across a map's frame.
package struct Graticule: Sendable {
    /// A side of the frame.
    package enum Side: Hashable, Sendable { case top, bottom, left, right }

    /// A label where a line leaves the frame.
    package struct Label: Hashable, Sendable {
        package let text: String
        package let side: Side
        /// On the frame, in points.
        package let place: Point
    }

    /// Lines on the page, cut off at the frame.
    package let lines: [[Point]]
    package let labels: [Label]
    /// Degrees between lines.
    package let step: Double

    /// Points between lines that keep their labels apart.
    private static let labelRoom = 56.0

    /// Chooses a step that gives some four lines along the longer side, and labels room, and draws
    /// them.
    package init(on frame: MapFrame) {
        guard let extent = Extent(around: edge(of: frame)) else {
            (lines, labels, step) = ([], [], 1)
            return
        }
        let span = max(extent.width * cos(extent.middleLatitude * .pi / 180), extent.height)
        let least = steps.last { span / $0 >= 4 } ?? steps[0]
        let room = min(frame.rect.width / extent.width, frame.rect.height / extent.height)
        let step = steps.first { $0 >= least && $0 * room >= Self.labelRoom } ?? least
        self.step = step
        var lines: [[Point]] = []
        var labels: [Label] = []
        let (west, east) = (extent.minX - step, extent.maxX + step)
        let (south, north) = (max(extent.minY - step, -90), min(extent.maxY + step, 90))
        for index in multiples(of: step, from: extent.minX, to: extent.maxX) {
            let longitude = Double(index) * step
            let line = (0...200).map {
                Point(x: longitude, y: south + (north - south) * Double($0) / 200)
            }
            let runs = cut(frame.page(geographic: line), to: frame.rect)
            lines += runs
            let text = degrees(longitude, "E", "W", step: step)
            labels += ends(of: runs, on: frame.rect, sides: [.top, .bottom]).map {
                Label(text: text, side: $0.side, place: $0.place)
            }
        }
        for index in multiples(of: step, from: extent.minY, to: extent.maxY) {
            let latitude = Double(index) * step
            guard abs(latitude) < 90 else { continue }
            let line = (0...200).map {
                Point(x: west + (east - west) * Double($0) / 200, y: latitude)
            }
            let runs = cut(frame.page(geographic: line), to: frame.rect)
            lines += runs
            let text = degrees(latitude, "N", "S", step: step)
            labels += ends(of: runs, on: frame.rect, sides: [.left, .right]).map {
                Label(text: text, side: $0.side, place: $0.place)
            }
        }
        self.lines = lines
        self.labels = labels
    }
}

/// In degrees; below one, whole minutes and seconds.
private let steps: [Double] = {
    let seconds: [Double] = [5, 10, 15, 30]
    let minutes: [Double] = [1, 2, 5, 10, 15, 30]
    let degrees: [Double] = [1, 2, 3, 5, 10, 15, 20, 30]
    return seconds.map { $0 / 3600 } + minutes.map { $0 / 60 } + degrees
}()

private func edge(of frame: MapFrame) -> [Point] {
    let rect = frame.rect
    var places: [Point] = []
    for column in 0...20 {
        for row in 0...20 {
            let (x, y) = (Double(column) / 20, Double(row) / 20)
            places.append(Point(x: rect.x + rect.width * x, y: rect.y + rect.height * y))
        }
    }
    return frame.geographic(places).compactMap { $0 }
}

extension Extent {
    fileprivate var middleLatitude: Double { (minY + maxY) / 2 }
}

private func multiples(of step: Double, from low: Double, to high: Double) -> ClosedRange<Int> {
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step).rounded(.down))
    return first...max(first, last)
}

/// The parts of a line within a rectangle, cut off at its sides.
func cut(_ line: [Point?], to rect: PageRect) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for (start, end) in zip(line, line.dropFirst()) {
        guard let start, let end, let part = part(of: start, end, within: rect) else {
            if run.count > 1 { runs.append(run) }
            run = []
            continue
        }
        if run.last != part.0 {
            if run.count > 1 { runs.append(run) }
            run = [part.0]
        }
        run.append(part.1)
    }
    if run.count > 1 { runs.append(run) }
    return runs
}

/// The part of a straight line within a rectangle (Liang and Barsky).
private func part(of start: Point, _ end: Point, within rect: PageRect) -> (Point, Point)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enters, leaves) = (0.0, 1.0)
    for (step, room) in [
        (-dx, start.x - rect.x), (dx, rect.maxX - start.x), (-dy, start.y - rect.y),
        (dy, rect.maxY - start.y),
    ] {
        if step == 0 {
            if room < 0 { return nil }
        } else if step < 0 {
            enters = max(enters, room / step)
        } else {
            leaves = min(leaves, room / step)
        }
    }
    guard enters < leaves else { return nil }
    func point(_ share: Double) -> Point {
        if share == 0 { return start }
        if share == 1 { return end }
        return Point(x: start.x + dx * share, y: start.y + dy * share)
    }
    return (point(enters), point(leaves))
}

private func ends(
    of runs: [[Point]], on rect: PageRect, sides: [Graticule.Side]
) -> [(side: Graticule.Side, place: Point)] {
    runs.flatMap { [$0.first, $0.last].compactMap { $0 } }.compactMap { place in
        let gaps: [(Graticule.Side, Double)] = [
            (.top, abs(place.y - rect.y)), (.bottom, abs(place.y - rect.maxY)),
            (.left, abs(place.x - rect.x)), (.right, abs(place.x - rect.maxX)),
        ]
        let side = gaps.first { $0.1 < 0.01 && sides.contains($0.0) }?.0
        return side.map { ($0, place) }
    }
}

/// `108°E`, `37°30′N`, `6°41′15″E`: as fine as the step needs.
func degrees(_ value: Double, _ positive: String, _ negative: String, step: Double) -> String {
    let seconds = Int((abs(value) * 3600).rounded())
    let (degree, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let letter = value > 0 ? positive : negative
    if seconds == 0 { return "0°" }
    if step >= 1 && minute == 0 { return "\(degree)°\(letter)" }
    let minutes = String(format: "%02d′", minute)
    if step * 60 >= 0.999 { return "\(degree)°\(minutes)\(letter)" }
    return "\(degree)°\(minutes)\(String(format: "%02d″", second))\(letter)"
}
