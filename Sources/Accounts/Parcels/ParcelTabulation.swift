// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import LandCover
public import Tables
public import Words
public import Zonal

/// Areas per zone and class of survey polygons, from their geometry: what `steppe parcels` prints.
public struct ParcelTabulation: Sendable {
    /// The parcels, and what their fields mean.
    public var source: ParcelSource
    /// `nil` takes all that the parcels cover as the one zone, `all`.
    public var zones: ZoneSource?
    /// The scheme of the codes: a short name or a file.
    public var scheme = "sandiao"
    /// What to do with codes that the scheme does not know.
    public var unknown = UnknownCodes.error
    /// How a polygon's area is counted.
    public var rule = PolygonArea.Rule.exact
    /// Whether overlaps between parcels are looked for.
    public var checksOverlaps = true
    /// The language of labels.
    public var language = Language.en

    /// A tabulation of parcels with everything else at its default.
    public init(of source: ParcelSource) { self.source = source }

    /// What came out.
    public struct Result: Sendable {
        /// The areas themselves, and what is wrong with the parcels.
        public let account: ParcelAccount
        /// `zone,name,class,label,category,parcels,area_m2,net_m2,share`.
        public let table: Table
        /// `problem,zone,parcels,area_m2,description`.
        public let problems: Table
        /// What was found and mended about the zones.
        public let notes: [ZoneNote]
    }

    /// Reads, lays over the zones, measures and lays out the tables.
    public func run() throws -> Result {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: scheme)
        let zones = try zones.map { try ZoneLayer(reading: $0) }
        let account = try ParcelOverlay(
            rule: rule, unknown: unknown, checksOverlaps: checksOverlaps
        ).account(
            of: ParcelLayer(reading: source), over: zones, by: scheme, file: source.path)
        return Result(
            account: account, table: account.table(in: language),
            problems: account.problemTable(in: language),
            notes: zones?.notes ?? [])
    }
}

extension ParcelAccount {
    /// Every class of every zone, and what no parcel covers.
    package func table(in language: Language) -> Table {
        var table = Table(
            "parcels",
            columns: [
                "zone", "name", "class", "label", "category", "parcels", "area_m2", "net_m2",
                "share",
            ])
        for (index, zone) in zones.enumerated() {
            let total = Double(zoneAreas[index]) / PolygonArea.unitsPerSquareMetre
            for (code, amount) in amounts[index].sorted(by: { $0.key < $1.key }) {
                let landClass = landClass(code)
                table.append([
                    .text(zone.id), .text(zone.name), .text(code),
                    .text(landClass.map { language == .zh ? $0.nameZH : $0.nameEN } ?? ""),
                    .text(landClass?.category.key ?? "nodata"), .integer(amount.parcels),
                    .number(amount.areaSquareMetres),
                    hasRidges ? .number(amount.netSquareMetres) : .missing,
                    Table.Cell(total > 0 ? amount.areaSquareMetres / total : nil),
                ])
            }
            let rest = uncovered(inZone: index)
            guard rest > 0 else { continue }
            table.append([
                .text(zone.id), .text(zone.name), .text("outside"), .text(""), .text("outside"),
                .integer(0), .number(rest), hasRidges ? .number(rest) : .missing,
                Table.Cell(total > 0 ? rest / total : nil),
            ])
        }
        return table
    }

    /// Every problem, a row each.
    package func problemTable(in language: Language) -> Table {
        var table = Table(
            "problems", columns: ["problem", "zone", "parcels", "area_m2", "description"])
        for problem in problems {
            table.append([
                .text(problem.kind.rawValue), .text(problem.zone),
                .text(problem.parcels.map(String.init).joined(separator: " ")),
                Table.Cell(problem.area), .text(problem.description[language]),
            ])
        }
        return table
    }
}
