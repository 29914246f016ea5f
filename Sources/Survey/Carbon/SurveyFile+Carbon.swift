// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import DataFiles

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

        /// Methods, coefficients, draws and seed.
        public var request: CarbonRequest
        /// `nil` where the provincial method is not asked for.
        public var growth: Growth?
        /// Gross emissions, t CO₂ a year, that the sink is set beside.
        public var emissionsTonnesCO2: Double?
        /// What the emissions cover.
        public var emissionsScope: String
        /// Whether bare sand is told apart by its cover: mobile below 10 %, semi-fixed below 30 %.
        public var tellsSandApart: Bool
        /// Whether rasters of density, change and sink are written.
        public var wantsRasters: Bool
    }
}

extension SurveyFile.CarbonPlan {
    /// The coefficient files of the user's own.
    var files: [String] {
        [request.coefficients, request.fluxes].filter { $0.hasSuffix(".toml") } + request.overrides
    }

    init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "methods", "coefficients", "fluxes", "overrides", "draws", "seed", "provincial",
            "emissions_tco2", "emissions_scope", "sand_states", "rasters",
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
        emissionsTonnesCO2 = try table["emissions_tco2"]?.number()
        if let node = table["emissions_tco2"], !((emissionsTonnesCO2 ?? 0) > 0) {
            throw node.error(
                "'emissions_tco2' is not above 0; give gross emissions in t CO2 a year")
        }
        emissionsScope = try table["emissions_scope"]?.string() ?? "scope not stated"
        wantsRasters = try table["rasters"]?.boolean() ?? false
        tellsSandApart = try table["sand_states"]?.boolean() ?? false
    }
}

extension SurveyFile.CarbonPlan.Growth {
    fileprivate init(_ table: DataNode) throws {
        try table.allow(only: ["growth_rate", "consumption_rate", "rate_percent", "volume_percent"])
        func rate(_ key: String) throws -> Double {
            let node = try table.required(key)
            let rate = try node.number()
            guard (0...0.5).contains(rate) else {
                throw node.error("'\(key)' is \(rate); it is a fraction a year: 4 % is 0.04")
            }
            return rate
        }
        func percent(_ key: String) throws -> Double {
            guard let node = table[key] else { return 0 }
            let percent = try node.number()
            guard (0...500).contains(percent) else {
                throw node.error("'\(key)' is \(percent); it is half of a 95 % interval, in %")
            }
            return percent
        }
        growthRate = try rate("growth_rate")
        consumptionRate = try rate("consumption_rate")
        ratePercent = try percent("rate_percent")
        volumePercent = try percent("volume_percent")
    }
}
