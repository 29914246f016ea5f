// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import PlaneGeometry
internal import Words
internal import Zonal

/// The accepted measures of a desert, each hectare once.
struct DesertLedger {
    let region: SurveyFile.Desert
    private let overlay: MeasureOverlay
    /// m² that can be treated, by zone.
    private let treatable: [String: Double]
    private let parts: ZoneLayer

    init(
        _ region: SurveyFile.Desert, _ measures: SurveyFile.Measures, _ parts: ZoneLayer
    ) throws {
        self.region = region
        var ground = parts
        if let mask = region.treatable {
            let shape = try DissolvedLayer(reading: mask)
            let base = try parts.crs.geographicBase()
            let transform =
                parts.crs.isGeographic ? nil : try CoordinateTransform(from: parts.crs, to: base)
            let outline = try shape.moved(to: base)
            ground = ZoneLayer(
                zones: try parts.zones.map { zone in
                    let part = Geometry(try zone.polygons.map { try $0.moved(by: transform) })
                    return Zone(
                        id: zone.id, name: zone.name,
                        polygons: try part.intersection(outline).polygons)
                }, crs: base, name: parts.name)
        }
        self.parts = parts
        overlay = try MeasureOverlay(measures, zones: ground)
        let base = try ground.crs.geographicBase()
        let areas = PolygonArea(in: base)
        let transform =
            ground.crs.isGeographic ? nil : try CoordinateTransform(from: ground.crs, to: base)
        var treatable: [String: Double] = [:]
        for zone in ground.zones {
            treatable[zone.id] = areas.squareMetres(
                of: try zone.polygons.map { try $0.placed(by: transform) })
        }
        self.treatable = treatable
    }

    /// The ratio of what was accepted and is kept until a year, zone by zone and for the city.
    func results(in year: Int, cityName: String) throws -> [IndicatorResult] {
        var treated: [String: Double] = [:]
        for (zone, pieces) in overlay.pieces {
            treated[zone] = pieces.filter { $0.isKept && ($0.years.min() ?? year) <= year }
                .reduce(0) { $0 + $1.area }
        }
        func sum(_ areas: [String: Double]) -> Double {
            areas.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        }
        var places = parts.zones.map {
            ($0.id, $0.name, treated[$0.id] ?? 0, treatable[$0.id] ?? 0)
        }
        places.append(("all", cityName, sum(treated), sum(treatable)))
        return try places.map { zone, name, treated, treatable in
            let place = ZoneYear(year: year, zone: zone, name: name)
            guard treatable > 0 else {
                return IndicatorResult(
                    region.indicator, variant: DesertVariant.ledger.rawValue, at: place,
                    unit: .fraction, status: IndicatorResult.nothingToCount)
            }
            var result = try DesertTreatment.ledger(
                region.indicator, treated: min(treated, treatable), treatable: treatable, at: place
            )
            if region.treatable == nil {
                result.notes.append(
                    LocalizedText(
                        zh: "无可治理范围，以全区计", en: "without a mask the whole region counts as treatable"
                    ))
            }
            return result
        }
    }
}
