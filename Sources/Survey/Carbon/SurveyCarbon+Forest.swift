// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Ecology
internal import Zonal

extension SurveyCarbon {
    /// What standing volume says of a year: by the provincial guide, and by gain less loss.
    func volumeFindings(
        _ account: YearAccount, _ methods: [CarbonRequest.Method]
    ) async throws -> [CarbonFinding] {
        guard !account.volumes.isEmpty else { return [] }
        var found: [CarbonFinding] = []
        if methods.contains(.provincial), let growth = plan.growth {
            let carbon = try CarbonAccount.provincialVolume(
                of: try provincialForests(account, growth), year: account.year,
                with: request.set(named: request.provincialSet))
            found.append(try await finding(.provincial, carbon))
        }
        if methods.contains(.gainLoss), let forest = plan.forest {
            let carbon = try CarbonAccount.gainLoss(
                of: try stands(account, forest), year: account.year,
                with: request.set(named: request.forestSet))
            found.append(try await finding(.gainLoss, carbon))
        }
        return found
    }

    /// The difference of forest biomass between neighbouring years with a volume.
    mutating func addVolumeDifferences(_ methods: [CarbonRequest.Method]) async throws {
        guard methods.contains(.volumeDifference), let forest = plan.forest else { return }
        let years = basis.rasters.map(\.1).filter { !$0.volumes.isEmpty }
        if years.count < 2 {
            notes.append(
                LocalizedText(
                    zh: "volume_difference需要两年的蓄积栅格，现有\(years.count)年",
                    en: "volume_difference needs two years with a raster of volume; there are "
                        + "\(years.count)"))
        }
        for (before, after) in zip(years, years.dropFirst()) {
            let known = try stands(before, forest)
            let later = try stands(after, forest)
            let both = Set(known.map(\.zone)).intersection(later.map(\.zone))
            for zone in Set(known.map(\.zone)).symmetricDifference(later.map(\.zone)).sorted() {
                notes.append(
                    LocalizedText(
                        zh: "volume_difference \(before.year)–\(after.year)年：“\(zone)”只有一年有森林，"
                            + "未计入",
                        en: "volume_difference \(before.year)–\(after.year): zone '\(zone)' has "
                            + "forest in one of the years alone, and is left out"))
            }
            guard !both.isEmpty else { continue }
            let carbon = try CarbonAccount.volumeDifference(
                before: known.filter { both.contains($0.zone) },
                after: later.filter { both.contains($0.zone) }, from: before.year, to: after.year,
                with: request.set(named: request.forestSet))
            findings.append(try await finding(.volumeDifference, carbon))
        }
    }

    private func finding(
        _ method: CarbonRequest.Method, _ account: CarbonAccount
    ) async throws -> CarbonFinding {
        CarbonFinding(
            method: method, account: account, estimates: try await request.estimates(of: account))
    }

    private func provincialForests(
        _ account: YearAccount, _ growth: SurveyFile.CarbonPlan.Growth
    ) throws -> [ProvincialForest] {
        try zip(account.tally.zones, account.volumes).map { zone, volumes in
            let trees = volumes[CategoryKey.forest] ?? 0
            let all = volumes.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            var forest = ProvincialForest(
                zone: zone.id, treeVolume: try .stated(trees, percent: growth.volumePercent))
            forest.otherVolume = try .stated(max(0, all - trees), percent: growth.volumePercent)
            forest.growthRate = try .stated(growth.growthRate, percent: growth.ratePercent)
            forest.consumptionRate = try .stated(
                growth.consumptionRate, percent: growth.ratePercent)
            return forest
        }
    }

    /// Each zone's tree forest as a stand; zones without any are left out.
    private func stands(
        _ account: YearAccount, _ forest: SurveyFile.CarbonPlan.Forest
    ) throws -> [ForestStand] {
        var found: [ForestStand] = []
        for (index, zone) in account.tally.zones.enumerated() {
            let trees = account.volumes[index][CategoryKey.forest] ?? 0
            let weight = account.tally.amounts[index].reduce(Int128(0)) { sum, own in
                account.category(of: own.key[0], zone: zone.id) == CategoryKey.forest
                    ? sum + own.value.weight : sum
            }
            let hectares = CarbonLand.hectares(weight)
            guard hectares > 0 else { continue }
            var stand = ForestStand(
                zone: zone.id, name: "forest", expansionGroup: forest.expansionGroup,
                rootGroup: forest.rootGroup, hectares: .fixed(hectares),
                volumePerHectare: try .stated(trees / hectares, percent: forest.volumePercent))
            stand.incrementPerHectare = try .stated(
                forest.increment, percent: forest.ratePercent)
            stand.harvestPerYear = try .stated(
                trees * forest.harvestRate, percent: forest.ratePercent)
            found.append(stand)
        }
        return found
    }
}
