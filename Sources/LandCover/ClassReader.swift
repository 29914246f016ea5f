// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// Reads the table `[classes]` of a scheme file: one key a code, or a range such as `201-204`.
struct ClassReader {
    let digits: Int?
    let evidence: String
    let isVerified: Bool
    let nodata: [Int]
    private(set) var faults = SchemeFaults()
    private var owners: [(codes: ClosedRange<Int>, name: String)] = []
    private var textOwners: [String: String] = [:]

    init(digits: Int?, evidence: String, isVerified: Bool, nodata: [Int]) {
        self.digits = digits
        self.evidence = evidence
        self.isVerified = isVerified
        self.nodata = nodata
        owners = nodata.map { ($0...$0, "nodata") }
    }

    mutating func read(_ root: DataNode) -> [LandClass] {
        do throws(DataFileError) {
            let table = try root.required("classes")
            let keys = try table.keys()
            if keys.isEmpty { throw table.error("'classes' is empty; a line a class: 10 = { … }") }
            return keys.compactMap { key in table[key].flatMap { read($0, key) } }
                .sorted { $0.code < $1.code }
        } catch {
            faults.add(error)
            return []
        }
    }

    private mutating func read(_ node: DataNode, _ key: String) -> LandClass? {
        let known = faults.problems.count
        faults.attempt { () throws(DataFileError) in try node.allow(only: Self.keys) }
        let codes = codes(key, node)
        let category = faults.attempt { () throws(DataFileError) in
            try node.required("category").choice(Category.self)
        }
        let names = names(of: node, key)
        let colour = colour(of: node, key)
        let otherColours = otherColours(of: node, key)
        let kind = faults.attempt { () throws(DataFileError) in
            try node["kind"]?.choice(BareKind.self)
        }
        if let bareKind = kind ?? nil, let category, category != .sandBare {
            faults.fail(
                node, "class \(key) is '\(category.key)'; kind = \"\(bareKind)\" is for sand_bare")
        }
        let cover = faults.attempt { () throws(DataFileError) in
            try node["shrub_cover"]?.choice(ShrubCoverKnowledge.self)
        }
        if (cover ?? nil) != nil, let category, category != .shrub {
            faults.fail(node, "class \(key) is '\(category.key)'; shrub_cover is for shrub")
        }
        let isClassVerified = faults.attempt { () throws(DataFileError) in
            try node["verified"]?.boolean()
        }
        let classEvidence = faults.text("evidence", in: node)
        let isVerified = (isClassVerified ?? nil) ?? isVerified
        if !isVerified, (classEvidence ?? evidence).isEmpty {
            faults.warn(node, "class \(key) is not verified, but 'evidence' does not say why")
        }
        let flags = flags(of: node)
        let straddles = faults.attempt { () throws(DataFileError) in
            try node["straddles"]?.boolean()
        }
        let note = faults.text("note", in: node) ?? ""
        let hasFailed = faults.problems[known...].contains { $0.severity == .error }
        guard let codes, let category, let names, !hasFailed else { return nil }
        return LandClass(
            code: codes.code, numbers: codes.numbers, otherTexts: codes.texts, nameZH: names.zh,
            nameEN: names.en, productColour: colour, otherColours: otherColours, category: category,
            bareKind: kind ?? nil,
            shrubCover: category == .shrub ? (cover ?? nil) ?? .undetermined : nil,
            straddles: (straddles ?? nil) ?? false, flags: flags, isVerified: isVerified,
            evidence: classEvidence ?? evidence, note: note)
    }

    private static let keys = [
        "zh", "en", "colour", "other_colours", "category", "kind", "shrub_cover", "straddles",
        "also", "flags",
        "verified", "evidence", "note",
    ]

    // MARK: Codes

    private typealias Codes = (code: ClassCode, numbers: [ClosedRange<Int>], texts: [String])

    private mutating func codes(_ key: String, _ node: DataNode) -> Codes? {
        let aliases = aliases(of: node)
        if digits != nil {
            let texts = [key] + aliases
            for text in texts { claim(text, key, node) }
            return (.text(key), [], Array(texts.dropFirst()))
        }
        var numbers: [ClosedRange<Int>] = []
        for text in [key] + aliases {
            guard let range = Self.range(text) else {
                faults.fail(
                    node,
                    "'\(text)' is not a code: give a whole number, or a range such as 201-204, "
                        + "or set 'digits' for codes that are text")
                return nil
            }
            claim(range, key, node)
            numbers.append(range)
        }
        return (.number(numbers[0].lowerBound), numbers, [])
    }

    private mutating func aliases(of node: DataNode) -> [String] {
        faults.attempt { () throws(DataFileError) -> [String] in
            var texts: [String] = []
            for element in try node["also"]?.elements() ?? [] {
                if case .integer(let number) = element.value {
                    texts.append("\(number)")
                } else {
                    texts.append(try element.string())
                }
            }
            return texts
        } ?? []
    }

    /// `7`, `-3` or `201-204`.
    private static func range(_ text: String) -> ClosedRange<Int>? {
        if let number = Int(text) { return number...number }
        guard let dash = text.dropFirst().firstIndex(of: "-"), let low = Int(text[..<dash]),
            let high = Int(text[text.index(after: dash)...]), low <= high
        else { return nil }
        return low...high
    }

    private mutating func claim(_ range: ClosedRange<Int>, _ key: String, _ node: DataNode) {
        if let owner = owners.first(where: { $0.codes.overlaps(range) }) {
            let shared = range.clamped(to: owner.codes)
            let codes =
                shared.count == 1
                ? "\(shared.lowerBound)" : "\(shared.lowerBound)-\(shared.upperBound)"
            faults.fail(node, "code \(codes) of class \(key) is already \(owner.name)'s")
        }
        owners.append((range, "class \(key)"))
    }

    private mutating func claim(_ text: String, _ key: String, _ node: DataNode) {
        if let owner = textOwners[text] {
            faults.fail(node, "code \(text) of class \(key) is already \(owner)'s")
        }
        textOwners[text] = "class \(key)"
    }

    // MARK: What the class says

    private mutating func names(of node: DataNode, _ key: String) -> (zh: String, en: String)? {
        let zh = faults.text("zh", in: node) ?? ""
        let en = faults.text("en", in: node) ?? ""
        if zh.isEmpty && en.isEmpty {
            faults.fail(node, "class \(key) has no name; add zh = \"…\", en = \"…\" or both")
            return nil
        }
        if zh.isEmpty { faults.warn(node, "class \(key) has no Chinese name; '\(en)' stands in") }
        if en.isEmpty { faults.warn(node, "class \(key) has no English name; '\(zh)' stands in") }
        return (zh.isEmpty ? en : zh, en.isEmpty ? zh : en)
    }

    private mutating func colour(of node: DataNode, _ key: String) -> Colour? {
        guard let text = faults.text("colour", in: node) else { return nil }
        let colour = Colour(hex: text)
        if colour == nil {
            faults.fail(
                node, "class \(key) has the colour '\(text)'; give six digits such as \"1B7837\"")
        }
        return colour
    }

    private mutating func otherColours(of node: DataNode, _ key: String) -> [Colour] {
        let texts = faults.attempt { () throws(DataFileError) in
            try node["other_colours"]?.strings() ?? []
        }
        return (texts ?? []).compactMap { text in
            let colour = Colour(hex: text)
            if colour == nil {
                faults.fail(node, "class \(key) has '\(text)' among its other colours")
            }
            return colour
        }
    }

    private mutating func flags(of node: DataNode) -> Set<ClassFlag> {
        faults.attempt { () throws(DataFileError) -> Set<ClassFlag> in
            var flags: Set<ClassFlag> = []
            for element in try node["flags"]?.elements() ?? [] {
                flags.insert(try element.choice(ClassFlag.self))
            }
            return flags
        } ?? []
    }
}
