// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Words
internal import Zonal

/// What became what where one of the two years, or both, are survey polygons.
///
/// A year of polygons and a raster are compared on the raster: each class's ground is measured in
/// it as a zone would be, so rows (or columns) are the raster year's own areas to the last bit. Two
/// years of polygons are laid over one another; rows and columns are both years' own areas to the
/// last bit. What is left (gaps, and what rounding in the overlay leaves, of either sign) stands
/// under `outside`, so that every matrix closes on its zone.
struct ParcelChange {
    /// A year's land, measured over the zones.
    enum Side {
        case raster(RasterSide)
        case parcels(ParcelSide)

        var scheme: ClassScheme {
            switch self {
            case .raster(let side): side.scheme
            case .parcels(let side): side.account.scheme
            }
        }
    }

    struct RasterSide {
        let layer: Measurement.Layer
        let crs: CRS?
        /// The raster alone, over the zones.
        let tally: Tally
        let scheme: ClassScheme
        /// What a code counts as in a zone.
        let category: (_ code: Code, _ zone: String) -> String
    }

    struct ParcelSide {
        let account: ParcelAccount
        let file: String
        /// What a class counts as in a zone.
        let category: (_ code: String, _ zone: String) -> String
    }

    let jobs: Int

    private typealias Cells = [ChangeAccount.Pair: Int128]

    /// Labels of one year, and what they are called.
    private struct Labels {
        var names: [String: LocalizedText] = [:]

        mutating func key(_ label: ChangeAccount.Label) -> String {
            names[label.key] = label.name
            return label.key
        }
    }

    /// What became what, by category where `byCategory` says so, or where it is `nil` and the schemes
    /// differ.
    func account(
        from before: Side, to after: Side, byCategory wanted: Bool? = nil
    ) async throws -> ChangeAccount {
        let byCategory = wanted ?? (before.scheme.id != after.scheme.id)
        var labels = Labels()
        let outside = labels.key(ChangeAccount.Label(ofCategory: "outside"))
        let matrix: (cells: [Cells], totals: [Int128], zones: [Tally.ZoneKey])
        switch (before, after) {
        case (.parcels(let early), .parcels(let late)):
            matrix = try overlay(early, late, byCategory, &labels, outside)
        case (.raster(let raster), .parcels(let late)):
            matrix = try await measured(raster, late, byCategory, &labels, outside)
        case (.parcels(let early), .raster(let raster)):
            let flipped = try await measured(raster, early, byCategory, &labels, outside)
            matrix = (
                flipped.cells.map { cells in
                    cells.reduce(into: [:]) { result, cell in
                        result[.init(before: cell.key.after, after: cell.key.before)] = cell.value
                    }
                }, flipped.totals, flipped.zones
            )
        case (.raster, .raster):
            preconditionFailure("two rasters are measured together")
        }
        let files = [before, after].compactMap { side in
            if case .parcels(let parcels) = side { parcels.file } else { nil as String? }
        }
        for (index, cells) in matrix.cells.enumerated() {
            try refuseOverlaps(
                cells, of: matrix.zones[index], on: matrix.totals[index], outside, files)
        }
        return try ChangeAccount(
            matrix.cells, of: matrix.zones, closingOn: matrix.totals, names: labels.names,
            isByCategory: byCategory)
    }

    /// Refuses a matrix in which more ground has a class than there is.
    private func refuseOverlaps(
        _ cells: Cells, of zone: Tally.ZoneKey, on total: Int128, _ outside: String,
        _ files: [String]
    ) throws {
        let excess = cells.reduce(Int128(0)) { sum, cell in
            let touches = cell.key.before == outside || cell.key.after == outside
            return touches && cell.value < 0 ? sum - cell.value : sum
        }
        guard ZoneChange.squareMetres(excess) > max(1, ZoneChange.squareMetres(total) * 1e-6)
        else { return }
        throw SurveyError.unusable(
            file: files.joined(separator: ", "),
            why:
                "in zone '\(zone.id)' parcels overlap by \(ZoneChange.squareMetres(excess)) m², so "
                + "what became what cannot be told. steppe parcels FILE --zones ZONES --problems "
                + "tells where; mend the layer")
    }

    private func label(
        _ parcels: ParcelSide, _ code: String, _ zone: String, _ byCategory: Bool
    ) -> ChangeAccount.Label {
        byCategory
            ? ChangeAccount.Label(ofCategory: parcels.category(code, zone))
            : ChangeAccount.Label(ofParcels: code, parcels.account)
    }

    // MARK: A raster and polygons

    /// Cells from the raster's label to that of the polygons.
    private func measured(
        _ raster: RasterSide, _ parcels: ParcelSide, _ byCategory: Bool, _ labels: inout Labels,
        _ outside: String
    ) async throws -> (cells: [Cells], totals: [Int128], zones: [Tally.ZoneKey]) {
        func rasterLabel(_ code: Code, _ zone: String) -> ChangeAccount.Label {
            byCategory
                ? ChangeAccount.Label(ofCategory: raster.category(code, zone))
                : ChangeAccount.Label(ofClass: code, raster.scheme)
        }
        var ground: [Zone] = []
        var places: [(zone: Int, label: String)] = []
        let order = Dictionary(
            raster.tally.zones.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        for (key, pieces) in zip(parcels.account.zones, parcels.account.pieces) {
            guard let zone = order[key.id] else { continue }
            for (code, polygons) in pieces.sorted(by: { $0.key < $1.key }) {
                places.append((zone, labels.key(label(parcels, code, key.id, byCategory))))
                ground.append(Zone(id: "\(ground.count)", polygons: polygons))
            }
        }
        var measurement = Measurement([raster.layer])
        measurement.rasterCRS = raster.crs
        let tally = try await measurement.tally(
            over: ZoneLayer(zones: ground, crs: parcels.account.crs, name: parcels.file),
            jobs: jobs)
        var cells = [Cells](repeating: [:], count: raster.tally.zones.count)
        for (place, amounts) in zip(places, tally.amounts) {
            let zone = raster.tally.zones[place.zone].id
            for (codes, amount) in amounts {
                let pair = ChangeAccount.Pair(
                    before: labels.key(rasterLabel(codes[0], zone)), after: place.label)
                cells[place.zone][pair, default: 0] += amount.weight
            }
        }
        var totals: [Int128] = []
        for (index, zone) in raster.tally.zones.enumerated() {
            var rest: [String: Int128] = [:]
            for (codes, amount) in raster.tally.amounts[index] {
                rest[labels.key(rasterLabel(codes[0], zone.id)), default: 0] += amount.weight
            }
            totals.append(rest.values.reduce(0, +))
            for (pair, weight) in cells[index] { rest[pair.before, default: 0] -= weight }
            for (label, weight) in rest where weight != 0 {
                cells[index][.init(before: label, after: outside), default: 0] += weight
            }
        }
        return (cells, totals, raster.tally.zones)
    }

    // MARK: Polygons and polygons

    private func overlay(
        _ early: ParcelSide, _ late: ParcelSide, _ byCategory: Bool, _ labels: inout Labels,
        _ outside: String
    ) throws -> (cells: [Cells], totals: [Int128], zones: [Tally.ZoneKey]) {
        let crs = early.account.crs
        let areas = PolygonArea(in: crs)
        let transform =
            late.account.crs.isSame(as: crs)
            ? nil : try CoordinateTransform(from: late.account.crs, to: crs)
        let places = Dictionary(
            late.account.zones.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        var all: [Cells] = []
        for (index, zone) in early.account.zones.enumerated() {
            var cells: Cells = [:]
            var rows: [String: Int128] = [:]
            var columns: [String: Int128] = [:]
            let other = places[zone.id]
            for (code, amount) in early.account.amounts[index] {
                rows[labels.key(label(early, code, zone.id, byCategory)), default: 0] +=
                    amount.area
            }
            if let other {
                for (code, amount) in late.account.amounts[other] {
                    columns[labels.key(label(late, code, zone.id, byCategory)), default: 0] +=
                        amount.area
                }
                let before = try shapes(
                    early, index, zone.id, byCategory, transform: nil, &labels)
                let after = try shapes(
                    late, other, zone.id, byCategory, transform: transform, &labels)
                for (from, one) in before {
                    for (to, two) in after {
                        let shared = try one.intersection(two).polygons.map {
                            try $0.placed(by: nil)
                        }
                        let area = areas.units(of: shared)
                        if area != 0 { cells[.init(before: from, after: to)] = area }
                    }
                }
            }
            for (pair, area) in cells {
                rows[pair.before, default: 0] -= area
                columns[pair.after, default: 0] -= area
            }
            var rest = early.account.zoneAreas[index] - cells.values.reduce(0, +)
            for (label, area) in rows where area != 0 {
                cells[.init(before: label, after: outside), default: 0] += area
                rest -= area
            }
            for (label, area) in columns where area != 0 {
                cells[.init(before: outside, after: label), default: 0] += area
                rest -= area
            }
            if rest != 0 { cells[.init(before: outside, after: outside), default: 0] += rest }
            all.append(cells.mapValues { $0 << 47 })
        }
        return (all, early.account.zoneAreas.map { $0 << 47 }, early.account.zones)
    }

    /// The ground of a zone by label, dissolved.
    private func shapes(
        _ parcels: ParcelSide, _ index: Int, _ zone: String, _ byCategory: Bool,
        transform: CoordinateTransform?, _ labels: inout Labels
    ) throws -> [(String, Geometry)] {
        var byLabel: [String: [Polygon]] = [:]
        for (code, polygons) in parcels.account.pieces[index] {
            byLabel[labels.key(label(parcels, code, zone, byCategory)), default: []] +=
                try polygons.map { try $0.moved(by: transform) }
        }
        return try byLabel.sorted { $0.key < $1.key }.map {
            ($0.key, try Geometry($0.value).dissolved())
        }
    }
}

extension ParcelChange.Side {
    /// A year of a survey, shrub resolved zone by zone.
    package init(_ land: LandYear, of survey: SurveyFile) throws {
        switch land {
        case .raster(let rasters, let account):
            self = .raster(
                ParcelChange.RasterSide(
                    layer: Measurement.Layer(
                        rasters.landCover.raster, band: survey.landCoverBand),
                    crs: try survey.rasterCRS.map { try CRS($0) }, tally: account.tally,
                    scheme: account.scheme.scheme, category: account.category(of:zone:)))
        case .parcels(let year):
            self = .parcels(
                ParcelChange.ParcelSide(
                    account: year.account, file: year.file, category: year.category(of:zone:)))
        }
    }
}
