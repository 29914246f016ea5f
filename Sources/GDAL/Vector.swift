// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files

/// What a field holds.
public enum FieldValue: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    /// The value as text: whole numbers without a point; `nil` where nothing is set.
    public var text: String? {
        switch self {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number):
            if number == number.rounded(), abs(number) < 1e15 {
                String(Int(number))
            } else {
                String(number)
            }
        case .text(let text): text
        }
    }

    /// The value as a finite number, where it is one or reads as a decimal one.
    public var number: Double? {
        switch self {
        case .null: nil
        case .integer(let number): Double(number)
        case .real(let number): number.isFinite ? number : nil
        case .text(let text):
            text.utf8.contains(where: { $0 | 0x20 == 0x78 })  // 0x1p3
                ? nil : Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}

/// A field's name and type.
public struct Field: Hashable, Sendable {
    /// The types that Steppe writes.
    public enum Kind: Hashable, Sendable { case integer, real, text }

    /// Its name, as stored.
    public let name: String
    /// Its type.
    public let kind: Kind

    /// A field.
    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// A feature, out of its layer.
public struct Feature {
    /// GDAL's own number for it.
    public let id: Int
    /// Its place among the features that are read, from 1.
    public let number: Int
    /// In the order of the layer's fields.
    public let values: [FieldValue]
    /// Its geometry; `nil` where it has none.
    public let geometry: Geometry?
}

/// What a layer is.
public struct LayerInfo: Hashable, Sendable {
    /// The layer's name.
    public let name: String
    /// The CRS of its coordinates; `nil` where it names none.
    public let crs: CRS?
    /// Names and types, in the order of a feature's values.
    public let fields: [Field]
    /// GDAL's name of the geometry type.
    public let geometryType: String
    /// How many features it has.
    public let featureCount: Int

    /// A field's place among the values of a feature, by name, in any case of letters.
    public func index(ofField name: String) -> Int? {
        fields.firstIndex { $0.name == name }
            ?? fields.firstIndex { $0.name.lowercased() == name.lowercased() }
    }
}

/// An open file of vector layers, and its only owner; one thread at a time.
public struct VectorSource: ~Copyable {
    /// The path that it was opened by.
    public let name: String
    /// GDAL's short name of the format.
    public let driver: String
    private var handle: GDALDatasetH?

    /// Opens a file, folder or database for reading.
    ///
    /// A shapefile that does not say how its texts are encoded is looked at: UTF-8 or GB 18030.
    public init(opening name: String, options: [String] = []) throws(GDALError) {
        self.name = name
        try GDALRuntime.register(toOpen: name)
        try note([name])
        if let crs = CRSText.name(inGeoJSON: name) { _ = try CRS(crs) }
        var options = options
        if !options.contains(where: { $0.uppercased().hasPrefix("ENCODING=") }),
            let encoding = ShapefileEncoding.option(for: name)
        {
            options.append(encoding)
        }
        var losses = FeatureLosses(.opening)
        let opened = try openingFeatures(of: name) {
            let opened = losses.listen {
                withCStrings(options) { options in
                    GDALOpenEx(
                        name, UInt32(GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR), nil,
                        UnsafeRawPointer(options)?.assumingMemoryBound(
                            to: UnsafePointer<CChar>?.self), nil)
                }
            }
            // A driver that could not understand something, such as the CRS, goes on without it.
            guard CPLGetLastErrorType().rawValue >= CE_Failure.rawValue else { return opened }
            GDALClose(opened)
            return nil
        }
        guard losses.reasons.isEmpty else {
            GDALClose(opened)
            throw GDALError(operation: "open", subject: name, reasons: losses.reasons)
        }
        let files = GDALGetFileList(opened)
        defer { CSLDestroy(files) }
        do { try note(strings(files)) } catch {
            GDALClose(opened)
            throw error
        }
        handle = opened
        driver =
            GDALGetDatasetDriver(opened).map { String(cString: GDALGetDriverShortName($0)) } ?? ""
    }

    /// The files that it is read from, such as a shapefile's `.dbf`.
    public var files: [String] {
        let list = GDALGetFileList(handle)
        defer { CSLDestroy(list) }
        return strings(list)
    }

    /// Its layers' names.
    public var layerNames: [String] {
        (0..<GDALDatasetGetLayerCount(handle)).compactMap { index in
            OGR_L_GetName(GDALDatasetGetLayer(handle, index)).map { String(cString: $0) }
        }
    }

    /// The names of the layers that have geometry; of a GeoPackage's tables, such as `layer_styles`,
    /// none.
    public var geometryLayerNames: [String] {
        (0..<GDALDatasetGetLayerCount(handle)).compactMap { index in
            let layer = GDALDatasetGetLayer(handle, index)
            guard OGR_L_GetGeomType(layer) != wkbNone else { return nil }
            return OGR_L_GetName(layer).map { String(cString: $0) }
        }
    }

    /// What a layer is: the one named, the only one, or the only one with geometry.
    public func layer(_ wanted: String? = nil) throws(GDALError) -> LayerInfo {
        let layer = try find(wanted)
        let definition = OGR_L_GetLayerDefn(layer)
        let fields = (0..<OGR_FD_GetFieldCount(definition)).map { index in
            let field = OGR_FD_GetFieldDefn(definition, index)
            let name = OGR_Fld_GetNameRef(field).map { String(cString: $0) } ?? ""
            return Field(name, kind(of: OGR_Fld_GetType(field)))
        }
        var crs: CRS?
        if let reference = OGR_L_GetSpatialRef(layer) { crs = try CRS(handle: reference) }
        // What a GeoPackage says where nobody named a CRS.
        if crs?.name.hasPrefix("Undefined ") == true { crs = nil }
        return LayerInfo(
            name: OGR_L_GetName(layer).map { String(cString: $0) } ?? "",
            crs: crs,
            fields: fields,
            geometryType: String(cString: OGRGeometryTypeToName(OGR_L_GetGeomType(layer))),
            featureCount: Int(OGR_L_GetFeatureCount(layer, 1)))
    }

    /// Reads a layer's features in their own order.
    ///
    /// - Parameters:
    ///   - layer: The layer's name; may be left out where there is only one.
    ///   - filter: An SQL condition, as `--where` takes it.
    ///   - body: Called with each feature, which it must not keep beyond the call.
    /// - Throws: ``GDALError`` where the file is broken or GDAL cannot take a feature whole, or what
    ///   `body` throws.
    public func forEachFeature(
        in layer: String? = nil, where filter: String? = nil,
        _ body: (Feature) throws -> Void
    ) throws {
        let layer = try find(layer)
        if let filter {
            try calling("filter by \(filter)", on: name) {
                OGR_L_SetAttributeFilter(layer, filter) == OGRERR_NONE ? () : nil
            }
        }
        defer { OGR_L_SetAttributeFilter(layer, nil) }
        let announced = filter == nil ? OGR_L_GetFeatureCount(layer, 0) : -1
        let count = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))
        OGR_L_ResetReading(layer)
        var number = 0
        while let feature = try nextFeature(of: layer, number: number + 1) {
            defer { OGR_F_Destroy(feature) }
            number += 1
            try body(
                Feature(
                    id: Int(OGR_F_GetFID(feature)), number: number,
                    values: (0..<count).map { value(of: feature, $0) },
                    geometry: OGR_F_StealGeometry(feature).map { Geometry(owning: $0) }))
        }
        // A shapefile counts the records that were deleted from it.
        guard announced < 0 || announced == number || driver == "ESRI Shapefile" else {
            throw GDALError(
                operation: "read all features of", subject: name,
                reasons: [
                    "it says that it has \(announced), but \(number) can be read: it is broken"
                ])
        }
    }

    /// The next feature; an error in the file is an error, not the end, and so is whatever loses
    /// part of a feature.
    func nextFeature(
        of layer: OGRLayerH, number: Int
    ) throws(GDALError) -> OGRFeatureH? {
        var losses = FeatureLosses(.reading)
        do {
            return try calling("read feature \(number) of", on: name) { () -> OGRFeatureH?? in
                let feature = losses.listen { OGR_L_GetNextFeature(layer) }
                let hasFailed = CPLGetLastErrorType().rawValue >= CE_Failure.rawValue
                guard hasFailed || !losses.reasons.isEmpty else { return .some(feature) }
                if let feature { OGR_F_Destroy(feature) }
                return .none
            }
        } catch {
            let place =
                driver == "GeoJSON" ? FeatureLosses.firstFeature(losingIn: name) ?? number : number
            throw GDALError(
                operation: "read feature \(place) of", subject: name,
                reasons: error.reasons + losses.reasons, kind: error.failureKind)
        }
    }

    func find(_ wanted: String?) throws(GDALError) -> OGRLayerH {
        let names = layerNames
        let choice = names.map { "'\($0)'" }.joined(separator: ", ")
        if let wanted {
            if let layer = GDALDatasetGetLayerByName(handle, wanted) { return layer }
            throw GDALError(
                operation: "find layer '\(wanted)' in", subject: name,
                reasons: ["it has \(choice)"])
        }
        let places = geometryLayerNames
        let only = names.count == 1 ? names.first : places.count == 1 ? places.first : nil
        guard let only, let layer = GDALDatasetGetLayerByName(handle, only) else {
            throw GDALError(
                operation: "choose a layer of", subject: name,
                reasons: [names.isEmpty ? "it has none" : "name one of \(choice)"])
        }
        return layer
    }

    deinit { GDALClose(handle) }
}

/// Opens a file of features; an error of a GeoJSON names the feature that it is in.
private func openingFeatures(
    of name: String, _ open: () -> GDALDatasetH?
) throws(GDALError) -> GDALDatasetH {
    do { return try opening(name, open) } catch {
        guard error.failureKind == .badData, name.lowercased().hasSuffix("json"),
            let place = FeatureLosses.firstFeature(losingIn: name)
        else { throw error }
        throw GDALError(
            operation: "read feature \(place) of", subject: name, reasons: error.reasons,
            kind: error.failureKind)
    }
}

private func kind(of type: OGRFieldType) -> Field.Kind {
    switch type {
    case OFTInteger, OFTInteger64: .integer
    case OFTReal: .real
    default: .text
    }
}

private func value(of feature: OGRFeatureH, _ index: Int32) -> FieldValue {
    guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return .null }
    switch OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, index)) {
    case OFTInteger, OFTInteger64: return .integer(Int(OGR_F_GetFieldAsInteger64(feature, index)))
    case OFTReal: return .real(OGR_F_GetFieldAsDouble(feature, index))
    default:
        return OGR_F_GetFieldAsString(feature, index).map { .text(String(cString: $0)) } ?? .null
    }
}
