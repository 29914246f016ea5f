// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles

/// Every indicator definition that Steppe knows, read from data files.
public struct IndicatorCatalogue: Sendable {
    /// The definitions, in the order of their files.
    public let definitions: [IndicatorDefinition]

    /// The definitions that ship with Steppe, from `GeoData/indicators`.
    public static func bundled() throws(DataFileError) -> IndicatorCatalogue {
        try IndicatorCatalogue(
            files: BundledData.files(in: "GeoData/indicators", ending: ".toml"))
    }

    /// Reads definitions from TOML files, each an array of tables `indicator`.
    ///
    /// - Throws: `DataFileError` at the key that is missing, unknown or defined twice.
    public init(files: [String]) throws(DataFileError) {
        var tables: [DataNode] = []
        for file in files { tables.append(try readDataFile(at: file)) }
        try self.init(tables)
    }

    init(definitions: [IndicatorDefinition]) { self.definitions = definitions }

    init(_ files: [DataNode]) throws(DataFileError) {
        var definitions: [IndicatorDefinition] = []
        for file in files {
            try file.allow(only: ["indicator"])
            for table in try file.required("indicator").elements() {
                let definition = try IndicatorDefinition(table)
                if definitions.contains(where: { $0.id == definition.id }) {
                    throw table.error("the indicator '\(definition.id)' is defined twice")
                }
                definitions.append(definition)
            }
        }
        self.definitions = definitions
    }

    /// The definition of an indicator, if it is known.
    public subscript(id: String) -> IndicatorDefinition? {
        definitions.first { $0.id == id }
    }

    /// The definition of an indicator, or an error that offers the nearest name.
    ///
    /// - Parameters:
    ///   - id: The indicator's id.
    ///   - others: What else may be asked for, for the error.
    /// - Returns: The definition.
    /// - Throws: ``EcologyError`` where there is no such indicator.
    public func definition(
        named id: String, amongOthers others: [String] = []
    ) throws(EcologyError) -> IndicatorDefinition {
        if let definition = self[id] { return definition }
        let names = definitions.map(\.id) + others
        let hint =
            nearest(to: id, among: names).map { "did you mean '\($0)'?" }
            ?? "known: \(names.joined(separator: ", "))"
        throw .refused("there is no indicator '\(id)'; \(hint)")
    }
}

extension IndicatorCatalogue {
    /// The citations that definitions have from memory, in the order of their names.
    public var fromMemory: [String] {
        Set(definitions.flatMap(\.sources).filter { $0.evidence == .fromMemory }.map(\.title))
            .sorted()
    }

    /// The same definitions with citations in place of those from memory.
    public func citing(_ references: References) -> IndicatorCatalogue {
        IndicatorCatalogue(definitions: definitions.map { $0.citing(references) })
    }
}
