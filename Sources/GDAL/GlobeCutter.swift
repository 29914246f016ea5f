// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import PlaneGeometry

/// Brings polygons to WGS 84 as RFC 7946 wants them: cut at the 180th meridian, and closed along the
/// edge of the map where they hold a pole.
///
/// Sides follow the course that they have in their own CRS to about a metre. A polygon whose longitudes
/// lie within −180…180 and that meets no pole keeps its rings.
final class GlobeCutter {
    private let transform: CoordinateTransform
    private let crs: CRS

    /// How far, in degrees, a side may lie off its course.
    private static let tolerance = 1e-5
    /// Sides shorter than this, in metres, cannot bend as much below 85° of latitude.
    private static let short = 1000.0

    /// Prepares the way from a CRS.
    init(from crs: CRS) throws(GDALError) {
        self.crs = crs
        transform = try CoordinateTransform(from: crs, to: .wgs84())
    }

    /// The polygons of a geometry, cut.
    ///
    /// - Throws: ``GDALError`` where a vertex has no longitude and latitude.
    func cut(_ geometry: Geometry) throws(GDALError) -> Geometry {
        var pieces: [Polygon] = []
        for polygon in geometry.polygons { pieces += try cut(polygon) }
        return Geometry(pieces.map(\.withShortSides))
    }

    private func cut(_ polygon: Polygon) throws(GDALError) -> [Polygon] {
        var courses: [GlobeCourse] = []
        for ring in polygon.rings { courses.append(try course(of: ring)) }
        if courses.allSatisfy(\.isPlain) { return [Polygon(rings: courses.map(\.points))] }
        guard let outer = courses.first else { return [] }
        let whole = try outer.regions()
        var holes: [Polygon] = []
        for course in courses.dropFirst() { holes += try course.regions() }
        guard !whole.isEmpty, !holes.isEmpty else { return whole }
        return try Geometry(whole).difference(Geometry(holes)).polygons
    }

    private func places(of points: [Point]) throws(GDALError) -> [Point] {
        var places = points
        try transform.apply(to: &places)
        return places
    }

    private func course(of ring: [Point]) throws(GDALError) -> GlobeCourse {
        guard crs.isGeographic else {
            return GlobeCourse(around: try densified(ring), isLeftAround: ring.isLeftAround)
        }
        // Straight in longitude and latitude, and as far around the earth as the numbers say.
        let degrees = 180 / .pi * crs.unit
        let points = zip(try places(of: ring), ring).map { place, point in
            Point(x: place.x.turned(near: point.x * degrees), y: place.y)
        }
        return GlobeCourse(points.map(\.snapped))
    }

    /// Longitudes and latitudes along a ring, with more of them where its sides bend.
    private func densified(_ ring: [Point]) throws(GDALError) -> [Point] {
        var sources = ring
        var images = try places(of: ring)
        var open = images.indices.dropLast().filter { isLong(sources, images, $0) }
        for _ in 0..<28 where !open.isEmpty {
            let middles = open.map { sources[$0].middle(to: sources[$0 + 1]) }
            let placed = try places(of: middles)
            let befores = try places(of: zip(open, middles).map { sources[$0].middle(to: $1) })
            let afters = try places(of: zip(open, middles).map { $1.middle(to: sources[$0 + 1]) })
            var splits: [Int: Int] = [:]
            for (slot, side) in open.enumerated() {
                let (a, m, b) = (images[side], placed[slot], images[side + 1])
                if abs((b.x - a.x).halfTurned) > 90 && !a.isPole && !b.isPole
                    || m.drift(from: a, b) > Self.tolerance
                    || befores[slot].drift(from: a, m) > Self.tolerance
                    || afters[slot].drift(from: m, b) > Self.tolerance
                {
                    splits[side] = slot
                }
            }
            var (newSources, newImages, newOpen) = ([Point](), [Point](), [Int]())
            for side in sources.indices {
                newSources.append(sources[side])
                newImages.append(images[side])
                guard let slot = splits[side] else { continue }
                newOpen += [newSources.count - 1, newSources.count]
                newSources.append(middles[slot])
                newImages.append(placed[slot])
            }
            (sources, images) = (newSources, newImages)
            open = newOpen.filter { isLong(sources, images, $0) }
        }
        return images
    }

    private func isLong(_ sources: [Point], _ images: [Point], _ side: Int) -> Bool {
        let (a, b) = (sources[side], sources[side + 1])
        return max(abs(images[side].y), abs(images[side + 1].y)) > 85
            || max(abs(b.x - a.x), abs(b.y - a.y)) * crs.unit > Self.short
    }
}

/// A ring in longitude and latitude, walked without a jump: longitudes go on beyond 180°.
struct GlobeCourse {
    let points: [Point]
    /// Whether it can be written as it is.
    let isPlain: Bool

    /// A ring whose longitudes go on already.
    init(_ points: [Point], holdsPole: Bool = false) {
        self.points = points
        isPlain = !holdsPole && points.allSatisfy { (-180...180).contains($0.x) }
    }

    /// A ring of places, each with a longitude in −180…180.
    init(around images: [Point], isLeftAround: Bool) {
        // Counter-clockwise, so that the ground is on the left.
        var ring = Array((isLeftAround ? images : images.reversed()).dropLast())
        let touchesPole = ring.contains(where: \.isPole)
        if touchesPole, let start = ring.indices.first(where: { !ring[$0].isPole }) {
            ring = Array(ring[start...] + ring[..<start])
        }
        guard let first = ring.first else {
            self.init([])
            return
        }
        var points = [first.snapped]
        var index = 1
        while index <= ring.count {
            let place = ring[index % ring.count]
            let after = ring[(index + 1) % ring.count]
            let last = points[points.count - 1]
            // A pole that is one point; where it is a line, its longitudes are those of the line.
            if place.isPole && !after.isPole && !ring[index - 1].isPole {
                let way = (last.x - after.x) * (place.y > 0 ? 1 : -1)
                let turn = way - 360 * (way / 360).rounded(.down)
                let pole = place.y > 0 ? 90.0 : -90
                points.append(Point(x: last.x, y: pole))
                points.append(Point(x: last.x - (place.y > 0 ? turn : -turn), y: pole))
            } else {
                points.append(Point(x: place.x.turned(near: last.x), y: place.y).snapped)
            }
            index += 1
        }
        let end = points[points.count - 1]
        let turns = ((end.x - points[0].x) / 360).rounded()
        if turns != 0 {
            // Once around: east with the North Pole on the left, west with the South Pole.
            let pole = turns > 0 ? 90.0 : -90
            let east = points[0].x + 360 * turns
            points[points.count - 1] = Point(x: east, y: points[0].y)
            points += [Point(x: east, y: pole), Point(x: points[0].x, y: pole), points[0]]
        } else {
            points[points.count - 1] = points[0]
        }
        self.init(
            isLeftAround ? points : points.reversed(), holdsPole: turns != 0 || touchesPole)
    }

    /// What the ring encloses, in pieces between −180° and 180°.
    func regions() throws(GDALError) -> [Polygon] {
        guard let extent = Extent(around: points) else { return [] }
        let whole = try Geometry([Polygon(rings: [points.map(\.onLattice)])]).madeValid()
        let first = ((extent.minX + 180) / 360).rounded(.down)
        let last = ((extent.maxX + 180) / 360).rounded(.up) - 1
        guard first < last || first != 0 else { return whole.polygons }
        var pieces: [Polygon] = []
        for turn in stride(from: first, through: max(first, last), by: 1) {
            let (west, east) = (360 * turn - 180, 360 * turn + 180)
            let strip = Polygon(rings: [
                [
                    Point(x: west, y: -90), Point(x: east, y: -90), Point(x: east, y: 90),
                    Point(x: west, y: 90), Point(x: west, y: -90),
                ]
            ])
            for piece in try whole.intersection(Geometry([strip])).polygons {
                let rings = piece.rings.map { ring in
                    ring.map { Point(x: $0.x - 360 * turn, y: $0.y).snapped.onLattice }
                }
                pieces.append(Polygon(rings: rings))
            }
        }
        // What goes around a pole meets itself again where it began.
        return try Geometry(pieces).dissolved().polygons
    }
}

extension [Point] {
    /// Whether a closed ring goes counter-clockwise.
    fileprivate var isLeftAround: Bool {
        guard let origin = first else { return true }
        let doubled = zip(self, dropFirst()).reduce(0.0) { sum, side in
            let (a, b) = side
            return sum + (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        return doubled >= 0
    }
}

extension Point {
    /// Whether it is a pole, which has no longitude.
    fileprivate var isPole: Bool { 90 - abs(y) < 1e-9 }

    fileprivate func middle(to other: Point) -> Point {
        Point(x: (x + other.x) / 2, y: (y + other.y) / 2)
    }

    /// Degrees on the ground, roughly.
    fileprivate func distance(to other: Point) -> Double {
        let across = (other.x - x).halfTurned * cos(min(abs(y), abs(other.y)) * .pi / 180)
        return (across * across + (other.y - y) * (other.y - y)).squareRoot()
    }

    /// How far a place lies off the middle of two others, in degrees.
    fileprivate func drift(from a: Point, _ b: Point) -> Double {
        let (start, end) = (a.isPole ? b.x : a.x, b.isPole ? a.x : b.x)
        let middle = Point(x: start + (end - start).halfTurned / 2, y: (a.y + b.y) / 2)
        return isPole ? abs(y - middle.y) : distance(to: middle)
    }

    /// Exactly on a meridian of ±180° where rounding alone keeps it off.
    fileprivate var snapped: Point {
        let turn = ((x - 180) / 360).rounded() * 360 + 180
        return abs(x - turn) < 1e-9 ? Point(x: turn, y: y) : self
    }
}

extension Point {
    /// On multiples of 10⁻⁹ degree, which stay the same a turn away.
    fileprivate var onLattice: Point {
        Point(x: (x * 1e9).rounded() / 1e9, y: (y * 1e9).rounded() / 1e9)
    }
}

extension Double {
    /// The same direction within −180…180.
    fileprivate var halfTurned: Double { self - 360 * (self / 360).rounded() }

    /// The same longitude, within half a turn of another.
    fileprivate func turned(near other: Double) -> Double { other + (self - other).halfTurned }
}

extension Polygon {
    /// The same, with no side longer than 90° of longitude: readers take such for the short way.
    fileprivate var withShortSides: Polygon {
        Polygon(
            rings: rings.map { ring in
                guard let first = ring.first else { return ring }
                var points = [first]
                for (a, b) in zip(ring, ring.dropFirst()) {
                    let count = (abs(b.x - a.x) / 90).rounded(.up)
                    for part in stride(from: 1.0, to: count, by: 1) {
                        let share = part / count
                        points.append(
                            Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share))
                    }
                    points.append(b)
                }
                return points
            })
    }
}
