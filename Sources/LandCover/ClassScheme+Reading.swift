// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

extension ClassScheme {
    /// Reads a scheme from a TOML file.
    ///
    /// - Throws: ``SchemeError/invalid(file:problems:)`` with every fault, a line each.
    public init(readingFrom path: String) throws(SchemeError) {
        let (scheme, problems) = Self.examine(path)
        guard let scheme else { throw .invalid(file: path, problems: problems) }
        self = scheme
    }

    /// Checks a scheme file: names, colours, categories, and codes that two classes claim.
    ///
    /// - Returns: Every problem, in the order of the file; empty where there is none.
    public static func check(_ path: String) -> [SchemeProblem] {
        examine(path).problems
    }

    /// Reads a scheme from text; `file` is what problems call it.
    static func examine(
        text: String, named file: String
    ) -> (scheme: ClassScheme?, problems: [SchemeProblem]) {
        do {
            return examine(try readData(text, named: file))
        } catch {
            return (nil, [SchemeProblem(severity: .error, fault: error)])
        }
    }

    private static func examine(
        _ path: String
    ) -> (scheme: ClassScheme?, problems: [SchemeProblem]) {
        do {
            return examine(try readDataFile(at: path))
        } catch {
            return (nil, [SchemeProblem(severity: .error, fault: error)])
        }
    }

    private static func examine(
        _ root: DataNode
    ) -> (scheme: ClassScheme?, problems: [SchemeProblem]) {
        var reader = SchemeReader()
        let scheme = reader.read(root)
        let ordered = reader.problems.enumerated().sorted { a, b in
            (a.element.fault.line ?? 0, a.offset) < (b.element.fault.line ?? 0, b.offset)
        }
        return (scheme, ordered.map(\.element))
    }
}
