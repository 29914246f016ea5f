// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import Words

/// Why zones cannot be measured on a raster.
public enum ZoneError: Failure, Hashable, CustomStringConvertible {
    case notGeoreferenced(raster: String)
    case rasterWithoutCRS(String)
    case notOnTheEarth(raster: String, crs: String)
    case pixelsTooLarge(raster: String, squareKilometres: Double)
    case pixelsTooSmall(raster: String, metres: Double)
    case tooManyPixels(file: String, zone: String, raster: String, most: Int)
    case offItsCRS(raster: String, fault: String, code: String?)
    case zoneOffItsCRS(file: String, feature: String?, fault: String, code: String?)
    case widerThanTheEarth(raster: String, degrees: Double)
    case nothingKnown(raster: String)
    case noCRS(file: String, layer: String)
    case noField(file: String, field: String, fields: [String])
    case noZones(file: String, why: String)
    case notPolygons(file: String, zone: String)
    case offTheEarth(file: String, feature: String, vertex: String, crs: String)
    case notMended(file: String, feature: String, why: String)
    case outside(file: String, raster: String)
    case untransformable(file: String, zone: String, crs: String)
    case aroundPole(file: String, zone: String, crs: String)
    case notAligned(raster: String, first: String)
    case notACode(raster: String, value: String, column: Int, row: Int)
    case tooManyCodes(raster: String, count: Int)
    case valueTooLarge(raster: String, value: Double)

    /// Where, what is wrong, how to mend it; in the user's words.
    public var description: String {
        switch self {
        case .notGeoreferenced(let raster):
            "\(raster): has no georeference, so its pixels have no area. Give it one: "
                + "gdal_translate -a_ullr LEFT TOP RIGHT BOTTOM -a_srs EPSG:… \(raster) placed.tif"
        case .rasterWithoutCRS(let raster):
            "\(raster): names no CRS. If you know it, \(Remedy.rasterCRS("EPSG:4490").text)"
        case .notOnTheEarth(let raster, let crs):
            "\(raster): its CRS, \(crs), is neither geographic nor projected, so areas on the "
                + "ellipsoid are unknown. Reproject it with gdalwarp -t_srs EPSG:4490"
        case .pixelsTooLarge(let raster, let size):
            "\(raster): a pixel of \(size) km² is larger than the earth. Is its CRS right? "
                + "See: steppe inspect \(raster)"
        case .pixelsTooSmall(let raster, let size):
            "\(raster): a pixel has a side of \(size) m, less than a millimetre. Is its place right? "
                + "See: steppe inspect \(raster)"
        case .tooManyPixels(let file, let zone, let raster, let most):
            "\(file): zone '\(zone)' reaches more than \(most) pixels from the first of \(raster). "
                + "Is the size of its pixels right? If so, clip the zone to the raster"
        case .offItsCRS(let raster, let fault, let code):
            "\(raster): \(fault). "
                + (code.map { "If so, \(Remedy.rasterCRS($0).text)" }
                    ?? "Place it anew: gdal_translate -a_srs EPSG:… -a_ullr LEFT TOP RIGHT BOTTOM "
                    + "\(raster) placed.tif")
        case .zoneOffItsCRS(let file, let feature, let fault, let code):
            "\(file): \(feature.map { "\($0): " } ?? "")\(fault). "
                + "If you know the right CRS, \(Remedy.zonesCRS(code ?? "EPSG:…").text)"
        case .widerThanTheEarth(let raster, let degrees):
            "\(raster): goes \(degrees)° around the earth, so that ground would be counted more than "
                + "once. Cut it to 360° at most: gdal_translate -srcwin 0 0 COLUMNS ROWS"
        case .nothingKnown(let raster):
            "\(raster): there is nothing to measure: every pixel is nodata, masked or off the raster. "
                + "See: steppe inspect \(raster)"
        case .noCRS(let file, let layer):
            "\(file): layer '\(layer)' names no CRS. If you know it, "
                + Remedy.zonesCRS("EPSG:4490").text
        case .noField(let file, let field, let fields):
            "\(file): has no field '\(field)'; its fields are \(fields.joined(separator: ", "))"
        case .noZones(let file, let why): "\(file): holds no zone to measure: \(why)"
        case .notPolygons(let file, let zone):
            "\(file): zone '\(zone)' has no area: it is made of lines or points. "
                + "Give polygons, or \(Remedy.leaveOut.text)"
        case .offTheEarth(let file, let feature, let vertex, let crs):
            "\(file): \(feature) has a vertex at \(vertex), which is no place in \(crs). "
                + "Mend the vertex, or name the CRS that the coordinates are in: "
                + Remedy.zonesCRS("EPSG:…").text
        case .notMended(let file, let feature, let why): "\(file): \(feature) is invalid: \(why)"
        case .outside(let file, let raster):
            "\(file): no zone reaches \(raster). Compare: steppe inspect \(file) \(raster)"
        case .untransformable(let file, let zone, let crs):
            "\(file): zone '\(zone)' has points that have no place in \(crs), the raster's CRS. "
                + "Clip the zone to where that projection is meant for"
        case .aroundPole(let file, let zone, let crs):
            "\(file): zone '\(zone)' surrounds a pole, so its outline does not close in \(crs), the "
                + "raster's CRS. Cut it along a meridian, from the pole outwards"
        case .notAligned(let raster, let first):
            "\(raster): its grid is not that of \(first). Align it first, by a rule of your "
                + "choice: gdalwarp -r near -te … -ts … (steppe inspect prints both grids)"
        case .notACode(let raster, let value, let column, let row):
            "\(raster): \(value) at column \(column), row \(row) is no class code. "
                + "Is this a raster of quantities? Class codes are whole numbers"
        case .tooManyCodes(let raster, let count):
            "\(raster): has more than \(count) different codes. Is this a raster of quantities?"
        case .valueTooLarge(let raster, let value):
            "\(raster): the value \(value) is too large to be added exactly. Is its nodata value "
                + "declared? See: steppe inspect \(raster)"
        }
    }
}
