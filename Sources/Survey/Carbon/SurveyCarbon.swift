// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Ecology
internal import LandCover
internal import Tables
internal import Zonal

/// The carbon of a survey's years and of the changes between them, method beside method.
struct SurveyCarbon {
    let findings: [CarbonFinding]
    let table: Table
    private(set) var notes: [String] = []

    init(
        _ plan: SurveyFile.CarbonPlan, accounts: [YearAccount], pairs: [SurveyChanges.Pair],
        cityName: String, jobs: Int
    ) async throws {
        var request = plan.request
        request.jobs = jobs
        var methods = try request.methods(forYears: accounts.count)
        if plan.growth != nil && !methods.contains(.provincial) { methods.append(.provincial) }
        let set = try request.set(named: request.coefficients)
        let yearly = methods.filter { !$0.needsTwoYears }
        var found: [CarbonFinding] = []
        var notes: [String] = []
        for account in accounts {
            var land = CarbonLand(of: account)
            notes += [land.settleShrub(for: set), land.note].compactMap(\.self).map {
                "\(account.year): \($0)"
            }
            found += try await land.findings(yearly, request)
            if let growth = plan.growth, methods.contains(.provincial) {
                found += try await Self.provincial(account, growth, request)
            }
        }
        for pair in pairs {
            guard let before = accounts.first(where: { $0.year == pair.from }),
                let after = accounts.first(where: { $0.year == pair.to })
            else { continue }
            var land = CarbonLand(of: pair, before, after)
            _ = land.settleShrub(for: set)
            found += try await land.findings(methods.filter(\.needsTwoYears), request)
        }
        var table = CarbonTable.empty()
        var names = ["all": cityName]
        for zone in accounts.first?.tally.zones ?? [] { names[zone.id] = zone.name }
        let rows = CarbonTable(names: names)
        for finding in found {
            rows.add(finding, to: &table)
            try Self.addOffset(of: finding, plan, rows, &table)
            notes += finding.account.notes
        }
        if plan.emissionsTonnesCO2 != nil {
            notes.append(
                "offset_share: the city's sink as a share of emissions (\(plan.emissionsScope))")
        }
        var seen: Set<String> = []
        self.notes = notes.filter { seen.insert($0).inserted }
        findings = found
        self.table = table
    }

    /// Stock and sink of standing volume by the provincial inventory guide.
    private static func provincial(
        _ account: YearAccount, _ growth: SurveyFile.CarbonPlan.Growth, _ request: CarbonRequest
    ) async throws -> [CarbonFinding] {
        guard !account.volumes.isEmpty else { return [] }
        var forests: [ProvincialForest] = []
        for (zone, volumes) in zip(account.tally.zones, account.volumes) {
            let trees = volumes[CategoryKey.forest] ?? 0
            let all = volumes.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            var forest = ProvincialForest(
                zone: zone.id,
                treeVolume: try .stated(trees, percent: growth.volumePercent))
            forest.otherVolume = try .stated(max(0, all - trees), percent: growth.volumePercent)
            forest.growthRate = try .stated(growth.growthRate, percent: growth.ratePercent)
            forest.consumptionRate = try .stated(
                growth.consumptionRate, percent: growth.ratePercent)
            forests.append(forest)
        }
        let carbon = try CarbonAccount.provincialVolume(
            of: forests, year: account.year, with: request.set(named: request.provincialSet))
        return [
            CarbonFinding(
                method: .provincial, account: carbon,
                estimates: try await request.estimates(of: carbon))
        ]
    }

    private static func addOffset(
        of finding: CarbonFinding, _ plan: SurveyFile.CarbonPlan, _ rows: CarbonTable,
        _ table: inout Table
    ) throws {
        guard let emissions = plan.emissionsTonnesCO2,
            let sink = finding.estimates.first(where: { $0.key == Self.citySink })
        else { return }
        func share(_ sink: Double) throws -> Double {
            try OffsetShare(
                sinkTonnesCarbonPerYear: sink, emissionsTonnesCO2PerYear: emissions,
                scope: plan.emissionsScope
            ).share
        }
        let account = finding.account
        let from = account.fromYear.map { "\($0)" } ?? ""
        rows.append(
            "offset_share", try share(sink.central), "1", zone: CarbonModel.cityZone,
            method: finding.method.resultName,
            year: account.toYear.map { "\(from)-\($0)" } ?? from,
            set: account.coefficientSets.joined(separator: "+"), lower: try share(sink.lower),
            upper: try share(sink.upper), to: &table)
    }

    private static let citySink = CarbonModel.Key(zone: CarbonModel.cityZone, quantity: .sink)
}

extension CarbonLand {
    /// The land of one year.
    fileprivate init(of account: YearAccount) {
        self.init(zones: account.tally.zones, from: account.year, to: account.year)
        for (zone, amounts) in account.tally.amounts.enumerated() {
            for (codes, amount) in amounts {
                let key = account.category(of: codes[0], zone: zones[zone].id)
                let category = Self.category(key)
                add(amount.weight, before: category, after: category, zone: zone)
            }
        }
    }

    /// The land of two years, from their transitions.
    fileprivate init(
        of pair: SurveyChanges.Pair, _ before: YearAccount, _ after: YearAccount
    ) {
        self.init(zones: pair.account.zones.map(\.zone), from: pair.from, to: pair.to)
        for (index, change) in pair.account.zones.enumerated() {
            let zone = change.zone.id
            func category(_ label: String, _ account: YearAccount) -> LandCover.Category? {
                if pair.account.isByCategory { return Self.category(label) }
                guard let code = Int(label) else { return nil }
                return Self.category(account.category(of: .value(code), zone: zone))
            }
            for (row, from) in change.matrix.labels.enumerated() {
                for (column, to) in change.matrix.labels.enumerated() {
                    let weight = change.matrix.values[row][column]
                    guard weight != 0 else { continue }
                    add(
                        weight, before: category(from, before), after: category(to, after),
                        zone: index)
                }
            }
        }
    }

    private static func category(_ key: String) -> LandCover.Category? {
        LandCover.Category.allCases.first { $0.key == key && $0 != .nodata }
    }
}
