// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
public import Tables
public import Words
public import Zonal

/// A raster of cover, or of its change, zone by zone: what `steppe cover --zones` prints.
public struct CoverZones: Sendable {
    /// How much cover must change before a pixel counts as lost or gained (a judgement).
    public static let steady = 0.05

    /// Pixels below which a zone's mean is told to rest on few (a judgement).
    public static let fewPixels = 30.0

    /// The raster that ``CoverRun`` wrote.
    public var raster: String
    /// Whether it holds a change.
    public var isChange: Bool
    /// Where to measure.
    public var zones: ZoneSource
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// A raster of cover, or of its change, over zones.
    public init(of raster: String, isChange: Bool, over zones: ZoneSource) {
        self.raster = raster
        self.isChange = isChange
        self.zones = zones
    }

    /// What came out.
    public struct Result: Sendable {
        /// The zones' means, as ``run()`` has them.
        public let table: Table
        /// Zones whose mean rests on few pixels.
        public let notes: [LocalizedText]
    }

    /// `zone,name,mean,area_m2,nodata_m2`, for a change with `lost_m2,steady_m2,gained_m2`; the
    /// zone `all` is all of them together.
    public func run() async throws -> Result {
        let layer = try ZoneLayer(reading: zones, jobs: jobs)
        let measurement = Measurement(
            [
                Measurement.Layer(
                    raster,
                    role: .bins(rule: "change beyond \(Self.steady)") {
                        $0 < -Self.steady ? 0 : $0 > Self.steady ? 2 : 1
                    })
            ], values: Measurement.Values(raster, rule: "as it is") { $0 })
        let tally = try await measurement.tally(over: layer, jobs: jobs)
        var table = Table(
            isChange ? "cover_change" : "cover",
            columns: ["zone", "name", "mean", "area_m2", "nodata_m2"]
                + (isChange ? ["lost_m2", "steady_m2", "gained_m2"] : []))
        var rows = zip(tally.zones, tally.amounts).map { ($0, $1) }
        rows.append((Tally.ZoneKey(id: "all", name: ""), tally.sum()))
        for (zone, amounts) in rows {
            let whole = amounts.values.reduce(into: Amount()) { $0 += $1 }
            let valued = whole.valuedAreaSquareMetres
            var row: [Table.Cell] = [
                .text(zone.id), .text(zone.name),
                Table.Cell(valued > 0 ? tally.integral(of: whole) / valued : nil),
                .number(valued), .number(whole.areaSquareMetres - valued),
            ]
            if isChange {
                row += (0...2).map { .number(amounts[[.value($0)]]?.areaSquareMetres ?? 0) }
            }
            table.append(row)
        }
        let few = zip(tally.zones, tally.amounts).compactMap { zone, amounts -> String? in
            let pixels = amounts.values.reduce(into: Amount()) { $0 += $1 }.pixels
            let name = zone.name.isEmpty ? zone.id : zone.name
            return pixels < Self.fewPixels ? "\(name) (\(Int(pixels.rounded())))" : nil
        }
        guard !few.isEmpty else { return Result(table: table, notes: []) }
        let list = few.prefix(20).joined(separator: ", ") + (few.count > 20 ? " …" : "")
        return Result(
            table: table,
            notes: [
                LocalizedText(
                    zh: "均值所据像元少于\(Int(Self.fewPixels))个，仅供参考：\(list)",
                    en:
                        "means that rest on fewer than \(Int(Self.fewPixels)) pixels, a hint at most: "
                        + "\(list)")
            ])
    }
}
