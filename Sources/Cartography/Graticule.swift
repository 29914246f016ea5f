// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
package import PlaneGeometry

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
        guard var extent = Extent(onSphere: places(on: frame)) else {
            (lines, labels, step) = ([], [], 1)
            return
        }
        let isAllAround = extent.width > 330
        if isAllAround {
            let middle = frame.centralMeridian ?? 0
            (extent.minX, extent.maxX) = (middle - seamLongitude, middle + seamLongitude)
        }
        let span = max(extent.width * cos(extent.middleLatitude * .pi / 180), extent.height)
        let least =
            isAllAround && frame.showsPole ? 30 : steps.last { span / $0 >= 4 } ?? steps[0]
        let room = min(frame.rect.width / extent.width, frame.rect.height / extent.height)
        let step = steps.first { $0 >= least && $0 * room >= Self.labelRoom } ?? least
        self.step = step
        var drawn = LinesAndLabels(frame: frame, step: step)
        let more = isAllAround ? 0 : step
        let (west, east) = (extent.minX - more, extent.maxX + more)
        let (south, north) = (max(extent.minY - step, -90), min(extent.maxY + step, 90))
        for index in multiples(of: step, from: extent.minX, to: extent.maxX) {
            drawn.addMeridian(Double(index) * step, from: south, to: north)
        }
        // Around a pole, parallels are as close as their own span asks for.
        let rise = frame.showsPole ? steps.last { extent.height / $0 >= 3 } ?? step : step
        for index in multiples(of: rise, from: extent.minY, to: extent.maxY) {
            let latitude = Double(index) * rise
            if abs(latitude) < 90 { drawn.addParallel(latitude, from: west, to: east) }
        }
        lines = drawn.lines
        labels = drawn.labels + drawn.distinctLabelsAcross
    }
}

/// Lines of a graticule, and their labels on the frame.
private struct LinesAndLabels {
    let frame: MapFrame
    let step: Double
    var lines: [[Point]] = []
    var labels: [Graticule.Label] = []
    /// Of lines that end within the frame, where the globe ends.
    private var labelsAcross: [Graticule.Label] = []

    /// Those that keep apart: where meridians meet in a point, none can be told from another.
    var distinctLabelsAcross: [Graticule.Label] {
        labelsAcross.filter { label in
            (labels + labelsAcross).allSatisfy { other in
                other == label || other.side != label.side
                    || abs(other.place.x - label.place.x) + abs(other.place.y - label.place.y) > 20
            }
        }
    }

    init(frame: MapFrame, step: Double) { (self.frame, self.step) = (frame, step) }

    mutating func addMeridian(_ longitude: Double, from south: Double, to north: Double) {
        let runs = runs(
            (0...200).map { Point(x: longitude, y: south + (north - south) * Double($0) / 200) })
        let text = degrees(normalLongitude(longitude), "E", "W", step: step)
        // Around a pole, meridians leave the frame on every side.
        add(text, runs, sides: frame.showsPole ? [.top, .bottom, .left, .right] : [.top, .bottom])
    }

    mutating func addParallel(_ latitude: Double, from west: Double, to east: Double) {
        let runs = runs(
            (0...200).map { Point(x: west + (east - west) * Double($0) / 200, y: latitude) })
        add(degrees(latitude, "N", "S", step: step), runs, sides: [.left, .right])
    }

    private mutating func runs(_ line: [Point]) -> [[Point]] {
        let runs = cut(frame.page(geographic: line), to: frame.rect)
        lines += runs
        return runs
    }

    private mutating func add(_ text: String, _ runs: [[Point]], sides: [Graticule.Side]) {
        for end in ends(of: runs, on: frame.rect, sides: sides) {
            // Around a pole, meridians and parallels share the sides of the frame.
            let isFree = labels.allSatisfy {
                $0.side != end.side || !frame.showsPole
                    || abs($0.place.x - end.place.x) + abs($0.place.y - end.place.y) > 24
            }
            if isFree {
                labels.append(Graticule.Label(text: text, side: end.side, place: end.place))
            }
        }
        guard !frame.showsPole, let first = runs.first?.first, let last = runs.last?.last else {
            return
        }
        // Where the globe ends within the frame, labels stand across from there.
        for end in [first, last] where frame.rect.grown(by: -0.01).contains(end) {
            let (x, y) = (
                end.x < frame.rect.centre.x ? frame.rect.x : frame.rect.maxX,
                end.y < frame.rect.centre.y ? frame.rect.y : frame.rect.maxY
            )
            let isSideways = sides.contains(.left)
            let place = isSideways ? Point(x: x, y: end.y) : Point(x: end.x, y: y)
            let side: Graticule.Side =
                isSideways
                ? (x == frame.rect.x ? .left : .right) : (y == frame.rect.y ? .top : .bottom)
            labelsAcross.append(Graticule.Label(text: text, side: side, place: place))
        }
    }
}

/// In degrees; below one, whole minutes and seconds.
private let steps: [Double] = {
    let seconds: [Double] = [5, 10, 15, 30]
    let minutes: [Double] = [1, 2, 5, 10, 15, 30]
    let degrees: [Double] = [1, 2, 3, 5, 10, 15, 20, 30]
    return seconds.map { $0 / 3600 } + minutes.map { $0 / 60 } + degrees
}()

private func places(on frame: MapFrame) -> [Point] {
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
    if seconds == 180 * 3600 { return "180°" }
    if step >= 1 && minute == 0 { return "\(degree)°\(letter)" }
    let minutes = String(format: "%02d′", minute)
    if step * 60 >= 0.999 { return "\(degree)°\(minutes)\(letter)" }
    return "\(degree)°\(minutes)\(String(format: "%02d″", second))\(letter)"
}
