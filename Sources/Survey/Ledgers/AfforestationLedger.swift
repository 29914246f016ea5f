// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import Zonal

/// Verified parcels of new forest, from a table or from polygons, with plots where there are any.
struct AfforestationLedger {
    /// A parcel, or its part in one zone.
    struct Entry {
        let zone: String
        /// `nil` counts in every year.
        let year: Int?
        let parcel: AfforestationParcel
    }

    let entries: [Entry]

    init(_ ledger: SurveyFile.Ledgers.Afforestation, zones: ZoneLayer) throws {
        let plots = try ledger.plots.map { try Self.survival(onPlots: $0, zones: zones) }
        let info = try VectorSource(opening: ledger.file).layer()
        entries =
            info.geometryType.contains("Polygon")
            ? try Self.polygons(ledger.file, zones, plots)
            : try Self.table(ledger.file, zones, plots)
    }

    /// Survival by parcel: living plants over planted ones, all its plots together.
    private static func survival(
        onPlots path: String, zones: ZoneLayer
    ) throws -> [String: Double] {
        let table = try LedgerTable(path, needs: ["parcel", "planted", "alive"], zones: zones)
        var sums: [String: (planted: Double, alive: Double)] = [:]
        for row in table.rows {
            let planted = try row.required("planted")
            let alive = try row.required("alive")
            guard planted > 0, alive <= planted else {
                throw SurveyError.unusable(
                    file: path,
                    why: "row \(row.number) has \(alive) plants alive of \(planted) planted")
            }
            let parcel = row.text("parcel") ?? ""
            sums[parcel, default: (0, 0)].planted += planted
            sums[parcel, default: (0, 0)].alive += alive
        }
        return sums.mapValues { $0.alive / $0.planted }
    }

    private static func survival(
        _ row: LedgerTable.Row, _ plots: [String: Double]?, _ path: String
    ) throws -> Double {
        guard let plots else {
            let survival = try row.required("survival")
            guard survival <= 1 else {
                throw SurveyError.unusable(
                    file: path,
                    why:
                        "row \(row.number) has a survival of \(survival); it is a fraction: 85 % is "
                        + "0.85")
            }
            return survival
        }
        guard let parcel = row.text("parcel"), let found = plots[parcel] else {
            throw SurveyError.unusable(
                file: path,
                why: "row \(row.number) names no parcel that has plots; each verified parcel needs "
                    + "one, by its column 'parcel'")
        }
        return found
    }

    private static func table(
        _ path: String, _ zones: ZoneLayer, _ plots: [String: Double]?
    ) throws -> [Entry] {
        let table = try LedgerTable(
            path, needs: ["zone", plots == nil ? "survival" : "parcel"], zones: zones)
        guard table.columns.contains("area_ha") || table.columns.contains("area_m2") else {
            throw ZoneError.noField(file: path, field: "area_ha", fields: table.columns)
        }
        return try table.rows.map { row in
            let hectares = try row.number("area_ha")
            let zone = row.text("zone") ?? "all"
            return Entry(
                zone: zone, year: try row.year(),
                parcel: AfforestationParcel(
                    area: try hectares.map { $0 * 10_000 } ?? row.required("area_m2"),
                    survival: try survival(row, plots, path),
                    weight: try row.number("weight") ?? 1, stratum: row.text("stratum") ?? zone))
        }
    }

    /// Each polygon's part in each zone, by its area on the ellipsoid.
    private static func polygons(
        _ path: String, _ zones: ZoneLayer, _ plots: [String: Double]?
    ) throws -> [Entry] {
        let table = try LedgerTable(
            path, needs: [plots == nil ? "survival" : "parcel"], zones: zones)
        var shapes: [[Polygon]] = []
        let file = try VectorSource(opening: path)
        let info = try file.layer()
        try file.forEachFeature { feature in shapes.append(feature.geometry?.polygons ?? []) }
        guard let crs = info.crs else { throw ZoneError.noCRS(file: path, layer: info.name) }
        var entries: [Entry] = []
        for (row, polygons) in zip(table.rows, shapes) where !polygons.isEmpty {
            let survival = try survival(row, plots, path)
            let year = try row.year()
            let weight = try row.number("weight") ?? 1
            let areas = try LayerAreas(of: DissolvedLayer(polygons, crs: crs), over: zones)
            for (zone, area) in areas.byZone.sorted(by: { $0.key < $1.key }) where area > 0 {
                entries.append(
                    Entry(
                        zone: zone, year: year,
                        parcel: AfforestationParcel(
                            area: area, survival: survival, weight: weight,
                            stratum: row.text("stratum") ?? zone)))
            }
        }
        return entries
    }
}
