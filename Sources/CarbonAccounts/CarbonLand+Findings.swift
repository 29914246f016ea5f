// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Ecology

extension CarbonLand {
    /// What the request's methods say of this land, each with its uncertainty; InVEST's and the
    /// guide's aside, which do not start from areas of categories.
    ///
    /// - Parameters:
    ///   - methods: The methods.
    ///   - request: Coefficients, draws and seed.
    ///   - earlier: Whether methods of one year are to take the earlier one.
    /// - Returns: A finding for each method.
    /// - Throws: ``CarbonError``, above all where a set lacks a class.
    package func findings(
        _ methods: [CarbonRequest.Method], _ request: CarbonRequest, earlier: Bool = false
    ) async throws -> [CarbonFinding] {
        var findings: [CarbonFinding] = []
        let set = try request.set(named: request.coefficients)
        for method in methods {
            if method == .flux {
                findings.append(try await fluxFinding(request, earlier))
                continue
            }
            guard let account = try account(by: method, set, earlier) else { continue }
            findings.append(
                try await request.finding(method, account).with(
                    uncertainty(by: method), limit: method.needsTwoYears ? limit : nil))
        }
        return findings
    }

    /// Which errors a method's intervals hold: of the coefficients, and of the areas as far as a
    /// sample tells.
    private func uncertainty(by method: CarbonRequest.Method) -> Uncertainty {
        var uncertainty = Uncertainty()
        uncertainty.included = [.coefficients]
        if let changeSample {
            uncertainty.included.insert(.changeSample)
            if changeSample.unjudged.transitions > 0 { uncertainty.leftOut.insert(.changeError) }
            return uncertainty
        }
        if sample != nil { uncertainty.included.insert(.mapSample) }
        if sample == nil { uncertainty.leftOut.insert(.mapError) }
        if method.needsTwoYears { uncertainty.leftOut.insert(.changeError) }
        return uncertainty
    }

    /// What a method says of so many zones that they are computed some at a time; `nil` where they are
    /// few, or cannot be parted.
    func parted(
        _ method: CarbonRequest.Method, _ request: CarbonRequest, earlier: Bool
    ) throws -> PartedFinding? {
        let set = try request.set(named: request.coefficients)
        guard confusion == nil, !set.hasZones else { return nil }
        switch method {
        case .stock, .stockDifference, .steadyState, .transition20: break
        case .flux, .provincial, .gainLoss, .volumeDifference, .invest: return nil
        }
        let account = try PartedAccount(firsts: firsts) { zones, frame in
            guard let part = try keeping(zones).account(by: method, set, earlier, in: frame) else {
                throw SurveyError.schemeNeeded
            }
            return part
        }
        guard account.isLarge(zones: zones.count) else { return nil }
        return PartedFinding(
            account: account, zones: zones.count,
            outline: request.outline(method, account.outline).with(
                uncertainty(by: method), limit: method.needsTwoYears ? limit : nil))
    }

    private func account(
        by method: CarbonRequest.Method, _ set: CoefficientSet, _ earlier: Bool,
        in frame: AccountFrame? = nil
    ) throws -> CarbonAccount? {
        let year = earlier ? from : to
        switch method {
        case .stock:
            return try .stock(of: areas(earlier: earlier), year: year, with: set, in: frame)
        case .stockDifference:
            return try .stockDifference(
                before: areas(earlier: true, inBoth: true),
                after: areas(earlier: false, inBoth: true), from: from, to: to, with: set,
                in: frame)
        case .steadyState, .transition20:
            return try .landUseChange(
                of: histories, from: from, to: to,
                accounting: method == .steadyState ? .steadyState : .transition(years: 20),
                with: set, in: frame)
        case .flux, .provincial, .gainLoss, .volumeDifference, .invest: return nil
        }
    }

    private func fluxFinding(
        _ request: CarbonRequest, _ earlier: Bool
    ) async throws -> CarbonFinding {
        let set = try request.set(named: request.fluxes)
        let areas = fluxAreas(earlier: earlier, by: set, ages: request.ages)
        func account(_ unknown: UnknownAge) throws -> CarbonAccount {
            try .annualFlux(
                of: areas, year: earlier ? from : to, assuming: unknown, with: set)
        }
        return try await request.finding(from: account(.saturated), to: account(.young))
    }
}
