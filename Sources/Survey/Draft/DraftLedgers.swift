// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import GDAL

/// Ledgers, plots, samples and polygons that `steppe init` knows by their columns.
struct DraftLedgers {
    private var tables: [Kind: String] = [:]
    /// The columns of every indicator that is counted from statistics.
    private let counted: [[String]]

    init(_ catalogue: IndicatorCatalogue?) {
        counted = catalogue?.definitions.compactMap { $0.ledger?.columns } ?? []
    }

    private var types: String?
    private var stands: [Int: (path: String, field: String, kind: String?)] = [:]
    private(set) var parcels: [Int: String] = [:]
    private var measures: [(path: String, field: String)] = []
    private var town: [String: String] = [:]

    /// The tables that may have a column of zones.
    var zonedTables: [String] { tables.filter { $0.key != .samples }.values.sorted() }

    /// Forgets a table that the survey cannot use.
    mutating func leaveOut(_ table: String) {
        tables = tables.filter { $0.value != table }
    }

    private enum Kind {
        case afforestation, stock, forage, plots, areas, population, samples, statistics
    }

    /// Whether a table's columns tell what it is for.
    mutating func take(_ table: AttributeTable, _ relative: String) -> Bool {
        func has(_ names: String...) -> Bool {
            names.allSatisfy { table.index(ofAny: $0) != nil }
        }
        let kind: Kind? =
            if has("survival") {
                .afforestation
            } else if has("animal", "count") {
                .stock
            } else if has("yield_kg_per_ha", "area_ha") {
                .forage
            } else if has("type", "cover") {
                .plots
            } else if has("zone", "type", "area_ha") {
                .areas
            } else if has("residents") {
                .population
            } else if has("reference") {
                .samples
            } else if counted.contains(where: { $0.allSatisfy { has($0) } }) {
                .statistics
            } else {
                nil
            }
        guard let kind, tables[kind] == nil else { return kind != nil }
        tables[kind] = relative
        return true
    }

    /// Whether a raster's name tells that it holds grassland types.
    mutating func take(raster relative: String) -> Bool {
        let name = relative.fileName.lowercased()
        guard name.contains("grassland_type") || name.contains("草地类型") else { return false }
        types = types ?? relative
        return true
    }

    /// Whether a layer of polygons is something other than zones, by its fields and its name.
    mutating func take(layer info: LayerInfo, _ relative: String) -> Bool {
        let name = relative.fileName.lowercased()
        func field(_ names: [String]) -> String? {
            names.compactMap { info.index(ofField: $0) }.first.map { info.fields[$0].name }
        }
        if field(["DLBM"]) != nil {
            guard let year = DataYear.inName(of: name) else { return true }
            parcels[year] = relative
            return true
        }
        if let volume = field(["m3_per_ha", "volume_ha", "GQXJ", "MGQXJ"]) {
            stands[DataYear.inName(of: name) ?? 0] = (relative, volume, field(["kind", "LZ"]))
            return true
        }
        for (word, key) in [
            ("built_up", "built_up"), ("建成区", "built_up"), ("canopy", "canopy"),
            ("green_land", "green_land"), ("绿地", "green_land"), ("park", "parks"),
            ("公园", "parks"),
        ] where name.contains(word) {
            town[key] = town[key] ?? relative
            return true
        }
        if let year = field(["year", "accepted"]),
            ["measure", "conserv", "ledger", "治理"].contains(where: name.contains)
        {
            measures.append((relative, year))
            return true
        }
        return false
    }

    // MARK: Lines

    /// What belongs in a year's table.
    func lines(ofYear year: Int) -> [DraftLine] {
        guard let source = stands[year] ?? stands[0] else { return [] }
        let kind = source.kind.map { ", kind_field = \(quote($0))" } ?? ""
        return [
            "stands = { file = \(quote(source.path)), volume_field = \(quote(source.field))\(kind) }"
        ]
    }

    /// A measure file of a desert, by the desert's name in the file's.
    func measures(ofDesert indicator: String) -> String? {
        let name = indicator.replacing("desert_", with: "")
        return measures.first { $0.path.contains(name) }?.path
    }

    /// Tables for what was found; comments for what was not.
    func lines(years: [Int]) -> [DraftLine] {
        var lines: [DraftLine] = [
            "",
            .init(
                "[grassland]", zh: "用于plots和fvc_by_type两种口径",
                en: "for the variants plots and fvc_by_type"),
            types.map { "types = \(quote($0))" }
                ?? .init(
                    "# types = \"grassland_types.tif\"", zh: "草地类型；或{ file = …, field = … }",
                    en: "or { file = …, field = … }"),
            tables[.areas].map { "areas = \(quote($0))" }
                ?? .init(
                    "# areas = \"areas.csv\"", zh: "zone、type、area_ha：法定面积",
                    en: "zone, type, area_ha: legal areas"),
            tables[.plots].map { "plots = \(quote($0))" }
                ?? .init(
                    "# plots = \"plots.csv\"", zh: "样地：type、cover（0…1），可另有zone、year、lon、lat",
                    en: "type, cover (0…1), maybe zone, year, lon, lat"),
            .init(
                "# calibrate = true", zh: "遥感盖度以样地校正",
                en: "cover from remote sensing, calibrated on the plots"),
            "", "[wetland]",
            .init(
                "minimum_patch_ha = 8", zh: "第二次湿地调查的起调面积；0为不限",
                en: "of the second wetland survey; 0 for all"),
            "",
            .init(
                "# [volume]", zh: "栅格或小班之外的森林蓄积",
                en: "standing volume beside a raster or stands"),
            .init(
                "# method = \"raster\"", zh: "raster（栅格）、stands（小班）或class_means（各类均值）",
                en: "raster, stands or class_means"),
            .init(
                "# class_means = { 21 = 30 }", zh: "各类每公顷蓄积，m³/ha", en: "m³/ha by class code"),
            .init("# scattered_m3 = 0", zh: "散生木", en: "scattered trees"),
            .init("# beside_fields_m3 = 0", zh: "四旁树", en: "trees beside fields, roads and houses"),
            .init("# sampling_error = 0.1", zh: "抽样误差（比例）", en: "as a share"),
        ]
        lines += section(
            "afforestation", tables[.afforestation].map { ["file = \(quote($0))"] },
            [
                .init(
                    "# file = \"trees.csv\"", zh: "造林：zone、area_ha、survival；或面图层",
                    en: "zone, area_ha, survival; or polygons")
            ],
            [
                .init(
                    "# survival_limit = 0.70", zh: "年降水量400毫米以上为0.85",
                    en: "0.85 where rain is 400 mm or more")
            ])
        lines += section(
            "livestock",
            tables[.stock].flatMap { stock in
                tables[.forage].map { ["stock = \(quote(stock))", "forage = \(quote($0))"] }
            },
            [
                .init(
                    "# stock = \"stock.csv\"", zh: "牲畜：zone、animal、count",
                    en: "zone, animal, count"),
                .init(
                    "# forage = \"forage.csv\"",
                    zh: "饲草：zone、area_ha、yield_kg_per_ha、edible、utilisation",
                    en: "zone, area_ha, yield_kg_per_ha, edible, utilisation"),
            ], ["# sheep_units = \"ministry\""])
        let conservation = measures.first { !$0.path.contains("ledger") }
        lines += section(
            "erosion",
            conservation.map {
                [
                    "measures = \(quote($0.path))", "year_field = \(quote($0.field))",
                    .init(
                        "since = \((years.first ?? 2015) + 1)", zh: "规划期第一年",
                        en: "the first year of the period"),
                ]
            },
            ["# measures = \"measures.gpkg\"", "# since = 2016"],
            [
                .init(
                    "# baseline_km2 = 45000", zh: "固定基期的水土流失面积，用于治理率",
                    en: "eroded at the fixed baseline, for the ratio")
            ])
        lines += urban(years.last)
        lines +=
            tables[.statistics].map { ["", "[[statistics]]", "file = \(quote($0))"] }
            ?? [
                "",
                .init(
                    "# [[statistics]]", zh: "zone、year和各指标的列",
                    en: "zone, year and the columns of indicators"),
                .init(
                    "# file = \"statistics.csv\"", zh: "见steppe explain straw_use等",
                    en: "see steppe explain straw_use, …"),
            ]
        // Samples move areas as well as giving them intervals: the user says so.
        let sampled = tables[.samples] ?? "samples.csv"
        let year = DataYear.inName(of: sampled.fileName) ?? years.last ?? 2020
        lines += [
            "",
            .init(
                "# [[accuracy]]", zh: "无偏面积与置信区间；每个有样本的年份一个",
                en: "unbiased areas and intervals; one for each year with samples"),
            .init(
                "# samples = \(quote(sampled))", zh: "lon、lat、reference（参考类）",
                en: "lon, lat, reference"), "# year = \(year)",
            .init(
                "# strata = \"strata.csv\"", zh: "样本有stratum列时：stratum、size",
                en: "stratum, size: where samples have a column stratum"),
        ]
        return lines
    }

    private func urban(_ year: Int?) -> [DraftLine] {
        guard town["built_up"] != nil else {
            return [
                "", "# [[urban]]", .init("# built_up = \"town.gpkg\"", zh: "建成区", en: "建成区"),
                .init("# canopy = \"canopy.gpkg\"", zh: "绿化覆盖", en: "green cover"),
                .init("# parks = \"parks.gpkg\"", zh: "公园绿地", en: "parks"),
                .init(
                    "# population = \"people.csv\"", zh: "zone、residents（常住）、temporary（暂住）",
                    en: "zone, residents, temporary"),
            ]
        }
        var lines: [DraftLine] = ["", "[[urban]]"] + (year.map { ["year = \($0)"] } ?? [])
        for key in ["built_up", "canopy", "green_land", "parks"] {
            if let path = town[key] { lines.append("\(key) = \(quote(path))") }
        }
        if let people = tables[.population] { lines.append("population = \(quote(people))") }
        return lines
    }

    /// A table with what was found, or as a comment.
    private func section(
        _ name: String, _ entries: [DraftLine]?, _ example: [DraftLine], _ more: [DraftLine]
    ) -> [DraftLine] {
        entries.map { ["", "[\(name)]"] + $0 + more }
            ?? ["", "# [\(name)]"] + example + more
    }
}
