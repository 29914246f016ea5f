// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import PlaneGeometry

extension Extent {
    /// The smallest extent around longitudes and latitudes, found on the sphere.
    ///
    /// Longitudes leave out the widest gap between them. Where that is not the one across 180°, the
    /// extent runs on past it: places at 176° and −178° give 176 to 182. O(*n* log *n*).
    ///
    /// `minX` lies within −180…180; `nil` without any point.
    ///
    /// - Parameter points: Longitudes and latitudes in degrees, of any turn; in no order.
    package init?(onSphere points: [Point]) {
        guard let latitudes = Extent(around: points) else { return nil }
        let longitudes = points.map { normalLongitude($0.x) }.sorted()
        guard let first = longitudes.first, let last = longitudes.last else { return nil }
        var (west, east) = (first, last)
        var widest = first + 360 - last
        for (before, after) in zip(longitudes, longitudes.dropFirst())
        where after - before > widest {
            widest = after - before
            (west, east) = (after, before + 360)
        }
        self.init(minX: west, minY: latitudes.minY, maxX: east, maxY: latitudes.maxY)
    }
}

extension Extent {
    /// The smallest extent around several, on the sphere; `nil` without any.
    package init?(unionOnSphere extents: [Extent]) {
        guard let first = extents.first else { return nil }
        guard extents.count > 1 else {
            self = first
            return
        }
        // Steps are shorter than any gap that matters.
        let places = extents.flatMap { extent in
            let count = max(1, Int((min(extent.width, 360) / 5).rounded(.up)))
            return (0...count).flatMap { step in
                let share = Double(step) / Double(count)
                let x = step == count ? extent.maxX : extent.minX + extent.width * share
                return [Point(x: x, y: extent.minY), Point(x: x, y: extent.maxY)]
            }
        }
        guard var whole = Extent(onSphere: places) else { return nil }
        if whole.width > 340 { (whole.minX, whole.maxX) = (-180, 180) }
        self = whole
    }
}

/// A longitude within −180…180, in degrees; one that is already there stays as it is.
package func normalLongitude(_ degrees: Double) -> Double {
    guard degrees < -180 || degrees > 180 else { return degrees }
    let turned = (degrees + 180).truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 180 : turned - 180
}
