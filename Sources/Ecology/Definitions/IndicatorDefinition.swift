// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Words

/// What an indicator means: its words, formula, unit, variants, thresholds, sources and traps.
public struct IndicatorDefinition: Hashable, Sendable {
    /// A way to count that gives another number under the same name.
    public struct Variant: Hashable, Sendable {
        /// The word that survey files and results use.
        public let id: String
        /// The variant's name.
        public let name: LocalizedText
        /// What it counts.
        public let meaning: LocalizedText
        /// Whether it is used where the survey file names none.
        public let isDefault: Bool
        /// What it is measured on, where that is not as for the indicator's other variants.
        public let measuredOn: [Basis.Aspect]?
        /// What counts it, where that is not as for the indicator's other variants.
        public let countedBy: Counter?
        /// Whether it compares the year with the baseline.
        public let comparesBaseline: Bool
    }

    /// What a figure is counted by, which tells what errors it has.
    public enum Counter: String, CaseIterable, Hashable, Sendable {
        /// A map, or polygons that nobody declared official.
        case map
        /// Plots.
        case plots
        /// A ledger: a complete count.
        case ledger
    }

    /// The columns of a table of statistics that the indicator is counted from.
    public struct Ledger: Hashable, Sendable {
        /// A column, and the unit of its numbers.
        public struct Column: Hashable, Sendable {
            /// The name in the table's head.
            public let name: String
            /// What its numbers are in.
            public let unit: Quantity.Unit
        }

        /// What is counted.
        public let numerator: Column
        /// What it is counted against; `nil` for a plain amount.
        public let denominator: Column?

        /// Both columns' names.
        public var columns: [String] { [numerator, denominator].compactMap { $0?.name } }
    }

    /// A number that the definition rests on.
    public struct Threshold: Hashable, Sendable {
        /// What it divides.
        public let name: LocalizedText
        /// The number and its unit.
        public let quantity: Quantity
        /// How well it is vouched for.
        public let evidence: Evidence
    }

    /// Where the definition, or a part of it, comes from.
    public struct Source: Hashable, Sendable {
        /// The document, with its number.
        public let title: String
        /// How well it was read.
        public let evidence: Evidence
        /// What was not read, or rests on judgement.
        public let note: LocalizedText?
    }

    /// What its numbers are of, as maps, reports and styles colour them alike: the darker, the more.
    public enum Ramp: String, CaseIterable, Hashable, Sendable {
        /// Plants, and what is done for them: green.
        case vegetation
        /// Sand, and what wears the land: brown.
        case sand
        /// Water and wetland: blue.
        case water
    }

    /// The word that files use: `forest_coverage`.
    public let id: String
    /// The indicator's name.
    public let name: LocalizedText
    /// What it measures.
    public let meaning: LocalizedText
    /// The formula, as text.
    public let formula: String
    /// The unit that people expect.
    public let unit: Quantity.Unit
    /// What a target may be, in ``unit``; `nil` where anything may be meant.
    public let plausible: ClosedRange<Double>?
    /// What two years must have alike to be compared, beside the variant.
    public let measuredOn: [Basis.Aspect]
    /// What its numbers are coloured as.
    public let ramp: Ramp
    /// What counts it.
    public let countedBy: Counter
    /// The columns of statistics that it is counted from; `nil` where it is not.
    public let ledger: Ledger?
    /// The part of a survey file that gives it; `nil` where every year's land cover does.
    public let surveyKey: String?
    /// Errors that its figures leave out, beside those of everything that is measured as it is.
    public let leavesOut: Set<ErrorSource>
    private let comparesBaseline: Bool
    /// The indicator whose figure it has under another name, held against a target of its own; `nil` for
    /// a figure of its own.
    public let figureOf: String?
    /// What the data must hold.
    public let inputs: LocalizedText
    /// Ways to count; may be empty.
    public let variants: [Variant]
    /// Numbers that it rests on.
    public let thresholds: [Threshold]
    /// Where it comes from.
    public private(set) var sources: [Source]
    /// What goes wrong most often.
    public let pitfalls: [LocalizedText]

    /// Whether every threshold and source was read by whoever wrote the definition.
    public var isVerified: Bool {
        thresholds.allSatisfy(\.evidence.isVerified) && sources.allSatisfy(\.evidence.isVerified)
    }

    /// The same with citations in place of those that were not read.
    func citing(_ references: References) -> IndicatorDefinition {
        var definition = self
        definition.sources = sources.map { source in
            guard source.evidence == .fromMemory,
                let citation = references.citation(for: source.title)
            else { return source }
            return Source(title: citation, evidence: .stated, note: nil)
        }
        return definition
    }

    /// Its sources in one line, each that was not read marked as such.
    public func sourceLine(in language: Language) -> String {
        sources.map { source in
            source.evidence.isVerified
                ? source.title : "\(source.title) [\(source.evidence.text[language])]"
        }.joined(separator: "; ")
    }

    /// What results of a variant are measured on.
    public func measuredOn(variant id: String) -> [Basis.Aspect] {
        variants.first { $0.id == id }?.measuredOn ?? measuredOn
    }

    /// What counts the results of a variant.
    public func countedBy(variant id: String) -> Counter {
        variants.first { $0.id == id }?.countedBy ?? countedBy
    }

    /// Whether a variant compares the year with the baseline.
    public func comparesBaseline(variant id: String) -> Bool {
        comparesBaseline || variants.contains { $0.id == id && $0.comparesBaseline }
    }

    /// The variant used where none is named: `official` where there are none.
    public var defaultVariant: String { variants.first(where: \.isDefault)?.id ?? "official" }
}

extension IndicatorDefinition {
    init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: [
            "id", "name_zh", "name_en", "meaning_zh", "meaning_en", "formula", "unit", "plausible",
            "measured_on", "counted_by", "ramp", "inputs_zh", "inputs_en", "variants", "thresholds",
            "sources", "pitfalls", "ledger", "figure_of", "survey_key", "leaves_out",
            "compares_baseline",
        ])
        id = try table.required("id").string()
        name = try LocalizedText(table, "name")
        meaning = try LocalizedText(table, "meaning")
        formula = try table.required("formula").string()
        unit = try table.required("unit").choice(Quantity.Unit.self)
        var ends: [Double] = []
        for end in try table["plausible"]?.elements() ?? [] { ends.append(try end.number()) }
        if let node = table["plausible"], ends.count != 2 || ends[0] >= ends[1] {
            throw node.error("'plausible' is [lowest, highest], in the indicator's unit")
        }
        plausible = ends.count == 2 ? ends[0]...ends[1] : nil
        measuredOn = try [Basis.Aspect](table["measured_on"]) ?? []
        ramp = try table.required("ramp").choice(Ramp.self)
        countedBy = try table["counted_by"]?.choice(Counter.self) ?? .map
        ledger = try table["ledger"].map(Ledger.init)
        surveyKey = try table["survey_key"]?.string() ?? (ledger == nil ? nil : "[[statistics]]")
        var leavesOut: Set<ErrorSource> = []
        for error in try table["leaves_out"]?.elements() ?? [] {
            leavesOut.insert(try error.choice(ErrorSource.self))
        }
        self.leavesOut = leavesOut
        comparesBaseline = try table["compares_baseline"]?.boolean() ?? false
        figureOf = try table["figure_of"]?.string()
        inputs = try LocalizedText(table, "inputs")
        var variants: [Variant] = []
        for row in try table["variants"]?.elements() ?? [] { variants.append(try Variant(row)) }
        if let node = table["variants"], variants.count(where: \.isDefault) != 1 {
            throw node.error("'\(id)' needs exactly one variant with default = true")
        }
        self.variants = variants
        var thresholds: [Threshold] = []
        for row in try table["thresholds"]?.elements() ?? [] {
            thresholds.append(try Threshold(row))
        }
        self.thresholds = thresholds
        var sources: [Source] = []
        for row in try table.required("sources").elements() { sources.append(try Source(row)) }
        self.sources = sources
        var pitfalls: [LocalizedText] = []
        for row in try table["pitfalls"]?.elements() ?? [] {
            try row.allow(only: ["zh", "en"])
            pitfalls.append(
                LocalizedText(
                    zh: try row.required("zh").string(), en: try row.required("en").string()))
        }
        self.pitfalls = pitfalls
    }
}

extension IndicatorDefinition.Ledger {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: ["numerator", "denominator"])
        numerator = try Column(table.required("numerator"))
        denominator = try table["denominator"].map(Column.init)
    }
}

extension IndicatorDefinition.Ledger.Column {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: ["column", "unit"])
        name = try table.required("column").string()
        unit = try table.required("unit").choice(Quantity.Unit.self)
    }
}

extension IndicatorDefinition.Variant {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: [
            "id", "name_zh", "name_en", "meaning_zh", "meaning_en", "default", "measured_on",
            "counted_by", "compares_baseline",
        ])
        id = try table.required("id").string()
        name = try LocalizedText(table, "name")
        meaning = try LocalizedText(table, "meaning")
        isDefault = try table["default"]?.boolean() ?? false
        measuredOn = try [Basis.Aspect](table["measured_on"])
        countedBy = try table["counted_by"]?.choice(IndicatorDefinition.Counter.self)
        comparesBaseline = try table["compares_baseline"]?.boolean() ?? false
    }
}

extension IndicatorDefinition.Threshold {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: ["name_zh", "name_en", "value", "unit", "evidence", "verified"])
        name = try LocalizedText(table, "name")
        quantity = Quantity(
            try table.required("value").number(),
            try table.required("unit").choice(Quantity.Unit.self))
        evidence = try Evidence(in: table)
    }
}

extension IndicatorDefinition.Source {
    fileprivate init(_ table: DataNode) throws(DataFileError) {
        try table.allow(only: ["title", "evidence", "verified", "note_zh", "note_en"])
        title = try table.required("title").string()
        evidence = try Evidence(in: table)
        note =
            table["note_zh"] == nil && table["note_en"] == nil
            ? nil : try LocalizedText(table, "note")
    }
}

extension [Basis.Aspect] {
    /// Reads `["land", "cover"]`; `nil` without the key.
    fileprivate init?(_ node: DataNode?) throws(DataFileError) {
        guard let node else { return nil }
        self = []
        for word in try node.elements() { append(try word.choice(Basis.Aspect.self)) }
    }
}

extension LocalizedText {
    /// Reads `stem_zh` and `stem_en`.
    init(_ table: DataNode, _ stem: String) throws(DataFileError) {
        self.init(
            zh: try table.required("\(stem)_zh").string(),
            en: try table.required("\(stem)_en").string())
    }
}
