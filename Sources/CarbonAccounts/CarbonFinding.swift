// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
public import Carbon
public import Ecology
public import Words

/// What one method found, with its uncertainty.
public struct CarbonFinding: Sendable {
    /// The method.
    public let method: CarbonRequest.Method
    /// The account, from which every number can be walked back.
    public let account: CarbonAccount
    /// An estimate for each of the account's numbers, by approach 2 where there are draws.
    public fileprivate(set) var estimates: [CarbonEstimate]
    /// The same numbers by approach 1, in the same order.
    public fileprivate(set) var linear: [CarbonEstimate]
    /// What a reader must know: the account's own notes, and what its uncertainty leaves out.
    public let notes: [LocalizedText]
    /// Which errors the intervals hold, and which known ones they leave out.
    public internal(set) var uncertainty = Uncertainty()
    /// Why the figures are indicative, such as maps that cannot be compared; `nil` where they are not.
    public internal(set) var limit: LocalizedText?

    /// The word that tables have for what the ends of a number claim.
    func rangeKind(of estimate: CarbonEstimate) -> String {
        if estimate.isBand { return Bounds.Kind.range.word }
        let word = Bounds.Kind.confidence95.word
        return uncertainty.included == [.coefficients] ? word + "_coefficients_only" : word
    }

    /// The same with what is known of its errors.
    package func with(_ uncertainty: Uncertainty, limit: LocalizedText? = nil) -> CarbonFinding {
        var finding = self
        finding.uncertainty = uncertainty
        finding.limit = limit
        return finding
    }

    /// The same with other numbers of its account.
    func with(_ estimates: [CarbonEstimate], linear: [CarbonEstimate]) -> CarbonFinding {
        var finding = self
        finding.estimates = estimates
        finding.linear = linear
        return finding
    }

    /// A number walked back to areas, coefficients and sources: the sink, or the last year's stock.
    ///
    /// - Parameter zone: A zone's id; `all` for all together.
    /// - Returns: `nil` where the account lacks the zone.
    public func explanation(ofZone zone: String) -> Explanation? {
        let sink = CarbonModel.Key(zone: zone, quantity: .sink)
        if let explanation = account.explain(sink) { return explanation }
        let year = account.model.keys.compactMap(\.year).max()
        return account.explain(CarbonModel.Key(zone: zone, quantity: .stock, year: year))
    }
}

extension CarbonFinding {
    /// `2020`, or `2015-2020`.
    package var years: String {
        let from = account.fromYear.map { "\($0)" } ?? ""
        return account.toYear.map { "\(from)-\($0)" } ?? from
    }
}
