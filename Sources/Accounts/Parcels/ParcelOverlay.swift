// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
package import LandCover
internal import PlaneGeometry
internal import Words
package import Zonal

/// Lays parcels over zones and measures what they share.
package struct ParcelOverlay {
    package let rule: PolygonArea.Rule
    package let unknown: UnknownCodes
    /// Whether overlaps between parcels are looked for.
    package let checksOverlaps: Bool

    package init(rule: PolygonArea.Rule, unknown: UnknownCodes, checksOverlaps: Bool) {
        self.rule = rule
        self.unknown = unknown
        self.checksOverlaps = checksOverlaps
    }

    /// A zone on the parcels' datum, indexed.
    private struct Place {
        let key: Tally.ZoneKey
        let shape: PreparedGeometry
        let extent: Extent
        let area: Int128
    }

    package func account(
        of layer: ParcelLayer, over zones: ZoneLayer?, by scheme: ClassScheme, file: String
    ) throws -> ParcelAccount {
        let areas = PolygonArea(in: layer.crs, rule: rule)
        let codes = try ParcelCodes(layer.parcels, scheme: scheme, unknown: unknown, file: file)
        let places = try places(zones, layer, areas)
        var amounts = [[String: ParcelAmount]](repeating: [:], count: places.count)
        var pieces = [[String: [Polygon]]](repeating: [:], count: places.count)
        var problems = notes(of: layer) + codes.problems
        let survey = PolygonArea(in: layer.crs, rule: .survey)
        let tree = ExtentTree(places.map(\.extent))
        for parcel in layer.parcels {
            let shape = Geometry(parcel.polygons)
            guard let extent = shape.extent else { continue }
            if let problem = statedAreaProblem(parcel, survey) { problems.append(problem) }
            let landClass = codes.classes[parcel.code] ?? nil
            for index in tree.overlapping(extent) {
                let place = places[index]
                let part =
                    place.shape.contains(shape)
                    ? parcel.polygons
                    : try place.shape.geometry.intersection(shape).polygons.map {
                        try $0.placed(by: nil)
                    }
                guard !part.isEmpty else { continue }
                let area = areas.units(of: part)
                guard area > 0 else { continue }
                let ridges = (Double(area) * (parcel.ridges ?? 0)).rounded()
                let code = landClass?.code.description ?? "nodata"
                amounts[index][code, default: ParcelAmount()] += ParcelAmount(
                    parcels: 1, area: area, ridges: Int128(ridges))
                pieces[index][code, default: []] += part
            }
        }
        if checksOverlaps { problems += try overlaps(layer.parcels, areas) }
        problems += gaps(places, amounts)
        return ParcelAccount(
            zones: places.map(\.key), zoneAreas: places.map(\.area), amounts: amounts,
            scheme: codes.scheme, hasRidges: layer.hasRidges, problems: problems,
            pieces: pieces, crs: layer.crs)
    }

    /// The zones on the parcels' datum; without zones, all that the parcels cover.
    private func places(
        _ zones: ZoneLayer?, _ layer: ParcelLayer, _ areas: PolygonArea
    ) throws -> [Place] {
        guard let zones else {
            let union = try Geometry(layer.parcels.flatMap(\.polygons)).dissolved().polygons
                .map { try $0.placed(by: nil) }
            return [try place(Tally.ZoneKey(id: "all", name: ""), union, areas)].compactMap { $0 }
        }
        let isSame = zones.crs.isSame(as: layer.crs)
        let transform = isSame ? nil : try CoordinateTransform(from: zones.crs, to: layer.crs)
        let places = try zones.zones.compactMap { zone in
            let polygons = try zone.polygons.map { try $0.placed(by: transform) }
            return try place(Tally.ZoneKey(id: zone.id, name: zone.name), polygons, areas)
        }
        let all = places.map(\.extent).reduce(nil as Extent?) { $0?.union($1) ?? $1 }
        let reach = Extent(around: layer.parcels.lazy.flatMap(\.polygons).flatMap { $0.rings[0] })
        guard let all, let reach, all.overlaps(reach) else {
            throw ZoneError.outside(file: zones.name, raster: "the parcels")
        }
        return places
    }

    private func place(
        _ key: Tally.ZoneKey, _ polygons: [Polygon], _ areas: PolygonArea
    ) throws(GDALError) -> Place? {
        let shape = try Geometry(polygons).madeValid()
        guard let extent = shape.extent else { return nil }
        return Place(
            key: key, shape: PreparedGeometry(shape), extent: extent,
            area: areas.units(of: shape.polygons))
    }

    // MARK: Problems

    private func notes(of layer: ParcelLayer) -> [ParcelProblem] {
        layer.mended.map {
            ParcelProblem(
                kind: .mended, zone: "", parcels: [$0], area: nil,
                description: LocalizedText(
                    zh: "图斑\($0)几何无效，已按奇偶规则修复",
                    en: "parcel \($0) was invalid and was mended by the even-odd rule"))
        }
            + layer.skipped.map {
                ParcelProblem(
                    kind: .skipped, zone: "", parcels: [$0], area: nil,
                    description: LocalizedText(
                        zh: "要素\($0)没有面积，未计入",
                        en: "feature \($0) has no area and was left out"))
            }
    }

    /// An area field more than 1 m² and a part in 10⁴ off the polygon's 图斑椭球面积.
    private func statedAreaProblem(_ parcel: Parcel, _ survey: PolygonArea) -> ParcelProblem? {
        guard let stated = parcel.statedArea else { return nil }
        let measured = survey.squareMetres(of: parcel.polygons)
        guard abs(stated - measured) > max(1, measured * 1e-4) else { return nil }
        return ParcelProblem(
            kind: .areaField, zone: "", parcels: [parcel.number], area: stated - measured,
            description: LocalizedText(
                zh: "图斑\(parcel.number)登记面积\(rounded(stated)) m²，几何面积\(rounded(measured)) m²",
                en: "parcel \(parcel.number) states \(rounded(stated)) m², its geometry has "
                    + "\(rounded(measured)) m²"))
    }

    /// Pairs of parcels that share more than 0.01 m².
    ///
    /// Where all parcels together cover as much as they add up to, no two overlap, and no pair is
    /// looked at.
    private func overlaps(_ parcels: [Parcel], _ areas: PolygonArea) throws -> [ParcelProblem] {
        let sum = parcels.reduce(Int128(0)) { $0 + areas.units(of: $1.polygons) }
        let union = try Geometry(parcels.flatMap(\.polygons)).dissolved()
        let excess = Double(sum - areas.units(of: union.polygons))
        guard abs(excess) / PolygonArea.unitsPerSquareMetre > 0.01 else { return [] }
        let items = parcels.compactMap { parcel -> (Parcel, Geometry, Extent)? in
            let shape = Geometry(parcel.polygons)
            return shape.extent.map { (parcel, shape, $0) }
        }.sorted { ($0.2.minX, $0.0.number) < ($1.2.minX, $1.0.number) }
        let tree = ExtentTree(items.map(\.2))
        var problems: [ParcelProblem] = []
        for (index, item) in items.enumerated() {
            for other in tree.overlapping(item.2) where other < index {
                let shared = try items[other].1.intersection(item.1).polygons.map {
                    try $0.placed(by: nil)
                }
                let area = areas.squareMetres(of: shared)
                guard area > 0.01 else { continue }
                let pair = [items[other].0.number, item.0.number].sorted()
                problems.append(
                    ParcelProblem(
                        kind: .overlap, zone: "", parcels: pair, area: area,
                        description: LocalizedText(
                            zh: "图斑\(pair[0])与\(pair[1])重叠\(rounded(area)) m²，均已计入",
                            en: "parcels \(pair[0]) and \(pair[1]) overlap by "
                                + "\(rounded(area)) m²; both are counted")))
            }
        }
        return problems.sorted { $0.parcels.lexicographicallyPrecedes($1.parcels) }
    }

    /// Ground of a zone that no parcel covers, as far as overlaps do not hide it.
    private func gaps(_ places: [Place], _ amounts: [[String: ParcelAmount]]) -> [ParcelProblem] {
        zip(places, amounts).compactMap { place, zoneAmounts in
            let covered = zoneAmounts.values.reduce(Int128(0)) { $0 + $1.area }
            let gap = Double(place.area - covered) / PolygonArea.unitsPerSquareMetre
            guard gap > 1 else { return nil }
            return ParcelProblem(
                kind: .gap, zone: place.key.id, parcels: [], area: gap,
                description: LocalizedText(
                    zh: "区域“\(place.key.id)”有\(rounded(gap)) m²不在任何图斑内",
                    en: "\(rounded(gap)) m² of zone '\(place.key.id)' lie in no parcel"))
        }
    }

    private func rounded(_ area: Double) -> String { "\((area * 100).rounded() / 100)" }
}

/// What the codes of a layer mean.
private struct ParcelCodes {
    let scheme: ClassScheme
    /// By the code as the layer has it; `nil` is unknown.
    private(set) var classes: [String: LandClass?] = [:]
    private(set) var problems: [ParcelProblem] = []

    init(
        _ parcels: [Parcel], scheme: ClassScheme, unknown: UnknownCodes, file: String
    ) throws {
        let byCode = Dictionary(grouping: parcels, by: \.code)
        let numbers = byCode.keys.compactMap { $0.hasPrefix("0") ? nil : Int($0) }
        var reading = scheme
        do {
            reading = try scheme.readingLostZeros(among: numbers)
        } catch {
            if unknown == .error { throw Self.located(error, byCode, file) }
        }
        for code in byCode.keys.sorted() {
            do {
                classes[code] = .some(try reading.landClass(forText: code))
            } catch {
                if unknown == .error { throw Self.located(error, byCode, file) }
                classes[code] = .some(nil)
                problems.append(
                    ParcelProblem(
                        kind: .unknownCode, zone: "",
                        parcels: byCode[code]?.prefix(5).map(\.number) ?? [], area: nil,
                        description: LocalizedText(
                            zh:
                                "\(byCode[code]?.count ?? 0)个图斑的地类编码“\(code)”不在“\(scheme.id)”中，计为未分类",
                            en: "code '\(code)' of \(byCode[code]?.count ?? 0) parcels is "
                                + "unknown to '\(scheme.id)' and counts as unclassified")))
            }
        }
        self.scheme = reading
    }

    private static func located(
        _ error: UnknownCodeError, _ parcels: [String: [Parcel]], _ file: String
    ) -> UnknownCodeError {
        var error = error
        error.file = file
        return error
    }
}
