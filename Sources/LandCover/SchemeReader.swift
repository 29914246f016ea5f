// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// Reads a scheme file, and goes on after a fault so as to report them all.
struct SchemeReader {
    private(set) var problems: [SchemeProblem] = []

    /// The scheme of a file's top table, or `nil` where ``problems`` holds an error.
    mutating func read(_ root: DataNode) -> ClassScheme? {
        attempt { () throws(DataFileError) in try root.allow(only: Self.schemeKeys) }
        let digits = attempt { () throws(DataFileError) in try root["digits"]?.integer() } ?? nil
        let evidence = text("evidence", in: root) ?? ""
        let isVerified = flag("verified", in: root) ?? true
        if !isVerified && evidence.isEmpty {
            warn(root, "verified is false, but 'evidence' does not say why")
        }
        let nodata = integers("nodata", in: root)
        let hasAdjustable = flag("adjustable", in: root) ?? false
        var classReader = ClassReader(
            digits: digits, evidence: evidence, isVerified: isVerified, nodata: nodata)
        let classes = classReader.read(root)
        problems += classReader.problems
        let stem = root.file.split(separator: "/").last.map(String.init) ?? root.file
        let name = stem.hasSuffix(".toml") ? String(stem.dropLast(5)) : stem
        let titleZH = text("title_zh", in: root)
        let titleEN = text("title_en", in: root)
        let limits = limits(in: root)
        let clues = clues(in: root)
        let scheme = ClassScheme(
            id: text("id", in: root) ?? name, aliases: strings("aliases", in: root),
            titleZH: titleZH ?? titleEN ?? name, titleEN: titleEN ?? titleZH ?? name,
            source: text("source", in: root) ?? "", licence: text("licence", in: root) ?? "",
            resolution: text("resolution", in: root) ?? "",
            colourEvidence: text("colours", in: root) ?? "",
            areColoursVerified: flag("colours_verified", in: root) ?? isVerified,
            notes: strings("notes", in: root), nodata: nodata, classes: classes, digits: digits,
            file: root.file, writtenLimits: limits, clues: clues,
            index: CodeIndex(
                classes: classes, nodata: nodata, digits: digits, hasAdjustable: hasAdjustable))
        return problems.contains { $0.severity == .error } ? nil : scheme
    }

    private static let schemeKeys = [
        "id", "aliases", "title_zh", "title_en", "source", "licence", "resolution", "colours",
        "colours_verified", "verified", "evidence", "notes", "nodata", "digits", "adjustable",
        "limits", "recognition", "classes",
    ]

    private mutating func limits(in root: DataNode) -> [ClassScheme.Subject: ClassScheme.Limit] {
        guard let table = root["limits"] else { return [:] }
        let subjects = ClassScheme.Subject.allCases
        attempt { () throws(DataFileError) in try table.allow(only: subjects.map(\.rawValue)) }
        var limits: [ClassScheme.Subject: ClassScheme.Limit] = [:]
        for subject in subjects {
            guard let node = table[subject.rawValue] else { continue }
            attempt { () throws(DataFileError) in
                try node.allow(only: ["zh", "en"])
                limits[subject] = ClassScheme.Limit(
                    zh: try node.required("zh").string(), en: try node.required("en").string())
            }
        }
        return limits
    }

    private mutating func clues(in root: DataNode) -> RecognitionClues {
        guard let table = root["recognition"] else { return RecognitionClues() }
        attempt { () throws(DataFileError) in
            try table.allow(only: ["names", "weak_names", "not_names", "distinctive", "foreign"])
        }
        for key in ["names", "weak_names", "not_names"] {
            for pattern in strings(key, in: table) where !RecognitionClues.isPattern(pattern) {
                fail(table[key] ?? table, "'\(pattern)' is not a regular expression")
            }
        }
        return RecognitionClues(
            names: strings("names", in: table), weakNames: strings("weak_names", in: table),
            notNames: strings("not_names", in: table),
            distinctive: Set(integers("distinctive", in: table)),
            foreign: Set(integers("foreign", in: table)))
    }

    // MARK: Values

    private mutating func text(_ key: String, in node: DataNode) -> String? {
        attempt { () throws(DataFileError) in try node[key]?.string() } ?? nil
    }

    private mutating func flag(_ key: String, in node: DataNode) -> Bool? {
        attempt { () throws(DataFileError) in try node[key]?.boolean() } ?? nil
    }

    private mutating func strings(_ key: String, in node: DataNode) -> [String] {
        attempt { () throws(DataFileError) in try node[key]?.strings() ?? [] } ?? []
    }

    private mutating func integers(_ key: String, in node: DataNode) -> [Int] {
        attempt { () throws(DataFileError) -> [Int] in
            var numbers: [Int] = []
            for element in try node[key]?.elements() ?? [] { numbers.append(try element.integer()) }
            return numbers
        } ?? []
    }

    // MARK: Problems

    @discardableResult
    private mutating func attempt<Value>(_ body: () throws(DataFileError) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            problems.append(SchemeProblem(severity: .error, fault: error))
            return nil
        }
    }

    private mutating func fail(_ node: DataNode, _ message: String) {
        problems.append(SchemeProblem(severity: .error, fault: node.error(message)))
    }

    private mutating func warn(_ node: DataNode, _ message: String) {
        problems.append(SchemeProblem(severity: .warning, fault: node.error(message)))
    }
}
