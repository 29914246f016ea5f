// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles

/// InVEST's carbon pools table: for each land-cover code, t C/ha in four pools.
public struct InvestPools: Sendable {
    /// One code's densities, t C/ha.
    public struct Row: Hashable, Sendable {
        /// Above ground.
        public let above: Double
        /// Below ground.
        public let below: Double
        /// Soil.
        public let soil: Double
        /// Dead matter.
        public let dead: Double

        /// All pools together, in double precision.
        public var total: Double { above + below + soil + dead }

        /// All pools as InVEST adds them: in single precision, one by one.
        public var investTotal: Float { Float(above) + Float(below) + Float(soil) + Float(dead) }
    }

    /// The rows by code.
    public let rows: [Int: Row]
    /// The file, as errors call it.
    public let file: String
    /// Doubts that do not stop a run.
    public let warnings: [String]

    /// Reads a pools table from CSV text; `file` is what errors call it.
    ///
    /// - Throws: `DataFileError` at the line of the first fault.
    public init(
        csv text: String, file: String, unit: CarbonUnit? = nil, allowsAnyMagnitude: Bool = false
    ) throws(DataFileError) {
        try self.init(
            CSVFile(bytes: Array(text.utf8), named: file), unit: unit,
            allowsAnyMagnitude: allowsAnyMagnitude)
    }

    /// Reads a pools table.
    ///
    /// Columns `lucode`, `c_above`, `c_below`, `c_soil`, `c_dead`, in any order and case; others are
    /// ignored. Every cell of these must be filled.
    ///
    /// - Parameters:
    ///   - csv: The table.
    ///   - unit: What the cells are in; converted to t C/ha.
    ///   - allowsAnyMagnitude: Accepts densities beyond what is known on Earth.
    /// - Throws: `DataFileError` at the line of the first fault.
    public init(
        _ csv: CSVFile, unit: CarbonUnit? = nil, allowsAnyMagnitude: Bool = false
    ) throws(DataFileError) {
        let file = csv.path
        self.file = file
        if let unit, unit.dimension != .density {
            throw DataFileError(
                file: file,
                message: "pools cannot be in \(unit.symbol); give 't C/ha', 'kg C/m2' or another "
                    + "mass of carbon by area")
        }
        var columns: [Int] = []
        for name in Self.columnNames {
            guard let column = csv.index(of: name) else {
                throw DataFileError(
                    file: file, line: 1,
                    message:
                        "has no column '\(name)'; it has \(csv.columns.joined(separator: ", "))")
            }
            columns.append(column)
        }
        var rows: [Int: Row] = [:]
        for line in csv.rows {
            var numbers: [Double] = []
            for (name, column) in zip(Self.columnNames, columns) {
                let cell = line.cells[column]
                guard let number = Double(cell), number.isFinite else {
                    throw DataFileError(
                        file: file, line: line.line, column: column + 1,
                        message: cell.isEmpty
                            ? "\(name) is empty; every cell must hold a number (0 where there is none)"
                            : "\(name) is '\(cell)', not a number")
                }
                numbers.append(number)
            }
            guard let code = Int(exactly: numbers[0]) else {
                throw DataFileError(
                    file: file, line: line.line, message: "lucode \(numbers[0]) is not whole")
            }
            if rows[code] != nil {
                throw DataFileError(
                    file: file, line: line.line, message: "lucode \(code) is there twice")
            }
            let pools = try numbers[1...].enumerated().map { index, number throws(DataFileError) in
                try Self.checked(
                    unit?.stored(number) ?? number, Self.columnNames[index + 1],
                    file: file, line: line.line, allowsAny: allowsAnyMagnitude)
            }
            rows[code] = Row(above: pools[0], below: pools[1], soil: pools[2], dead: pools[3])
        }
        if rows.isEmpty { throw DataFileError(file: file, message: "has no rows below its header") }
        self.rows = rows
        let largest = rows.values.map(\.total).max() ?? 0
        warnings =
            largest > 0 && largest < 12 && unit == nil
            ? [
                "\(file): the densest class has \(brief(largest)) t C/ha in all pools, which is "
                    + "little; if the table is in kg/m², name the unit: --pools-unit 'kg C/m2'"
            ] : []
    }

    /// The codes of a raster that the table lacks, in order.
    public func missing(among codes: some Sequence<Int>) -> [Int] {
        Set(codes).subtracting(rows.keys).sorted()
    }

    /// Refuses codes that the table lacks.
    ///
    /// - Throws: `DataFileError` that lists them.
    public func require(_ codes: some Sequence<Int>, raster: String) throws(DataFileError) {
        let missing = missing(among: codes)
        guard !missing.isEmpty else { return }
        throw DataFileError(
            file: file,
            message: "has no row for lucode \(missing.map(String.init).joined(separator: ", ")), "
                + "found in \(raster); add a row for each, with 0 where there is no carbon")
    }

    private static let columnNames = ["lucode", "c_above", "c_below", "c_soil", "c_dead"]

    private static func checked(
        _ value: Double, _ name: String, file: String, line: Int, allowsAny: Bool
    ) throws(DataFileError) -> Double {
        if value < 0 {
            throw DataFileError(
                file: file, line: line, message: "\(name) is \(brief(value)); it cannot be negative"
            )
        }
        let limit = name == "c_soil" ? 2000.0 : 1000
        if value > limit && !allowsAny {
            throw DataFileError(
                file: file, line: line,
                message:
                    "\(name) is \(brief(value)) t C/ha, more than \(brief(limit)); if the table "
                    + "is in another unit, name it: --pools-unit 'g C/m2'")
        }
        return value
    }
}
