// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The years that data can be of, and how file names and metadata state them.
package enum DataYear {
    /// A year outside this range is taken for a mistake.
    package static let plausible = 1900...2100

    /// The year that a file's name states: the first date in it that is not part of a datum's name.
    ///
    /// A date is a run of digits that reads `YYYY`, `YYYYMM`, `YYYYDDD` (the day of the year, as in
    /// MODIS names), `YYYYMMDD`, or that with a time of day behind it. Product names put the date of
    /// the data before that of their making.
    ///
    /// - Parameter path: A path or a name; folders are not looked at.
    /// - Returns: `nil` where the name holds no date.
    package static func inName(of path: String) -> Int? {
        var name = path.fileName.lowercased()
        for datum in datums { name = name.replacing(datum, with: " ") }
        return name.split { !("0"..."9").contains($0) }.lazy.compactMap { year(ofDate: $0) }.first
    }

    /// Names of datums that hold a year.
    private static let datums = [
        "cgcs2000", "cgcs_2000", "china2000", "xian1980", "xian_1980", "beijing1954",
        "beijing_1954", "wgs1984", "wgs_1984", "krasovsky_1940", "krasovsky1940", "itrf2000",
        "itrf2005", "itrf2008", "itrf2014", "nad1983", "nad_1983", "etrs1989", "etrs_1989",
    ]

    private static func year(ofDate digits: Substring) -> Int? {
        func number(_ start: Int, _ count: Int) -> Int {
            Int(digits.dropFirst(start).prefix(count)) ?? 0
        }
        let isDate =
            switch digits.count {
            case 4: true
            case 6: (1...12).contains(number(4, 2))
            case 7: (1...366).contains(number(4, 3))
            case 8, 12, 14: (1...12).contains(number(4, 2)) && (1...31).contains(number(6, 2))
            default: false
            }
        let year = number(0, 4)
        return isDate && plausible.contains(year) ? year : nil
    }

    /// The year at the start of a date such as `2020-07-01` or `2020:07:01 12:00:00`.
    package static func ofTimestamp(_ text: String) -> Int? {
        let start = text.drop { $0 == " " || $0 == "\"" }.prefix { ("0"..."9").contains($0) }
        return start.count == 4 || start.count == 8 ? year(ofDate: start) : nil
    }
}

extension DataNode {
    /// A year that data can be of.
    ///
    /// - Throws: ``DataFileError`` that points at a number outside 1900…2100.
    public func year() throws(DataFileError) -> Int {
        let year = try integer()
        guard DataYear.plausible.contains(year) else {
            throw error(
                "'\(name)' is \(year), which is no year of data; give one from "
                    + "\(DataYear.plausible.lowerBound) to \(DataYear.plausible.upperBound)")
        }
        return year
    }
}
