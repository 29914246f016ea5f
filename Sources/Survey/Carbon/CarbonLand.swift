// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import LandCover
internal import Zonal

/// The land of all zones by category, in one year or in two: what carbon is reckoned from.
struct CarbonLand: Sendable {
    /// What a piece of land was and is; `nil` is nodata or off the raster.
    struct Course: Hashable, Sendable {
        var before: LandCover.Category?
        var after: LandCover.Category?
    }

    let zones: [Tally.ZoneKey]
    /// The earlier year; the same as `to` where there is one year.
    let from: Int
    let to: Int
    /// By zone: exact areas in 2⁻⁴⁷ · 10⁻⁹ m².
    private(set) var weights: [[Course: Int128]]

    /// Land of all zones, none of it known yet.
    init(zones: [Tally.ZoneKey], from: Int, to: Int) {
        self.zones = zones
        self.from = from
        self.to = to
        weights = Array(repeating: [:], count: zones.count)
    }

    /// Adds land to a zone.
    mutating func add(
        _ weight: Int128, before: LandCover.Category?, after: LandCover.Category?, zone: Int
    ) {
        weights[zone][Course(before: before, after: after), default: 0] += weight
    }

    /// Takes shrub that no rule could judge for other shrub, unless the set has values for it.
    ///
    /// - Returns: A note where there was any.
    mutating func settleShrub(for set: CoefficientSet) -> String? {
        guard !set.lands.contains(where: { $0.category == .shrub }) else { return nil }
        var moved = 0.0
        for zone in zones.indices {
            var settled: [Course: Int128] = [:]
            for (course, weight) in weights[zone] {
                var course = course
                if course.before == .shrub || course.after == .shrub {
                    moved += Self.hectares(weight)
                }
                if course.before == .shrub { course.before = .otherShrub }
                if course.after == .shrub { course.after = .otherShrub }
                settled[course, default: 0] += weight
            }
            weights[zone] = settled
        }
        guard moved > 0 else { return nil }
        return "\(Int(moved.rounded())) ha of shrub whose kind is open (its cover or the county's "
            + "rain is not known) count as other_shrub; a row for categories = [\"shrub\"] in a "
            + "coefficients file of your own gives it values"
    }

    /// The areas of one year.
    ///
    /// - Parameter inBoth: Leaves out land that the other year does not know.
    func areas(earlier: Bool, inBoth: Bool = false) -> [ZoneAreas] {
        zip(zones, weights).map { zone, courses in
            var sums: [LandCover.Category: Int128] = [:]
            for (course, weight) in courses {
                guard let category = earlier ? course.before : course.after else { continue }
                if inBoth && (course.before == nil || course.after == nil) { continue }
                sums[category, default: 0] += weight
            }
            let hectares = sums.map { (LandType($0.key), Self.hectares($0.value)) }
            return ZoneAreas(
                zone: zone.id, hectares: Dictionary(uniqueKeysWithValues: hectares))
        }
    }

    /// The land's histories; a change is taken to have come at the end of the earlier year.
    var histories: [ZoneHistories] {
        zip(zones, weights).map { zone, courses in
            var found: [LandHistory] = []
            for (course, weight) in courses {
                guard let before = course.before, let after = course.after, weight > 0 else {
                    continue
                }
                found.append(
                    LandHistory(
                        from: LandType(before), to: LandType(after), year: from,
                        hectares: Self.hectares(weight)))
            }
            return ZoneHistories(
                zone: zone.id, histories: found.sorted { Self.order($0) < Self.order($1) })
        }
    }

    /// Land of the later year, as fluxes are applied to it.
    var fluxAreas: [FluxArea] {
        areas(earlier: false).flatMap { zone in
            zone.hectares.sorted { $0.key < $1.key }.map { land, hectares in
                FluxArea(zone: zone.zone, land: land, hectares: .fixed(hectares))
            }
        }
    }

    /// What is left out because a year does not know it, as a note.
    var note: String? {
        var (known, unknown) = (0.0, 0.0)
        for courses in weights {
            for (course, weight) in courses {
                if course.before == nil || course.after == nil {
                    unknown += Self.hectares(weight)
                } else {
                    known += Self.hectares(weight)
                }
            }
        }
        guard unknown > 0 else { return nil }
        let share = (unknown / (known + unknown) * 1e4).rounded() / 100
        return "\(Int(unknown.rounded())) ha (\(share) %) are nodata or off the raster in a year; "
            + "they have no carbon here, and no part in a change"
    }

    private static func hectares(_ weight: Int128) -> Double {
        ZoneChange.squareMetres(weight) / 10_000
    }

    private static func order(_ history: LandHistory) -> (LandType, LandType) {
        (history.start, history.conversions.last?.land ?? history.start)
    }
}

extension CarbonLand {
    /// What the request's methods say of this land, each with its uncertainty; InVEST's and the
    /// guide's aside, which do not start from areas of categories.
    func findings(_ methods: [CarbonRequest.Method], _ request: CarbonRequest) async throws
        -> [CarbonFinding]
    {
        var found: [CarbonFinding] = []
        let set = try request.set(named: request.coefficients)
        for method in methods {
            guard let account = try account(by: method, set, request) else { continue }
            found.append(
                CarbonFinding(
                    method: method, account: account,
                    estimates: try await request.estimates(of: account)))
        }
        return found
    }

    private func account(
        by method: CarbonRequest.Method, _ set: CoefficientSet, _ request: CarbonRequest
    ) throws -> CarbonAccount? {
        switch method {
        case .stock:
            return try .stock(of: areas(earlier: false), year: to, with: set)
        case .stockDifference:
            return try .stockDifference(
                before: areas(earlier: true, inBoth: true),
                after: areas(earlier: false, inBoth: true), from: from, to: to, with: set)
        case .steadyState, .transition20:
            return try .landUseChange(
                of: histories, from: from, to: to,
                accounting: method == .steadyState ? .steadyState : .transition(years: 20),
                with: set)
        case .flux:
            return try .annualFlux(
                of: fluxAreas, year: to, with: request.set(named: request.fluxes))
        case .provincial, .invest: return nil
        }
    }

    /// The earlier year alone.
    var earlier: CarbonLand {
        var land = CarbonLand(zones: zones, from: from, to: from)
        for (zone, courses) in weights.enumerated() {
            for (course, weight) in courses {
                land.add(weight, before: course.before, after: course.before, zone: zone)
            }
        }
        return land
    }
}
