// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// Reads a scheme file, and goes on after a fault so as to report them all.
struct SchemeReader {
    private var faults = SchemeFaults()

    /// What is wrong or doubtful, in the order of the file.
    var problems: [SchemeProblem] { faults.problems }

    /// The scheme of a file's top table, or `nil` where ``problems`` holds an error.
    mutating func read(_ root: DataNode) -> ClassScheme? {
        faults.attempt { () throws(DataFileError) in try root.allow(only: Self.schemeKeys) }
        let digits =
            faults.attempt { () throws(DataFileError) in try root["digits"]?.integer() } ?? nil
        let evidence = faults.text("evidence", in: root) ?? ""
        let isVerified = faults.flag("verified", in: root) ?? true
        if !isVerified && evidence.isEmpty {
            faults.warn(root, "verified is false, but 'evidence' does not say why")
        }
        let nodata = faults.integers("nodata", in: root)
        let hasAdjustable = faults.flag("adjustable", in: root) ?? false
        var classReader = ClassReader(
            digits: digits, evidence: evidence, isVerified: isVerified, nodata: nodata)
        let classes = classReader.read(root).shaded
        faults.add(classReader.faults)
        let stem = root.file.split(separator: "/").last.map(String.init) ?? root.file
        let name = stem.hasSuffix(".toml") ? String(stem.dropLast(5)) : stem
        let titleZH = faults.text("title_zh", in: root)
        let titleEN = faults.text("title_en", in: root)
        let limits = limits(in: root)
        let clues = clues(in: root)
        var productReader = ProductReader(codes: Set(classes.map { "\($0.code)" }))
        let versions = productReader.versions(in: root)
        let accuracy = productReader.accuracy(in: root)
        let incomparables = productReader.incomparables(in: root, versions: versions.map(\.id))
        faults.add(productReader.faults)
        let scheme = ClassScheme(
            id: faults.text("id", in: root) ?? name, aliases: faults.strings("aliases", in: root),
            titleZH: titleZH ?? titleEN ?? name, titleEN: titleEN ?? titleZH ?? name,
            source: faults.text("source", in: root) ?? "",
            licence: faults.text("licence", in: root) ?? "",
            resolution: faults.text("resolution", in: root) ?? "",
            colourEvidence: faults.text("colours", in: root) ?? "",
            areColoursVerified: faults.flag("colours_verified", in: root) ?? isVerified,
            notes: faults.strings("notes", in: root), nodata: nodata, classes: classes,
            digits: digits, accuracy: accuracy, versions: versions,
            file: root.file, incomparables: incomparables, writtenLimits: limits, clues: clues,
            index: CodeIndex(
                classes: classes, nodata: nodata, digits: digits, hasAdjustable: hasAdjustable))
        return problems.contains { $0.severity == .error } ? nil : scheme
    }

    private static let schemeKeys = [
        "id", "aliases", "title_zh", "title_en", "source", "licence", "resolution", "colours",
        "colours_verified", "verified", "evidence", "notes", "nodata", "digits", "adjustable",
        "limits", "recognition", "classes", "accuracy", "versions", "not_comparable_with",
    ]

    private mutating func limits(in root: DataNode) -> [ClassScheme.Subject: ClassScheme.Limit] {
        guard let table = root["limits"] else { return [:] }
        let subjects = ClassScheme.Subject.allCases
        faults.attempt { () throws(DataFileError) in try table.allow(only: subjects.map(\.rawValue))
        }
        var limits: [ClassScheme.Subject: ClassScheme.Limit] = [:]
        for subject in subjects {
            guard let node = table[subject.rawValue] else { continue }
            faults.attempt { () throws(DataFileError) in
                try node.allow(only: ["zh", "en"])
                limits[subject] = ClassScheme.Limit(
                    zh: try node.required("zh").string(), en: try node.required("en").string())
            }
        }
        return limits
    }

    private mutating func clues(in root: DataNode) -> RecognitionClues {
        guard let table = root["recognition"] else { return RecognitionClues() }
        faults.attempt { () throws(DataFileError) in
            try table.allow(only: ["names", "weak_names", "not_names", "distinctive", "foreign"])
        }
        for key in ["names", "weak_names", "not_names"] {
            for pattern in faults.strings(key, in: table) where !RecognitionClues.isPattern(pattern)
            {
                faults.fail(table[key] ?? table, "'\(pattern)' is not a regular expression")
            }
        }
        return RecognitionClues(
            names: faults.strings("names", in: table),
            weakNames: faults.strings("weak_names", in: table),
            notNames: faults.strings("not_names", in: table),
            distinctive: Set(faults.integers("distinctive", in: table)),
            foreign: Set(faults.integers("foreign", in: table)))
    }
}
