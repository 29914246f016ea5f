// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Carbon
internal import Words

extension CarbonRequest {
    /// An account with the uncertainty of every number, by approach 1 and, where there are draws, by
    /// approach 2.
    package func finding(_ method: Method, _ account: CarbonAccount) async throws -> CarbonFinding {
        let estimates = try await account.model.estimates(
            draws: draws, seed: seed, jobs: jobs
        ) { wantsShares && CarbonLines.hasUncertaintyRows($0) }
        return CarbonFinding(
            method: method, account: account, estimates: estimates.headline,
            linear: estimates.linear,
            notes: account.notes + (draws > 0 && account.model.isLarge ? [Self.largeNote] : []))
    }

    /// What is to be said of all numbers of an account that is made in parts: none of the numbers.
    func outline(_ method: Method, _ account: CarbonAccount) -> CarbonFinding {
        CarbonFinding(
            method: method, account: account, estimates: [], linear: [],
            notes: account.notes + (draws > 0 ? [Self.largeNote] : []))
    }

    /// The same for a sink by fluxes, which is a band where the age of some land is not known.
    ///
    /// - Parameters:
    ///   - saturated: With that land taken for saturated.
    ///   - young: With that land taken for young.
    /// - Returns: The band between the two, or what they agree on.
    /// - Throws: As ``finding(_:_:)``.
    package func finding(
        from saturated: CarbonAccount, to young: CarbonAccount
    ) async throws -> CarbonFinding {
        let high = try await finding(.flux, young)
        guard young.isUpperEnd else { return high }
        let low = try await finding(.flux, saturated)
        return CarbonFinding(
            method: .flux, account: young,
            estimates: zip(low.estimates, high.estimates).map(CarbonEstimate.band),
            linear: zip(low.linear, high.linear).map(CarbonEstimate.band), notes: high.notes)
    }

    private static let largeNote = LocalizedText(
        zh: "数值多于\(CarbonModel.mostSimulated)个：各区域的区间由误差传播（方法一）得出，全域的区间由模拟（方法二）得出",
        en: "There are more than \(CarbonModel.mostSimulated) numbers: intervals of zones are by "
            + "error propagation (approach 1), those of the whole by simulation (approach 2).")
}
