// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import PlaneGeometry
internal import Zonal

/// Stand polygons laid over zones: what each zone holds of each stand.
struct StandOverlay {
    /// By zone.
    let stands: [String: [StandingVolume.Stand]]
    /// Stands that overlap another one, in all m² counted twice.
    let overlap: Double

    init(_ source: SurveyFile.Stands, over zones: ZoneLayer) throws {
        let path = source.source.path
        let file = try VectorSource(opening: path, options: source.source.openOptions)
        let info = try file.layer(source.source.layer)
        func place(_ field: String) throws(ZoneError) -> Int {
            guard let index = info.index(ofField: field) else {
                throw .noField(file: path, field: field, fields: info.fields.map(\.name))
            }
            return index
        }
        let volume = try place(source.volumeField)
        let kind = try source.kindField.map { try place($0) }
        guard let crs = try source.source.crs.map({ try CRS($0) }) ?? info.crs else {
            throw ZoneError.noCRS(file: path, layer: info.name)
        }
        let base = try crs.geographicBase()
        let standTransform = crs.isGeographic ? nil : try CoordinateTransform(from: crs, to: base)
        let zoneTransform =
            zones.crs.isSame(as: base) ? nil : try CoordinateTransform(from: zones.crs, to: base)
        let places = try zones.zones.compactMap { zone in
            let shape = Geometry(try zone.polygons.map { try $0.placed(by: zoneTransform) })
            return shape.extent.map { (zone.id, PreparedGeometry(shape), $0) }
        }
        let tree = ExtentTree(places.map(\.2))
        let areas = PolygonArea(in: base)
        var stands: [String: [StandingVolume.Stand]] = [:]
        var all: [Polygon] = []
        let ground = FeatureGround(of: path, in: crs)
        try file.forEachFeature(in: source.source.layer, where: source.source.filter) { feature in
            let number = feature.number
            guard let geometry = feature.geometry, !geometry.polygons.isEmpty else { return }
            guard let perHectare = feature.values[volume].number else {
                throw SurveyError.unusable(
                    file: path, why: "stand \(number) has no '\(source.volumeField)'")
            }
            guard perHectare >= 0, perHectare.isFinite else {
                throw SurveyError.unusable(
                    file: path,
                    why: "stand \(number) has \(perHectare) in '\(source.volumeField)'; a volume "
                        + "cannot be below 0")
            }
            let polygons = try ground.read(geometry, called: "stand \(number)").polygons
            let shape = Geometry(try polygons.map { try $0.placed(by: standTransform) })
            all += shape.polygons
            let word = kind.flatMap { feature.values[$0].text } ?? ""
            guard let extent = shape.extent else { return }
            for place in tree.overlapping(extent) {
                let (zone, outline, _) = places[place]
                let part =
                    outline.contains(shape)
                    ? shape.polygons
                    : try outline.geometry.intersection(shape).polygons.map {
                        try $0.placed(by: nil)
                    }
                let area = areas.squareMetres(of: part)
                guard area > 0 else { continue }
                stands[zone, default: []].append(
                    StandingVolume.Stand(
                        area: area, volumePerHectare: perHectare,
                        kind: source.openKinds.contains(word) ? .open : .forest))
            }
        }
        self.stands = stands
        let sum = areas.squareMetres(of: all)
        let union = areas.squareMetres(of: try Geometry(all).dissolved().polygons)
        overlap = max(0, sum - union)
    }
}
