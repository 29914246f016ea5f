// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// A coordinate reference system.
///
/// Coordinates are always x before y: longitude before latitude, easting before northing, whatever
/// the authority's own order.
public struct CRS: Hashable, Sendable, CustomStringConvertible {
    /// Its full definition, as WKT 2.
    public let wkt: String
    /// Its name: `WGS 84 / UTM zone 49N`.
    public let name: String
    /// Its code with an authority, `EPSG:4490`, where it has one.
    public let code: String?
    /// Whether coordinates are longitude and latitude.
    public let isGeographic: Bool
    /// Whether coordinates are eastings and northings of a map projection.
    public let isProjected: Bool
    /// The ellipsoid's equatorial radius, in metres.
    public let semiMajorAxis: Double
    /// The ellipsoid's inverse flattening; 0 for a sphere.
    public let inverseFlattening: Double
    /// Metres to the unit where projected, radians to the unit where geographic.
    public let unit: Double

    /// WGS 84 longitude and latitude.
    public static func wgs84() throws(GDALError) -> CRS { try CRS("EPSG:4326") }

    /// Reads a CRS from a code such as `EPSG:4490`, a PROJ string, WKT or PROJJSON.
    ///
    /// - Throws: ``GDALError`` where it is none of these, or would have to be read from a file or
    ///   fetched: a path, an URL, a grid by its path.
    public init(_ definition: String) throws(GDALError) {
        GDALRuntime.register()
        try CRSText.check(definition)
        let handle = try calling("understand the CRS", on: definition) {
            let handle = OSRNewSpatialReference(nil)
            if OSRSetFromUserInput(handle, definition) == OGRERR_NONE { return handle }
            OSRDestroySpatialReference(handle)
            return nil
        }
        defer { OSRDestroySpatialReference(handle) }
        self = try CRS(handle: handle)
    }

    /// Copies a CRS out of GDAL's hands.
    init(handle: OGRSpatialReferenceH?) throws(GDALError) {
        wkt = try calling("describe", on: "a CRS") {
            withCStrings(["FORMAT=WKT2_2018"]) { options in
                var text: UnsafeMutablePointer<CChar>?
                defer { VSIFree(text) }
                let options = UnsafeRawPointer(options)?.assumingMemoryBound(
                    to: UnsafePointer<CChar>?.self)
                guard OSRExportToWktEx(handle, &text, options) == OGRERR_NONE, let text
                else { return nil }
                return String(cString: text)
            }
        }
        if let file = CRSText.outsideFile(in: wkt) {
            throw GDALError(
                operation: "use", subject: "a CRS",
                reasons: ["it names the file '\(file)'; grids are found by their bare name alone"])
        }
        name = OSRGetName(handle).map { String(cString: $0) } ?? "unnamed"
        if let authority = OSRGetAuthorityName(handle, nil),
            let number = OSRGetAuthorityCode(handle, nil)
        {
            code = String(cString: authority) + ":" + String(cString: number)
        } else {
            code = nil
        }
        isGeographic = OSRIsGeographic(handle) != 0
        isProjected = OSRIsProjected(handle) != 0
        var status: OGRErr = OGRERR_NONE
        semiMajorAxis = OSRGetSemiMajor(handle, &status)
        inverseFlattening = OSRGetInvFlattening(handle, &status)
        unit =
            isGeographic ? OSRGetAngularUnits(handle, nil) : OSRGetLinearUnits(handle, nil)
    }

    /// Code and name: `EPSG:4490 (China Geodetic Coordinate System 2000)`.
    public var description: String { code.map { "\($0) (\(name))" } ?? name }

    /// The longitude that its projection is drawn about, degrees from Greenwich; 0 where it names none.
    package var centralMeridian: Double {
        withHandle { handle in
            let names = [
                "central_meridian", "longitude_of_center", "longitude_of_origin",
                "straight_vertical_longitude_from_pole",
            ]
            for name in names {
                var status = OGRERR_FAILURE
                let value = OSRGetNormProjParm(handle, name, 0, &status)
                if status == OGRERR_NONE { return value + OSRGetPrimeMeridian(handle, nil) }
            }
            return OSRGetPrimeMeridian(handle, nil)
        }
    }

    /// The latitudes, in degrees, that a CRS of the whole world is made for: a Mercator map has no
    /// poles. `nil` for any other CRS.
    package var worldLatitudes: ClosedRange<Double>? {
        withHandle { handle in
            var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
            guard OSRGetAreaOfUse(handle, &west, &south, &east, &north, nil) != 0,
                east - west >= 359, south < north
            else { return nil }
            return south...north
        }
    }

    /// Whether the two describe the same coordinates, whatever they are called, and in whatever order a
    /// definition lists its axes: coordinates are kept east first, north second.
    public func isSame(as other: CRS) -> Bool {
        if wkt == other.wkt || isAlike(other) { return true }
        // Esri's form of a definition, such as a `.prj` holds, names no axes.
        guard let axisless, let otherAxisless = other.axisless else { return false }
        return axisless.isAlike(otherAxisless)
    }

    private func isAlike(_ other: CRS) -> Bool {
        withHandle { handle in
            other.withHandle { other in
                withCStrings(["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]) {
                    OSRIsSameEx(handle, other, constantStrings($0)) != 0
                }
            }
        }
    }

    /// A projected CRS without its axes; `nil` for others, and where a shift of datum would be lost.
    private var axisless: CRS? {
        withHandle { handle in
            var shift = [Double](repeating: 0, count: 7)
            guard OSRIsProjected(handle) != 0, OSRGetTOWGS84(handle, &shift, 7) != OGRERR_NONE
            else { return nil }
            var text: UnsafeMutablePointer<CChar>?
            defer { VSIFree(text) }
            let status = withCStrings(["FORMAT=WKT1_ESRI"]) {
                OSRExportToWktEx(handle, &text, constantStrings($0))
            }
            guard status == OGRERR_NONE, let text else { return nil }
            return try? CRS(String(cString: text))
        }
    }

    /// Lends GDAL this CRS for the length of a call.
    func withHandle<Result>(_ body: (OGRSpatialReferenceH?) throws -> Result) rethrows -> Result {
        let handle = OSRNewSpatialReference(nil)
        defer { OSRDestroySpatialReference(handle) }
        OSRSetFromUserInput(handle, wkt)
        OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
        return try body(handle)
    }

    /// Whether the definitions are the same, word by word.
    public static func == (a: CRS, b: CRS) -> Bool { a.wkt == b.wkt }
    /// Hashes the definition.
    public func hash(into hasher: inout Hasher) { hasher.combine(wkt) }
}
