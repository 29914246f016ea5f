// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
public import Carbon
public import Ecology
public import LandCover
public import Words

/// Which carbon is to be computed, by which coefficients, and how its uncertainty is worked out.
public struct CarbonRequest: Sendable {
    /// A way to compute carbon; several stand side by side in a result and are never mixed.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        /// Area by density, year by year.
        case stock
        /// The later stock less the earlier, from the areas of classes.
        case stockDifference = "stock-difference"
        /// By transition, all pools at once, as InVEST has it.
        case steadyState = "steady-state"
        /// By transition, wood, litter and soil over 20 years; IPCC's default for a sink.
        case transition20
        /// Area by annual flux of the ecosystem type.
        case flux
        /// The provincial inventory guide's volume method; in surveys, which have a volume.
        case provincial
        /// IPCC gain–loss of forest: increment less harvest; in surveys, which have a volume.
        case gainLoss = "gain-loss"
        /// IPCC stock difference of forest volume; in surveys, which have a volume.
        case volumeDifference = "volume-difference"
        /// InVEST's carbon model, number for number.
        case invest

        /// The name that results carry.
        public var resultName: String {
            switch self {
            case .stockDifference: "stock_difference"
            case .steadyState: "steady_state"
            case .gainLoss: "gain_loss"
            case .volumeDifference: "volume_difference"
            default: rawValue
            }
        }

        /// Whether it compares two years.
        public var needsTwoYears: Bool {
            self == .stockDifference || self == .steadyState || self == .transition20
                || self == .volumeDifference
        }

        /// Whether it starts from the forest's stands, which a survey file describes.
        public var needsForest: Bool { self == .gainLoss || self == .volumeDifference }

        /// Whether a raster of land cover is not enough for it.
        public var needsVolume: Bool { needsForest || self == .provincial }
    }

    /// The methods, in the order of the result; empty takes what the rasters allow.
    public var methods: [Method] = []
    /// The coefficient set: the name of a bundled one, or a file.
    public var coefficients = "ordos_synthesis"
    /// The set of annual fluxes.
    public var fluxes = "ordos_flux"
    /// The set of the provincial guide.
    public var provincialSet = "provincial_guide"
    /// The set of expansion factors and root ratios.
    public var forestSet = "ipcc_tier1"
    /// Years since what stands on a kind of land was planted, where that is known for all of it.
    public var ages: [LandCover.Category: Int] = [:]
    /// What an age may be.
    public static let plausibleAges = 0...500
    /// Citations in place of those that the sets have from memory.
    public var references = References()
    /// Files laid over the sets, a later one over an earlier.
    public var overrides: [String] = []
    /// Draws of approach 2; 0 works out approach 1 alone.
    public var draws = 100_000
    /// The seed of the draws.
    public var seed: UInt64 = 1
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// Whether it is wanted which inputs each zone's uncertainty comes from.
    var wantsShares = true

    /// A request with everything at its default.
    public init() {}

    /// The methods for so many years of land cover, the default ones where none is named.
    ///
    /// - Throws: ``SurveyError`` where a method needs two years and there is one.
    package func methods(forYears years: Int) throws(SurveyError) -> [Method] {
        guard !methods.isEmpty else { return years > 1 ? [.stock, .transition20] : [.stock] }
        if years < 2, let lacking = methods.first(where: \.needsTwoYears) {
            throw .unusable(
                file: "--method \(lacking.rawValue)",
                why: "it compares two years; give an earlier and a later raster, or take stock, "
                    + "flux or invest")
        }
        var seen: Set<Method> = []
        return methods.filter { seen.insert($0).inserted }
    }

    /// A set by name or file, with the overrides laid over it.
    package func set(named name: String) throws -> CoefficientSet {
        var set = try CoefficientSet(named: name)
        for file in overrides { set = try set.overridden(by: CoefficientSet(named: file)) }
        return try set.citing(references)
    }

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
        return uncertainty.held == [.coefficients] ? word + "_coefficients_only" : word
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
        if let found = account.explain(sink) { return found }
        let year = account.model.keys.compactMap(\.year).max()
        return account.explain(CarbonModel.Key(zone: zone, quantity: .stock, year: year))
    }
}
