// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
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
        let table = try AttributeTable(reading: ledger.file)
        entries =
            table.hasPolygons
            ? try Self.polygons(table, zones, plots) : try Self.table(table, zones, plots)
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
                throw row.error("has \(alive) plants alive of \(planted) planted")
            }
            let parcel = row.text("parcel") ?? ""
            sums[parcel, default: (0, 0)].planted += planted
            sums[parcel, default: (0, 0)].alive += alive
        }
        return sums.mapValues { $0.alive / $0.planted }
    }

    private static func survival(
        _ row: LedgerTable.Row, _ plots: [String: Double]?
    ) throws -> Double {
        guard let plots else {
            return try row.share("survival")
        }
        guard let parcel = row.text("parcel"), let share = plots[parcel] else {
            throw row.error(
                "names no parcel that has plots; each verified parcel needs one, by its column "
                    + "'parcel'")
        }
        return share
    }

    private static func table(
        _ source: AttributeTable, _ zones: ZoneLayer, _ plots: [String: Double]?
    ) throws -> [Entry] {
        let table = try LedgerTable(
            source, needs: ["zone", plots == nil ? "survival" : "parcel"], zones: zones)
        guard table.columns.contains("area_ha") || table.columns.contains("area_m2") else {
            throw ZoneError.noField(file: source.path, field: "area_ha", fields: table.columns)
        }
        return try table.rows.map { row in
            let hectares = try row.number("area_ha")
            let zone = row.text("zone") ?? "all"
            let area = try hectares.map { $0 * 10_000 } ?? row.required("area_m2")
            return Entry(
                zone: zone, year: try row.year(),
                parcel: AfforestationParcel(
                    area: area,
                    // A row of zero, for a zone without plantings, has no survival to tell.
                    survival: area == 0 ? 1 : try survival(row, plots),
                    weight: try row.number("weight") ?? 1, stratum: row.text("stratum") ?? zone))
        }
    }

    /// Each polygon's part in each zone, by its area on the ellipsoid.
    private static func polygons(
        _ source: AttributeTable, _ zones: ZoneLayer, _ plots: [String: Double]?
    ) throws -> [Entry] {
        let table = try LedgerTable(
            source, needs: [plots == nil ? "survival" : "parcel"], zones: zones)
        guard let crs = source.crs else {
            throw ZoneError.noCRS(file: source.path, layer: source.path.fileName)
        }
        let ground = FeatureGround(of: source.path, in: crs)
        let shapes = try source.rows.map { row in
            try row.geometry.map { try ground.read($0, called: row.name).polygons } ?? []
        }
        var entries: [Entry] = []
        for (row, polygons) in zip(table.rows, shapes) where !polygons.isEmpty {
            let survival = try survival(row, plots)
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
