// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// Which features of a vector file are zones, and what they are called.
public struct ZoneSource: Hashable, Sendable {
    /// The file, folder or database.
    public var path: String
    /// The layer; may be left out where there is only one.
    public var layer: String?
    /// The field that tells zones apart; `nil` takes the feature's own number.
    public var idField: String?
    /// The field with what people call them.
    public var nameField: String?
    /// An SQL condition that leaves features out.
    public var filter: String?
    /// The CRS to assume where the layer names none, or a wrong one.
    public var crs: String?
    /// The driver's open options, `KEY=VALUE`.
    public var openOptions: [String] = []

    /// Zones from a file.
    public init(
        path: String, layer: String? = nil, idField: String? = nil, nameField: String? = nil,
        filter: String? = nil, crs: String? = nil
    ) {
        self.path = path
        self.layer = layer
        self.idField = idField
        self.nameField = nameField
        self.filter = filter
        self.crs = crs
    }
}

extension ZoneLayer {
    /// Reads zones, mends what is invalid, and joins the features that share an id.
    ///
    /// Features without area are left out. What was mended, merged or left out stands in ``notes``.
    ///
    /// - Parameters:
    ///   - source: The file, and which of its features to take.
    ///   - jobs: Threads.
    /// - Throws: ``ZoneError`` where nothing can be measured, `GDALError` where the file is broken.
    public init(reading source: ZoneSource, jobs: Int = 1) throws {
        let file = try VectorSource(opening: source.path, options: source.openOptions)
        let info = try file.layer(source.layer)
        let pipeline = try source.crs.flatMap { text in
            Pipeline.isPipeline(text) ? try Pipeline(text) : nil
        }
        let crs =
            try pipeline == nil ? source.crs.map { try CRS($0) } ?? info.crs : CRS.wgs84()
        guard let crs else { throw ZoneError.noCRS(file: source.path, layer: info.name) }
        let idIndex = try source.idField.map { try info.place(of: $0, in: source.path) }
        let nameIndex = try source.nameField.map { try info.place(of: $0, in: source.path) }
        var parts = ZoneParts(file: source.path, crs: pipeline == nil ? crs : nil)
        try file.forEachFeature(in: source.layer, where: source.filter) { feature in
            let id = idIndex.map { feature.values[$0].text ?? "" } ?? String(feature.id)
            let name = nameIndex.flatMap { feature.values[$0].text } ?? ""
            try parts.add(id: id, name: name, feature.geometry)
        }
        let zones = try parts.zones(jobs: jobs)
        guard !zones.isEmpty else {
            throw ZoneError.noZones(
                file: source.path,
                why: parts.notes.first.map { $0.description } ?? "the layer has no features")
        }
        let layer = ZoneLayer(zones: zones, crs: crs, name: source.path, notes: parts.notes)
        self = try pipeline.map { try layer.moved(by: $0) } ?? layer
        try refuseOffTheirCRS()
    }
}

extension LayerInfo {
    /// Where a field stands, or an error that names those that there are.
    fileprivate func place(of field: String, in file: String) throws(ZoneError) -> Int {
        if let index = index(ofField: field) { return index }
        throw .noField(file: file, field: field, fields: fields.map(\.name))
    }
}

/// Gathers features into zones.
private struct ZoneParts {
    let file: String
    private let ground: FeatureGround
    private(set) var notes: [ZoneNote] = []
    private var features: [(id: String, name: String, geometry: Geometry)] = []
    private var order: [String] = []
    private var names: [String: String] = [:]
    private var parts: [String: [[Polygon]]] = [:]

    init(file: String, crs: CRS?) {
        self.file = file
        ground = FeatureGround(of: file, in: crs)
    }

    mutating func add(id: String, name: String, _ geometry: Geometry?) throws(ZoneError) {
        guard let geometry, !geometry.isEmpty else {
            notes.append(ZoneNote(.skipped, zones: [id], "zone '\(id)' has no geometry: left out"))
            return
        }
        try ground.check(geometry.polygons, of: "zone '\(id)'")
        features.append((id, name, geometry))
    }

    private mutating func join(
        _ id: String, _ name: String, _ geometry: Geometry, invalidity: String?
    ) throws {
        let polygons = try ground.polygons(
            of: geometry, called: "zone '\(id)'", invalidity: invalidity)
        if let invalidity {
            let change = Geometry(polygons).area - geometry.area
            notes.append(
                ZoneNote(
                    .mended, zones: [id],
                    "zone '\(id)' was invalid (\(invalidity)) and was mended by the even-odd rule; "
                        + "its planar area changed by \(change) square units"))
        }
        guard !polygons.isEmpty else {
            guard !geometry.polygons.isEmpty else {
                throw ZoneError.notPolygons(file: file, zone: id)
            }
            notes.append(ZoneNote(.skipped, zones: [id], "zone '\(id)' has no area: left out"))
            return
        }
        if parts[id] == nil { order.append(id) }
        names[id] = names[id] ?? name
        parts[id, default: []].append(polygons)
    }

    mutating func zones(jobs: Int) throws -> [Zone] {
        let reasons = Geometry.invalidities(of: features.map(\.geometry), jobs: jobs)
        for (feature, reason) in zip(features, reasons) {
            try join(feature.id, feature.name, feature.geometry, invalidity: reason)
        }
        var zones: [Zone] = []
        for id in order {
            let parts = parts[id] ?? []
            var polygons = parts.flatMap(\.self)
            if parts.count > 1 {
                polygons = try Geometry(polygons).dissolved().polygons
                notes.append(
                    ZoneNote(
                        .merged, zones: [id],
                        "\(parts.count) features share the id '\(id)' and are measured as one zone"
                    ))
            }
            zones.append(Zone(id: id, name: names[id] ?? "", polygons: polygons))
        }
        return zones
    }
}
