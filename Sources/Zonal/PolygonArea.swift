// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
public import GDAL
public import PlaneGeometry

/// Areas of polygons on the ellipsoid, from their vertices alone.
///
/// Each side is straight in longitude and latitude and stands for the ground between it and a
/// meridian; sides are summed with their sign, in integers of 10⁻⁹ m², so that neither the first
/// vertex nor the direction of a ring matters: the same polygon has the same area to the last bit
/// from any format.
public struct PolygonArea: Sendable {
    /// How the ground under a side is counted.
    public enum Rule: String, CaseIterable, Sendable {
        /// The integral along the side: exact.
        case exact
        /// 图斑椭球面积: a trapezoid of the side's mean longitude, as the land survey defines it.
        ///
        /// - Source: TD/T 1055-2019, from memory; its series is replaced by the integral that it
        ///   approximates to 10⁻⁴ m².
        case survey
    }

    /// Units to the square metre.
    public static let unitsPerSquareMetre = 1e9

    private let ellipsoid: Ellipsoid
    private let unit: Double
    private let rule: Rule

    /// Areas in a geographic CRS.
    ///
    /// - Precondition: `crs` is geographic; see `CRS.geographicBase()`.
    public init(in crs: CRS, rule: Rule = .exact, areas: AreaRule = .current) {
        precondition(crs.isGeographic, "\(crs) is not geographic")
        ellipsoid = Ellipsoid(crs.figure(by: areas))
        unit = crs.unit
        self.rule = rule
    }

    /// The area of polygons that do not overlap, in 10⁻⁹ m².
    public func units(of polygons: [Polygon]) -> Int128 {
        polygons.reduce(0) { sum, polygon in
            let rings = polygon.rings.map(units(ofRing:))
            return sum + (rings.first ?? 0) - rings.dropFirst().reduce(0, +)
        }
    }

    /// The area of polygons that do not overlap, in m².
    public func squareMetres(of polygons: [Polygon]) -> Double {
        Double(units(of: polygons)) / Self.unitsPerSquareMetre
    }

    private func units(ofRing ring: [Point]) -> Int128 {
        guard let west = ring.lazy.map(\.x).min() else { return 0 }
        let meridian = west.rounded(.down) * unit
        var sum: Int128 = 0
        for (a, b) in zip(ring, ring.dropFirst()) where a.y != b.y {
            sum += Int128((under(a, b, meridian) * Self.unitsPerSquareMetre).rounded())
        }
        if let first = ring.first, let last = ring.last, first.y != last.y {
            sum += Int128((under(last, first, meridian) * Self.unitsPerSquareMetre).rounded())
        }
        return sum.magnitude > 0 ? Int128(sum.magnitude) : 0
    }

    /// m² between a side and a meridian; the same with the other sign for the way back.
    private func under(_ a: Point, _ b: Point, _ meridian: Double) -> Double {
        let south = a.y * unit
        let north = b.y * unit
        let middle = (a.x * unit - meridian + (b.x * unit - meridian)) / 2
        if rule == .survey { return middle * ellipsoid.area(from: south, to: north) }
        let slope = (b.x - a.x) * unit / 2
        return ellipsoid.integral(from: south, to: north) { middle + $0 * slope }
    }
}

extension Ellipsoid {
    /// ∫ width(s) · density dφ between two latitudes, s running from −1 to 1; m².
    ///
    /// In strips of at most a degree, and with the other sign for the way back.
    fileprivate func integral(
        from south: Double, to north: Double, _ width: (Double) -> Double
    ) -> Double {
        let degree = Double.pi / 180
        guard abs(north - south) > degree * (1 + 1e-9) else {
            return strip(from: south, to: north, width)
        }
        guard south < north else { return -integral(from: north, to: south) { width(-$0) } }
        let count = ((north - south) / degree - 1e-9).rounded(.up)
        let step = (north - south) / count
        return (0..<Int(count)).reduce(0) { sum, index in
            let start = south + Double(index) * step
            let middle = (2 * Double(index) + 1) / count - 1
            return sum + strip(from: start, to: start + step) { width(middle + $0 / count) }
        }
    }

    private func strip(
        from south: Double, to north: Double, _ width: (Double) -> Double
    ) -> Double {
        let middle = (south + north) / 2
        let half = (north - south) / 2
        let nodes = [0.5384693101056831, 0.9061798459386640]
        let weights = [0.4786286704993665, 0.2369268850561891]
        var sum = 0.5688888888888889 * width(0) * density(at: middle)
        for (node, weight) in zip(nodes, weights) {
            let lower = width(-node) * density(at: middle - half * node)
            let upper = width(node) * density(at: middle + half * node)
            sum += weight * (lower + upper)
        }
        return sum * half
    }
}
