// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Ecology
internal import Indicators
internal import Words
internal import Zonal

extension SurveyCarbon {
    /// What standing volume says of a year: by the provincial guide, and by gain less loss.
    func volumeFindings(
        _ volume: LandVolume, _ methods: [CarbonRequest.Method]
    ) async throws -> [CarbonFinding] {
        var findings: [CarbonFinding] = []
        if methods.contains(.provincial), let growth = plan.growth {
            let carbon = try CarbonAccount.provincialVolume(
                of: try provincialForests(volume, growth), year: volume.year,
                with: request.set(named: request.provincialSet))
            findings.append(try await request.finding(.provincial, carbon).with(Self.ofVolume))
        }
        if methods.contains(.gainLoss), let forest = plan.forest {
            let carbon = try CarbonAccount.gainLoss(
                of: try stands(volume, forest), year: volume.year,
                with: request.set(named: request.forestSet))
            findings.append(try await request.finding(.gainLoss, carbon).with(Self.ofVolume))
        }
        return findings
    }

    /// The difference of forest biomass between neighbouring years with a volume.
    mutating func addVolumeDifferences(_ methods: [CarbonRequest.Method]) async throws {
        guard methods.contains(.volumeDifference), let forest = plan.forest else { return }
        let years = basis.volumes
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
            findings.append(
                try await request.finding(.volumeDifference, carbon).with(Self.ofVolume))
        }
    }

    /// Volumes have the inventory's sampling error, as it is stated; that of the map is not known.
    private static let ofVolume: Uncertainty = {
        var uncertainty = Uncertainty()
        uncertainty.included = [.coefficients, .inventorySampling]
        uncertainty.leftOut = [.mapError]
        return uncertainty
    }()

    private func provincialForests(
        _ volume: LandVolume, _ growth: SurveyFile.CarbonPlan.Growth
    ) throws -> [ProvincialForest] {
        func stock(_ value: Double) throws -> GivenNumber {
            try .stated(value, percent: growth.volumePercent, sharedError: volume.errorName)
        }
        func rate(_ value: Double, _ name: String) throws -> GivenNumber {
            try .stated(value, percent: growth.ratePercent, sharedError: name)
        }
        return try volume.parts.map { part in
            var forest = ProvincialForest(zone: part.zone.id, treeVolume: try stock(part.trees))
            forest.otherVolume = try stock(part.other)
            forest.growthRate = try rate(growth.growthRate, "growth rate")
            forest.consumptionRate = try rate(growth.consumptionRate, "consumption rate")
            return forest
        }
    }

    /// Each zone's tree forest as a stand; zones without any are left out.
    private func stands(
        _ volume: LandVolume, _ forest: SurveyFile.CarbonPlan.Forest
    ) throws -> [ForestStand] {
        try volume.parts.filter { $0.treeArea > 0 }.map { part in
            let hectares = part.treeArea / 10_000
            var stand = ForestStand(
                zone: part.zone.id, name: "forest", expansionGroup: forest.expansionGroup,
                rootGroup: forest.rootGroup, hectares: .fixed(hectares),
                volumePerHectare: try .stated(
                    part.trees / hectares, percent: forest.volumePercent,
                    sharedError: volume.errorName))
            stand.incrementPerHectare = try .stated(
                forest.increment, percent: forest.ratePercent, sharedError: "increment")
            stand.harvestRate = try .stated(
                forest.harvestRate, percent: forest.ratePercent, sharedError: "harvest rate")
            return stand
        }
    }
}

extension LandVolume {
    /// One inventory has one sampling error, whatever the zones that its volume is cut into.
    fileprivate var errorName: String { "volume \(year)" }
}
