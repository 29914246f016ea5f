// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
public import Tables
public import Words

/// Two finished surveys side by side: what differs, and why as far as their records tell.
///
/// Figures of the same year are compared; where the two have no year in common, those of each one's
/// newest. A difference is given where the two figures are alike in definition, method and support.
public struct SurveyComparison: Sendable {
    /// A figure that differs.
    public struct Difference: Sendable {
        /// In the older survey; `nil` where it has none.
        public let old: Assessment?
        /// In the newer survey; `nil` where it has none.
        public let new: Assessment?
        /// Newer less older, in the indicator's stored unit; `nil` where the two are not alike.
        public let change: Double?
        /// What is known of the cause.
        public let reasons: [LocalizedText]
    }

    /// What differs, in the order of indicators and zones.
    public let differences: [Difference]
    /// What the two records say of what they were made from, where that differs.
    public let causes: [LocalizedText]
    /// How many figures are the same in both, verdict included.
    public let sameCount: Int

    /// Compares two finished surveys.
    ///
    /// - Throws: `SurveyError` where one's `indicators.csv` was changed after its run.
    public init(from old: FinishedSurvey, to new: FinishedSurvey) throws {
        try self.init(from: old, to: new.record, new.assessments())
    }

    /// Compares a finished survey with one that is about to be written.
    package init(
        from old: FinishedSurvey, to record: FinishedSurvey.Record, _ after: [Assessment]
    ) throws {
        let records = RecordDifference(old.record, record)
        causes = records.causes
        let before = try old.assessments()
        let years = Set(before.map(\.result.year)).intersection(after.map(\.result.year))
        let pairs = Pairs(
            years.isEmpty ? Self.newest(before) : before.filter { years.contains($0.result.year) },
            years.isEmpty ? Self.newest(after) : after.filter { years.contains($0.result.year) },
            byYear: !years.isEmpty)
        var differences: [Difference] = []
        var same = 0
        for (old, new) in pairs.all {
            if let old, let new, Self.isSame(old, new) {
                same += 1
                continue
            }
            var reasons = records.reasons(old, new)
            var change: Double?
            if let old, let new, let since = try? new.result.change(since: old.result) {
                switch since {
                case .by(let amount), .byCount(let amount):
                    change = amount
                    if let note = since.reason { reasons.insert(note, at: 0) }
                case .unlike(let why): reasons.insert(why, at: 0)
                case .unknown: break
                }
            }
            differences.append(Difference(old: old, new: new, change: change, reasons: reasons))
        }
        self.differences = differences
        sameCount = same
    }

    private static func newest(_ assessments: [Assessment]) -> [Assessment] {
        let year = assessments.map(\.result.year).max()
        return assessments.filter { $0.result.year == year }
    }

    private static func isSame(_ a: Assessment, _ b: Assessment) -> Bool {
        a.result.year == b.result.year && a.result.value == b.result.value
            && a.result.bounds == b.result.bounds && a.result.status.word == b.result.status.word
            && a.verdict?.kind == b.verdict?.kind && a.verdict?.target == b.verdict?.target
    }

    /// `indicator,zone,name,year_old,year_new,value_old,value_new,difference,unit,…`, a row for each
    /// figure that differs.
    ///
    /// - Parameter language: Of the reasons.
    /// - Returns: The table, in the order of ``differences``.
    /// - Throws: `EcologyError` where a figure has no such unit.
    public func table(in language: Language) throws -> Table {
        var table = Table(
            "comparison",
            columns: [
                "indicator", "zone", "name", "year_old", "year_new", "value_old", "value_new",
                "difference", "unit", "target_old", "target_new", "verdict_old", "verdict_new",
                "reason",
            ])
        for difference in differences {
            guard let some = difference.new ?? difference.old else { continue }
            let unit = some.result.unit.written
            func value(_ assessment: Assessment?) throws -> Table.Cell {
                Table.Cell(try assessment?.result.quantity(in: unit)?.value)
            }
            func target(_ assessment: Assessment?) throws -> Table.Cell {
                Table.Cell(try assessment?.verdict?.target?.converted(to: unit).value)
            }
            func word(_ assessment: Assessment?) -> Table.Cell {
                Table.Cell(assessment.map { $0.verdict?.kind.rawValue ?? $0.result.status.word })
            }
            let (old, new) = (difference.old, difference.new)
            var change: Double?
            if difference.change != nil, let now = try new?.result.quantity(in: unit)?.value,
                let then = try old?.result.quantity(in: unit)?.value
            {
                change = now - then
            }
            table.append([
                .text(some.result.indicator), .text(some.result.zone), .text(some.result.name),
                old.map { .integer($0.result.year) } ?? .missing,
                new.map { .integer($0.result.year) } ?? .missing,
                try value(old), try value(new), Table.Cell(change), .text(unit.rawValue),
                try target(old), try target(new), word(old), word(new),
                .text(difference.reasons.map { $0[language] }.joined(separator: "; ")),
            ])
        }
        return table
    }
}

/// The figures of two surveys, each beside the one of the same indicator and zone.
private struct Pairs {
    private(set) var all: [(Assessment?, Assessment?)] = []

    private struct Key: Hashable {
        let indicator: String
        let zone: String
        let year: Int?
    }

    init(_ old: [Assessment], _ new: [Assessment], byYear: Bool) {
        func key(_ assessment: Assessment) -> Key {
            let result = assessment.result
            return Key(
                indicator: result.indicator, zone: result.zone, year: byYear ? result.year : nil)
        }
        let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(before.keys).union(after.keys).sorted {
            ($0.indicator, $0.zone == "all" ? "" : $0.zone, $0.year ?? 0)
                < ($1.indicator, $1.zone == "all" ? "" : $1.zone, $1.year ?? 0)
        }
        all = keys.map { (before[$0], after[$0]) }
    }
}

/// In what two records of provenance differ.
private struct RecordDifference {
    private(set) var causes: [LocalizedText] = []
    private let old: FinishedSurvey.Record
    private let new: FinishedSurvey.Record

    init(_ old: FinishedSurvey.Record, _ new: FinishedSurvey.Record) {
        self.old = old
        self.new = new
        note("Steppe", "Steppe", old.version, new.version)
        for name in names(old.libraries, new.libraries) {
            note(name, name, old.libraries?[name], new.libraries?[name])
        }
        if old.survey?.sha256 != new.survey?.sha256 {
            causes.append(LocalizedText(zh: "调查文件不同", en: "the survey file differs"))
        }
        noteInputs()
        for name in names(old.parameters, new.parameters) {
            note("参数\(name)", "parameter \(name)", old.parameters?[name], new.parameters?[name])
        }
        for year in Set((old.schemes ?? []).map(\.year) + (new.schemes ?? []).map(\.year)).sorted()
        {
            note(
                "\(year)年分类体系", "class scheme of \(year)",
                old.schemes?.first { $0.year == year }?.id,
                new.schemes?.first { $0.year == year }?.id)
        }
    }

    private func names(_ a: [String: String]?, _ b: [String: String]?) -> [String] {
        Set((a ?? [:]).keys).union((b ?? [:]).keys).sorted()
    }

    private mutating func note(_ zh: String, _ en: String, _ then: String?, _ now: String?) {
        guard then != now else { return }
        causes.append(
            LocalizedText(
                zh: "\(zh)：\(then ?? "—") → \(now ?? "—")",
                en: "\(en): \(then ?? "—") → \(now ?? "—")"))
    }

    /// Inputs by name: the same files may lie elsewhere.
    private mutating func noteInputs() {
        func byName(_ inputs: [Provenance.Input]?) -> [String: Set<String>] {
            (inputs ?? []).reduce(into: [:]) {
                $0[$1.path.fileName, default: []].insert($1.sha256)
            }
        }
        let (before, after) = (byName(old.inputs), byName(new.inputs))
        for name in Set(before.keys).union(after.keys).sorted() where before[name] != after[name] {
            let (zh, en) =
                if before[name] == nil {
                    ("新增", "is new")
                } else if after[name] == nil {
                    ("不再使用", "is no longer used")
                } else {
                    ("内容不同", "differs")
                }
            causes.append(LocalizedText(zh: "输入\(name)\(zh)", en: "input \(name) \(en)"))
        }
    }

    /// Why one figure differs: its own definition, basis or target first.
    func reasons(_ old: Assessment?, _ new: Assessment?) -> [LocalizedText] {
        var reasons: [LocalizedText] = []
        if let old, let new {
            if old.verdict?.target != new.verdict?.target {
                reasons.append(LocalizedText(zh: "目标不同", en: "the target differs"))
            }
            if old.result.variant != new.result.variant {
                reasons.append(
                    LocalizedText(
                        zh: "口径：\(old.result.variant) → \(new.result.variant)",
                        en: "counted as \(new.result.variant), before as \(old.result.variant)"))
            }
        } else {
            reasons.append(
                new == nil
                    ? LocalizedText(zh: "只在旧调查中", en: "only in the older survey")
                    : LocalizedText(zh: "只在新调查中", en: "only in the newer survey"))
        }
        guard old?.result.value != new?.result.value, !causes.isEmpty else { return reasons }
        if causes.count <= 3 { return reasons + causes }
        return reasons + [
            LocalizedText(
                zh: "两次调查在\(causes.count)处不同，见说明",
                en: "the two surveys differ in \(causes.count) things: see the notes")
        ]
    }
}
