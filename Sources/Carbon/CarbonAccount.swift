// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
import Ecology
public import Words

/// What one method says of the carbon of all zones, with everything needed to judge it.
///
/// Signs: a stock is 0 or more; a change is positive where stock grows; a sink is positive where
/// the land takes carbon up. ``CarbonDioxide/netEmissions(ofSink:)`` has the sign of inventories.
public struct CarbonAccount: Sendable {
    /// How it was computed.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        /// Stock of one year: area by density.
        case stock
        /// IPCC stock difference of the classes' areas in two years.
        case stockDifference = "stock_difference"
        /// IPCC stock difference by land-use transition.
        case landUseChange = "land_use_change"
        /// IPCC stock difference of forest volume.
        case volumeDifference = "volume_difference"
        /// IPCC gain–loss of forest.
        case gainLoss = "gain_loss"
        /// The provincial inventory guide's volume method.
        case provincialVolume = "provincial_volume"
        /// Area by annual flux of the ecosystem type.
        case annualFlux = "annual_flux"

        /// The name in Chinese.
        public var nameZH: String {
            switch self {
            case .stock: "碳储量（面积×碳密度）"
            case .stockDifference: "IPCC 储量变化法（分类面积）"
            case .landUseChange: "IPCC 储量变化法（土地利用转移）"
            case .volumeDifference: "IPCC 储量变化法（森林蓄积量）"
            case .gainLoss: "IPCC 增减法"
            case .provincialVolume: "省级清单指南蓄积量法"
            case .annualFlux: "生态系统年通量法"
            }
        }

        /// The name in English, with what it measures and so why it differs from the others.
        public var nameEN: String {
            switch self {
            case .stock: "Carbon stock: area by density"
            case .stockDifference: "IPCC stock difference: areas of classes in two years"
            case .landUseChange: "IPCC stock difference: land-use transitions"
            case .volumeDifference: "IPCC stock difference: forest volume in two years"
            case .gainLoss: "IPCC gain–loss: growth less harvest of forest"
            case .provincialVolume: "Provincial guide: growth and consumption of living stock"
            case .annualFlux: "Annual flux by ecosystem type: not to be added to stock changes"
            }
        }
    }

    /// How land that changes reaches the carbon of its new class.
    public enum Accounting: Hashable, Sendable, CustomStringConvertible {
        /// At once, all pools; as InVEST does.
        case steadyState
        /// Wood, litter and soil over so many years; IPCC's default is 20.
        case transition(years: Int)

        /// The name that results carry: `steady_state`, `transition20`.
        public var description: String {
            switch self {
            case .steadyState: "steady_state"
            case .transition(let years): "transition\(years)"
            }
        }
    }

    /// How it was computed.
    public let method: Method
    /// How changed land was accounted, where the method has a choice.
    public let accounting: Accounting?
    /// The tier: the lowest of the sets whose coefficients are really used.
    public let tier: Tier
    /// The coefficient set, and those laid over it.
    public let coefficientSets: [String]
    /// The depth of the soil carbon in cm; `nil` where there is none in the account, or several.
    public var soilDepthCentimetres: Double? {
        soilDepthsCentimetres.count == 1 ? soilDepthsCentimetres[0] : nil
    }
    /// The depths of the soil carbon in cm: fluxes may come from papers that went to several.
    public let soilDepthsCentimetres: [Double]
    /// Whether land of unknown age was taken for young, so that every number is the upper end of what it
    /// may be.
    public let isUpperEnd: Bool
    /// The first year of a change, or the year of a stock.
    public let fromYear: Int?
    /// The last year of a change.
    public let toYear: Int?
    /// What a reader must know: what was left out, assumed or held.
    public let notes: [LocalizedText]
    /// The account itself.
    public let model: CarbonModel

    /// A central value; `nil` where the account has no such number.
    public func value(
        _ quantity: CarbonModel.Quantity, zone: String = CarbonModel.cityZone, pool: Pool? = nil,
        year: Int? = nil
    ) -> Double? {
        model.value(CarbonModel.Key(zone: zone, quantity: quantity, pool: pool, year: year))
    }

    init(
        _ method: Method, accounting: Accounting? = nil, set: CoefficientSet,
        hasSoil: Bool, from: Int? = nil, to: Int? = nil, notes: [LocalizedText], model: CarbonModel
    ) {
        let depth = hasSoil ? set.soilDepthCentimetres : nil
        self.init(
            method, accounting: accounting, set: set, soilDepths: depth.map { [$0] } ?? [],
            from: from, to: to, notes: notes, model: model)
    }

    init(
        _ method: Method, accounting: Accounting? = nil, set: CoefficientSet,
        soilDepths: Set<Double>, from: Int? = nil, to: Int? = nil, notes: [LocalizedText],
        isUpperEnd: Bool = false, model: CarbonModel
    ) {
        self.method = method
        self.accounting = accounting
        let used = model.variables.compactMap { variable -> Int? in
            guard case .coefficient(let coefficient) = variable.origin,
                let name = coefficient.id.split(separator: ":").first
            else { return nil }
            return set.tiers[String(name)]?.rawValue
        }
        tier = used.min().flatMap { Tier(rawValue: $0) } ?? set.tier
        coefficientSets = [set.name] + set.overrides
        soilDepthsCentimetres = soilDepths.sorted()
        self.isUpperEnd = isUpperEnd
        fromYear = from
        toYear = to
        self.notes = notes
        self.model = model
    }
}

/// How much of the emissions the land's sink offsets.
public struct OffsetShare: Hashable, Sendable {
    /// The sink, t C/yr, uptake positive.
    public let sinkTonnesCarbonPerYear: Double
    /// The emissions, t CO₂/yr.
    public let emissionsTonnesCO2PerYear: Double
    /// What the emissions cover, in the user's words.
    public let scope: String

    /// Sets a sink beside emissions.
    ///
    /// - Throws: ``CarbonError`` unless emissions are above 0.
    public init(
        sinkTonnesCarbonPerYear: Double, emissionsTonnesCO2PerYear: Double, scope: String
    ) throws(CarbonError) {
        guard emissionsTonnesCO2PerYear > 0, emissionsTonnesCO2PerYear.isFinite else {
            throw .badInput(
                zone: CarbonModel.cityZone, name: "emissions", value: emissionsTonnesCO2PerYear,
                reason: "give gross emissions above 0, in t CO₂ a year")
        }
        self.sinkTonnesCarbonPerYear = sinkTonnesCarbonPerYear
        self.emissionsTonnesCO2PerYear = emissionsTonnesCO2PerYear
        self.scope = scope
    }

    /// The share of the emissions that is offset, a fraction; 0 where the land is a source.
    public var share: Double {
        max(0, sinkTonnesCarbonPerYear) * CarbonDioxide.perCarbon / emissionsTonnesCO2PerYear
    }
}
