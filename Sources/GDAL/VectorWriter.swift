// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files

/// A new file of vector layers and tables, and its only owner; end with ``close()``.
public struct VectorWriter: ~Copyable {
    /// The path that is written.
    public let name: String
    private let driver: String
    private var handle: GDALDatasetH?
    private let written = WrittenLayers()

    /// Creates a file.
    ///
    /// - Parameters:
    ///   - name: The path to create.
    ///   - driver: GDAL's short name of the format: `GPKG`, `GeoJSON`, `FlatGeobuf`.
    ///   - options: The driver's dataset creation options, `KEY=VALUE`.
    /// - Throws: ``GDALError`` where it cannot be created.
    public init(
        creating name: String, driver: String, options: [String] = []
    ) throws(GDALError) {
        GDALRuntime.register()
        self.name = name
        self.driver = driver
        handle = try creating("create", on: name) {
            withCStrings(options) { options in
                GDALCreate(
                    GDALGetDriverByName(driver), name, 0, 0,
                    0, GDT_Unknown, options)
            }
        }
    }

    /// What features of a layer are made of.
    public enum Shape: Sendable {
        /// Rows without a place: a table.
        case none
        case polygon
        case multiPolygon
        case point
        /// Geometries of any kind.
        case any
    }

    /// Adds a layer and all its features, in one transaction where the format knows them.
    ///
    /// - Parameters:
    ///   - layer: The layer's name.
    ///   - shape: What its geometries are.
    ///   - crs: Theirs; `nil` for a table.
    ///   - fields: Names and types of the values.
    ///   - options: The driver's layer creation options, `KEY=VALUE`.
    ///   - rows: Values in the order of the fields, and a geometry where there is one.
    /// - Throws: ``GDALError`` where the format refuses them, or the disk is full.
    public func add(
        layer: String, shape: Shape, crs: CRS?, fields: [Field], options: [String] = [],
        rows: [(values: [FieldValue], geometry: Geometry?)]
    ) throws {
        try add(layer: layer, shape: shape, crs: crs, fields: fields, options: options) { write in
            for row in rows { try write(row.values, row.geometry) }
        }
    }

    /// Adds a layer whose features come one at a time, so that not all need be in memory.
    ///
    /// Polygons for GeoJSON are brought to WGS 84 and cut as RFC 7946 wants them.
    ///
    /// `features` calls its argument with each feature's values and geometry.
    public func add(
        layer: String, shape: Shape, crs: CRS?, fields: [Field], options: [String] = [],
        features: (_ write: ([FieldValue], Geometry?) throws -> Void) throws -> Void
    ) throws {
        let type: OGRwkbGeometryType =
            switch shape {
            case .none: wkbNone
            case .polygon: wkbPolygon
            case .multiPolygon: wkbMultiPolygon
            case .point: wkbPoint
            case .any: wkbUnknown
            }
        let cutter = try globeCutter(shape, crs, options)
        let crs = cutter == nil ? crs : try CRS.wgs84()
        let created = try creating("add layer '\(layer)' to", on: name) {
            withCStrings(options) { options in
                if let crs {
                    crs.withHandle {
                        GDALDatasetCreateLayer(handle, layer, $0, type, options)
                    }
                } else {
                    GDALDatasetCreateLayer(handle, layer, nil, type, options)
                }
            }
        }
        for field in fields {
            try writing("add field '\(field.name)' to", on: name, limits: written.add) {
                let type: OGRFieldType =
                    switch field.kind {
                    case .integer: OFTInteger64
                    case .real: OFTReal
                    case .text: OFTString
                    }
                let definition = OGR_Fld_Create(field.name, type)
                defer { OGR_Fld_Destroy(definition) }
                // The usual fifteen decimals leave eight digits before the point: 100 km² in m².
                if driver == "ESRI Shapefile" && field.kind == .real {
                    OGR_Fld_SetWidth(definition, 24)
                    OGR_Fld_SetPrecision(definition, 10)
                }
                // Its names have ten letters: longer ones are cut short, and that is said.
                let isCut: Int32 = driver == "ESRI Shapefile" ? 1 : 0
                return OGR_L_CreateField(created, definition, isCut) == OGRERR_NONE ? () : nil
            }
        }
        written.begin(layer, fieldCount: fields.count)
        let inTransaction = GDALDatasetStartTransaction(handle, 0) == OGRERR_NONE
        try features { values, geometry in
            let cut = try cutter.flatMap { cutter in try geometry.map { try cutter.cut($0) } }
            try write(values, cut ?? geometry, shape, to: created)
        }
        if inTransaction {
            try writing("commit", on: name) {
                GDALDatasetCommitTransaction(handle) == OGRERR_NONE ? () : nil
            }
        }
    }

    /// For polygons of a format that knows WGS 84 alone.
    private func globeCutter(
        _ shape: Shape, _ crs: CRS?, _ options: [String]
    ) throws(GDALError) -> GlobeCutter? {
        let isPolygons =
            switch shape {
            case .polygon, .multiPolygon: true
            case .none, .point, .any: false
            }
        let isWGS84 =
            driver == "GeoJSONSeq"
            || driver == "GeoJSON" && options.contains { $0.uppercased() == "RFC7946=YES" }
        guard isPolygons, isWGS84, let crs else { return nil }
        return try GlobeCutter(from: crs)
    }

    private func write(
        _ values: [FieldValue], _ geometry: Geometry?, _ shape: Shape, to layer: OGRLayerH
    ) throws(GDALError) {
        if driver == "ESRI Shapefile" { try refuseLongTexts(values) }
        try writing("write a feature to", on: name, limits: written.add) { () -> Void? in
            let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
            defer { OGR_F_Destroy(feature) }
            for (index, value) in values.enumerated() {
                switch value {
                case .null: OGR_F_SetFieldNull(feature, Int32(index))
                case .integer(let number):
                    OGR_F_SetFieldInteger64(feature, Int32(index), GIntBig(number))
                case .real(let number): OGR_F_SetFieldDouble(feature, Int32(index), number)
                case .text(let text): OGR_F_SetFieldString(feature, Int32(index), text)
                }
            }
            if let geometry {
                var copy = OGR_G_Clone(geometry.handle)
                if case .multiPolygon = shape { copy = OGR_G_ForceToMultiPolygon(copy) }
                OGR_F_SetGeometryDirectly(feature, copy)
            }
            written.add(OGR_F_GetGeometryRef(feature))
            return OGR_L_CreateFeature(layer, feature) == OGRERR_NONE ? () : nil
        }
    }

    /// A shapefile would cut texts short.
    private func refuseLongTexts(_ values: [FieldValue]) throws(GDALError) {
        for case .text(let text) in values where text.utf8.count > 254 {
            throw GDALError(
                operation: "write a feature to", subject: name,
                reasons: [
                    "a shapefile holds 254 bytes of text, and '\(text.prefix(20))…' has "
                        + "\(text.utf8.count); write a GeoPackage (.gpkg) instead"
                ])
        }
    }

    /// Writes what is pending, and reads the file through: it must hold every layer and feature.
    ///
    /// - Returns: What the format's limits changed, in GDAL's words.
    /// - Throws: ``GDALError`` where the disk was full, or anything was lost.
    @discardableResult
    public consuming func close() throws(GDALError) -> [String] {
        let (name, driver, written) = (name, driver, written)
        let closing = handle.take()
        try writing("finish", on: name) { GDALClose(closing) }
        // GeoJSON rounds coordinates, and turns them into longitudes and latitudes.
        try written.check(name, keepsCoordinates: !driver.hasPrefix("GeoJSON"))
        return written.limits
    }

    deinit { if let handle { GDALClose(handle) } }
}
