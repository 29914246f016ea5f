// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
package import LandCover
package import Tables
package import Words

/// What a zone's land is made of, year by year.
package struct Composition {
    /// A category and its m² in each year.
    package struct Part {
        package let category: LandCover.Category
        package let areas: [Double]
    }

    /// Oldest first.
    package let years: [Int]
    /// Categories that occur, those of the land's use first, what is unknown last.
    package let parts: [Part]

    /// Reads off the areas of a zone, or of all of them as `all`, from `areas.csv`.
    package init(of table: Table, zone: String) {
        var areas: [Int: [LandCover.Category: Double]] = [:]
        for row in AreaRow.rows(of: table, zone: zone) {
            areas[row.year, default: [:]][row.category, default: 0] += row.squareMetres
        }
        let years = areas.keys.sorted()
        self.years = years
        parts = Self.order.compactMap { category in
            let values = years.map { areas[$0]?[category] ?? 0 }
            // What is less than a square metre is the rounding of a sum, not land.
            return values.contains { $0 >= 1 } ? Part(category: category, areas: values) : nil
        }
    }

    /// From the foot of a stack up: neighbours of one kind, and of different lightness.
    package static let order: [LandCover.Category] = [
        .built, .cropland, .orchard, .sandBare, .grassland, .otherWood, .otherShrub, .shrub,
        .specialShrub, .forest, .wetland, .water, .snowIce, .other, .nodata,
    ]
}

/// How much of each category became which, between two years.
package struct CategoryFlows {
    package let from: Int
    package let to: Int
    /// Categories that occur in either year, the top of a diagram first.
    package let categories: [LandCover.Category]
    /// m², a row for each category before and a column for each after.
    package let areas: [[Double]]

    /// Reads off a zone's longest change from `transitions.csv`; `nil` where there is none.
    ///
    /// `classes` is `areas.csv`, which tells the category of a class. Years that are unlike, as the
    /// table tells, make no change of the land.
    package init?(of table: Table, classes: Table, zone: String) {
        let names = ["from_year", "to_year", "zone", "before", "after", "area_m2"]
        let places = names.compactMap { table.columns.firstIndex(of: $0) }
        guard places.count == names.count else { return nil }
        let reason = table.columns.firstIndex(of: "reason")
        let like = table.rows.filter { row in reason.map { row[$0].plainText.isEmpty } ?? true }
        let all = like.map { row in places.map { row[$0] } }
        let rows = all.filter { isPart($0[2].plainText, of: zone) }
        let spans = rows.compactMap { row in
            row[0].whole.flatMap { from in row[1].whole.map { (from, $0) } }
        }
        guard let span = spans.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }) else { return nil }
        var meaning: [String: LandCover.Category] = [:]
        for row in AreaRow.rows(of: classes, zone: zone) {
            meaning["\(row.year) \(row.zone) \(row.code)"] = row.category
        }
        var changes: [LandCover.Category: [LandCover.Category: Double]] = [:]
        for row in rows
        where row[0].double == Double(span.0) && row[1].double == Double(span.1) {
            let place = row[2].plainText
            let before = meaning["\(span.0) \(place) \(row[3].plainText)"] ?? .nodata
            let after = meaning["\(span.1) \(place) \(row[4].plainText)"] ?? .nodata
            changes[before, default: [:]][after, default: 0] += row[5].double ?? 0
        }
        // What is less than a square metre is the rounding of an overlay, not land.
        let used = Set(
            changes.flatMap { before, cells in
                cells.filter { $0.value >= 1 }.flatMap { [before, $0.key] }
            })
        (from, to) = span
        let categories = Composition.order.reversed().filter(used.contains)
        self.categories = categories
        areas = categories.map { before in categories.map { changes[before]?[$0] ?? 0 } }
    }
}

/// A row of `areas.csv`.
private struct AreaRow {
    let year: Int
    let zone: String
    let code: String
    let category: LandCover.Category
    let squareMetres: Double

    static func rows(of table: Table, zone: String) -> [AreaRow] {
        let names = ["year", "zone", "class", "category", "area_m2"]
        let places = names.compactMap { table.columns.firstIndex(of: $0) }
        guard places.count == names.count else { return [] }
        return table.rows.compactMap { row in
            guard let year = row[places[0]].whole, let area = row[places[4]].double,
                isPart(row[places[1]].plainText, of: zone)
            else { return nil }
            return AreaRow(
                year: year, zone: row[places[1]].plainText, code: row[places[2]].plainText,
                category: LandCover.Category(rawValue: row[places[3]].plainText) ?? .nodata,
                squareMetres: max(0, area))
        }
    }
}

/// Whether a row's zone counts for another: `all` is the sum of the others, for shrub may be one
/// category in one zone and another in the next.
private func isPart(_ row: String, of zone: String) -> Bool {
    zone == "all" ? row != "all" : row == zone
}

extension LandCover.Category {
    /// The name in both languages.
    package var name: LocalizedText { LocalizedText(zh: nameZH, en: nameEN) }
}

extension Colour {
    /// `0xRRGGBB`.
    var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
