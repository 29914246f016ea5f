// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import GDAL
internal import LandCover
internal import Words

/// The survey file for what a folder holds, with what was not chosen as comments.
struct DraftText {
    /// The file.
    private(set) var text = ""
    /// What is missing that would make a range a figure, or an indicator possible.
    private(set) var notes: [LocalizedText] = []
    private let finds: DraftFinds
    private let language: Language

    init(_ finds: DraftFinds, in language: Language) {
        self.finds = finds
        self.language = language
        var lines = head + zones + landCover + vegetation
        lines += variants
        for year in finds.years { lines += self.lines(ofYear: year) }
        lines += deserts
        lines += finds.ledgers.lines(years: finds.years)
        lines += FamilyCatalogue.sections.flatMap { $0.draft }
        text = lines.map { $0.text(in: language) }.joined(separator: "\n") + "\n"
    }

    private var head: [DraftLine] {
        [
            .init(
                zh: "Steppe调查文件。路径从本文件所在的文件夹算起。",
                en: "A survey for Steppe. Paths start from this file's folder."),
            .init(
                zh: "运行：steppe survey survey.toml", en: "Run it:  steppe survey survey.toml"),
            "",
            "title_zh = \"生态调查\"",
            "title_en = \"Ecological survey\"",
            .init(
                "language = \"\(language == .zh ? "zh" : "both")\"", zh: "表格、地图和报告的语言：zh、en或both",
                en: "of maps: zh, en or both"),
            .init("output = \"out\"", zh: "成果文件夹", en: "the folder that everything goes to"),
            .init(
                "synthetic = \(finds.isSynthetic)", zh: "true时每幅图、每个图层都注明“模拟数据”",
                en: "true marks every map and layer as made up"),
            finds.targets.map { "targets = \(quote($0))" }
                ?? .init(
                    "# targets = \"targets.toml\"", zh: "规划目标；没有它就没有评定",
                    en: "a plan's targets; without it no verdicts"),
            finds.rain.map {
                .init(
                    "rain = \(quote($0))", zh: "各分区年降水量（毫米），决定哪些灌木算特灌林",
                    en: "mm a year by zone: decides which shrub is special")
            }
                ?? .init(
                    "# rain = \"rain.csv\"", zh: "列：zone（分区代码）、precipitation_mm（年降水量，毫米）",
                    en: "columns zone, precipitation_mm"),
        ]
    }

    /// The chosen layer, and the others as comments.
    private var zones: [DraftLine] {
        guard !finds.zones.isEmpty else {
            return [
                "",
                .init(
                    "# [zones]", zh: "没有分区时，整幅栅格为一个分区",
                    en: "without it, the whole raster is the one zone"),
                .init(
                    "# file = \"banners.geojson\"", zh: "面图层，坐标系不限",
                    en: "polygons, in any CRS"), "# id = \"adcode\"",
            ]
        }
        return finds.zones.enumerated().flatMap { index, zones in
            let mark = index == 0 ? "" : "# "
            let (zh, en) = (zones.reasons(in: .zh), zones.reasons(in: .en))
            var lines: [DraftLine] =
                index == 0
                ? ["", .init(zh: zh, en: en), "[zones]"]
                : [.init(zh: "或者：\(zh)", en: "or: \(en)")]
            lines.append("\(mark)file = \(quote(zones.path))")
            if let layer = zones.layer { lines.append("\(mark)layer = \(quote(layer))") }
            if let id = zones.id { lines.append("\(mark)id = \(quote(id))") }
            if let name = zones.name { lines.append("\(mark)name = \(quote(name))") }
            if let name = zones.englishName { lines.append("\(mark)name_en = \(quote(name))") }
            return lines
        }
    }

    private var landCover: [DraftLine] {
        [
            "", "[landcover]",
            finds.scheme.map {
                .init(
                    "scheme = \(quote($0.id))", zh: "分类体系，见：steppe schemes",
                    en: "see: steppe schemes")
            }
                ?? .init(
                    "scheme = \"auto\"", zh: "或在此处、在各[[year]]里写明名称；见：steppe schemes",
                    en: "or a name, here or in a [[year]]; see: steppe schemes"),
            .init(
                "unknown = \"error\"", zh: "分类体系里没有的代码：error（报错）或ignore（计为未分类）",
                en: "codes that the scheme lacks: error or ignore"),
        ]
    }

    private var vegetation: [DraftLine] {
        let rasters = finds.ndvi.filter { finds.years.contains($0.key) }.flatMap(\.value)
        let isScaled = rasters.contains { raster in
            raster.info.bands.first.map { !$0.dataType.isFloatingPoint && $0.scale == 1 } ?? false
        }
        return [
            "",
            .init(
                "[vegetation]", zh: "裸土与全覆盖植被的NDVI（像元二分模型端元）",
                en: "NDVI of bare soil and of full canopy"),
            "soil = 0.04", "canopy = 0.91", "source = \"白壮壮 et al. 2020, Ordos plateau\"",
            .init(
                (isScaled ? "" : "# ") + "scale = 0.0001", zh: "NDVI存为整数而文件未写明比例时",
                en: "where NDVI is stored as integers and does not say so"),
            .init(
                "# percentiles = [5, 95]", zh: "端元取各年NDVI的百分位数",
                en: "end members from the NDVI of all years together"),
            .init(
                "# by = \"category\"", zh: "class、category、zone或region：各用一对端元",
                en: "class, category, zone or region: a pair for each"),
        ]
    }

    // MARK: Variants

    /// Definitions that the data can be counted by.
    private var variants: [DraftLine] {
        mutating get {
            [
                "",
                .init(
                    "[variants]", zh: "采用哪种口径；见：steppe explain 指标",
                    en: "which definition is meant; see: steppe explain INDICATOR"),
                forest, grassland, desert, wetland,
            ]
        }
    }

    private var forest: DraftLine {
        mutating get {
            let choices = (
                zh: "可选official、no_special_shrub、no_belts、greening",
                en: "official, no_special_shrub, no_belts or greening"
            )
            for scheme in finds.schemes {
                guard let limit = scheme.limit(on: .specialShrub) else { continue }
                note(
                    zh: "森林：按\(scheme.id)得不出官方口径的覆盖率：\(limit.zh)。其数值仅供参考",
                    en:
                        "forest: \(scheme.id) cannot give the official coverage: \(limit.en). Its figure "
                        + "is indicative only")
                return .init(
                    "# forest = \"official\"", zh: "仅供参考：\(scheme.id)得不出；\(choices.zh)",
                    en: "indicative only: \(scheme.id) cannot give it; \(choices.en)")
            }
            let hasShrub = finds.schemes.contains { $0.categories.contains(.shrub) }
            if finds.rain == nil && hasShrub {
                note(
                    zh: "森林：哪些灌木计入取决于各旗县降水量；没有降水量，官方口径覆盖率只是一个上下限区间。"
                        + "给出zone、precipitation_mm两列的表（rain = \"rain.csv\"），且分类体系能区分灌木盖度时，"
                        + "即可得到一个数",
                    en: "forest: which shrub counts depends on the county's rain: without it the "
                        + "official coverage is a range from low to high. A table of zone and "
                        + "precipitation_mm (rain = \"rain.csv\") makes it a figure, where the "
                        + "scheme tells the shrub's cover")
                return .init(
                    "forest = \"official\"", zh: "给出rain之前是区间；\(choices.zh)",
                    en: "a range until 'rain' is given; \(choices.en)")
            }
            if hasShrub {
                note(
                    zh: "森林：防护用途的灌木才计入；请写明shrub = { use = \"protective\" }，否则下限不含灌木",
                    en: "forest: shrub counts where it is protective; state it as shrub = { use = "
                        + "\"protective\" }, or the lower bound has none of it")
            }
            return .init("forest = \"official\"", zh: choices.zh, en: choices.en)
        }
    }

    private var grassland: DraftLine {
        let hasCover = finds.years.contains { finds.ndvi[$0] != nil || finds.cover[$0] != nil }
        return .init(
            "# grassland = \"fvc_mean\"",
            zh: "有样地和法定面积时为plots，否则fvc_mean；另有fvc_by_type、vegetated_share"
                + (hasCover ? "" : "；需要NDVI或盖度"),
            en:
                "plots where there are plots and areas, else fvc_mean; or fvc_by_type, vegetated_share"
                + (hasCover ? "" : "; needs NDVI or cover"))
    }

    private var desert: DraftLine {
        let choice = finds.years.count > 1 ? "change" : "state"
        let isMissing = finds.deserts.isEmpty
        return .init(
            (isMissing ? "# " : "") + "desert = \"\(choice)\"",
            zh: "可选change、state、step、ledger" + (isMissing ? "；需要[[desert]]" : ""),
            en: "change, state, step or ledger" + (isMissing ? "; needs a [[desert]]" : ""))
    }

    /// Codes of the third survey have a wetland class of their own; others are counted wide.
    private var wetland: DraftLine {
        mutating get {
            let choices = (
                zh: "可选survey2、survey2+1107、sandiao00", en: "survey2, survey2+1107 or sandiao00"
            )
            if finds.schemes.contains(where: { $0.id == "sandiao" }) {
                note(
                    zh: "湿地：图斑是三调代码，湿地为其00类；survey2另加河流、湖泊和坑塘",
                    en:
                        "wetland: the polygons' codes are the third survey's, so wetland is its group 00; "
                        + "survey2 would add rivers, lakes and ponds")
                return .init("wetland = \"sandiao00\"", zh: choices.zh, en: choices.en)
            }
            for scheme in finds.schemes {
                guard let limit = scheme.limit(on: .wetland) else { continue }
                note(
                    zh: "湿地：\(scheme.id)分不出湿地：\(limit.zh)。其数值仅供参考",
                    en:
                        "wetland: \(scheme.id) cannot tell it: \(limit.en). Its figure is indicative only"
                )
                return .init(
                    "# wetland = \"survey2\"", zh: "仅供参考：\(scheme.id)分不出；\(choices.zh)",
                    en: "indicative only: \(scheme.id) cannot tell it; \(choices.en)")
            }
            return .init("wetland = \"survey2\"", zh: choices.zh, en: choices.en)
        }
    }

    private mutating func note(zh: String, en: String) {
        notes.append(LocalizedText(zh: zh, en: en))
    }

    // MARK: Years and deserts

    private func lines(ofYear year: Int) -> [DraftLine] {
        var lines: [DraftLine] = ["", "[[year]]", "year = \(year)"]
        if let path = finds.parcels[year] {
            lines.append(
                .init(
                    "parcels = { file = \(quote(path)) }", zh: "调查图斑，字段DLBM",
                    en: "survey polygons, DLBM"))
        }
        for (key, source) in [
            ("landcover", finds.landCover), ("ndvi", finds.ndvi), ("cover", finds.cover),
            ("volume", finds.volume),
        ] {
            guard let rasters = source[year] else { continue }
            if key == "cover" && finds.ndvi[year] != nil { continue }
            let list = rasters.map { quote($0.path) }.joined(separator: ", ")
            lines.append("\(key) = \(rasters.count > 1 ? "[\(list)]" : list)")
            if key == "ndvi" || key == "cover" {
                lines.append(
                    .init(
                        "# season = { months = [7, 8], dates = 4, sensor = \"…\", rain_mm = 300 }",
                        zh: "不写明则以NDVI为依据的结论仅供参考",
                        en: "without it what rests on NDVI is indicative"))
            }
        }
        return lines + finds.ledgers.lines(ofYear: year)
    }

    private var deserts: [DraftLine] {
        finds.deserts.flatMap { desert in
            var lines: [DraftLine] = [
                "", "[[desert]]", "indicator = \(quote(desert.indicator))",
                "file = \(quote(desert.path))", "where = \(quote(desert.filter))",
            ]
            if desert.isSchematic {
                lines.append(
                    .init("schematic = true", zh: "示意边界，非官方", en: "drawn by hand, not official"))
            }
            if let path = finds.ledgers.measures(ofDesert: desert.indicator) {
                lines.append(
                    .init(
                        "measures = \(quote(path))", zh: "验收图斑，用于ledger口径",
                        en: "accepted, for the variant ledger"))
            }
            return lines
        }
    }
}
