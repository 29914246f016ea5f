// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import PlaneGeometry

/// Places of a plane on the earth: those alone that come back to where they were.
///
/// Beyond the earth's edge a projection's inverse may go once more around it.
package final class EarthPlaces {
    private let toEarth: CoordinateTransform
    private let back: CoordinateTransform
    private let tolerance: Double

    /// Prepares a projected CRS.
    package init(of crs: CRS) throws(GDALError) {
        let base = try crs.geographicBase()
        toEarth = try CoordinateTransform(from: crs, to: base)
        back = try CoordinateTransform(from: base, to: crs)
        // Once more around the earth is thousands of kilometres away; far from its middle a projection
        // comes back within metres.
        tolerance = 1000 / crs.unit
    }

    /// The CRS of the places: the projected one's own longitude and latitude.
    package var crs: CRS { toEarth.target }

    /// Longitude and latitude of each point; `nil` for those that are not on the earth.
    package func places(at points: [Point]) -> [Point?] {
        let places = toEarth.transformed(points)
        let returned = back.transformed(places.map { $0 ?? Point(x: .nan, y: .nan) })
        return points.indices.map { index in
            guard let place = places[index], let here = returned[index],
                abs(here.x - points[index].x) <= tolerance,
                abs(here.y - points[index].y) <= tolerance
            else { return nil }
            return place
        }
    }
}
