// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles
internal import Ecology

extension CoefficientSet {
    /// The sets that ship with Steppe.
    public static func bundledNames() throws(DataFileError) -> [String] {
        try BundledData.files(in: "GeoData/coefficients", ending: ".toml").map { path in
            String((path.split(separator: "/").last ?? "").dropLast(5))
        }
    }

    /// Reads a set that ships with Steppe by its name, or any other by its path.
    ///
    /// - Throws: `DataFileError` at the place of the first fault, with how to mend it.
    public init(named name: String) throws(DataFileError) {
        if name.hasSuffix(".toml") || name.contains("/") {
            try self.init(readDataFile(at: name))
            return
        }
        let known = try Self.bundledNames()
        guard known.contains(name) else {
            let hint = nearest(to: name, among: known).map { "did you mean '\($0)'?" }
            throw DataFileError(
                file: name,
                message: "is no coefficient set; "
                    + (hint ?? "there are \(known.joined(separator: ", ")), or the path of a file"))
        }
        try self.init(readDataFile(at: BundledData.path("GeoData/coefficients/\(name).toml")))
    }

    /// Reads a set from a data file that is already open.
    public init(_ root: DataNode) throws(DataFileError) {
        var reader = try CoefficientReader(root)
        self = try reader.read()
    }
}
