// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import Carbon
package import DataFiles
internal import Ecology
internal import LandCover
public import Words

extension SurveyFile {
    /// What a survey says of carbon: its `[carbon]` table.
    public struct CarbonPlan: Sendable {
        /// Growth and consumption of the standing volume, for the provincial guide's method.
        public struct Growth: Sendable {
            /// GR, a fraction a year.
            public var growthRate: Double
            /// CR, a fraction a year.
            public var consumptionRate: Double
            /// Half of a 95 % interval of both rates, in %.
            public var ratePercent: Double
            /// Half of a 95 % interval of the volume, in %.
            public var volumePercent: Double
        }

        /// Tree forest as IPCC's methods of volume need it.
        public struct Forest: Sendable {
            /// The group of trees in the table of expansion factors: `hardwoods`, `pines`, …
            public var expansionGroup: String
            /// The group of trees in the table of roots to shoots: `broadleaf`, `conifers`, …
            public var rootGroup: String
            /// Net annual increment, m³/ha a year.
            public var increment: Double
            /// Harvest with bark, a fraction of the volume a year.
            public var harvestRate: Double
            /// Half of a 95 % interval of increment and harvest, in %.
            public var ratePercent: Double
            /// Half of a 95 % interval of the volume, in %.
            public var volumePercent: Double
        }

        /// Methods, coefficients, draws and seed.
        public var request: CarbonRequest
        /// `nil` where the provincial method is not asked for.
        public var growth: Growth?
        /// `nil` where neither gain–loss nor volume difference is asked for.
        public var forest: Forest?
        /// Gross emissions, t CO₂ a year, that the sink is set beside.
        public var emissionsTonnesCO2: Double?
        /// What the emissions cover.
        public var emissionsScope: LocalizedText
        /// Whether bare sand is told apart by its cover: mobile below 10 %, semi-fixed below 30 %.
        public var tellsSandApart: Bool
        /// Whether rasters of density, change and sink are written.
        public var wantsRasters: Bool
    }
}

extension SurveyFile.CarbonPlan {
    /// The coefficient files of the user's own.
    package var files: [String] {
        [request.coefficients, request.fluxes].filter { $0.hasSuffix(".toml") } + request.overrides
    }

    package init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "methods", "coefficients", "fluxes", "overrides", "draws", "seed", "provincial",
            "forest",
            "emissions_tco2", "emissions_scope", "emissions_scope_zh", "emissions_scope_en",
            "sand_states", "rasters", "ages",
        ])
        request = CarbonRequest()
        request.methods =
            try table["methods"]?.elements().map { node in
                let method = try node.choice(CarbonRequest.Method.self)
                if method == .invest {
                    throw node.error(
                        "'invest' measures planar pixels, not zones; run steppe carbon --method invest"
                    )
                }
                return method
            } ?? []
        func set(_ key: String, _ name: inout String) throws {
            guard let node = table[key] else { return }
            name = try node.string()
            if name.hasSuffix(".toml") { name = try resolved(node) }
        }
        try set("coefficients", &request.coefficients)
        try set("fluxes", &request.fluxes)
        request.overrides = try table["overrides"]?.elements().map(resolved) ?? []
        request.draws = try table["draws"]?.integer() ?? request.draws
        if let node = table["draws"], request.draws < 0 || request.draws == 1 {
            throw node.error("'draws' is \(request.draws); give 0, or 2 and more such as 100000")
        }
        request.ages = try table["ages"].map(ages) ?? [:]
        let seed = try table["seed"]?.integer() ?? 1
        if let node = table["seed"], seed < 0 {
            throw node.error("'seed' is \(seed); give 0 or more")
        }
        request.seed = UInt64(seed)
        growth = try table["provincial"].map(Growth.init)
        if growth != nil && !request.methods.isEmpty && !request.methods.contains(.provincial) {
            request.methods.append(.provincial)
        }
        if growth == nil, request.methods.contains(.provincial) {
            throw table.error(
                "the provincial method needs the growth and the consumption rate of your forest "
                    + "inventory: provincial = { growth_rate = …, consumption_rate = … }")
        }
        forest = try table["forest"].map(Forest.init)
        if forest == nil, let lacking = request.methods.first(where: \.needsForest) {
            throw table.error(
                "'\(lacking.rawValue)' needs the forest's trees and growth: forest = { expansion = "
                    + "\"hardwoods\", roots = \"broadleaf\", increment = …, harvest_rate = … }")
        }
        emissionsTonnesCO2 = try table["emissions_tco2"]?.number()
        if let node = table["emissions_tco2"], !((emissionsTonnesCO2 ?? 0) > 0) {
            throw node.error(
                "'emissions_tco2' is not above 0; give gross emissions in t CO2 a year")
        }
        let scope = try table["emissions_scope"]?.string()
        emissionsScope = LocalizedText(
            zh: try table["emissions_scope_zh"]?.string() ?? scope ?? "范围未注明",
            en: try table["emissions_scope_en"]?.string() ?? scope ?? "scope not stated")
        wantsRasters = try table["rasters"]?.boolean() ?? false
        tellsSandApart = try table["sand_states"]?.boolean() ?? false
    }
}

extension SurveyFile {
    /// Which carbon is accounted; `nil` for none.
    public var carbon: CarbonPlan? {
        get { self[CarbonPlan.self] }
        set { self[CarbonPlan.self] = newValue }
    }
}

extension SurveyFile.CarbonPlan: SurveySection {
    package static let keys = ["carbon"]

    package static var replaceable: [String] {
        get throws {
            try CoefficientSet.bundledNames().flatMap { try CoefficientSet(named: $0).fromMemory }
        }
    }

    package static let draft: [DraftLine] = [
        "",
        .init(
            "# [carbon]", zh: "各分区碳储量与碳汇：carbon.csv",
            en: "stock and sink by zone: carbon.csv"),
        "# methods = [\"stock\", \"steady-state\", \"transition20\", \"flux\"]",
        .init(
            "# coefficients = \"ordos_synthesis\"", zh: "或自备的系数文件",
            en: "or a file of your own"),
        .init("# draws = 100000", zh: "0为一阶误差传播", en: "0 for first-order error propagation"),
        "# seed = 1",
        .init(
            "# provincial = { growth_rate = 0.04, consumption_rate = 0.015 }",
            zh: "本省清单的生长率与消耗率", en: "of your inventory"),
        .init(
            "# forest = { expansion = \"hardwoods\", roots = \"broadleaf\", increment = 1.5, "
                + "harvest_rate = 0.01 }", zh: "增减法、蓄积差法", en: "gain-loss, volume-difference"),
        .init(
            "# sand_states = true", zh: "按盖度区分流动与半固定沙地",
            en: "mobile and semi-fixed sand by their cover"),
        .init(
            "# rasters = true", zh: "碳密度、变化与碳汇栅格", en: "density, change and sink as rasters"),
        .init(
            "# emissions_tco2 = 100000000", zh: "年排放总量，用于抵消比例",
            en: "gross emissions a year, for the offset share"),
    ]

    package init?(_ file: DataNode, in context: SectionContext) throws {
        guard let table = file["carbon"] else { return nil }
        try self.init(table, resolved: context.resolved)
        request.references = context.references
    }

    package var parameters: [String: String] {
        [
            "carbon_coefficients": request.coefficients, "carbon_draws": "\(request.draws)",
            "carbon_seed": "\(request.seed)",
        ]
    }
}

extension SurveyFile.CarbonPlan.Growth {
    fileprivate init(_ table: DataNode) throws {
        try table.allow(only: ["growth_rate", "consumption_rate", "rate_percent", "volume_percent"])
        growthRate = try rate(table.required("growth_rate"), "growth_rate")
        consumptionRate = try rate(table.required("consumption_rate"), "consumption_rate")
        ratePercent = try percent(table["rate_percent"], "rate_percent")
        volumePercent = try percent(table["volume_percent"], "volume_percent")
    }
}

extension SurveyFile.CarbonPlan.Forest {
    fileprivate init(_ table: DataNode) throws {
        try table.allow(only: [
            "expansion", "roots", "increment", "harvest_rate", "rate_percent", "volume_percent",
        ])
        expansionGroup = try table.required("expansion").string()
        rootGroup = try table.required("roots").string()
        let node = try table.required("increment")
        increment = try node.number()
        guard (0...50).contains(increment) else {
            throw node.error("'increment' is \(increment); it is in m³/ha a year, 0 to 50")
        }
        harvestRate = try rate(table.required("harvest_rate"), "harvest_rate")
        ratePercent = try percent(table["rate_percent"], "rate_percent")
        volumePercent = try percent(table["volume_percent"], "volume_percent")
    }
}

/// Years since planting, by category of land.
private func ages(_ table: DataNode) throws -> [LandCover.Category: Int] {
    var ages: [LandCover.Category: Int] = [:]
    for key in try table.keys() {
        let node = try table.required(key)
        guard let category = LandCover.Category(rawValue: key) else {
            let known = LandCover.Category.allCases.map(\.key)
            let hint = nearest(to: key, among: known).map { "did you mean '\($0)'?" }
            throw node.error(
                "'\(key)' is no category of land; "
                    + (hint ?? "there are \(known.joined(separator: ", "))"))
        }
        let years = try node.integer()
        guard CarbonRequest.plausibleAges.contains(years) else {
            throw node.error("'\(key)' is \(years); give years since planting, 0 to 500")
        }
        ages[category] = years
    }
    return ages
}

private func rate(_ node: DataNode, _ key: String) throws -> Double {
    let rate = try node.number()
    guard (0...0.5).contains(rate) else {
        throw node.error("'\(key)' is \(rate); it is a fraction a year: 4 % is 0.04")
    }
    return rate
}

private func percent(_ node: DataNode?, _ key: String) throws -> Double {
    guard let node else { return 0 }
    let percent = try node.number()
    guard (0...500).contains(percent) else {
        throw node.error("'\(key)' is \(percent); it is half of a 95 % interval, in %")
    }
    return percent
}
