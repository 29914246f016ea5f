// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// One of several shares of a measurement, which other processes or machines may take.
public struct Part: Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    public let number: Int
    /// How many shares there are.
    public let count: Int

    /// The whole measurement.
    public static let whole = Part(number: 1, of: 1)

    init(number: Int, of count: Int) {
        self.number = number
        self.count = count
    }

    /// A share, such as `3/8`; `nil` where the text is none.
    public init?(_ text: String) {
        let numbers = text.split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2, text.split(separator: "/").count == 2,
            numbers[1] >= 1, numbers[1] <= 1_000_000, (1...numbers[1]).contains(numbers[0])
        else { return nil }
        self.init(number: numbers[0], of: numbers[1])
    }

    /// As it is written: `3/8`.
    public var description: String { "\(number)/\(count)" }
}

/// A tally of a part of a measurement, as a file: to be added to the tallies of the other parts.
///
/// Lines of text, fields separated by tabs, integers in decimal:
///
///     steppe-tally	1
///     measurement	SHA-256 of rasters, grid, zones and rules
///     part	3/8
///     value	unit	scale	offset
///     zone	id	name                       a line a zone, in order
///     amount	zone	codes	coverage	weight	valued	high	low
///     sha256	of everything above
///
/// Backslash, tab and line breaks in names are written `\\`, `\t`, `\n` and `\r`. Codes are
/// separated by commas; `nodata` and `outside` stand for themselves.
public struct TallyFile: Hashable, Sendable {
    /// What was measured; parts of one measurement share it.
    public let measurement: String
    /// Which parts are in it.
    public private(set) var parts: [Part]
    /// The sums of the parts in it.
    public private(set) var tally: Tally

    /// The tally of one part.
    public init(measurement: String, part: Part, tally: Tally) {
        self.measurement = measurement
        parts = [part]
        self.tally = tally
    }

    /// Adds the tally of another part.
    ///
    /// - Parameters:
    ///   - other: Of the same measurement.
    ///   - name: What errors call the other file.
    /// - Throws: ``TallyError`` where it is of another measurement, or is there already.
    public mutating func add(_ other: TallyFile, named name: String) throws(TallyError) {
        guard measurement == other.measurement, parts[0].count == other.parts[0].count,
            tally.hasForm(of: other.tally)
        else { throw .ofAnotherMeasurement(file: name) }
        let known = Set(parts)
        if let part = other.parts.first(where: known.contains) {
            throw .twice(file: name, part: part)
        }
        guard tally.canAdd(other.tally) else { throw .tooLarge(file: name) }
        parts += other.parts
        tally.merge(other.tally)
    }

    /// How many parts there are in all.
    var count: Int { parts[0].count }

    /// The parts that are still missing.
    public var missing: [Part] {
        let known = Set(parts)
        return (1...count).map { Part(number: $0, of: count) }.filter { !known.contains($0) }
    }

    /// The file's text.
    public var text: String {
        var lines = ["steppe-tally\t1", "measurement\t\(measurement)"]
        lines += parts.sorted { $0.number < $1.number }.map { "part\t\($0)" }
        lines.append("value\t\(tally.valueUnit)\t\(tally.valueScale)\t\(tally.valueOffset)")
        for zone in tally.zones { lines.append("zone\t\(escaped(zone.id))\t\(escaped(zone.name))") }
        for (zone, amounts) in tally.amounts.enumerated() {
            for (codes, amount) in amounts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
            {
                let names = codes.map(\.description).joined(separator: ",")
                let numbers = [
                    amount.coverage, amount.weight, amount.valued, amount.sum.high,
                ].map { "\($0)" }
                lines.append(
                    "amount\t\(zone)\t\(names)\t\(numbers.joined(separator: "\t"))\t\(amount.sum.low)"
                )
            }
        }
        let body = lines.joined(separator: "\n") + "\n"
        let sum = Fingerprint()
        Array(body.utf8).withUnsafeBytes { sum.add($0) }
        return body + "sha256\t\(sum.hex)\n"
    }

    /// Reads a file's text.
    ///
    /// - Parameters:
    ///   - text: As ``text`` gave it.
    ///   - name: What errors call it.
    /// - Throws: ``TallyError`` where it is no tally, of another version, or damaged.
    public init(reading text: String, named name: String) throws(TallyError) {
        guard text.hasPrefix("steppe-tally\t") else { throw .notATally(file: name) }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard lines.first == "steppe-tally\t1" else { throw .unknownVersion(file: name) }
        guard let last = lines.popLast() else { throw .damaged(file: name) }
        let sum = Fingerprint()
        let body = lines.joined(separator: "\n") + "\n"
        Array(body.utf8).withUnsafeBytes { sum.add($0) }
        guard last == "sha256\t\(sum.hex)" else { throw .damaged(file: name) }
        var reader = TallyReader()
        for (index, line) in lines.enumerated().dropFirst() where !reader.take(line) {
            throw .malformed(file: name, line: index + 1)
        }
        reader.finish()
        guard let tally = reader.tally, let measurement = reader.measurement, !reader.parts.isEmpty
        else { throw .malformed(file: name, line: lines.count) }
        guard tally.canAdd(Tally(zones: tally.zones)) else { throw .tooLarge(file: name) }
        self.measurement = measurement
        parts = reader.parts
        self.tally = tally
    }
}

/// Why tallies cannot be read or added.
public enum TallyError: Failure, Hashable, CustomStringConvertible {
    case notATally(file: String)
    case unknownVersion(file: String)
    case damaged(file: String)
    case malformed(file: String, line: Int)
    case tooLarge(file: String)
    case ofAnotherMeasurement(file: String)
    case twice(file: String, part: Part)
    case incomplete(missing: [Part])

    /// Where, what is wrong, how to mend it.
    public var description: String {
        switch self {
        case .notATally(let file):
            "\(file): is no tally; make one with steppe tabulate … --part 1/2 -o \(file)"
        case .unknownVersion(let file):
            "\(file): is a tally of a version that this Steppe does not read"
        case .damaged(let file):
            "\(file): is damaged: its checksum does not hold. Measure that part again"
        case .malformed(let file, let line):
            "\(file):\(line): is no line of a tally, or not where it belongs. Measure that part again"
        case .tooLarge(let file):
            "\(file): its amounts add up to more than the earth. Measure that part again"
        case .ofAnotherMeasurement(let file):
            "\(file): is of another measurement: other rasters, zones, rules, or count of parts"
        case .twice(let file, let part):
            "\(file): part \(part) is there already"
        case .incomplete(let missing):
            "these parts are missing: \(missing.map(\.description).joined(separator: ", "))"
        }
    }
}

/// Reads a tally's lines, which stand in the order that they are written in.
private struct TallyReader {
    private(set) var measurement: String?
    private(set) var parts: [Part] = []
    private(set) var tally: Tally?
    private var known: Set<Part> = []
    private var value: [Double] = []
    private var zones: [Tally.ZoneKey] = []
    private var ids: Set<String> = []
    private var layers: Int?
    private var seen: Set<Place> = []

    /// What an amount is of.
    private struct Place: Hashable {
        let zone: Int
        let codes: [Code]
    }

    /// Takes a line; false where it is malformed.
    mutating func take(_ line: Substring) -> Bool {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        switch (fields[0], fields.count) {
        case ("measurement", 2):
            guard measurement == nil else { return false }
            measurement = String(fields[1])
        case ("part", 2):
            guard let part = Part(String(fields[1])), part.count == (parts.first ?? part).count,
                known.insert(part).inserted
            else { return false }
            parts.append(part)
        case ("value", 4):
            let numbers = fields.dropFirst().compactMap { Double($0) }.filter(\.isFinite)
            guard value.isEmpty, numbers.count == 3, numbers[0] > 0 else { return false }
            value = numbers
        case ("zone", 3):
            let zone = Tally.ZoneKey(id: unescaped(fields[1]), name: unescaped(fields[2]))
            guard !value.isEmpty, seen.isEmpty, ids.insert(zone.id).inserted else { return false }
            zones.append(zone)
        case ("amount", 8): return takeAmount(fields)
        default: return false
        }
        return true
    }

    private var emptyTally: Tally {
        Tally(zones: zones, valueUnit: value[0], valueScale: value[1], valueOffset: value[2])
    }

    /// Puts the zones, which are all known by now, in place.
    mutating func finish() { if !value.isEmpty && seen.isEmpty { tally = emptyTally } }

    private mutating func takeAmount(_ fields: [Substring]) -> Bool {
        let numbers = fields[3...6].compactMap { Int128($0) }
        guard let zone = Int(fields[1]), zones.indices.contains(zone), numbers.count == 4,
            let low = UInt64(fields[7]), let codes = codes(fields[2])
        else { return false }
        finish()
        guard codes.count == layers ?? codes.count,
            seen.insert(Place(zone: zone, codes: codes)).inserted
        else { return false }
        layers = codes.count
        var amount = Amount()
        amount.coverage = numbers[0]
        amount.weight = numbers[1]
        amount.valued = numbers[2]
        amount.sum = WeightedSum(high: numbers[3], low: low)
        tally?.add(amount, to: codes, ofZone: zone)
        return tally != nil
    }

    /// One code for each raster; `nil` where one is none.
    private func codes(_ field: Substring) -> [Code]? {
        var codes: [Code] = []
        for name in field.split(separator: ",", omittingEmptySubsequences: false) {
            switch name {
            case "nodata": codes.append(.noData)
            case "outside": codes.append(.outside)
            default:
                guard let code = Int(name) else { return nil }
                codes.append(.value(code))
            }
        }
        return codes
    }
}

extension Tally {
    /// Whether another has the same zones, the same value and as many codes to a combination.
    fileprivate func hasForm(of other: Tally) -> Bool {
        func layers(_ tally: Tally) -> Int? {
            tally.amounts.lazy.compactMap(\.keys.first).first?.count
        }
        return zones == other.zones && valueUnit == other.valueUnit
            && valueScale == other.valueScale && valueOffset == other.valueOffset
            && (layers(self) ?? layers(other)) == (layers(other) ?? layers(self))
    }

    /// Whether a zone's amounts of the two together stay within 128 bits, in any order.
    fileprivate func canAdd(_ other: Tally) -> Bool {
        zones.indices.allSatisfy { zone in
            var sums = [UInt128](repeating: 0, count: 4)
            for amount in [amounts[zone], other.amounts[zone]].joined().map(\.value) {
                let parts = [amount.coverage, amount.weight, amount.valued, amount.sum.high]
                for (index, part) in parts.enumerated() {
                    let (sum, overflow) = sums[index].addingReportingOverflow(part.magnitude + 1)
                    guard !overflow, sum < UInt128(Int128.max) else { return false }
                    sums[index] = sum
                }
            }
            return true
        }
    }
}

private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\r", with: "\\r")
        .replacing("\n", with: "\\n")
}

private func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for letter in text {
        if isEscaped {
            result.append(
                letter == "t" ? "\t" : letter == "n" ? "\n" : letter == "r" ? "\r" : letter)
            isEscaped = false
        } else if letter == "\\" {
            isEscaped = true
        } else {
            result.append(letter)
        }
    }
    return result
}
