// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology

/// Reads one coefficient: value, unit, uncertainty, source; refuses what cannot be meant.
struct ValueReader {
    /// What a coefficient is for: its unit, its limits, its uncertainty if none is given.
    struct Purpose {
        let dimension: CarbonUnit.Dimension
        /// The smallest and the largest value that can be meant, in the stored unit, beside 0.
        let limits: ClosedRange<Double>
        let assumedPercent: Double
        let isSigned: Bool

        static let living = Purpose(.density, 0...1000, AssumedUncertainty.biomassPercent)
        static let dead = Purpose(.density, 0...500, AssumedUncertainty.biomassPercent)
        static let soil = Purpose(.density, 0.5...2000, AssumedUncertainty.soilPercent)
        static let flux = Purpose(
            .flux, -30...30, AssumedUncertainty.fluxPercent, isSigned: true)
        static let expansion = Purpose(
            .woodDensity, 0.1...10, AssumedUncertainty.biomassPercent)
        static let ratio = Purpose(.ratio, 0...10, AssumedUncertainty.biomassPercent)

        init(
            _ dimension: CarbonUnit.Dimension, _ limits: ClosedRange<Double>, _ percent: Double,
            isSigned: Bool = false
        ) {
            self.dimension = dimension
            self.limits = limits
            assumedPercent = percent
            self.isSigned = isSigned
        }

        /// The purpose of a factor, which its unit tells.
        static func factor(_ dimension: CarbonUnit.Dimension) -> Purpose {
            switch dimension {
            case .density: .soil
            case .flux: .flux
            case .biomass: Purpose(.biomass, 0...2000, AssumedUncertainty.biomassPercent)
            case .growth: Purpose(.growth, 0...60, AssumedUncertainty.biomassPercent)
            case .woodDensity: Purpose(.woodDensity, 0.1...5, AssumedUncertainty.biomassPercent)
            case .ratio: .ratio
            case .yearlyRate: Purpose(.yearlyRate, 0...0.5, AssumedUncertainty.biomassPercent)
            }
        }
    }

    let source: String
    let evidence: Evidence?
    let region: String

    static let keys = [
        "value", "unit", "low", "high", "uncertainty_percent", "sd", "distribution", "source",
        "evidence", "verified", "region", "note", "allow_magnitude",
    ]

    /// Reads a number, or a table with a value.
    ///
    /// - Parameters:
    ///   - node: The number, or a table with `value`.
    ///   - id: The coefficient's name.
    ///   - given: What it is for; `nil` where the unit is to tell it.
    ///   - others: Keys that the caller reads from the same table.
    /// - Returns: The coefficient, in its stored unit.
    /// - Throws: `DataFileError` at the value.
    func read(
        _ node: DataNode, id: String, purpose given: Purpose?, others: [String] = []
    ) throws(DataFileError) -> Coefficient {
        let isTable = node["value"] != nil
        if isTable || (try? node.number()) == nil { try node.allow(only: Self.keys + others) }
        let number = isTable ? try node.required("value") : node
        let written = try number.number()
        let unit = try unit(of: node, purpose: given)
        let purpose = given ?? .factor(unit.dimension)
        let value = unit.stored(written)
        try check(value, purpose, number, unit: unit, allowed: node["allow_magnitude"])
        let spread = try spread(of: node, value: value, unit: unit, purpose: purpose)
        let evidence =
            try node["evidence"].map { node throws(DataFileError) in try Evidence(word: node) }
            ?? evidence
        guard let evidence else {
            throw node.error(
                "'\(node.name)' lacks 'evidence' (there is none under [defaults]); say "
                    + Evidence.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
        }
        let isVerified = try node["verified"]?.boolean() ?? evidence.isVerified
        if isVerified && !evidence.isVerified {
            throw node.error(
                "'\(node.name)' is verified, but its evidence is \"\(evidence.rawValue)\"; "
                    + "once you have read the source, say evidence = \"read\"")
        }
        let source = try node["source"]?.string() ?? source
        if source.isEmpty {
            throw node.error("'\(node.name)' lacks 'source', and there is none under [defaults]")
        }
        var coefficient = Coefficient(
            id: id, distribution: spread.distribution, dimension: unit.dimension,
            written: "\(brief(written)) \(unit.symbol)", source: source,
            region: try node["region"]?.string() ?? region, evidence: evidence,
            isVerified: isVerified, isUncertaintyAssumed: spread.isAssumed,
            note: try node["note"]?.string() ?? "")
        if let low = try node["low"]?.number(), let high = try node["high"]?.number() {
            coefficient.statedInterval = unit.stored(low)...unit.stored(high)
        }
        return coefficient
    }

    private func unit(of node: DataNode, purpose: Purpose?) throws(DataFileError) -> CarbonUnit {
        let symbol = try node["unit"]?.string() ?? purpose?.dimension.rawValue
        guard let symbol else {
            throw node.error("'\(node.name)' lacks 'unit'; it may be \(CarbonUnit.examples)")
        }
        let place = node["unit"] ?? node
        guard let unit = CarbonUnit(symbol) else {
            let mass = ["t/ha", "kg/m2", "g/m2", "Mg/ha", "kg/ha"].contains(symbol)
            throw place.error(
                mass
                    ? "unit '\(symbol)' does not say of what; write 'C' (carbon) or 'd.m.' (dry "
                        + "matter) after the mass, as in 't C/ha'"
                    : "unit '\(symbol)' is not known; it may be \(CarbonUnit.examples)")
        }
        guard let purpose, unit.dimension != purpose.dimension else { return unit }
        let hint =
            unit.dimension == .biomass && purpose.dimension == .density
            ? "; turn dry matter into carbon with product = [\"…\", \"carbon_fraction\"]" : ""
        throw place.error(
            "'\(node.name)' is in \(symbol), but must be convertible to "
                + "\(purpose.dimension.rawValue)\(hint)")
    }

    private func check(
        _ value: Double, _ purpose: Purpose, _ node: DataNode, unit: CarbonUnit, allowed: DataNode?
    ) throws(DataFileError) {
        if value < 0 && !purpose.isSigned {
            throw node.error("'\(node.name)' is \(brief(value)); it cannot be negative")
        }
        if value == 0 || purpose.limits.contains(value) { return }
        if try allowed?.boolean() ?? false { return }
        let stored = purpose.dimension.rawValue
        throw node.error(
            "'\(node.name)' comes to \(brief(value)) \(stored), outside "
                + "\(brief(purpose.limits.lowerBound))…\(brief(purpose.limits.upperBound)); is it "
                + "really in \(unit.symbol)? Declare another unit (\(CarbonUnit.examples)), or say "
                + "allow_magnitude = true")
    }

    private func spread(
        of node: DataNode, value: Double, unit: CarbonUnit, purpose: Purpose
    ) throws(DataFileError) -> (distribution: Distribution, isAssumed: Bool) {
        let z = StandardNormal.z95
        var deviation: Double?
        var reachesZero = false
        var stated: Distribution?
        if node["low"] != nil || node["high"] != nil {
            let low = unit.stored(try node.required("low").number())
            let high = unit.stored(try node.required("high").number())
            guard low <= value, value <= high else {
                throw node.error(
                    "'\(node.name)': low, value and high must rise: \(low), \(value), \(high)")
            }
            deviation = (high - low) / (2 * z)
            reachesZero = low == 0
            stated = .percentiles(mean: value, low: low, high: high)
            // What cannot be negative must not be drawn so, but for one draw in a thousand.
            if !purpose.isSigned, (stated?.quantile(0.001) ?? 0) < 0 { stated = nil }
        }
        if let percent = try node["uncertainty_percent"]?.number() {
            try refuseSecond(deviation, node)
            deviation = value.magnitude * percent / 100 / z
        }
        if let sd = try node["sd"]?.number() {
            try refuseSecond(deviation, node)
            deviation = unit.stored(sd)
        }
        if let deviation, deviation < 0 {
            throw node.error("'\(node.name)': an uncertainty cannot be negative")
        }
        let isAssumed = deviation == nil && value != 0
        let sd = deviation ?? value.magnitude * purpose.assumedPercent / 100 / z
        let chosen = try node["distribution"]?.choice(Distribution.Shape.self)
        if let stated, chosen == nil || chosen == .shiftedLogNormal { return (stated, false) }
        let shape =
            chosen
            ?? Self.shape(
                mean: value, deviation: sd, reachesZero: reachesZero, isSigned: purpose.isSigned)
        do {
            return (try Self.distribution(shape, mean: value, deviation: sd), isAssumed)
        } catch {
            throw node.error("'\(node.name)': \(error)")
        }
    }

    private func refuseSecond(_ deviation: Double?, _ node: DataNode) throws(DataFileError) {
        guard deviation != nil else { return }
        throw node.error(
            "'\(node.name)' states its uncertainty twice; keep one of low and high, "
                + "uncertainty_percent, sd")
    }

    /// The shape where none is stated: normal up to ±30 % or where the sign is free, else positive.
    static func shape(
        mean: Double, deviation: Double, reachesZero: Bool, isSigned: Bool
    ) -> Distribution.Shape {
        if deviation == 0 { return .fixed }
        if isSigned || mean <= 0 { return .normal }
        if deviation * StandardNormal.z95 <= 0.30 * mean { return .normal }
        return reachesZero && deviation < 0.95 * mean ? .truncatedNormal : .logNormal
    }

    static func distribution(
        _ shape: Distribution.Shape, mean: Double, deviation: Double
    ) throws(DistributionError) -> Distribution {
        switch shape {
        case .fixed: .fixed(mean)
        case .normal: .normal(mean: mean, standardDeviation: deviation)
        case .logNormal: try .logNormal(mean: mean, standardDeviation: deviation)
        case .truncatedNormal: try .truncatedNormal(mean: mean, standardDeviation: deviation)
        case .shiftedLogNormal: throw .needsInterval(mean: mean)
        }
    }
}
