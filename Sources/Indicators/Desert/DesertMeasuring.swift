// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Zonal

/// Measures deserts in years of rasters and of polygons.
struct DesertMeasuring {
    let survey: SurveyFile
    let jobs: Int

    /// A piece of a part, with what the polygons of each year say of it.
    private struct Piece {
        let part: Int
        var shape: Geometry
        /// By year of polygons, in the order of the years asked for: the kind of ground.
        var seeds: [Seed]
    }

    /// What polygons tell of ground before its cover is known.
    private struct Seed: Hashable {
        let category: String
        let kind: BareKind?
    }

    /// A desert in one year, by part.
    func year(
        _ region: SurveyFile.Desert, in parts: ZoneLayer, _ land: LandYear
    ) async throws -> DesertYear {
        var sums: [[DesertYear.Ground?: Amount]] = []
        let scenarios = scenarios(of: [land])
        var others = scenarios.map { _ in [[SandState?: Amount]]() }
        if land.cover != nil {
            sums = Array(repeating: [:], count: parts.zones.count)
            others = scenarios.map { _ in Array(repeating: [:], count: parts.zones.count) }
            try await measure(parts, [land], CoverBreaks(scenarios)) { part, spots, amount in
                sums[part][spots[0].ground, default: Amount()] += amount
                for (index, scenario) in scenarios.enumerated() {
                    let state = spots[0].state(by: scenario.after)
                    others[index][part][state, default: Amount()] += amount
                }
            }
        }
        return DesertYear(
            region: region, year: land.year, parts: parts, ground: sums,
            others: zip(scenarios, others).map { ($0, $1) })
    }

    /// A desert at the baseline and in a later year, by part.
    func change(
        _ region: SurveyFile.Desert, in parts: ZoneLayer, from base: LandYear, to now: LandYear
    ) async throws -> DesertAccount {
        var sums: [[DesertAccount.Change?: Amount]] = []
        let scenarios = scenarios(of: [base, now])
        var others = scenarios.map { _ in [[DesertAccount.Change?: Amount]]() }
        if base.cover != nil && now.cover != nil {
            sums = Array(repeating: [:], count: parts.zones.count)
            others = scenarios.map { _ in Array(repeating: [:], count: parts.zones.count) }
            try await measure(parts, [base, now], CoverBreaks(scenarios)) { part, spots, amount in
                func change(_ before: SandBreaks, _ after: SandBreaks) -> DesertAccount.Change? {
                    guard let then = spots[0].state(by: before), let now = spots[1].state(by: after)
                    else { return nil }
                    return DesertAccount.Change(before: then, after: now)
                }
                sums[part][change(SandBreaks(), SandBreaks()), default: Amount()] += amount
                for (index, scenario) in scenarios.enumerated() {
                    let other = change(scenario.before, scenario.after)
                    others[index][part][other, default: Amount()] += amount
                }
            }
        }
        return DesertAccount(
            region: region, baseline: base.year, year: now.year, parts: parts, states: sums,
            others: zip(scenarios, others).map { ($0, $1) })
    }

    /// What the ratios of some years, the later last, may rest on otherwise.
    private func scenarios(of lands: [LandYear]) -> [DesertScenario] {
        guard let last = lands.last else { return [] }
        let hasNDVI = lands.allSatisfy { survey.endMembers(of: $0.year) != nil }
        return DesertScenario.all(of: survey, in: last.year, hasNDVI: hasNDVI)
    }

    /// What the land cover and the vegetation cover of one year say of a piece of ground.
    private struct Spot {
        let seed: Seed?
        /// `nil` where the cover has no value.
        let cover: Double?

        /// `nil` where nothing is known of it.
        func state(by breaks: SandBreaks) -> SandState? {
            guard let seed, seed.category != LandCover.Category.nodata.key else { return nil }
            guard seed.category == LandCover.Category.sandBare.key else {
                return SandState(category: seed.category)
            }
            return cover.map(breaks.state)
        }

        var ground: DesertYear.Ground? {
            state(by: SandBreaks()).map { state in
                let isBare = seed?.category == LandCover.Category.sandBare.key
                return DesertYear.Ground(
                    state: state, kind: isBare ? seed?.kind : nil,
                    degree: isBare ? cover.flatMap(SandificationDegree.init) : nil)
            }
        }
    }

    /// Tells the amount of each combination of what the years have, part by part.
    private func measure(
        _ parts: ZoneLayer, _ lands: [LandYear], _ breaks: CoverBreaks,
        _ body: (_ part: Int, _ spots: [Spot], Amount) -> Void
    ) async throws {
        let crs = try survey.rasterCRS.map { try CRS($0) }
        let grid = try reference(lands)
        // By year: where its land cover, unless it is polygons, and its cover stand in the layers.
        var places: [(land: Int?, cover: Int)] = []
        var layers: [Measurement.Layer] = []
        for land in lands {
            var place: Int?
            if case .raster(let rasters, _) = land {
                let view = try AlignedSource(
                    rasters.landCover, onGridOf: grid, assuming: crs)
                place = layers.count
                layers.append(Measurement.Layer(view.raster, band: survey.landCoverBand))
            }
            guard let cover = try land.cover?.moved(onGridOf: grid, assuming: crs) else { return }
            places.append((place, layers.count))
            layers.append(cover.layer(by: breaks))
        }
        var measurement = Measurement(layers)
        measurement.rasterCRS = crs
        let pieces = try pieces(of: parts, lands)
        let ground = ZoneLayer(
            zones: pieces.enumerated().map {
                Zone(id: "\($0)", polygons: $1.shape.polygons)
            }, crs: parts.crs, name: parts.name)
        if !ground.zones.isEmpty {
            let tally = try await measurement.tally(over: ground, jobs: jobs)
            for (piece, amounts) in zip(pieces, tally.amounts) {
                let zone = parts.zones[piece.part].id
                for (codes, amount) in amounts {
                    var seeds = piece.seeds.makeIterator()
                    let spots = zip(lands, places).map { land, place in
                        Spot(
                            seed: place.land.map { seed(land, codes[$0], zone) } ?? seeds.next(),
                            cover: Self.cover(codes[place.cover], breaks))
                    }
                    body(piece.part, spots, amount)
                }
            }
        }
    }

    /// The newest raster of land cover; the newest cover where all years are polygons.
    private func reference(_ lands: [LandYear]) throws -> RasterInfo {
        for land in lands.reversed() {
            if case .raster(let rasters, _) = land { return rasters.info }
        }
        for land in lands.reversed() {
            if let cover = land.cover { return try Dataset(opening: cover.source.raster).info }
        }
        preconditionFailure("a desert is measured in years with cover")
    }

    private func seed(_ land: LandYear, _ code: Code, _ zone: String) -> Seed? {
        guard case .raster(_, let account) = land else { return nil }
        let category = account.category(of: code, zone: zone)
        guard category != "outside", category != LandCover.Category.nodata.key else { return nil }
        let scheme = account.scheme.scheme
        return Seed(
            category: category, kind: scheme.landClass(of: scheme.meaning(of: code))?.bareKind)
    }

    private static func cover(_ bin: Code, _ breaks: CoverBreaks) -> Double? {
        guard case .value(let number) = bin, number != CoverRaster.absurd else { return nil }
        return breaks.cover(ofBin: number)
    }

    /// The parts cut by the polygons of each year that has them; what no parcel covers has the
    /// category `nodata`.
    private func pieces(of parts: ZoneLayer, _ lands: [LandYear]) throws -> [Piece] {
        var pieces = parts.zones.enumerated().map {
            Piece(part: $0, shape: Geometry($1.polygons), seeds: [])
        }
        for land in lands {
            guard case .parcels(let parcels) = land else { continue }
            let grounds = try seededGround(parcels, onto: parts.crs)
            pieces = try pieces.flatMap { piece -> [Piece] in
                var cutPieces: [Piece] = []
                var rest = piece.shape
                for (seed, shape) in grounds[parts.zones[piece.part].id] ?? [] {
                    let shared = try piece.shape.intersection(shape)
                    guard !shared.polygons.isEmpty else { continue }
                    cutPieces.append(
                        Piece(part: piece.part, shape: shared, seeds: piece.seeds + [seed]))
                    rest = try rest.difference(shape)
                }
                if !rest.polygons.isEmpty {
                    let nothing = Seed(category: LandCover.Category.nodata.key, kind: nil)
                    cutPieces.append(
                        Piece(part: piece.part, shape: rest, seeds: piece.seeds + [nothing]))
                }
                return cutPieces
            }
        }
        return pieces
    }

    /// By zone: the parcels' ground by what it says of sand, dissolved.
    private func seededGround(
        _ parcels: ParcelYear, onto crs: CRS
    ) throws -> [String: [(Seed, Geometry)]] {
        let account = parcels.account
        let transform =
            account.crs.isSame(as: crs)
            ? nil : try CoordinateTransform(from: account.crs, to: crs)
        var grounds: [String: [(Seed, Geometry)]] = [:]
        for (key, pieces) in zip(account.zones, account.pieces) {
            var bySeed: [(Seed, [Polygon])] = []
            for (code, polygons) in pieces.sorted(by: { $0.key < $1.key }) {
                let category = parcels.category(of: code, zone: key.id)
                // Ground that is not bare differs only by whether it is vegetated.
                let seed = Seed(
                    category: category,
                    kind: category == LandCover.Category.sandBare.key
                        ? account.landClass(code)?.bareKind : nil)
                if let place = bySeed.firstIndex(where: { $0.0 == seed }) {
                    bySeed[place].1 += polygons
                } else {
                    bySeed.append((seed, polygons))
                }
            }
            grounds[key.id] = try bySeed.map { seed, polygons in
                (seed, try Geometry(polygons.map { try $0.moved(by: transform) }).dissolved())
            }
        }
        return grounds
    }
}
