// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import GDAL
internal import PlaneGeometry
package import Zonal

/// Measure polygons cut so that no two pieces overlap, zone by zone.
package struct MeasureOverlay {
    package let pieces: [String: [TreatedPiece]]

    /// Each hectare takes the year in which it was first treated; it is kept where any measure on
    /// it is.
    package init(_ ledger: SurveyFile.Measures, zones: ZoneLayer) throws {
        let source = ledger.source
        let file = try VectorSource(opening: source.path, options: source.openOptions)
        let info = try file.layer(source.layer)
        guard let yearIndex = info.index(ofField: ledger.yearField) else {
            throw ZoneError.noField(
                file: source.path, field: ledger.yearField, fields: info.fields.map(\.name))
        }
        let keptIndex = ledger.keptField.flatMap { info.index(ofField: $0) }
        guard let crs = try source.crs.map({ try CRS($0) }) ?? info.crs else {
            throw ZoneError.noCRS(file: source.path, layer: info.name)
        }
        var byYear: [Int: [Polygon]] = [:]
        var lost: [Polygon] = []
        var kept: [Polygon] = []
        let ground = FeatureGround(of: source.path, in: crs)
        try file.forEachFeature(in: source.layer, where: source.filter) { feature in
            let number = feature.number
            guard let year = feature.values[yearIndex].number.flatMap(Int.init(exactly:))
            else {
                throw SurveyError.unusable(
                    file: source.path, why: "measure \(number) has no '\(ledger.yearField)'")
            }
            guard let geometry = feature.geometry else { return }
            let polygons = try ground.read(geometry, called: "measure \(number)").polygons
            byYear[year, default: []] += polygons
            let isKept = keptIndex.map { feature.values[$0].number ?? 1 } ?? 1
            if isKept != 0 { kept += polygons } else { lost += polygons }
        }
        let standing = lost.isEmpty ? nil : try DissolvedLayer(kept, crs: crs)
        var pieces: [String: [TreatedPiece]] = [:]
        var before: Geometry?
        for (year, polygons) in byYear.sorted(by: { $0.key < $1.key }) {
            let layer = try DissolvedLayer(polygons, crs: crs)
            let new = try before.map { try layer.shape.difference($0) } ?? layer.shape
            before = try before?.union(layer.shape) ?? layer.shape
            guard !new.polygons.isEmpty else { continue }
            let fresh = try DissolvedLayer(new.polygons, crs: layer.crs)
            let whole = try LayerAreas(of: fresh, over: zones)
            let standingAreas = try standing.map {
                try LayerAreas(of: fresh, over: zones, within: $0)
            }
            for (zone, area) in whole.byZone where area > 0 {
                let keptArea = min(area, standingAreas?.byZone[zone] ?? area)
                pieces[zone, default: []].append(TreatedPiece(area: keptArea, years: [year]))
                if area > keptArea {
                    pieces[zone, default: []].append(
                        TreatedPiece(area: area - keptArea, years: [year], isKept: false))
                }
            }
        }
        self.pieces = pieces
    }
}
