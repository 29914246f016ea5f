// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
package import PlaneGeometry
internal import Zonal

/// Survey polygons and what their fields mean: a 地类图斑 layer, DLTB by habit.
public struct ParcelSource: Hashable, Sendable {
    /// The file, folder or database: shapefile, GeoPackage, FileGDB.
    public var path: String
    /// The layer; may be left out where there is only one.
    public var layer: String?
    /// The class code, as text or number.
    public var classField: String?
    /// The polygon's area in m² as the survey states it: checked, never counted.
    public var areaField: String?
    /// The share of field ridges 田坎系数, 0…1.
    public var ridgeField: String?
    /// The area net of ridges 图斑地类面积, m²; used where there is no share of ridges.
    public var netField: String?
    /// An SQL condition that leaves features out.
    public var filter: String?
    /// The CRS to assume where the layer names none, or a wrong one.
    public var crs: String?
    /// The driver's open options, `KEY=VALUE`, such as `ENCODING=GBK`.
    public var openOptions: [String] = []

    /// The document that issued the polygons as an official survey; `nil` where nobody says so.
    public var official: String?

    /// Parcels of a file, with the field names of the third land survey where none are given.
    public init(path: String) { self.path = path }
}

/// One survey polygon.
package struct Parcel {
    /// Its place in the file, from 1.
    package let number: Int
    package let polygons: [Polygon]
    /// The class code: text as it stands, or a number's digits.
    package let code: String
    let statedArea: Double?
    /// The share of its area that is field ridges; `nil` where the layer does not say.
    package let ridges: Double?
}

/// The polygons of a layer in longitude and latitude, valid, with their fields read.
package struct ParcelLayer {
    package let parcels: [Parcel]
    /// Longitude and latitude on the layer's own datum.
    package let crs: CRS
    package let hasRidges: Bool
    /// Parcels that GEOS had to mend, by number.
    package let mended: [Int]
    /// Features without an area, by number.
    package let skipped: [Int]

    /// Reads a layer.
    ///
    /// Vertices are taken to 10⁻⁹ degree (0.1 mm), which is what a FileGDB keeps, so that the same
    /// parcels give the same bytes from any format.
    package init(reading source: ParcelSource) throws {
        let file = try VectorSource(opening: source.path, options: source.openOptions)
        let info = try file.layer(source.layer)
        let stated = try source.crs.map { try CRS($0) } ?? info.crs
        guard let stated else { throw ZoneError.noCRS(file: source.path, layer: info.name) }
        let fields = try ParcelFields(of: info, source)
        let base = try stated.geographicBase()
        let transform = stated.isGeographic ? nil : try CoordinateTransform(from: stated, to: base)
        var parcels: [Parcel] = []
        var mended: [Int] = []
        var skipped: [Int] = []
        let ground = FeatureGround(of: source.path, in: stated)
        let placedGround = FeatureGround(of: source.path, in: base)
        try file.forEachFeature(in: source.layer, where: source.filter) { feature in
            let number = feature.number
            guard let geometry = feature.geometry, !geometry.polygons.isEmpty else {
                return skipped.append(number)
            }
            if number == 1 { try refuseOffItsCRS(geometry.extent, stated, file: source.path) }
            let name = "parcel \(number)"
            try ground.check(geometry.polygons, of: name)
            let shape = Geometry(try geometry.polygons.map { try $0.placed(by: transform) })
            let (polygons, isMended) = try placedGround.read(shape, called: name)
            if isMended { mended.append(number) }
            guard !polygons.isEmpty else { return skipped.append(number) }
            parcels.append(try fields.parcel(number, polygons, feature, in: source.path))
        }
        guard !parcels.isEmpty else {
            throw ZoneError.noZones(file: source.path, why: "the layer has no parcel with an area")
        }
        self.parcels = parcels
        crs = base
        hasRidges = fields.hasRidges
        self.mended = mended
        self.skipped = skipped
    }
}

/// Where a layer keeps what.
private struct ParcelFields {
    private let code: Int
    private let area: Int?
    private let ridges: Int?
    private let net: Int?

    init(of info: LayerInfo, _ source: ParcelSource) throws(ZoneError) {
        func place(_ named: String?, or habits: [String]) throws(ZoneError) -> Int? {
            guard let named else { return habits.compactMap { info.index(ofField: $0) }.first }
            if let index = info.index(ofField: named) { return index }
            throw .noField(file: source.path, field: named, fields: info.fields.map(\.name))
        }
        guard let code = try place(source.classField, or: ["DLBM"]) else {
            throw .noField(file: source.path, field: "DLBM", fields: info.fields.map(\.name))
        }
        self.code = code
        area = try place(source.areaField, or: ["TBMJ"])
        ridges = try place(source.ridgeField, or: ["KCXS"])
        net = try place(source.netField, or: ["TBDLMJ"])
    }

    var hasRidges: Bool { ridges != nil || net != nil && area != nil }

    func parcel(
        _ number: Int, _ polygons: [Polygon], _ feature: Feature, in file: String
    ) throws -> Parcel {
        func value(_ index: Int?, _ what: String) throws(SurveyError) -> Double? {
            guard let index, let value = feature.values[index].number else { return nil }
            guard value >= 0, value.isFinite else {
                throw .unusable(
                    file: file,
                    why: "parcel \(number) has \(what) \(value); it cannot be below 0. Mend the "
                        + "field, or leave the parcel out with where")
            }
            return value
        }
        let stated = try value(area, "the area")
        var share = try value(ridges, "the share of ridges")
        if share == nil, let net = try value(net, "the net area"), let stated, stated > 0 {
            share = max(0, 1 - net / stated)
        }
        if let share, share > 1 {
            throw SurveyError.unusable(
                file: file,
                why: "parcel \(number) has a share of ridges of \(share); it must lie within 0…1 "
                    + "(is it a percentage?)")
        }
        let text = feature.values[code].text ?? ""
        return Parcel(
            number: number, polygons: polygons, code: text.filter { !$0.isWhitespace },
            statedArea: stated, ridges: share)
    }
}

extension Polygon {
    /// In another CRS where asked for, and on a lattice of 10⁻⁹ degree.
    package func placed(by transform: CoordinateTransform?) throws(GDALError) -> Polygon {
        var rings = rings
        for index in rings.indices {
            if let transform { try transform.apply(to: &rings[index]) }
            for vertex in rings[index].indices {
                rings[index][vertex].x = (rings[index][vertex].x * 1e9).rounded() / 1e9
                rings[index][vertex].y = (rings[index][vertex].y * 1e9).rounded() / 1e9
            }
        }
        return Polygon(rings: rings)
    }
}
