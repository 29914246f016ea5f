// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
package import DataFiles
public import Ecology
public import Words
public import Zonal

extension SurveyFile {
    /// Indicators that are counted from ledgers and statistics, not from rasters.
    public struct Ledgers: Sendable {
        /// Verified parcels of new forest.
        public struct Afforestation: Sendable {
            /// A CSV with `zone`, `area_ha` or `area_m2`, `survival` (0…1), and maybe `year`,
            /// `parcel`, `weight` and `stratum`; or polygons with those fields, their zone and area
            /// then from the geometry.
            public var file: String
            /// A CSV of plots with `parcel`, `planted` and `alive`, in place of a survival.
            public var plots: String?
            /// The lowest survival that passes, 0…1.
            public var limit: Double
            /// Hectares reported, by zone; `all` is the city.
            public var reported: [String: Double]
            /// Whether the ledger holds every zone: `false` gives the city's figure for the zones that
            /// there are, `true` says that the others have none; `nil` assesses neither.
            public var isComplete: Bool?
        }

        /// Livestock against forage.
        public struct Livestock: Sendable {
            /// A CSV with `zone`, `animal`, `count` and maybe `year`.
            public var stock: String
            /// A CSV with `zone`, `area_ha`, `yield_kg_per_ha`, `edible`, `utilisation`, and maybe
            /// `year`, `regrowth` and `hay_factor`.
            public var forage: String
            /// Other forage, kg of standard hay a year, by zone.
            public var other: [String: Double]
            /// The set of sheep units.
            public var units: String
            /// Days that the forage must last.
            public var days: Double
            /// When animals were counted.
            public var counted: LocalizedText
            /// Whether the ledger holds every zone: `false` gives the city's figure for the zones that
            /// there are, `true` says that the others have none; `nil` assesses neither.
            public var isComplete: Bool?
        }

        /// Soil and water conservation.
        public struct Erosion: Sendable {
            /// Polygons of accepted measures.
            public var measures: Measures
            /// The first year of the plan's period.
            public var since: Int
            /// m² eroded at the fixed baseline, by zone; `all` is the city.
            public var baseline: [String: Double]
            /// m² treated and kept that the ledger does not hold, by zone.
            public var earlier: [String: Double]
            /// Whether the ledger holds every zone: `false` gives the city's figure for the zones that
            /// there are, `true` says that the others have none; `nil` assesses neither.
            public var isComplete: Bool?
        }

        /// One year's built-up area, its green and its people.
        public struct Urban: Sendable {
            /// The year of the layers; `nil` serves every year.
            public var year: Int?
            /// 建成区, the administrative outline.
            public var builtUp: ZoneSource
            /// The projection of all vegetation.
            public var canopy: ZoneSource?
            /// Land of green use.
            public var greenLand: ZoneSource?
            /// 公园绿地.
            public var parks: ZoneSource?
            /// A CSV with `zone`, `residents` and maybe `temporary`.
            public var population: String?
            /// The document that issued the layers; `nil` where nobody says so.
            public var official: String?
            /// Which of the two readings of green is the result.
            public var variant: UrbanGreenVariant
            /// The same for the table of people.
            public var isComplete: Bool?
        }

        /// Statistics by zone and year, one table for one or several indicators.
        public struct Statistics: Sendable {
            /// A CSV with `zone`, maybe `year`, and the columns that the indicators' definitions name.
            public var file: String
            /// Whether the table holds every zone: `false` gives the city's figure for the zones that
            /// there are, `true` says that the others have none; `nil` assesses neither.
            public var isComplete: Bool?
        }

        /// `[[statistics]]`, in the file's order.
        public var statistics: [Statistics] = []
        /// `[afforestation]`; `nil` where the survey has none.
        public var afforestation: Afforestation?
        /// `[livestock]`; `nil` where the survey has none.
        public var livestock: Livestock?
        /// `[erosion]`; `nil` where the survey has none.
        public var erosion: Erosion?
        /// `[[urban]]`, in the file's order.
        public var urban: [Urban] = []
    }
}

extension SurveyFile {
    /// What is counted from ledgers and statistics.
    public var ledgers: Ledgers {
        get { self[Ledgers.self] ?? Ledgers() }
        set { self[Ledgers.self] = newValue }
    }
}

extension SurveyFile.Ledgers: SurveySection {
    package static let keys = ["afforestation", "livestock", "erosion", "urban", "statistics"]

    package init?(_ file: DataNode, in context: SectionContext) throws {
        let resolved = context.resolved
        afforestation = try file["afforestation"].map { try Afforestation($0, resolved) }
        livestock = try file["livestock"].map { try Livestock($0, resolved) }
        erosion = try file["erosion"].map { try Erosion($0, resolved) }
        statistics =
            try file["statistics"]?.elements().map { try Statistics($0, resolved) } ?? []
        urban =
            try file["urban"].map { node in
                guard case .array = node.value else { return [try Urban(node, resolved)] }
                return try node.elements().map { try Urban($0, resolved) }
            } ?? []
    }

    package var zoneTables: [(key: String, zones: [String])] {
        [
            ("[afforestation] reported_ha", afforestation?.reported.keys.sorted() ?? []),
            ("[erosion] baseline_km2", erosion?.baseline.keys.sorted() ?? []),
            ("[erosion] earlier_km2", erosion?.earlier.keys.sorted() ?? []),
            ("[livestock] other_forage_kg", livestock?.other.keys.sorted() ?? []),
        ]
    }

    /// The files that are read, for the record of provenance.
    package var files: [String] {
        var files: [String] = []
        if let afforestation {
            files += [afforestation.file, afforestation.plots].compactMap(\.self)
        }
        if let livestock { files += [livestock.stock, livestock.forage] }
        if let erosion { files.append(erosion.measures.source.path) }
        files += statistics.map(\.file)
        for town in urban {
            files += [town.builtUp, town.canopy, town.greenLand, town.parks].compactMap(\.?.path)
            files += [town.population].compactMap(\.self)
        }
        return files
    }
}

extension SurveyFile.Ledgers.Afforestation {
    fileprivate init(_ table: DataNode, _ resolved: (DataNode) throws -> String) throws {
        try table.allow(only: ["file", "plots", "survival_limit", "reported_ha", "complete"])
        file = try resolved(table.required("file"))
        plots = try table["plots"].map(resolved)
        limit = try table["survival_limit"]?.number() ?? AfforestationAccount.drylandLimit
        if let node = table["survival_limit"], !(0...1).contains(limit) {
            throw node.error("survival_limit is \(limit); it is a fraction, such as 0.70")
        }
        reported = try byZone(table["reported_ha"], times: 10_000)
        isComplete = try table["complete"]?.boolean()
    }
}

extension SurveyFile.Ledgers.Livestock {
    fileprivate init(_ table: DataNode, _ resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "stock", "forage", "other_forage_kg", "sheep_units", "days", "counted_zh", "counted_en",
            "complete",
        ])
        stock = try resolved(table.required("stock"))
        forage = try resolved(table.required("forage"))
        other = try byZone(table["other_forage_kg"], times: 1)
        units = try table["sheep_units"]?.string() ?? "ministry"
        days = try table["days"]?.number() ?? 365
        counted = LocalizedText(
            zh: try table["counted_zh"]?.string() ?? "存栏时点未注明",
            en: try table["counted_en"]?.string() ?? "the day of the count is not stated")
        isComplete = try table["complete"]?.boolean()
    }
}

extension SurveyFile.Ledgers.Erosion {
    fileprivate init(_ table: DataNode, _ resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "measures", "layer", "crs", "where", "year_field", "kept_field", "since",
            "baseline_km2", "earlier_km2", "complete",
        ])
        measures = SurveyFile.Measures(
            source: ZoneSource(
                path: try resolved(table.required("measures")),
                layer: try table["layer"]?.string(), filter: try table["where"]?.string(),
                crs: try table["crs"]?.string()),
            yearField: try table["year_field"]?.string() ?? "year",
            keptField: try table["kept_field"]?.string())
        since = try table.required("since").year()
        baseline = try byZone(table["baseline_km2"], times: 1e6)
        earlier = try byZone(table["earlier_km2"], times: 1e6)
        isComplete = try table["complete"]?.boolean()
        for (zone, area) in baseline {
            let part = zone == "all" ? "" : " of zone '\(zone)'"
            guard area > 0 || zone != "all", let node = table["baseline_km2"] else {
                throw table.error(
                    "baseline_km2\(part) is 0; it is the eroded area that treatment is held against"
                )
            }
            guard earlier[zone] ?? 0 <= area else {
                throw node.error(
                    "earlier_km2\(part) is more than all that was eroded, baseline_km2")
            }
        }
    }
}

extension SurveyFile.Ledgers.Statistics {
    fileprivate init(_ table: DataNode, _ resolved: (DataNode) throws -> String) throws {
        try table.allow(only: ["file", "complete"])
        file = try resolved(table.required("file"))
        isComplete = try table["complete"]?.boolean()
    }
}

extension SurveyFile.Ledgers.Urban {
    fileprivate init(_ table: DataNode, _ resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "year", "built_up", "canopy", "green_land", "parks", "population", "variant",
            "complete", "official",
        ])
        func source(_ key: String) throws -> ZoneSource? {
            try table[key].map { ZoneSource(path: try resolved($0)) }
        }
        year = try table["year"]?.year()
        builtUp = ZoneSource(path: try resolved(table.required("built_up")))
        canopy = try source("canopy")
        greenLand = try source("green_land")
        parks = try source("parks")
        population = try table["population"].map(resolved)
        official = try table["official"]?.document()
        variant = try table["variant"]?.choice(UrbanGreenVariant.self) ?? .canopy
        isComplete = try table["complete"]?.boolean()
    }
}
