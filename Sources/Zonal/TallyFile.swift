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

    private init(number: Int, of count: Int) {
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

    /// The share of so many pieces of work.
    func range(of pieces: Int) -> Range<Int> {
        (number - 1) * pieces / count..<number * pieces / count
    }
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
        guard measurement == other.measurement, parts[0].count == other.parts[0].count else {
            throw .ofAnotherMeasurement(file: name)
        }
        for part in other.parts where parts.contains(part) {
            throw .twice(file: name, part: part)
        }
        parts += other.parts
        tally.merge(other.tally)
    }

    /// The parts that are still missing.
    public var missing: [Part] {
        let count = parts[0].count
        return (1...count).compactMap { Part("\($0)/\(count)") }.filter { !parts.contains($0) }
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
        guard lines.dropFirst().allSatisfy({ reader.take($0) }), let tally = reader.tally,
            let measurement = reader.measurement, !reader.parts.isEmpty
        else { throw .damaged(file: name) }
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
        case .ofAnotherMeasurement(let file):
            "\(file): is of another measurement: other rasters, zones, rules, or count of parts"
        case .twice(let file, let part):
            "\(file): part \(part) is there already"
        case .incomplete(let missing):
            "these parts are missing: \(missing.map(\.description).joined(separator: ", "))"
        }
    }
}

/// Reads a tally's lines.
private struct TallyReader {
    var measurement: String?
    var parts: [Part] = []
    private var value: [Double] = []
    private var zones: [Tally.ZoneKey] = []
    private(set) var tally: Tally?

    /// Takes a line; false where it is malformed.
    mutating func take(_ line: Substring) -> Bool {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        switch (fields[0], fields.count) {
        case ("measurement", 2): measurement = String(fields[1])
        case ("part", 2):
            guard let part = Part(String(fields[1])) else { return false }
            parts.append(part)
        case ("value", 4):
            value = fields.dropFirst().compactMap { Double($0) }
            guard value.count == 3 else { return false }
            renew()
        case ("zone", 3):
            zones.append(Tally.ZoneKey(id: unescaped(fields[1]), name: unescaped(fields[2])))
            renew()
        case ("amount", 8): return takeAmount(fields)
        default: return false
        }
        return true
    }

    private mutating func renew() {
        guard value.count == 3 else { return }
        tally = Tally(
            zones: zones, valueUnit: value[0], valueScale: value[1], valueOffset: value[2])
    }

    private mutating func takeAmount(_ fields: [Substring]) -> Bool {
        let numbers = fields[3...6].compactMap { Int128($0) }
        guard let zone = Int(fields[1]), zones.indices.contains(zone), numbers.count == 4,
            let low = UInt64(fields[7])
        else { return false }
        var codes: [Code] = []
        for name in fields[2].split(separator: ",") {
            switch name {
            case "nodata": codes.append(.noData)
            case "outside": codes.append(.outside)
            default:
                guard let code = Int(name) else { return false }
                codes.append(.value(code))
            }
        }
        var amount = Amount()
        amount.coverage = numbers[0]
        amount.weight = numbers[1]
        amount.valued = numbers[2]
        amount.sum = WeightedSum(high: numbers[3], low: low)
        tally?.add(amount, to: codes, ofZone: zone)
        return tally != nil
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
