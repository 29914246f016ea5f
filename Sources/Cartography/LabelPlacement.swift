// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import PlaneGeometry

/// A label that wants a place: its zone, and its sizes from the fullest text to the shortest.
package struct LabelRequest {
    package let id: String
    /// The zone on the page, in points.
    package let rings: [[Point]]
    /// Width and height of each variant of the text, in points; the first is wanted most.
    package let variants: [(width: Double, height: Double)]

    package init(id: String, rings: [[Point]], variants: [(width: Double, height: Double)]) {
        self.id = id
        self.rings = rings
        self.variants = variants
    }
}

/// A label that found a place.
package struct PlacedLabel: Hashable, Sendable {
    package let id: String
    /// Which of the request's variants it is.
    package let variant: Int
    package let rect: PageRect
    /// The place in the zone that a line leads to, where the label stands outside.
    package let leaderEnd: Point?
}

/// Where labels stand.
package struct LabelPlacement: Sendable {
    package var placed: [PlacedLabel] = []
    /// The ids of those that found no place.
    package var dropped: [String] = []
}

/// Finds places for labels so that none overlaps another or leaves the frame.
///
/// The smallest zones choose first, for they have the least choice. Each tries its variants well
/// inside, then across its own border, then beside the zone with a line to it; at last it is
/// dropped. Of the places of one kind, that with the most room around it wins. Zones that lie many
/// times over one another are searched no further than a hundred frames of ground.
package func placeLabels(
    _ wanted: [LabelRequest], in frame: PageRect, avoiding obstacles: [PageRect] = []
) -> LabelPlacement {
    let bounds = frame.grown(by: -3)
    let (requests, dropped) = withinMeans(wanted, frame)
    let masks = requests.map { ZoneMask($0.rings, within: frame) }
    var search = LabelSearch(bounds: bounds, masks: masks, taken: obstacles)
    var result = LabelPlacement(dropped: dropped)
    let order = requests.indices.sorted {
        (masks[$0].area, requests[$0].id) < (masks[$1].area, requests[$1].id)
    }
    for index in order {
        guard masks[index].area > 0 else {
            result.dropped.append(requests[index].id)
            continue
        }
        if let label = search.place(requests[index], index) {
            result.placed.append(label)
        } else {
            result.dropped.append(requests[index].id)
        }
    }
    return result
}

/// The smallest zones whose frames together can be searched, in order, and the ids of the others.
private func withinMeans(
    _ requests: [LabelRequest], _ frame: PageRect
) -> (kept: [LabelRequest], dropped: [String]) {
    let areas = requests.map { request in
        guard let extent = Extent(around: request.rings.joined()) else { return 0.0 }
        let width = min(extent.maxX, frame.maxX) - max(extent.minX, frame.x)
        let height = min(extent.maxY, frame.maxY) - max(extent.minY, frame.y)
        return max(width, 0) * max(height, 0)
    }
    var left = 100 * frame.width * frame.height
    guard areas.reduce(0, +) > left else { return (requests, []) }
    var isKept = [Bool](repeating: false, count: requests.count)
    for index in areas.indices.sorted(by: { (areas[$0], $0) < (areas[$1], $1) }) {
        left -= areas[index]
        isKept[index] = left >= 0
    }
    let kept = requests.indices.filter { isKept[$0] }.map { requests[$0] }
    return (kept, requests.indices.filter { !isKept[$0] }.map { requests[$0].id })
}

private struct LabelSearch {
    let bounds: PageRect
    let masks: [ZoneMask]
    var taken: [PageRect]
    var leaders: [(Point, Point)] = []

    mutating func place(_ request: LabelRequest, _ index: Int) -> PlacedLabel? {
        for atLeast in [0.97, 0.8, 0.6] {
            for (variant, size) in request.variants.enumerated() {
                if let rect = inside(index, size, atLeast: atLeast) {
                    taken.append(rect.grown(by: 2.5))
                    return PlacedLabel(
                        id: request.id, variant: variant, rect: rect, leaderEnd: nil)
                }
            }
        }
        for (variant, size) in request.variants.enumerated().reversed() {
            if let (rect, end) = beside(index, size) {
                taken.append(rect.grown(by: 2.5))
                leaders.append((rect.nearest(to: end), end))
                return PlacedLabel(id: request.id, variant: variant, rect: rect, leaderEnd: end)
            }
        }
        return nil
    }

    /// The roomiest free place of which so much lies in the zone.
    private func inside(
        _ index: Int, _ size: (width: Double, height: Double), atLeast: Double
    ) -> PageRect? {
        let mask = masks[index]
        let reach = max(mask.area.squareRoot(), 1)
        var best: (score: Double, rect: PageRect)?
        for centre in mask.places(stride: 2) {
            let rect = PageRect(centre: centre, width: size.width, height: size.height)
            let share = mask.share(of: rect)
            guard share >= atLeast, isFree(rect) else { continue }
            let (dx, dy) = (centre.x - mask.centroid.x, centre.y - mask.centroid.y)
            let away = (dx * dx + dy * dy).squareRoot() / reach
            let score =
                share + 0.7 * mask.share(of: rect.grown(by: 5))
                + 0.5 * mask.share(of: rect.grown(by: 14))
                + 0.4 * mask.share(of: rect.grown(by: 30))
                + 0.2 * mask.share(of: rect.grown(by: 60)) - 0.2 * away
            if score > (best?.score ?? -.infinity) + 1e-9 { best = (score, rect) }
        }
        return best?.rect
    }

    /// The nearest free place around the zone, and where in the zone its line ends.
    private func beside(
        _ index: Int, _ size: (width: Double, height: Double)
    ) -> (PageRect, Point)? {
        let mask = masks[index]
        let dot = PageRect(centre: Point(x: 0, y: 0), width: 6, height: 6)
        var anchor: (score: Double, place: Point)?
        for place in mask.places(stride: 1) {
            let around = PageRect(centre: place, width: dot.width, height: dot.height)
            let score = mask.share(of: around) + 0.5 * mask.share(of: around.grown(by: 8))
            if score > (anchor?.score ?? 0) + 1e-9 { anchor = (score, place) }
        }
        guard let end = anchor?.place else { return nil }
        var best: (cost: Double, rect: PageRect)?
        for distance in stride(from: 10.0, through: 120, by: 6) {
            for step in 0..<24 {
                let rect = besideRect(end, size, distance: distance, step: step)
                guard isFree(rect), isFree(line: (rect.nearest(to: end), end)) else { continue }
                let elsewhere = masks.map { $0.share(of: rect) }.reduce(0, +)
                let cost = distance + 45 * elsewhere
                if cost < (best?.cost ?? .infinity) - 1e-9 { best = (cost, rect) }
            }
        }
        return best.map { ($0.rect, end) }
    }

    private func besideRect(
        _ end: Point, _ size: (width: Double, height: Double), distance: Double, step: Int
    ) -> PageRect {
        // A square's border rather than a circle needs no sine: eight steps along each half side.
        let corner = Double(step % 6) / 3 - 1
        let (x, y) =
            switch step / 6 {
            case 0: (1.0, corner)
            case 1: (-corner, 1.0)
            case 2: (-1.0, -corner)
            default: (corner, -1.0)
            }
        let centre = Point(
            x: end.x + x * (distance + size.width / 2),
            y: end.y + y * (distance + size.height / 2))
        return PageRect(centre: centre, width: size.width, height: size.height)
    }

    private func isFree(_ rect: PageRect) -> Bool {
        bounds.contains(rect) && !taken.contains { $0.overlaps(rect) }
            && !leaders.contains { rect.meets($0.0, $0.1) }
    }

    private func isFree(line: (Point, Point)) -> Bool {
        !taken.contains { $0.meets(line.0, line.1) }
    }
}
