// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Zonal

/// Mapped areas in m² by class, from a tally or from a table.
struct MappedAreas {
    /// By zone, then by class as written.
    private(set) var byZone: [String: [String: Double]] = [:]
    private(set) var total: [String: Double] = [:]

    init() {}

    init(_ tally: Tally) {
        var whole: [String: Amount] = [:]
        for (zone, amounts) in zip(tally.zones, tally.amounts) {
            for (codes, amount) in amounts {
                guard case .value = codes[0] else { continue }
                byZone[zone.id, default: [:]]["\(codes[0])"] = amount.areaSquareMetres
                whole["\(codes[0])", default: Amount()] += amount
            }
        }
        total = whole.mapValues(\.areaSquareMetres)
    }

    /// Reads a table of areas or sizes; rows of nodata, of outside and of the zone `all` are left
    /// out where others are there.
    init(
        readingFrom path: String, keys: [String] = ["class"],
        sizes: [String] = ["area_m2", "pixels", "size"]
    ) throws {
        let table = try AttributeTable(reading: path)
        let change = table.index(ofAny: "before").flatMap { before in
            table.index(ofAny: "after").map { [before, $0] }
        }
        guard let key = keys.compactMap({ table.index(ofAny: $0) }).first.map({ [$0] }) ?? change,
            let size = sizes.compactMap({ table.index(ofAny: $0) }).first
        else {
            throw ZoneError.noField(
                file: path, field: "\(keys[0])' and '\(sizes[0])", fields: table.columns)
        }
        let zone = table.index(ofAny: "zone")
        for row in table.rows {
            guard let name = Transition.text(of: key, in: row),
                !["nodata", "outside"].contains(where: name.split(separator: ">").contains)
            else { continue }
            guard let area = row.cells[size].number, area >= 0 else {
                throw row.error("has no area of '\(name)', or one below 0; mend the table")
            }
            let place = zone.flatMap { row.cells[$0].text } ?? "all"
            byZone[place, default: [:]][name, default: 0] += area
        }
        let parts = byZone.count > 1 ? byZone.filter { $0.key != "all" } : byZone
        for (_, areas) in parts.sorted(by: { $0.key < $1.key }) {
            for (name, area) in areas { total[name, default: 0] += area }
        }
    }

    /// m² by label; what the labels count as nodata is left out.
    func labelled(by labels: ClassLabels) throws -> [String: Double] {
        var sum: [String: Double] = [:]
        for (name, area) in total.sorted(by: { $0.key < $1.key }) {
            let label = try labels.label(of: name, in: "the mapped areas")
            if label != "nodata", !isNoData(name, labels) { sum[label, default: 0] += area }
        }
        return sum
    }

    private func isNoData(_ name: String, _ labels: ClassLabels) -> Bool {
        guard let scheme = labels.scheme, let code = Int(name) else { return false }
        return scheme.nodata.contains(code)
    }
}
