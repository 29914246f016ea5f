// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles
public import Words

/// A named set of conversions from animals to sheep units.
public struct SheepUnits: Hashable, Sendable {
    /// The set's id, such as `ministry`.
    public let id: String
    /// The set's name.
    public let name: LocalizedText
    /// Where it comes from.
    public let source: String
    /// How well it is vouched for.
    public let evidence: Evidence
    /// Sheep units of one head, by animal.
    public let perHead: [String: Double]

    /// A set given in code.
    public init(
        id: String, name: LocalizedText, source: String, evidence: Evidence,
        perHead: [String: Double]
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.evidence = evidence
        self.perHead = perHead
    }

    /// The sheep units of a stock.
    ///
    /// - Throws: ``EcologyError`` at an animal that the set lacks, or at fewer than no heads.
    public func total(of livestock: [String: Int]) throws(EcologyError) -> Double {
        var sum = 0.0
        for (animal, heads) in livestock.sorted(by: { $0.key < $1.key }) {
            guard let unit = perHead[animal] else {
                let known = perHead.keys.sorted().joined(separator: ", ")
                throw .refused(
                    "the set '\(id)' has no sheep unit for '\(animal)'; it has \(known)")
            }
            sum += try nonNegative(Double(heads), "the number of '\(animal)'") * unit
        }
        return sum
    }
}

/// Yield and utilisation that may stand in for a grassland type's own.
public struct GrasslandDefaults: Hashable, Sendable {
    /// The type's id, such as `typical_steppe`.
    public let id: String
    /// The type's name.
    public let name: LocalizedText
    /// Peak dry yield, kg/ha; `nil` where none was found.
    public let yield: Double?
    /// Where the yield comes from.
    public let yieldSource: String?
    /// The range of what may be used, 0…1.
    public let utilisation: ClosedRange<Double>
    /// How well the utilisation is vouched for.
    public let evidence: Evidence
}

/// Sheep units and grassland defaults, read from a data file.
public struct ForageCoefficients: Sendable {
    /// The named sets of sheep units.
    public let sets: [SheepUnits]
    /// Defaults by grassland type.
    public let types: [GrasslandDefaults]

    /// The coefficients that ship with Steppe.
    public static func bundled() throws(DataFileError) -> ForageCoefficients {
        try ForageCoefficients(
            readingFrom: BundledData.path("GeoData/livestock/sheep_units.toml"))
    }

    /// Reads a TOML file with arrays of tables `set` and `type`.
    ///
    /// - Throws: `DataFileError` at the key that is missing, unknown or out of range.
    public init(readingFrom path: String) throws(DataFileError) {
        let file = try readDataFile(at: path)
        try file.allow(only: ["set", "type"])
        var sets: [SheepUnits] = []
        for table in try file.required("set").elements() { sets.append(try SheepUnits(table)) }
        self.sets = sets
        var types: [GrasslandDefaults] = []
        for table in try file["type"]?.elements() ?? [] {
            types.append(try GrasslandDefaults(table))
        }
        self.types = types
    }

    /// The set of sheep units by its id.
    ///
    /// - Throws: ``EcologyError`` where there is none, with those that there are.
    public func set(named id: String) throws(EcologyError) -> SheepUnits {
        if let set = sets.first(where: { $0.id == id }) { return set }
        let known = sets.map(\.id).joined(separator: ", ")
        throw .refused("there is no set of sheep units '\(id)'; there are \(known)")
    }
}

extension SheepUnits {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: [
            "id", "name_zh", "name_en", "source", "evidence", "verified", "units",
        ])
        let units = try table.required("units")
        var perHead: [String: Double] = [:]
        for animal in try units.keys() {
            let node = try units.required(animal)
            let unit = try node.number()
            guard unit > 0 else { throw node.error("'\(node.name)' must be above 0") }
            perHead[animal] = unit
        }
        self.init(
            id: try table.required("id").string(), name: try LocalizedText(table, "name"),
            source: try table.required("source").string(), evidence: try Evidence(in: table),
            perHead: perHead)
    }
}

extension GrasslandDefaults {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: [
            "id", "name_zh", "name_en", "yield_kg_per_ha", "yield_source", "utilisation_low",
            "utilisation_high", "evidence", "verified",
        ])
        id = try table.required("id").string()
        name = try LocalizedText(table, "name")
        yield = try table["yield_kg_per_ha"]?.number()
        yieldSource = try table["yield_source"]?.string()
        let low = try table.required("utilisation_low").number()
        let high = try table.required("utilisation_high").number()
        guard 0 <= low, low <= high, high <= 1 else {
            throw table.error("the utilisation of '\(id)' must lie within 0…1, low before high")
        }
        utilisation = low...high
        evidence = try Evidence(in: table)
    }
}
