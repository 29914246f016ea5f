// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles
public import Words

/// What a plan wants of one indicator by a year.
public struct Target: Hashable, Sendable {
    /// Which side of the number is good.
    public enum Direction: String, CaseIterable, Sendable {
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    /// How a city's number becomes its banners' numbers.
    public enum Breakdown: String, CaseIterable, Sendable {
        /// Only the city is judged, and the zones that a table names.
        case none
        /// In proportion to each banner's baseline.
        case proportional
        /// The same increment for each banner.
        case equalIncrement = "equal_increment"
    }

    /// The indicator's id.
    public let indicator: String
    /// The indicator as the plan calls it.
    public let name: LocalizedText
    /// The number, in ``unit``; `nil` where the plan sets none.
    public let value: Double?
    /// The unit that the plan prints.
    public let unit: Quantity.Unit
    /// Which side is good.
    public let direction: Direction
    /// How far short of ``value``, in ``unit``, an approximate target (左右) still counts as reached; 0
    /// for one that is exact. The plan seldom states it: it is then a judgement.
    public let tolerance: Double
    /// The year by which it is wanted.
    public let year: Int
    /// Where in the plan it stands.
    public let section: String
    /// What to know about it.
    public let note: String
    /// The variant that the plan means; `nil` leaves it to the survey file.
    public let variant: String?
    /// Whether the plan's own text was read.
    public let isVerified: Bool
    /// How zones that the plan does not name are given derived numbers; ``Breakdown/none`` unless
    /// somebody asks for it.
    public let breakdown: Breakdown
    /// The plan's own numbers for zones, in ``unit``; they override the breakdown.
    public let zones: [String: Double]

    /// A target given in code.
    public init(
        indicator: String, name: LocalizedText, value: Double?, unit: Quantity.Unit,
        direction: Direction = .atLeast, tolerance: Double = 0, year: Int, section: String = "",
        note: String = "",
        variant: String? = nil, isVerified: Bool = true, breakdown: Breakdown = .none,
        zones: [String: Double] = [:]
    ) {
        self.indicator = indicator
        self.name = name
        self.value = value
        self.unit = unit
        self.direction = direction
        self.tolerance = tolerance
        self.year = year
        self.section = section
        self.note = note
        self.variant = variant
        self.isVerified = isVerified
        self.breakdown = breakdown
        self.zones = zones
    }
}

extension Target {
    init(
        _ table: DataNode, year planYear: Int?, knownZones: [String]?
    ) throws(DataFileError) {
        try table.allow(only: [
            "indicator", "name_zh", "name_en", "value", "unit", "direction", "year", "section",
            "note", "variant", "verified", "evidence", "breakdown", "zones", "zone", "kind",
            "tolerance",
        ])
        indicator = try table.required("indicator").string()
        name = LocalizedText(
            zh: try table["name_zh"]?.string() ?? indicator,
            en: try table["name_en"]?.string() ?? indicator)
        value = try table["value"]?.number()
        unit = try table.required("unit").choice(Quantity.Unit.self)
        direction = try table["direction"]?.choice(Direction.self) ?? .atLeast
        tolerance = try Self.tolerance(table)
        if let dueYear = try table["year"]?.year() ?? planYear {
            year = dueYear
        } else {
            year = try table.required("year").year()
        }
        section = try table["section"]?.string() ?? ""
        note = try table["note"]?.string() ?? ""
        variant = try table["variant"]?.string()
        isVerified = try table["verified"]?.boolean() ?? false
        breakdown = try table["breakdown"]?.choice(Breakdown.self) ?? .none
        var zones: [String: Double] = [:]
        for (zone, row) in try Self.zoneNumbers(in: table) {
            if let knownZones, !knownZones.contains(zone) {
                let hint =
                    nearest(to: zone, among: knownZones).map { "did you mean '\($0)'?" }
                    ?? "the survey has: \(knownZones.joined(separator: ", "))"
                throw row.error(
                    "'\(indicator)' has a target for an unknown zone '\(zone)'; \(hint)")
            }
            zones[zone] = try Self.number(row, of: indicator)
        }
        self.zones = zones
        if let node = table["value"] { _ = try Self.number(node, of: indicator) }
        if breakdown != .none, let value, value > unit.mostOfAShare {
            throw (table["value"] ?? table).error(
                "the target of '\(indicator)' is \(value) \(unit.rawValue); a share that is broken down "
                    + "to zones cannot be above \(unit.mostOfAShare)")
        }
    }
}

extension Target {
    /// Whether a target is to be reached as printed, or about so.
    private enum Kind: String, CaseIterable { case exactly, approximately }

    private static func tolerance(_ table: DataNode) throws(DataFileError) -> Double {
        let kind = try table["kind"]?.choice(Kind.self) ?? .exactly
        guard kind == .approximately else {
            if let node = table["tolerance"] {
                throw node.error("'tolerance' is for a target with kind = \"approximately\"")
            }
            return 0
        }
        guard let node = table["tolerance"] else {
            throw table.error(
                "an approximate target needs a 'tolerance', in its unit: how far short of it still "
                    + "counts as reached")
        }
        let tolerance = try node.number()
        let value = try table["value"]?.number() ?? 0
        guard tolerance > 0, tolerance <= value / 2 else {
            throw node.error(
                "'tolerance' is \(tolerance); it is above 0, and half of the target at most")
        }
        return tolerance
    }

    /// The numbers that a table gives to zones.
    fileprivate static func zoneNumbers(
        in table: DataNode
    ) throws(DataFileError) -> [(zone: String, value: DataNode)] {
        var rows: [(zone: String, value: DataNode)] = []
        for zone in try table["zones"]?.keys() ?? [] {
            if let row = table["zones"]?[zone] { rows.append((zone, row)) }
        }
        for row in try table["zone"]?.elements() ?? [] {
            try row.allow(only: ["id", "value", "document", "section", "note", "verified"])
            let id = try row.required("id")
            let zone =
                if case .integer(let code) = id.value { String(code) } else { try id.string() }
            rows.append((zone, try row.required("value")))
        }
        return rows
    }

    private static func number(
        _ node: DataNode, of indicator: String
    ) throws(DataFileError) -> Double {
        let number = try node.number()
        guard number >= 0 else {
            throw node.error("the target of '\(indicator)' is \(number); it cannot be below 0")
        }
        return number
    }

    /// The words for an approximate target, for a verdict's reason; `nil` for one that is exact.
    func approximation(of target: Quantity) -> LocalizedText? {
        guard tolerance > 0 else { return nil }
        let digits = max(printedDecimals(of: tolerance), printedDecimals(of: target.value))
        let bar = Quantity(direction.eased(target.value, by: tolerance), target.unit)
        let wide = Quantity(tolerance, target.unit)
        return LocalizedText(
            zh: "目标为“\(target.text(in: .zh, digits: printedDecimals(of: target.value)))左右”，"
                + "容差\(wide.text(in: .zh, digits: digits))，按\(bar.text(in: .zh, digits: digits))判定",
            en: "the target is approximate: with a tolerance of "
                + "\(wide.text(in: .en, digits: digits)) it is held against "
                + bar.text(in: .en, digits: digits))
    }
}

/// A plan's targets, with the document that set them.
public struct TargetPlan: Sendable {
    /// The document's number, such as 鄂府发〔2018〕90号.
    public let document: String
    /// The document's title.
    public let title: String
    /// When it was issued, as written.
    public let issued: String
    /// The administrative code of the city that it is for, such as 150600; `nil` where it tells none.
    public let city: String?
    /// Its targets, in the file's order.
    public let targets: [Target]
    /// Targets of the city that its plan has for more area than the zones are: they are not judged.
    public let beyondGround: [LocalizedText]

    /// Reads a targets file.
    ///
    /// - Parameters:
    ///   - path: A TOML file with `document`, `title`, `issued` and an array of tables `target`.
    ///   - knownZones: The survey's zone ids; a target for any other is an error. `nil` checks none.
    ///   - ground: m² of ground by zone, and of `all`: a target for an area that is larger is an error,
    ///     or, where the plan names its city, of which zones may be a part, is left out and said.
    ///   - catalogue: A target for an indicator or a variant that it does not have is an error; `nil`
    ///     checks none.
    /// - Throws: `DataFileError` at the key that is missing, unknown or set twice.
    public init(
        readingFrom path: String, knownZones: [String]? = nil, ground: [String: Double] = [:],
        catalogue: IndicatorCatalogue? = nil
    ) throws(DataFileError) {
        try self.init(
            readDataFile(at: path), knownZones: knownZones, ground: ground, catalogue: catalogue)
    }

    init(
        _ file: DataNode, knownZones: [String]?, ground: [String: Double] = [:],
        catalogue: IndicatorCatalogue?
    ) throws(DataFileError) {
        try file.allow(only: [
            "document", "issuer", "title", "title_zh", "title_en", "title_verified", "issued",
            "date", "city", "year", "source", "note", "target",
        ])
        document = try file.required("document").string()
        title = try file.required(file["title_zh"] == nil ? "title" : "title_zh").string()
        issued = try (file["issued"] ?? file["date"])?.string() ?? ""
        city = try file["city"].map { node throws(DataFileError) in
            if case .integer(let code) = node.value { String(code) } else { try node.string() }
        }
        let year = try file["year"]?.year()
        var targets: [Target] = []
        var beyondGround: [LocalizedText] = []
        for table in try file.required("target").elements() {
            let target = try Target(table, year: year, knownZones: knownZones)
            if city != nil, let node = table["value"],
                let definition = catalogue?[target.indicator],
                let why = definition.excess(
                    of: try node.number(), target.unit, over: ground["all"])
            {
                beyondGround.append(why)
                continue
            }
            try Self.check(target, in: table, against: catalogue, ground)
            if targets.contains(where: {
                $0.indicator == target.indicator && $0.year == target.year
            }) {
                throw table.error("'\(target.indicator)' has two targets for \(target.year)")
            }
            targets.append(target)
        }
        self.targets = targets
        self.beyondGround = beyondGround
    }

    private static func check(
        _ target: Target, in table: DataNode, against catalogue: IndicatorCatalogue?,
        _ ground: [String: Double]
    ) throws(DataFileError) {
        guard let catalogue else { return }
        guard let definition = catalogue[target.indicator] else {
            let hint = nearest(to: target.indicator, among: catalogue.definitions.map(\.id))
                .map { "; did you mean '\($0)'?" }
            throw table.error("there is no indicator '\(target.indicator)'\(hint ?? "")")
        }
        try definition.check(target.unit, at: table["unit"] ?? table)
        let whole = table["value"].map { [(zone: "all", value: $0)] } ?? []
        for (zone, node) in try whole + Target.zoneNumbers(in: table) {
            let number = try node.number()
            try definition.check(number, target.unit, at: node)
            try definition.check(number, target.unit, against: ground[zone], of: zone, at: node)
        }
        let known = definition.variants.map(\.id)
        guard let variant = target.variant, !known.isEmpty, !known.contains(variant) else { return }
        throw (table["variant"] ?? table).error(
            "'\(target.indicator)' has no definition '\(variant)'; it has "
                + known.joined(separator: ", "))
    }

    /// A warning where zones lie in another place than the plan's, by their administrative codes.
    ///
    /// - Parameter zones: Their ids; those that are no codes of six digits or more tell nothing.
    /// - Returns: The warning; `nil` where there is nothing to warn of.
    public func warning(aboutZones zones: [String]) -> LocalizedText? {
        guard let city, Self.isCode(city) else { return nil }
        let place = city.hasSuffix("0000") ? 2 : city.hasSuffix("00") ? 4 : city.count
        let codes = zones.filter(Self.isCode)
        let strangers = codes.filter { !$0.hasPrefix(city.prefix(place)) }
        guard let first = strangers.first else { return nil }
        return LocalizedText(
            zh: "规划\(document)属于行政区\(city)，但\(codes.count)个分区中有"
                + "\(strangers.count)个不在其内（如\(first)）：请核对目标文件",
            en: "the plan \(document) is for the place \(city), but \(strangers.count) of "
                + "\(codes.count) zones lie outside it (such as \(first)): "
                + "is it the right targets file?")
    }

    private static func isCode(_ text: String) -> Bool {
        text.count >= 6 && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The target of an indicator that falls due first in or after a year, or else the last one.
    public func target(of indicator: String, in year: Int) -> Target? {
        let indicatorTargets = targets.filter { $0.indicator == indicator }.sorted {
            $0.year < $1.year
        }
        return indicatorTargets.first { $0.year >= year } ?? indicatorTargets.last
    }
}
