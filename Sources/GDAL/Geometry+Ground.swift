// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import PlaneGeometry

extension Geometry {
    /// The ground that the geometry covers, as valid polygons that share none of it.
    ///
    /// A geometry is a set of points, however it is put together. What a polygon's rings enclose
    /// follows the even-odd rule: where they cross themselves or each other, a place is inside where a
    /// line from it to far away crosses them an odd number of times; a side that is walked there and
    /// back encloses nothing. What several polygons cover, of a collection or of a multipolygon,
    /// counts once.
    ///
    /// - Parameter invalidity: What ``invalidity`` says, where it was asked before.
    /// - Returns: No polygon for lines, points and what has no area.
    /// - Throws: ``GDALError`` for rings that cross themselves more than a million times.
    public func ground(invalidity: String?) throws(GDALError) -> [Polygon] {
        let parts = polygons
        if invalidity == nil && (parts.count < 2 || type == "MULTIPOLYGON") { return parts }
        var valid: [Polygon] = []
        for part in parts {
            let isValid = parts.count > 1 && Geometry([part]).invalidity == nil
            valid += isValid ? [part] : try part.evenOdd()
        }
        return parts.count < 2 ? valid : try Geometry(valid).dissolved().polygons
    }

    /// The same, asking for the invalidity first.
    public func ground() throws(GDALError) -> [Polygon] { try ground(invalidity: invalidity) }

    /// Itself where it is valid, otherwise a valid geometry of the same ground: see
    /// ``ground(invalidity:)``.
    public func madeValid() throws(GDALError) -> Geometry {
        let invalidity = invalidity
        return invalidity == nil ? self : Geometry(try ground(invalidity: invalidity))
    }
}

extension Polygon {
    fileprivate func evenOdd() throws(GDALError) -> [Polygon] {
        do { return try EvenOddArea(of: rings).polygons } catch {
            let reason =
                switch error {
                case .tooManyCrossings:
                    "its rings cross themselves too often (more than "
                        + "\(EvenOddArea.mostCrossings) times, or too densely to be taken apart); "
                        + "draw the outline anew"
                case .notFinite: "it has a vertex that is not a finite number"
                }
            throw GDALError(operation: "mend", subject: "POLYGON", reasons: [reason])
        }
    }
}
