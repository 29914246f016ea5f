// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import LandCover
internal import Words

/// Reads a coefficient file, strictly: an unknown key or a doubtful value stops it.
struct CoefficientReader {
    private let root: DataNode
    private let name: String
    private let values: ValueReader
    private var factors: [String: Coefficient] = [:]
    private var required: [String: String] = [:]

    init(_ root: DataNode) throws(DataFileError) {
        self.root = root
        try root.allow(only: [
            "name", "title_zh", "title_en", "edition", "tier", "region", "soil_depth_cm", "notes",
            "defaults", "densities", "fluxes", "factors", "expansion", "root_shoot",
            "correlation",
        ])
        name = try root.required("name").string()
        let defaults = root["defaults"]
        try defaults?.allow(only: ["source", "evidence", "region"])
        values = ValueReader(
            source: try defaults?["source"]?.string() ?? "",
            evidence: try defaults?["evidence"].map { node throws(DataFileError) in
                try Evidence(word: node)
            },
            region: try (defaults?["region"] ?? root["region"])?.string() ?? "")
    }

    mutating func read() throws(DataFileError) -> CoefficientSet {
        try readFactors()
        let depth = try root["soil_depth_cm"]?.number()
        if let depth, depth <= 0 || depth > 1000 {
            throw root.error("soil_depth_cm is \(brief(depth)); give a depth in cm, such as 30")
        }
        let tierNode = try root.required("tier")
        guard let tier = Tier(rawValue: try tierNode.integer()) else {
            throw tierNode.error("tier must be 1, 2 or 3")
        }
        let title = try root["title_en"]?.string()
        let titleZH = try root["title_zh"]?.string()
        let set = CoefficientSet(
            name: name, titleZH: titleZH ?? title ?? name, titleEN: title ?? titleZH ?? name,
            edition: try root["edition"]?.string() ?? "", tier: tier,
            region: try root["region"]?.string() ?? "", soilDepthCentimetres: depth,
            notes: try root["notes"]?.elements().map(text) ?? [], overrides: [],
            densities: try rows("densities", hasDepth: depth != nil),
            fluxes: try rows("fluxes", hasDepth: depth != nil), factors: factors,
            requiredInputs: required, expansions: try expansions(), rootShoots: try rootShoots())
        guard let node = root["correlation"] else { return set }
        return set.with(try CorrelationReader(set).read(node))
    }

    /// Words in both languages, `{ zh = "…", en = "…" }`, or a string for both.
    private func text(_ node: DataNode) throws(DataFileError) -> LocalizedText {
        guard node["zh"] != nil || node["en"] != nil else {
            return LocalizedText(try node.string())
        }
        try node.allow(only: ["zh", "en"])
        return LocalizedText(
            zh: try node.required("zh").string(), en: try node.required("en").string())
    }

    private mutating func readFactors() throws(DataFileError) {
        for node in try root["factors"]?.elements() ?? [] {
            let key = try node.required("name").string()
            if factors[key] != nil || required[key] != nil {
                throw node.error("factor '\(key)' is there twice")
            }
            if try node["required"]?.boolean() ?? false {
                try node.allow(only: ["name", "required", "note", "unit"])
                required[key] = try node["note"]?.string() ?? ""
                continue
            }
            factors[key] = try values.read(
                node, id: "\(name):\(key)", purpose: nil, others: ["name", "required"])
        }
    }

    // MARK: Rows by kind of land

    /// What a row says, apart from where it holds.
    private struct Content {
        var pools: [Pool: [Coefficient]] = [:]
        var soilFactor: [Coefficient]?
        var flux: CoefficientSet.Flux?
    }

    private func rows(
        _ key: String, hasDepth: Bool
    ) throws(DataFileError) -> [CoefficientSet.DensityRow] {
        var rows: [CoefficientSet.DensityRow] = []
        for node in try root[key]?.elements() ?? [] {
            var categories: [Category] = []
            for element in try node.required("categories").elements() {
                let category = try element.choice(Category.self)
                if category == .nodata {
                    throw element.error("'nodata' is no land; leave it out")
                }
                categories.append(category)
            }
            if categories.isEmpty { throw node.error("'\(node.name)' names no categories") }
            let type = try node["type"]?.string()
            let zone = try node["zone"]?.string()
            let isDefault = try node["default"]?.boolean() ?? false
            if isDefault && type == nil {
                throw node.error("'default' is for a row with a 'type'; this one has none")
            }
            let twin = rows.first { row in
                row.zone == zone && row.type == type
                    && !Set(row.categories).isDisjoint(with: categories)
            }
            if twin != nil {
                throw node.error("'\(node.name)' repeats an earlier row's category, type and zone")
            }
            let label =
                ([categories.map(\.key).joined(separator: "+"), type].compactMap(\.self))
                .joined(separator: "/") + (zone.map { "@\($0)" } ?? "")
            let id = "\(name):\(label)"
            let content =
                key == "fluxes"
                ? try flux(node, id: id) : try density(node, id: id, hasDepth: hasDepth)
            rows.append(
                CoefficientSet.DensityRow(
                    categories: categories, type: type, isDefault: isDefault, zone: zone,
                    pools: content.pools, soilFactor: content.soilFactor, flux: content.flux))
        }
        return rows
    }

    private static let placeKeys = ["categories", "type", "zone", "default", "note"]

    private func density(
        _ node: DataNode, id: String, hasDepth: Bool
    ) throws(DataFileError) -> Content {
        try node.allow(only: Self.placeKeys + Pool.allCases.map(\.rawValue) + ["soil_factor"])
        if node["dead_organic"] != nil && (node["deadwood"] != nil || node["litter"] != nil) {
            throw node.error(
                "'\(node.name)' has dead_organic beside deadwood or litter, which are its parts; "
                    + "keep one or the other")
        }
        if (node["deadwood"] == nil) != (node["litter"] == nil) {
            throw node.error("'\(node.name)' has only one of deadwood and litter; give both")
        }
        var content = Content()
        for pool in Pool.allCases {
            guard let value = node[pool.rawValue] else { continue }
            if pool == .soil && !hasDepth {
                throw value.error(
                    "soil carbon without a depth; say soil_depth_cm = 30 (or 100) at the top")
            }
            let purpose: ValueReader.Purpose =
                pool == .soil ? .soil : pool.isDead ? .dead : .living
            content.pools[pool] = try product(
                value, id: "\(id):\(pool.rawValue)", purpose: purpose)
        }
        if let factor = node["soil_factor"] {
            content.soilFactor = try product(factor, id: "\(id):soil_factor", purpose: .ratio)
        }
        return content
    }

    private func flux(_ node: DataNode, id: String) throws(DataFileError) -> Content {
        try node.allow(
            only: Self.placeKeys + ["flux", "measures", "gain_years", "soil_depth_cm"])
        var depths: [Double] = []
        for element in try node["soil_depth_cm"]?.elements() ?? [] {
            let depth = try element.number()
            guard depth > 0, depth <= 1000 else {
                throw element.error("soil_depth_cm is \(brief(depth)); give depths in cm")
            }
            depths.append(depth)
        }
        var content = Content()
        content.flux = CoefficientSet.Flux(
            coefficient: try values.read(
                node.required("flux"), id: "\(id):flux", purpose: .flux),
            kind: try node["measures"].map(text), gainYears: try node["gain_years"].map(gainYears),
            soilDepths: depths)
        return content
    }

    /// Years that a gain holds in full, and years after which it is over.
    private func gainYears(_ node: DataNode) throws(DataFileError) -> ClosedRange<Double> {
        var years: [Double] = []
        for element in try node.elements() { years.append(try element.number()) }
        guard years.count == 2, years[0] >= 0, years[0] < years[1] else {
            throw node.error(
                "gain_years is how long a gain holds in full, and when it is over: two rising "
                    + "numbers, such as [20, 50]")
        }
        return years[0]...years[1]
    }

    /// A value, or a product of factors that the file has by name.
    private func product(
        _ node: DataNode, id: String, purpose: ValueReader.Purpose
    ) throws(DataFileError) -> [Coefficient] {
        guard let list = node["product"] else {
            if purpose.dimension == .ratio, (try? node.number()) == 1 { return [] }
            return [try values.read(node, id: id, purpose: purpose)]
        }
        try node.allow(only: ["product"])
        var coefficients: [Coefficient] = []
        for element in try list.elements() {
            let key = try element.string()
            guard let factor = factors[key] else {
                let hint = nearest(to: key, among: Array(factors.keys).sorted())
                throw element.error(
                    "there is no factor '\(key)' under [[factors]]"
                        + (hint.map { "; did you mean '\($0)'?" } ?? ""))
            }
            coefficients.append(factor)
        }
        let dimensions = coefficients.map(\.dimension).filter { $0 != .ratio }
        let isFull = coefficients.contains {
            $0.id.hasSuffix("carbon_fraction") || $0.id.contains("cf_")
        }
        let makesCarbon = dimensions == [.density] || (dimensions == [.biomass] && isFull)
        guard purpose.dimension == .ratio ? dimensions.isEmpty : makesCarbon else {
            throw node.error(
                "'\(node.name)' is a product of \(coefficients.map(\.dimension.rawValue).joined(separator: " × ")), "
                    + "which does not make \(purpose.dimension.rawValue); dry matter needs "
                    + "a carbon_fraction")
        }
        return coefficients
    }

    // MARK: Tables for forests

    private func expansions() throws(DataFileError) -> [ExpansionStratum] {
        var strata: [ExpansionStratum] = []
        for node in try root["expansion"]?.elements() ?? [] {
            try node.allow(only: ["group", "above", "to", "stock", "increment", "removal"])
            let (group, from, to) = try limits(of: node, start: "above")
            let id = "\(name):bcef.\(group).\(brief(from))"
            strata.append(
                ExpansionStratum(
                    group: group, from: from, to: to,
                    stock: try values.read(
                        node.required("stock"), id: id + ".stock", purpose: .expansion),
                    increment: try values.read(
                        node.required("increment"), id: id + ".increment", purpose: .expansion),
                    removal: try values.read(
                        node.required("removal"), id: id + ".removal", purpose: .expansion)))
        }
        return strata
    }

    private func rootShoots() throws(DataFileError) -> [RootShootStratum] {
        var strata: [RootShootStratum] = []
        for node in try root["root_shoot"]?.elements() ?? [] {
            let (group, from, to) = try limits(of: node, start: "from")
            let ratio = try values.read(
                node, id: "\(name):root_shoot.\(group).\(brief(from))", purpose: .ratio,
                others: ["group", "from", "below"])
            strata.append(RootShootStratum(group: group, from: from, to: to, ratio: ratio))
        }
        return strata
    }

    private func limits(
        of node: DataNode, start: String
    ) throws(DataFileError) -> (group: String, from: Double, to: Double) {
        let from = try node[start]?.number() ?? 0
        let to = try (node["to"] ?? node["below"])?.number() ?? .infinity
        guard from < to else { throw node.error("'\(node.name)' begins at \(from), ends at \(to)") }
        return (try node.required("group").string(), from, to)
    }
}
