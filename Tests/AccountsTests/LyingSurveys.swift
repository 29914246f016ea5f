// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL

enum LyingSurveys {
    private static let all: Set = ["all", "w", "e"]
    private static let forest = "forest_coverage"

    static let controls: [SurveyCase] = [
        SurveyCase("parcels that are declared official", forest, sound: all) {
            try $0.officialParcels()
            try $0.belts()
        },
        SurveyCase("wetland of official parcels", "wetland_area", sound: all) {
            try $0.officialParcels()
        },
        SurveyCase("cropland of official parcels", "cropland", sound: all) {
            try $0.officialParcels()
        },
        SurveyCase("a map with a large sample", forest, sound: all) {
            try $0.sample(200, wrong: 6)
            try $0.belts()
        },
        // Trees outside stands are not counted, so that nothing is missed.
        SurveyCase("official stands", "standing_volume", sound: ["all", "e"]) { try $0.stands() },
        SurveyCase("a complete ledger of planting", "afforestation_pass", sound: all) {
            try $0.planting()
        },
    ]

    static let flaws: [SurveyCase] = mapFlaws + parcelFlaws + otherFlaws

    private static let mapFlaws: [SurveyCase] = [
        SurveyCase("a map without a sample", forest) { _ in },
        SurveyCase("a sample of four units a class", forest) {
            try $0.sample(4)
            $0.low = 40
        },
        SurveyCase("a sample of few units without one error", forest) {
            try $0.sample(8)
            $0.low = 40
        },
        SurveyCase("a sample of another year", forest) {
            $0.early = ["landcover = \"lc_2015.tif\""]
            try $0.writeLand("lc_2015.tif")
            try $0.sample(200, wrong: 6, keys: "year = 2015")
        },
        SurveyCase("two fifths of the map are nodata", forest) {
            try $0.writeLand(
                "lc_2020.tif",
                holes: Dictionary(uniqueKeysWithValues: (24..<40).map { ($0, 255) }))
        },
        SurveyCase("codes that the scheme does not know are passed over", forest) {
            try $0.writeLand("lc_2020.tif", holes: [30: 99, 31: 99, 36: 99, 37: 99, 38: 99])
            $0.tables.append("[landcover]\nscheme = \"cnlucc\"\nunknown = \"ignore\"")
            $0.scheme = ""
        },
        SurveyCase("pixels that are too coarse", forest) {
            try $0.writeLand("lc_2020.tif", pixel: 0.005)
        },
        SurveyCase("a scheme without a class of shrub that counts", forest) {
            $0.scheme = "igbp"
            try $0.writeLand("lc_2020.tif", holes: .rows([1, 10, 12, 9, 11, 16]))
        },
        SurveyCase("a map of wetland", "wetland_area") { _ in },
        SurveyCase("a map of wetland with a sample", "wetland_area") {
            try $0.sample(200, wrong: 6)
        },
        SurveyCase("a map of cropland", "cropland") { _ in },
        SurveyCase("another definition than the target's, by a sample", forest) {
            try $0.sample(200, wrong: 6)
            $0.target.append("variant = \"no_special_shrub\"")
        },
        SurveyCase("green coverage for forest coverage, by a sample", forest) {
            try $0.sample(200, wrong: 6)
            $0.header.append("variants = { forest = \"greening\" }")
            $0.target.append("variant = \"official\"")
        },
    ]

    private static let parcelFlaws: [SurveyCase] = [
        SurveyCase("parcels that nobody declared official", forest) { try $0.officialParcels("") },
        SurveyCase("wetland of parcels that nobody declared official", "wetland_area") {
            try $0.officialParcels("")
        },
        SurveyCase("cropland of parcels that nobody declared official", "cropland") {
            try $0.officialParcels("")
        },
        SurveyCase("parcels by another definition than the target's", forest) {
            try $0.officialParcels()
            $0.target.append("variant = \"no_special_shrub\"")
        },
        SurveyCase("official parcels, and green coverage for forest coverage", forest) {
            try $0.officialParcels()
            $0.header.append("variants = { forest = \"greening\" }")
            $0.target.append("variant = \"official\"")
        },
        SurveyCase("stands that nobody declared official", "standing_volume") {
            try $0.stands(official: false)
        },
        SurveyCase("volume by means of classes", "standing_volume") {
            $0.tables.append("[volume]\nclass_means = { 21 = 45 }")
        },
        SurveyCase("a raster of volume without an error", "standing_volume") {
            try $0.writeNumbers("volume.tif") { code, _ in code == 21 ? 45 : 0 }
            $0.year.append("volume = \"volume.tif\"")
        },
        SurveyCase("a raster of volume with holes in the forest", "standing_volume") {
            try $0.writeNumbers("volume.tif") { code, row in
                code == 21 ? (row < 8 ? -1 : 45) : 0
            }
            $0.year.append("volume = \"volume.tif\"")
        },
    ]

    private static let otherFlaws: [SurveyCase] = [
        SurveyCase("a ledger that is known to lack a zone", "afforestation_pass", sound: ["w"]) {
            try $0.planting(zones: ["w"])
            $0.tables.append("complete = false")
        },
        SurveyCase("green of a town that nobody declared official", "urban_green") {
            try $0.town()
        },
        SurveyCase("rain so near the limit that shrub may count or not", forest) {
            $0.header = ["rain = { w = 395, e = 395 }"]
            $0.low = 42
            try $0.officialParcels()
        },
        SurveyCase("a product whose published accuracy was not verified", forest) {
            $0.scheme = "glc-fcs30"
            try $0.writeLand("lc_2020.tif", holes: .rows([70, 130, 10, 121, 180, 200]))
        },
        SurveyCase("a ledger that lacks a zone", "afforestation_pass", sound: ["w"]) {
            try $0.planting(zones: ["w"])
        },
        SurveyCase("a ledger of another year", "afforestation_pass") {
            try $0.planting(year: 2019)
        },
        SurveyCase("a ledger without a row", "afforestation_pass") { try $0.planting(zones: []) },
        SurveyCase("grassland cover from NDVI of no stated date", "grassland_cover") {
            try $0.ndvi()
        },
        SurveyCase("grassland cover from NDVI with a sample of the map", "grassland_cover") {
            try $0.ndvi()
            try $0.sample(200, wrong: 6)
        },
        SurveyCase("grassland cover from a raster of cover", "grassland_cover") {
            try $0.writeNumbers("cover.tif") { _, _ in 0.5 }
            $0.year.append("cover = \"cover.tif\"")
        },
        SurveyCase("grassland cover with holes", "grassland_cover") {
            try $0.writeNumbers("cover.tif") { _, row in row < 24 ? 0.5 : -1 }
            $0.year.append("cover = \"cover.tif\"")
        },
        SurveyCase("one plot in the only type of grassland", "grassland_cover") {
            try $0.plots(1)
        },
        SurveyCase("two plots in the only type of grassland", "grassland_cover") {
            try $0.plots(2)
        },
        SurveyCase("plots of another year", "grassland_cover") { try $0.plots(40, year: 2018) },
        SurveyCase("a desert whose outline is schematic", "desert_kubuqi") {
            try $0.desert("schematic = true")
        },
        SurveyCase("a desert by its state where change is wanted", "desert_kubuqi") {
            try $0.desert("variant = \"state\"")
            $0.target.append("variant = \"change\"")
        },
        SurveyCase("a desert by two undated images", "desert_kubuqi") { try $0.desert("") },
        SurveyCase("a desert by its state alone", "desert_kubuqi") {
            try $0.desert("variant = \"state\"")
        },
        SurveyCase("a desert by images and a sample of the map", "desert_kubuqi") {
            try $0.desert("")
            try $0.sample(200, wrong: 6)
        },
    ]
}

extension [Int: UInt8] {
    /// Each band of the land in another code.
    fileprivate static func rows(_ codes: [UInt8]) -> [Int: UInt8] {
        var rows: [Int: UInt8] = [:]
        for ((_, count), code) in zip(SurveyRecipe.bands, codes) {
            for _ in 0..<count { rows[rows.count] = code }
        }
        return rows
    }
}

extension SurveyRecipe {
    fileprivate mutating func stands(official: Bool = true) throws {
        try writeParcels(missing: [32, 12, 22, 64, 61])
        let document = official ? ", official = \"林资发〔2021〕1号\"" : ""
        year.append(
            "stands = { file = \"DLTB.gpkg\", volume_field = \"m3\", kind_field = \"kind\"\(document) }"
        )
    }

    fileprivate mutating func belts() throws {
        try scratch.rectangles(
            "belts.gpkg", fields: [Field("id", .text)],
            [(109.002, 39.0801, 109.018, 39.0802, [.text("1")])])
        year.append("belts = \"belts.gpkg\"")
    }

    fileprivate mutating func town() throws {
        try scratch.rectangles(
            "town.gpkg", fields: [Field("id", .text)],
            [(109.005, 39.085, 109.015, 39.095, [.text("1")])])
        try scratch.rectangles(
            "green.gpkg", fields: [Field("id", .text)],
            [(109.005, 39.085, 109.015, 39.09, [.text("1")])])
        tables.append(
            "[[urban]]\nyear = 2020\nbuilt_up = \"town.gpkg\"\ncanopy = \"green.gpkg\"")
    }

    fileprivate mutating func planting(zones: [String] = ["w", "e"], year: Int = 2020) throws {
        var lines = "zone,year,area_ha,survival\n"
        for zone in zones {
            lines += "\(zone),\(year),100,\(zone == "w" ? 0.5 : 0.9)\n\(zone),\(year),100,0.9\n"
        }
        try scratch.write(lines, to: "trees.csv")
        tables.append("[afforestation]\nfile = \"trees.csv\"")
    }

    fileprivate mutating func ndvi() throws {
        try writeNumbers("ndvi.tif") { code, _ in code == 61 ? 0.1 : 0.475 }
        year.append("ndvi = \"ndvi.tif\"")
    }

    /// The same cover everywhere, plots in the one type.
    fileprivate mutating func plots(_ count: Int, year: Int = 2020) throws {
        try ndvi()
        try scratch.raster(
            "types.tif", width: Self.side, pixelSize: Self.pixel,
            [UInt8](repeating: 1, count: Self.side * Self.side))
        try scratch.write("zone,type,area_ha\nw,1,50\ne,1,50\n", to: "areas.csv")
        var lines = "year,zone,type,cover\n"
        for zone in ["w", "e"] {
            for unit in 0..<count {
                lines += "\(year),\(zone),1,\(0.5 + 0.001 * Double(unit % 2))\n"
            }
        }
        try scratch.write(lines, to: "plots.csv")
        tables.append(
            "[grassland]\ntypes = \"types.tif\"\nareas = \"areas.csv\"\nplots = \"plots.csv\"")
    }

    fileprivate mutating func desert(_ keys: String) throws {
        try writeLand("lc_2015.tif")
        try writeNumbers("ndvi_2015.tif") { _, _ in 0.06 }
        try writeNumbers("ndvi.tif") { _, row in row % 2 == 0 ? 0.06 : 0.6 }
        early = ["landcover = \"lc_2015.tif\"", "ndvi = \"ndvi_2015.tif\""]
        year.append("ndvi = \"ndvi.tif\"")
        tables.append(
            "[[desert]]\nindicator = \"desert_kubuqi\"\nfile = \"zones.gpkg\"\nwhole_city = true\n\(keys)"
        )
    }
}
