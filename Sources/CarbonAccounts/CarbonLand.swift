// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import Carbon
internal import Ecology
internal import Indicators
package import LandCover
internal import PlaneGeometry
package import Words
package import Zonal

/// The land of all zones by kind, in one year or in two: what carbon is computed from.
package struct CarbonLand: Sendable {
    /// A kind of land, and what the map calls it.
    package struct Ground: Hashable, Sendable {
        package var land: LandType
        /// The class on the map; empty where only categories are known.
        package var label: String

        package init(_ category: LandCover.Category, type: String? = nil, label: String = "") {
            land = LandType(category, type: type)
            self.label = label
        }
    }

    /// What a piece of land was and is; `nil` is nodata or off the raster.
    package struct Course: Hashable, Sendable {
        package var before: Ground?
        package var after: Ground?
    }

    package let zones: [Tally.ZoneKey]
    /// The earlier year; the same as `to` where there is one year.
    package let from: Int
    package let to: Int
    /// What judges the map of one of the years; `nil` takes areas as mapped.
    package var sample: CarbonSample?
    /// What judges both years' maps at once; goes before ``sample``.
    var changeSample: CarbonChangeSample?
    /// Why what changed between the years may not be change of the land; `nil` where it is.
    package var limit: LocalizedText?
    /// By zone: exact areas in 2⁻⁴⁷ · 10⁻⁹ m².
    package private(set) var weights: [[Course: Int128]]
    /// Shrub that no rule could judge counts as other shrub.
    private var settlesShrub = false
    /// What of the land is known to be young, where another account of its years says so.
    package var planted: Planted?

    /// Woody land that is known to be young: by zone, no older than so many years.
    package struct Planted: Sendable {
        package let years: Int
        package let hectares: [[LandType: Double]]
    }

    /// Land of all zones, none of it known yet.
    package init(zones: [Tally.ZoneKey], from: Int, to: Int) {
        self.zones = zones
        self.from = from
        self.to = to
        weights = Array(repeating: [:], count: zones.count)
    }

    /// Adds land to a zone.
    package mutating func add(_ weight: Int128, before: Ground?, after: Ground?, zone: Int) {
        weights[zone][Course(before: before, after: after), default: 0] += weight
    }

    /// The same of some zones alone, by their places.
    func keeping(_ places: [Int]) -> CarbonLand {
        var land = CarbonLand(zones: places.map { zones[$0] }, from: from, to: to)
        land.sample = sample
        land.changeSample = changeSample
        land.limit = limit
        land.weights = places.map { weights[$0] }
        land.settlesShrub = settlesShrub
        land.planted = planted.map { planted in
            Planted(years: planted.years, hectares: places.map { planted.hectares[$0] })
        }
        return land
    }

    /// The zones that have a course of land that none before them has.
    var firsts: [Int] {
        var seen: Set<Course> = []
        return zones.indices.filter { zone in
            var isFirst = false
            for (course, weight) in weights[zone] where weight != 0 {
                if seen.insert(course).inserted { isFirst = true }
            }
            return isFirst
        }
    }

    /// What the maps call the land of all zones.
    package var labels: Set<String> {
        Set(
            weights.flatMap { $0.keys.flatMap { [$0.before?.label, $0.after?.label] } }
                .compactMap(\.self))
    }

    /// Takes shrub that no rule could judge for other shrub, unless the set has values for it.
    ///
    /// - Returns: A note where there was any.
    mutating func settleShrub(for set: CoefficientSet) -> LocalizedText? {
        guard !set.lands.contains(where: { $0.category == .shrub }) else { return nil }
        settlesShrub = true
        var moved: Int128 = 0
        for zone in weights {
            for (course, weight) in zone
            where course.before?.land.category == .shrub || course.after?.land.category == .shrub {
                moved += weight
            }
        }
        guard moved > 0 else { return nil }
        let hectares = Int(Self.hectares(moved).rounded())
        return LocalizedText(
            zh: "\(hectares)公顷灌木归属不明（缺盖度或县年降水），按other_shrub计；自备系数文件中"
                + "categories = [\"shrub\"]一行可给其数值",
            en: "\(hectares) ha of shrub whose kind is open (its cover or the county's rain is not "
                + "known) count as other_shrub; a row for categories = [\"shrub\"] in a "
                + "coefficients file of your own gives it values")
    }

    private func settled(_ land: LandType) -> LandType {
        settlesShrub && land.category == .shrub ? LandType(.otherShrub) : land
    }

    // MARK: What the land was and is, by the map or by the sample

    /// What land was and is, by kind alone.
    private struct Change: Hashable {
        var before: LandType?
        var after: LandType?
    }

    /// How much land changed so: as mapped, or as the sample has it.
    private struct Extent {
        var weight: Int128 = 0
        var parts: [SampledArea.Part] = []
    }

    private func changes(inZone zone: Int) -> [Change: Extent] {
        var extents: [Change: Extent] = [:]
        for (course, weight) in weights[zone] {
            if let changeSample, addChanged(course, weight, zone, changeSample, to: &extents) {
                continue
            }
            guard let sample, changeSample == nil,
                !addSampled(course, weight, zone, sample, to: &extents)
            else {
                let change = Change(
                    before: (course.before?.land).map(settled),
                    after: (course.after?.land).map(settled))
                extents[change, default: Extent()].weight += weight
                continue
            }
        }
        return extents
    }

    /// The sample whose shares areas are by.
    var confusion: ConfusionSample? { changeSample?.confusion ?? sample?.confusion }

    /// Adds land by the shares of a sample of change; false where a year does not know it, or the
    /// sample has no units in the transition.
    private func addChanged(
        _ course: Course, _ weight: Int128, _ zone: Int, _ sample: CarbonChangeSample,
        to extents: inout [Change: Extent]
    ) -> Bool {
        guard let before = course.before, let after = course.after,
            let mapped = sample.land(of: Transition(before.label, after.label))
        else { return false }
        func truth(_ category: LandCover.Category, _ ground: Ground) -> LandType {
            settled(category == ground.land.category ? ground.land : LandType(category))
        }
        for (reference, was, now) in sample.truths(zone: zones[zone].id) {
            let change = Change(before: truth(was, before), after: truth(now, after))
            extents[change, default: Extent()].parts.append(
                SampledArea.Part(
                    mapped: mapped, reference: reference, hectares: Self.hectares(weight)))
        }
        return true
    }

    /// Adds land by the sample's shares; false where it is not on the map.
    private func addSampled(
        _ course: Course, _ weight: Int128, _ zone: Int, _ sample: CarbonSample,
        to extents: inout [Change: Extent]
    ) -> Bool {
        let judged = sample.year == from ? course.before : course.after
        guard let mappedGround = judged ?? course.before ?? course.after,
            let mapped = sample.land(of: mappedGround.label)
        else { return false }
        let isSame = course.before?.label == course.after?.label
        for (reference, category) in sample.truths(of: mapped, zone: zones[zone].id) {
            let truth = settled(
                category == mappedGround.land.category ? mappedGround.land : LandType(category))
            func side(_ ground: Ground?) -> LandType? {
                guard let ground else { return nil }
                if ground == mappedGround { return truth }
                guard isSame else { return settled(ground.land) }
                return category == ground.land.category ? settled(ground.land) : truth
            }
            let change = Change(before: side(course.before), after: side(course.after))
            extents[change, default: Extent()].parts.append(
                SampledArea.Part(
                    mapped: mapped, reference: reference, hectares: Self.hectares(weight)))
        }
        return true
    }

    // MARK: As carbon's methods take it

    /// The areas of one year.
    ///
    /// - Parameters:
    ///   - earlier: Whether the earlier year is meant.
    ///   - inBoth: Leaves out land that the other year does not know.
    /// - Returns: Each zone's areas, with the sample's error where one judges them.
    package func areas(earlier: Bool, inBoth: Bool = false) -> [ZoneAreas] {
        zones.indices.map { zone in
            var extents: [LandType: Extent] = [:]
            for (change, extent) in changes(inZone: zone) {
                guard let land = earlier ? change.before : change.after else { continue }
                if inBoth && (change.before == nil || change.after == nil) { continue }
                extents[land, default: Extent()].weight += extent.weight
                extents[land, default: Extent()].parts += extent.parts
            }
            let id = zones[zone].id
            guard let confusion else {
                return ZoneAreas(zone: id, hectares: extents.mapValues { Self.hectares($0.weight) })
            }
            let sampled = extents.compactMapValues { extent in
                extent.parts.isEmpty ? nil : SampledArea(extent.parts, of: confusion)
            }
            let exact = extents.filter { $0.value.parts.isEmpty }
            return ZoneAreas(
                zone: id, hectares: exact.mapValues { Self.hectares($0.weight) },
                uncertainty: .sampled(sampled))
        }
    }

    /// The land's histories; a change is taken to have come at the end of the earlier year.
    package var histories: [ZoneHistories] {
        zones.indices.map { zone in
            var histories: [LandHistory] = []
            for (change, extent) in changes(inZone: zone) {
                guard let before = change.before, let after = change.after else { continue }
                if let confusion, !extent.parts.isEmpty {
                    histories.append(
                        LandHistory(
                            from: before, to: after, year: from,
                            sampled: SampledArea(extent.parts, of: confusion)))
                } else if extent.weight > 0 {
                    histories.append(
                        LandHistory(
                            from: before, to: after, year: from,
                            hectares: Self.hectares(extent.weight)))
                }
            }
            return ZoneHistories(
                zone: zones[zone].id,
                histories: histories.sorted { Self.order($0) < Self.order($1) })
        }
    }

    /// Land of a year, as a set's fluxes are applied to it; types that it does not tell apart count as
    /// their category's default.
    ///
    /// - Parameters:
    ///   - earlier: Whether the earlier year is meant.
    ///   - set: The fluxes.
    ///   - ages: Years since planting by category, of what was not planted between the two years.
    /// - Returns: Land of all zones.
    func fluxAreas(
        earlier: Bool, by set: CoefficientSet, ages: [LandCover.Category: Int]
    ) -> [FluxArea] {
        func known(_ land: LandType) -> LandType {
            land.type == nil || (try? set.flux(of: land)) != nil ? land : LandType(land.category)
        }
        let planted = self.planted ?? (from < to && !earlier ? newWood : nil)
        return zip(areas(earlier: earlier), zones.indices).flatMap { zone, place in
            var areas: [FluxArea] = []
            for (land, hectares) in zone.hectares.sorted(by: { $0.key < $1.key }) {
                let young = min(planted?.hectares[place][land] ?? 0, hectares)
                let parts =
                    [(hectares - young, ages[land.category])]
                    + (young > 0 ? [(young, planted?.years)] : [])
                for (area, age) in parts {
                    areas.append(
                        FluxArea(
                            zone: zone.zone, land: known(land), hectares: .fixed(area),
                            yearsSinceChange: age))
                }
            }
            if case .sampled(let sampled) = zone.uncertainty {
                areas += sampled.sorted { $0.key < $1.key }.map {
                    FluxArea(
                        zone: zone.zone, land: known($0.key), sampled: $0.value,
                        yearsSinceChange: ages[$0.key.category])
                }
            }
            return areas
        }
    }

    /// Woody land that was not so in the earlier year, by zone: no older than the time between.
    var newWood: Planted {
        Planted(
            years: to - from,
            hectares: zones.indices.map { zone in
                // Whole numbers first: sums of them do not depend on their order.
                var weights: [LandType: Int128] = [:]
                for (change, extent) in changes(inZone: zone) {
                    guard let before = change.before, let after = change.after,
                        after.isWoody, !before.isWoody
                    else { continue }
                    weights[after, default: 0] += extent.weight
                }
                return weights.mapValues(Self.hectares)
            })
    }

    /// What is left out because a year does not know it, as a note.
    package var note: LocalizedText? {
        var (all, unknown): (Int128, Int128) = (0, 0)
        for zone in weights {
            for (course, weight) in zone {
                all += weight
                if course.before == nil || course.after == nil { unknown += weight }
            }
        }
        guard unknown > 0 else { return nil }
        let share = (Self.hectares(unknown) / Self.hectares(all) * 1e4).rounded() / 100
        let hectares = Int(Self.hectares(unknown).rounded())
        return LocalizedText(
            zh: "\(hectares)公顷（\(share)%）在某年无数据或在栅格之外，不计碳，也不计入变化",
            en: "\(hectares) ha (\(share) %) are nodata or off the raster in a year; they have no "
                + "carbon here, and no part in a change")
    }

    package static func hectares(_ weight: Int128) -> Double {
        ZoneChange.squareMetres(weight) / 10_000
    }

    private static func order(_ history: LandHistory) -> (LandType, LandType) {
        (history.start, history.conversions.last?.land ?? history.start)
    }
}

extension LandReader {
    /// A code's land in a year, with the class that the map gives it; `nil` as of ``category(of:year:zone:)``.
    package func ground(of code: Code, year: Int, zone: String) -> CarbonLand.Ground? {
        category(of: code, year: year, zone: zone).map {
            CarbonLand.Ground($0, label: schemes[year].meaning(of: code).description)
        }
    }
}
