// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
internal import GDAL
public import Tables
package import Words
internal import Zonal

/// End members by region: what makes the covers of several years comparable.
public struct EndMemberTable: Hashable, Sendable {
    /// One region's pair.
    public struct Row: Hashable, Sendable {
        /// The class, the category or the zone that it holds in.
        public let region: String
        /// The pair.
        public let members: EndMembers
        /// Valid pixels that it was found from; `nil` where it was given.
        public let pixels: Int?

        /// A region's pair.
        public init(region: String, members: EndMembers, pixels: Int? = nil) {
            self.region = region
            self.members = members
            self.pixels = pixels
        }
    }

    /// The regions with a pair of their own, in order.
    public let rows: [Row]
    /// The pair of all other ground.
    public let rest: EndMembers
    private let byRegion: [String: EndMembers]

    /// One pair for all ground, or one for each region.
    public init(rest: EndMembers, _ rows: [Row] = []) {
        self.rest = rest
        self.rows = rows
        byRegion = Dictionary(rows.map { ($0.region, $0.members) }) { _, last in last }
    }

    /// The pair that holds in a region.
    public subscript(region: String?) -> EndMembers {
        region.flatMap { byRegion[$0] } ?? rest
    }

    /// NDVI of bare soil, of ground without a pair of its own.
    public var soil: Double { rest.soil }
    /// NDVI of full canopy, of ground without a pair of its own.
    public var canopy: Double { rest.canopy }

    /// Warnings of pairs that lie too close together.
    package var notes: [LocalizedText] {
        let all = [("", rest)] + rows.map { ($0.region, $0.members) }
        return all.compactMap { region, members in
            members.warning.map { warning in
                region.isEmpty
                    ? warning
                    : LocalizedText(
                        zh: "\(region)：\(warning.zh)", en: "\(region): \(warning.en)")
            }
        }
    }

    // MARK: Files

    /// The region that stands for all ground without a pair of its own.
    static let restName = "*"

    /// `region,soil,canopy,pixels,origin`, `*` for ground without a pair of its own; it reads back.
    public var table: Table {
        var table = Table(
            "end_members", columns: ["region", "soil", "canopy", "pixels", "origin"])
        for row in rows + [Row(region: Self.restName, members: rest)] {
            table.append([
                .text(row.region), .number(row.members.soil), .number(row.members.canopy),
                row.pixels.map { .integer($0) } ?? .missing, .text(row.members.origin.text),
            ])
        }
        return table
    }

    /// Reads a table of end members: a CSV with `region`, `soil` and `canopy`.
    ///
    /// - Parameters:
    ///   - path: The table.
    ///   - rest: The pair of ground without one, where the table has no region `*`.
    /// - Throws: `ZoneError` where a column is missing, ``SurveyError`` at a row without numbers,
    ///   `VegetationCoverError` at a pair out of order.
    public init(readingFrom path: String, rest: EndMembers) throws {
        let table = try AttributeTable(reading: path)
        func column(_ name: String) throws(ZoneError) -> Int {
            guard let index = table.index(ofAny: name) else {
                throw .noField(file: path, field: name, fields: table.columns)
            }
            return index
        }
        let places = (try column("region"), try column("soil"), try column("canopy"))
        var rows: [Row] = []
        var others = rest
        for row in table.rows {
            let region = row.cells[places.0].text ?? ""
            guard let soil = row.cells[places.1].number, let canopy = row.cells[places.2].number
            else { throw row.error("lacks a number in soil or canopy, of region '\(region)'") }
            let members = try EndMembers(
                soil: soil, canopy: canopy, origin: .fixed(source: path.fileName))
            if region == Self.restName {
                others = members
            } else {
                rows.append(Row(region: region, members: members))
            }
        }
        self.init(rest: others, rows)
    }
}

extension EndMembers.Origin {
    /// Where a pair came from, in words.
    package var text: String {
        switch self {
        case .fixed(let source): "fixed: \(source)"
        case .percentilesOfAllYears(let low, let high, let region):
            "percentiles \(low) and \(high) of all dates, region \(region)"
        case .percentilesOfScene(let low, let high, _):
            "percentiles \(low) and \(high) of this scene: not comparable between years"
        }
    }
}
