// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// Longitudes and latitudes that rings and single places reach over, in degrees, found on the sphere;
/// from −180 to 180 where they go all around, and up to a pole that lies within a ring.
func geographicExtent(
    of rings: [[Point]], and places: [Point] = [], in crs: CRS
) throws -> Extent? {
    let transform = try CoordinateTransform(from: crs, to: CRS.wgs84())
    var geographicPlaces = transform.transformed(places).compactMap { $0 }
    for ring in rings {
        let dense = transform.transformed(followed(ring, in: crs)).compactMap { $0 }
        let walk = SphereWalk(dense, about: 0)
        geographicPlaces += dense + (walk.pole.map { circle(at: $0) } ?? [])
    }
    if let place = geographicPlaces.first(where: { abs($0.y) > 90 + 1e-6 || abs($0.x) > 540 }) {
        throw MapError.nothingToShow(
            "coordinates in \(crs) reach longitude \(place.x) and latitude \(place.y), which are not "
                + "on Earth; are its axes swapped, or is it another CRS's?")
    }
    guard var extent = Extent(onSphere: geographicPlaces) else { return nil }
    if extent.width > 340 { (extent.minX, extent.maxX) = (-180, 180) }
    return extent
}

/// A ring with points added where its sides are so long that they bend on a map of the globe.
func followed(_ ring: [Point], in crs: CRS) -> [Point] {
    densified(
        ring, longest: crs.isGeographic ? 5 * (.pi / 180) / crs.unit : 500_000 / crs.unit)
}

/// Both sides of the seam of a map, where its ground goes all around the globe across the equator.
func seamPlaces(of extent: Extent, about meridian: Double) -> [Point] {
    guard extent.width >= 360, extent.minY < 0, extent.maxY > 0 else { return [] }
    return stride(from: 0.0, through: 1, by: 0.02).flatMap { share in
        [-seamLongitude, seamLongitude].map {
            Point(x: meridian + $0, y: extent.minY + extent.height * share)
        }
    }
}

private func circle(at latitude: Double) -> [Point] {
    stride(from: -180.0, through: 180, by: 5).map { Point(x: $0, y: latitude) }
}

/// Places of a raster in its CRS, its border among them, and a pole's surroundings where one lies
/// within: what the raster covers bends where it is reprojected, and may go around a pole.
func places(of raster: RasterInfo) throws -> [Point] {
    guard let transform = raster.transform, let crs = raster.crs else { return [] }
    let (width, height) = (Double(raster.width), Double(raster.height))
    var places: [Point] = []
    for row in 0...20 {
        for column in 0...20 {
            places.append(
                transform.coordinates(
                    column: width * Double(column) / 20, row: height * Double(row) / 20))
        }
    }
    guard !crs.isGeographic else { return places }
    let fromGeographic = try CoordinateTransform(from: CRS.wgs84(), to: crs)
    for pole in [-90.0, 90] {
        let around = fromGeographic.transformed(circle(at: pole) + circle(at: pole * 0.999))
        let isWithin = around.allSatisfy { place in
            guard let pixel = place.map(transform.pixel) else { return false }
            return pixel.x >= 0 && pixel.x <= width && pixel.y >= 0 && pixel.y <= height
        }
        if isWithin { places += around.compactMap { $0 } }
    }
    return places
}

/// A ring's way around the globe: its longitudes run on past ±180°, so that no step jumps.
struct SphereWalk {
    /// Degrees from a central meridian, and latitudes.
    private(set) var points: [Point]
    /// The latitude of the pole that the ring goes around, if it does.
    let pole: Double?

    /// A walk along longitudes and latitudes no two of which, one after the other, are half around
    /// the globe apart.
    init(_ ring: [Point], about meridian: Double) {
        points = []
        guard let first = ring.first else {
            pole = nil
            return
        }
        var last = Point(x: normalLongitude(first.x - meridian), y: first.y)
        points = [last]
        for (before, point) in zip(ring, ring.dropFirst()) {
            last = Point(x: last.x + normalLongitude(point.x - before.x), y: point.y)
            points.append(last)
        }
        let closing = normalLongitude(first.x - (ring.last ?? first).x)
        guard abs(last.x + closing - points[0].x) > 180 else {
            pole = nil
            return
        }
        let middle = points.map(\.y).reduce(0, +) / Double(points.count)
        let pole = middle < 0 ? -90.0 : 90
        self.pole = pole
        points += [Point(x: last.x + closing, y: points[0].y)]
        points += [
            Point(x: last.x + closing, y: pole), Point(x: points[0].x, y: pole),
        ]
    }

    /// Whether the ring stays on one side of the seam.
    var isWhole: Bool {
        pole == nil && points.allSatisfy { abs($0.x) <= seamLongitude }
    }

    /// The ring in parts that each lie between the sides of the seam.
    func parts() -> [[Point]] {
        guard let extent = Extent(around: points), extent.width < 3600 else { return [] }
        let turns =
            Int(
                ((extent.minX + 180) / 360).rounded(.down))...Int(
                ((extent.maxX + 180) / 360).rounded(.down))
        return turns.compactMap { turn in
            let shifted = points.map { Point(x: $0.x - Double(turn) * 360, y: $0.y) }
            let part = kept(kept(shifted, upTo: seamLongitude), from: -seamLongitude)
            return part.count < 3 ? nil : densified(part + part.prefix(1), longest: 2)
        }
    }
}

/// The part of a ring on one side of a meridian (Sutherland and Hodgman).
private func kept(_ ring: [Point], upTo limit: Double) -> [Point] {
    guard var last = ring.last else { return [] }
    var part: [Point] = []
    for point in ring {
        if (point.x <= limit) != (last.x <= limit) {
            let share = (limit - last.x) / (point.x - last.x)
            part.append(Point(x: limit, y: last.y + (point.y - last.y) * share))
        }
        if point.x <= limit { part.append(point) }
        last = point
    }
    return part
}

private func kept(_ ring: [Point], from limit: Double) -> [Point] {
    kept(ring.map { Point(x: -$0.x, y: $0.y) }, upTo: -limit).map { Point(x: -$0.x, y: $0.y) }
}

/// Takes polygons to the page, with points added so that long sides bend as they should; a ring that
/// crosses the map's seam comes in parts.
func pageRings(
    of polygons: [Polygon], through transform: CoordinateTransform, on frame: MapFrame
) throws -> [[Point]] {
    let toGeographic =
        try frame.centralMeridian == nil
        ? nil : CoordinateTransform(from: transform.source, to: CRS.wgs84())
    return polygons.flatMap(\.rings).flatMap { ring in
        let extent = Extent(around: ring)
        let longest = max(extent?.width ?? 0, extent?.height ?? 0) / 60
        let dense = longest > 0 ? densified(ring, longest: longest) : ring
        if let toGeographic, let meridian = frame.centralMeridian {
            let walk = SphereWalk(
                toGeographic.transformed(dense).compactMap { $0 }, about: meridian)
            if !walk.isWhole {
                return walk.parts().map { part in
                    frame.page(
                        geographic: part.map { Point(x: $0.x + meridian, y: $0.y) }
                    ).compactMap { $0 }
                }
            }
        }
        return [transform.transformed(dense).compactMap { $0.map(frame.page) }]
    }
}

/// Takes a line to the page, in parts where it crosses the map's seam.
func pageLines(
    of line: [Point], through transform: CoordinateTransform, on frame: MapFrame
) -> [[Point]] {
    let shown = transform.transformed(line).map { $0.map(frame.page) }
    guard frame.centralMeridian != nil else { return [shown.compactMap { $0 }] }
    var parts: [[Point]] = [[]]
    var last: Point?
    for place in shown {
        // A step over half of the map leads over the seam.
        if let place, let last, abs(place.x - last.x) > frame.rect.width / 2 { parts.append([]) }
        if let place { parts[parts.count - 1].append(place) } else { parts.append([]) }
        last = place
    }
    return parts.filter { $0.count > 1 }
}

/// The same line with no step longer than so much, where that takes no more than a thousand.
func densified(_ line: [Point], longest: Double) -> [Point] {
    guard var last = line.first else { return [] }
    var dense = [last]
    for point in line.dropFirst() {
        let (dx, dy) = (point.x - last.x, point.y - last.y)
        let wanted = (max(abs(dx), abs(dy)) / longest).rounded(.up)
        let steps = wanted > 1 ? Int(min(wanted, 1000)) : 1
        for step in 1...steps {
            let share = Double(step) / Double(steps)
            dense.append(
                step == steps ? point : Point(x: last.x + dx * share, y: last.y + dy * share))
        }
        last = point
    }
    return dense
}
