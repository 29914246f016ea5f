// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
public import PlaneGeometry

/// Whether coordinates can be of the CRS that they are said to be in, and whose they look like.
public enum CoordinateFit {
    /// What is wrong with coordinates.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// In words: where the coordinates lie, and what they look like.
        public let description: String
        /// The code of the CRS that they fit; `nil` where another CRS does not mend them.
        public let code: String?
    }

    /// Longitudes that are taken: half a turn of longitude beyond 0…360 and beyond −180…180.
    package static let longitudes = -360.0...540.0

    /// Looks at the extent of a raster or of zones.
    ///
    /// - Parameters:
    ///   - extent: In the CRS's coordinates.
    ///   - crs: What they are said to be in.
    ///   - slack: How far coordinates may lie beyond the poles: what a pixel is wide.
    /// - Returns: `nil` where the coordinates may be right.
    /// - Throws: ``GDALError`` where PROJ cannot use the CRS.
    public static func fault(
        of extent: Extent, in crs: CRS, slack: Double = 0
    ) throws(GDALError) -> Fault? {
        var standing = try Standing(of: extent, in: crs, slack: slack)
        if standing == .within, crs.isProjected {
            let degrees = try likeDegrees(extent, crs)
            let isOtherBand = GaussKruger.family(of: crs).isOtherBand(extent, than: crs)
            if isOtherBand || degrees != nil { standing = .far }
        }
        guard standing != .within else { return nil }
        let likeness = try likeness(of: extent, in: crs, slack: slack)
        guard standing == .nowhere || likeness != nil else { return nil }
        let words =
            "its coordinates, x \(brief(extent.minX)) to \(brief(extent.maxX)) and "
            + "y \(brief(extent.minY)) to \(brief(extent.maxY)), lie off \(crs)"
        return Fault(
            description: words + (likeness.map { ": \($0.words)" } ?? ""), code: likeness?.code)
    }

    /// What coordinates that are not of their CRS look like.
    private static func likeness(
        of extent: Extent, in crs: CRS, slack: Double
    ) throws(GDALError) -> (words: String, code: String?)? {
        let family = GaussKruger.family(of: crs)
        let swapped = Extent(
            minX: extent.minY, minY: extent.minX, maxX: extent.maxY, maxY: extent.maxX)
        if let band = GaussKruger.band(ofEastings: extent.minX...extent.maxX),
            let code = family.numbered(band: band), extent.isOfNorthings
        {
            let fitting = try CRS("EPSG:\(code)")
            return (
                "\(band) in front is the number of a Gauss–Krüger band, as in \(fitting)",
                "EPSG:\(code)"
            )
        }
        if crs.isProjected, let degrees = try likeDegrees(extent, crs) { return degrees }
        if try Standing(of: swapped, in: crs, slack: slack) == .within {
            return ("the axes are swapped: x must be east, y north", nil)
        }
        if let band = GaussKruger.band(ofEastings: swapped.minX...swapped.maxX),
            let code = family.numbered(band: band), swapped.isOfNorthings
        {
            return (
                "the axes are swapped, and \(band) in front is the number of a Gauss–Krüger band, as "
                    + "in \(try CRS("EPSG:\(code)"))", nil
            )
        }
        if crs.isProjected { return try likePlainEastings(extent, crs, family) }
        guard extent.isOfEastings, extent.isOfNorthings else { return nil }
        let bands = [25, 45].compactMap(family.plain(band:)).map(String.init)
        return (
            "they look like metres: of UTM (EPSG:32643 to 32653 in China), or of a 3° Gauss–Krüger band "
                + "without its number (EPSG:\(bands.joined(separator: " to ")), by central meridian from "
                + "75° to 135°)", nil
        )
    }

    private static func likeDegrees(
        _ extent: Extent, _ crs: CRS
    ) throws(GDALError) -> (words: String, code: String?)? {
        let base = try crs.geographicBase()
        guard try Standing(of: extent, in: base, slack: 0) == .within,
            extent.maxX - extent.minX > 0, let use = crs.areaOfUse, use.overlaps(extent)
        else { return nil }
        return ("they look like degrees, as in \(base)", base.code)
    }

    private static func likePlainEastings(
        _ extent: Extent, _ crs: CRS, _ family: GaussKruger
    ) throws(GDALError) -> (words: String, code: String?)? {
        guard extent.isOfEastings, extent.isOfNorthings else { return nil }
        for band in 13...45 {
            guard let numbered = family.numbered(band: band), crs.code == "EPSG:\(numbered)",
                let plain = family.plain(band: band)
            else { continue }
            return (
                "the number of the Gauss–Krüger band, \(band), is missing in front, as in "
                    + "\(try CRS("EPSG:\(plain)"))", "EPSG:\(plain)"
            )
        }
        return nil
    }
}

/// Where coordinates lie as their CRS has them.
private enum Standing {
    /// Within the CRS's area of use, as far as that is known.
    case within
    /// On the earth, but nowhere near the area of use.
    case far
    /// Not on the earth.
    case nowhere

    init(of extent: Extent, in crs: CRS, slack: Double) throws(GDALError) {
        guard [extent.minX, extent.minY, extent.maxX, extent.maxY].allSatisfy(\.isFinite) else {
            self = .nowhere
            return
        }
        if crs.isGeographic {
            let degree = crs.unit * 180 / .pi
            let longitudes = CoordinateFit.longitudes
            let isOnEarth =
                extent.minX * degree >= longitudes.lowerBound - slack * degree
                && extent.maxX * degree <= longitudes.upperBound + slack * degree
                && max(-extent.minY, extent.maxY) * degree <= 90 + slack * degree + 1e-9
            self = isOnEarth ? .within : .nowhere
            return
        }
        // Mercator's map of the earth to a hand's breadth from a pole is smaller.
        let farthest = [extent.minX, extent.minY, extent.maxX, extent.maxY].map(\.magnitude).max()
        guard (farthest ?? 0) * crs.unit < 1e9 else {
            self = .nowhere
            return
        }
        let places = try EarthPlaces(of: crs).places(at: extent.sampled(17)).compactMap(\.self)
        guard let geographicExtent = Extent(around: places) else {
            self = .nowhere
            return
        }
        guard let use = crs.areaOfUse else {
            self = .within
            return
        }
        // A raster may well reach beyond the zone that its projection was made for.
        let wide = Extent(
            minX: use.minX - 15, minY: use.minY - 15, maxX: use.maxX + 15, maxY: use.maxY + 15)
        let isNear = [-360.0, 0, 360].contains { turn in
            wide.overlaps(
                Extent(
                    minX: geographicExtent.minX + turn, minY: geographicExtent.minY,
                    maxX: geographicExtent.maxX + turn + 1e-9,
                    maxY: geographicExtent.maxY + 1e-9))
        }
        self = isNear ? .within : .far
    }
}

extension Extent {
    /// `count` × `count` points from corner to corner.
    package func sampled(_ count: Int) -> [Point] {
        let steps = (0..<count).map { Double($0) / Double(count - 1) }
        return steps.flatMap { v in
            steps.map { u in Point(x: minX + u * width, y: minY + v * height) }
        }
    }

    /// Whether they look like eastings in a band around its central meridian, without a number.
    fileprivate var isOfEastings: Bool { minX >= 1e5 && maxX <= 9e5 }

    /// Whether they look like northings of the northern half of the earth.
    fileprivate var isOfNorthings: Bool { minY >= 0 && maxY <= 1e7 && maxY > 1e4 }
}

extension CRS {
    /// Where the CRS is meant to be used, in degrees; `nil` where that is not known.
    package var areaOfUse: Extent? {
        withHandle { handle in
            var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
            guard OSRGetAreaOfUse(handle, &west, &south, &east, &north, nil) != 0,
                west >= -180, north <= 90
            else { return nil }
            return Extent(
                minX: west, minY: south, maxX: east < west ? east + 360 : east, maxY: north)
        }
    }
}

/// A coordinate with as many digits as tell people where it is.
private func brief(_ number: Double) -> String {
    let digits = abs(number) < 1000 ? 1e6 : 1.0
    let rounded = (number * digits).rounded() / digits
    return rounded.magnitude < 1e15 && rounded == rounded.rounded()
        ? String(Int(rounded)) : String(rounded)
}
