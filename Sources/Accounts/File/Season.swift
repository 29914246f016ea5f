// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import Ecology
package import Words

extension SurveyFile {
    /// When and by what a year's NDVI or cover was taken: `season = { … }` of a `[[year]]`.
    public struct Season: Sendable {
        /// The months, 1…12, in order.
        public var months: [Int]
        /// How many dates each pixel is the largest value, or the mean, of.
        public var dates: Int?
        /// The sensor or product.
        public var sensor: String?
        /// Rain of the year up to then, mm.
        public var rainMillimetres: Double?

        package init(_ table: DataNode) throws {
            try table.allow(only: ["months", "dates", "sensor", "rain_mm"])
            let node = try table.required("months")
            months = try node.elements().map { try $0.integer() }.sorted()
            guard !months.isEmpty, months.allSatisfy((1...12).contains) else {
                throw node.error("'months' are numbers of 1…12, such as [7, 8]")
            }
            dates = try table["dates"]?.integer()
            if let dates, dates < 1, let node = table["dates"] {
                throw node.error("'dates' is \(dates); give 1 or more")
            }
            sensor = try table["sensor"]?.string()
            rainMillimetres = try table["rain_mm"]?.number()
            if let rain = rainMillimetres, !(0...12_000).contains(rain),
                let node = table["rain_mm"]
            {
                throw node.error("'rain_mm' is \(rain); give the millimetres of a year")
            }
        }

        /// The months in which plants stand at their peak.
        private static let peak: Set = [7, 8]

        /// Why it cannot stand for the year; `nil` where it can.
        package var lack: LocalizedText? {
            guard let dates else {
                return LocalizedText(
                    zh: "未注明NDVI由几期合成", en: "how many dates the NDVI is of is not stated")
            }
            if dates == 1 {
                return LocalizedText(zh: "NDVI为单期影像", en: "the NDVI is of a single date")
            }
            return Self.peak.isDisjoint(with: months)
                ? LocalizedText(
                    zh: "NDVI不含七、八月，非生长盛期",
                    en: "the NDVI has neither July nor August, the peak of the season") : nil
        }

        /// Why it cannot be compared with an earlier one; `nil` where it can.
        package func difference(from earlier: Season) -> LocalizedText? {
            if months != earlier.months {
                return LocalizedText(
                    zh: "两年NDVI月份不同（\(earlier.monthList)→\(monthList)）",
                    en: "the NDVI is of other months (\(earlier.monthList) then, \(monthList) now)")
            }
            if sensor != earlier.sensor {
                let (then, now) = (earlier.sensor ?? "—", sensor ?? "—")
                return LocalizedText(
                    zh: "两年NDVI传感器不同（\(then)→\(now)）",
                    en: "the NDVI is of another sensor (\(then) then, \(now) now)")
            }
            return nil
        }

        private var monthList: String { months.map(String.init).joined(separator: ", ") }

        /// All that is recorded of it.
        package func note(of year: Int) -> LocalizedText {
            let rain = rainMillimetres.map { decimal($0, digits: 0) }
            return LocalizedText(
                zh: "\(year)年NDVI：\(monthList)月，" + (dates.map { "\($0)期" } ?? "期数未注明")
                    + "，\(sensor ?? "传感器未注明")，" + (rain.map { "降水\($0)毫米" } ?? "降水未注明"),
                en: "NDVI of \(year): months \(monthList), "
                    + (dates.map { "\($0) dates" } ?? "dates not stated")
                    + ", \(sensor ?? "sensor not stated"), "
                    + (rain.map { "rain \($0) mm" } ?? "rain not stated"))
        }
    }

    /// What is recorded of every year's NDVI, in words.
    package var seasonNotes: [LocalizedText] {
        years.filter { !$0.ndvi.isEmpty || !$0.cover.isEmpty }.map { year in
            year.season?.note(of: year.year)
                ?? LocalizedText(
                    zh: "\(year.year)年NDVI未注明月份、期数、传感器与降水（[[year]] season），"
                        + "由其得出的数仅供参考",
                    en:
                        "NDVI of \(year.year): month, dates, sensor and rain are not stated ([[year]] "
                        + "season), so that what rests on it is indicative")
        }
    }

    /// Why figures from the NDVI of some years, the later first, are indicative at most; `nil` where
    /// they are not.
    package func seasonLimit(_ wanted: [Int]) -> LocalizedText? {
        var seasons: [Season] = []
        for year in wanted {
            guard let season = years.first(where: { $0.year == year })?.season else {
                return LocalizedText(
                    zh: "\(year)年NDVI未注明时相（[[year]] season）",
                    en: "the NDVI of \(year) is undated ([[year]] season)")
            }
            if let lack = season.lack {
                return LocalizedText(zh: "\(year)年\(lack.zh)", en: "\(year): \(lack.en)")
            }
            seasons.append(season)
        }
        guard let last = seasons.first else { return nil }
        return seasons.dropFirst().lazy.compactMap { last.difference(from: $0) }.first
    }
}
