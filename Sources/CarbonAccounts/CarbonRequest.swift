// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Carbon
public import Ecology
public import LandCover

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
}
