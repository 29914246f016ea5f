// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Cartography
package import Ecology
internal import GDAL
internal import LandCover
internal import MapStyles
package import Words
package import Zonal

/// The maps of a finished survey.
package struct SurveyMaps {
    package let survey: SurveyFile
    package let zones: ZoneLayer
    /// English names by zone, where the layer has them.
    let englishNames: [String: String]
    package let catalogue: IndicatorCatalogue
    /// Dots to the inch of a PNG.
    package let dpi: Double

    /// A sheet to draw, and the name of its file.
    package struct Sheet: Sendable {
        package let name: String
        package let map: MapSheet
    }

    /// Something to draw into a file, and the name of the file without its ending.
    struct Plate: Sendable {
        let name: String
        let formats: [ImageFormat]
        let write: @Sendable (String) throws -> [DrawingGap]
    }

    /// Every sheet: land cover by year, then an indicator each for the newest year.
    func sheets(_ lands: [LandPicture], _ assessments: [Assessment]) throws -> [Sheet] {
        var sheets = lands.map {
            Sheet(name: "landcover_\($0.year)", map: classMap($0, shares: $0.totalShares))
        }
        let newest = assessments.map(\.result.year).max() ?? 0
        var done: [String] = []
        for assessment in assessments where assessment.result.year == newest {
            let id = assessment.result.indicator
            guard !done.contains(id) else { continue }
            done.append(id)
            let newestAssessments = assessments.filter {
                $0.result.indicator == id && $0.result.year == newest
            }
            if let map = try choropleth(newestAssessments, year: newest) {
                sheets.append(Sheet(name: "\(id)_\(newest)", map: map))
            }
        }
        return sheets
    }

    /// A map of a raster of numbers.
    package func sheet(of picture: RasterPicture) -> Sheet {
        let map = sheet(
            title(picture.heading, picture.years),
            layers: [
                .numbers(
                    NumericMap(
                        raster: Raster(picture.path), ramp: picture.ramp, range: picture.range,
                        heading: picture.heading, unit: picture.unit)),
                .zones(borders),
            ],
            method: picture.method)
        return Sheet(name: picture.name, map: map)
    }

    /// A map of figures of the zones.
    package func sheet(of figures: ZoneFigures) -> Sheet {
        var choropleth = Choropleth(
            borders: borders, values: figures.values, heading: figures.heading,
            unit: figures.unit, decimals: figures.decimals, ramp: figures.ramp,
            marks: figures.marks)
        choropleth.marksHeading = figures.marksHeading
        let map = sheet(
            title(figures.heading, figures.years), layers: [.choropleth(choropleth)],
            method: figures.method)
        return Sheet(name: figures.name, map: map)
    }

    private func title(_ heading: LocalizedText, _ years: String) -> LocalizedText {
        LocalizedText(
            zh: "\(survey.title.zh)：\(years)年\(heading.zh)",
            en: "\(survey.title.en): \(heading.en) \(years)")
    }

    /// One zone's land cover.
    func classMap(_ land: LandPicture, ofZone index: Int) -> MapSheet {
        let zone = borders.zones[index]
        var map = classMap(land, shares: land.shares[index])
        map.title = LocalizedText(
            zh: "\(zone.name.zh)：\(land.year)年土地覆盖",
            en: "\(zone.name.en): land cover \(land.year)")
        map.subtitle = survey.title
        map.inset = InsetMap(zones: borders.zones, crs: borders.crs, highlighted: [zone.id])
        map.layers = map.layers.map { layer in
            layer.borders == nil ? layer : layer.withZones([zone])
        }
        return map
    }

    private func classMap(_ land: LandPicture, shares: [Int: Double]) -> MapSheet {
        let legend = land.items.map { item in
            let colour = item.landClass.colour
            return LegendEntry(
                code: item.number,
                color: RGBA(red: colour.red, green: colour.green, blue: colour.blue),
                label: LocalizedText(zh: item.landClass.nameZH, en: item.landClass.nameEN),
                share: shares[item.number])
        }
        var map = ClassMap(
            raster: land.small ?? land.raster, band: land.small == nil ? land.band : 1,
            legend: legend)
        // What the zones hold was checked; beyond them, an unknown code is unknown ground.
        map.hidesUnlistedCodes = true
        return sheet(
            LocalizedText(
                zh: "\(survey.title.zh)：\(land.year)年土地覆盖",
                en: "\(survey.title.en): land cover \(land.year)"),
            layers: [.classes(map), .zones(borders)], method: land.method)
    }

    /// `nil` where no zone has a value.
    private func choropleth(_ assessments: [Assessment], year: Int) throws -> MapSheet? {
        guard let first = assessments.first else { return nil }
        let unit = first.unit == .fraction ? Quantity.Unit.percent : first.unit
        var values: [String: Double] = [:]
        var marks: [String: ZoneMark] = [:]
        for assessment in assessments where assessment.result.zone != "all" {
            values[assessment.result.zone] = try assessment.result.quantity(in: unit)?.value
            marks[assessment.result.zone] = assessment.verdict.map {
                ZoneMark($0.kind.finding, isDerived: !$0.origin.isIssued)
            }
        }
        guard !values.isEmpty else { return nil }
        let id = first.result.indicator
        let definition = catalogue[id]
        let name = definition?.name ?? LocalizedText(id)
        let city = assessments.first { $0.result.zone == "all" }
        let isRatio = first.result.denominator != nil
        let variant = definition?.variants.first { $0.id == first.result.variant }?.name
        var map = Choropleth(
            borders: borders, values: values, heading: name,
            unit: unit.symbol,
            ramp: ColorRamp(of: definition),
            marks: marks,
            target: isRatio ? city?.verdict?.target?.value : nil)
        // Without numbers of their own the zones are held against nothing.
        map.targetLabel = LocalizedText(zh: "全市目标", en: "City target")
        map.marksHeading = Self.marksHeading(of: assessments)
        return sheet(
            LocalizedText(
                zh: "\(survey.title.zh)：\(year)年\(name.zh)",
                en: "\(survey.title.en): \(name.en) \(year)"),
            layers: [.choropleth(map)],
            subtitle: try city.flatMap { try cityLine($0, unit: unit) },
            method: LocalizedText(
                zh:
                    "\(variant.map { "口径：\($0.zh)；" } ?? "")\(definition?.sourceLine(in: .zh) ?? "")",
                en: "\(variant.map { "Counted as: \($0.en). " } ?? "")"
                    + "\(definition?.sourceLine(in: .en) ?? "")"))
    }

    /// What the zones' marks are about: numbers that the plan sets for them, or derived ones.
    private static func marksHeading(of assessments: [Assessment]) -> LocalizedText {
        let origins = Set(
            assessments.filter { $0.result.zone != "all" }.compactMap { $0.verdict?.origin })
        let issued = LocalizedText(
            zh: "按规划为本旗（区）下达的目标", en: "Against the plan's target for the zone")
        guard let rule = origins.compactMap(\.rule).first else { return issued }
        guard origins.contains(.issued) else { return rule }
        return LocalizedText(zh: "\(issued.zh)；\(rule.zh)", en: "\(issued.en); \(rule.en)")
    }

    /// The city's figure, its target and its verdict.
    private func cityLine(_ city: Assessment, unit: Quantity.Unit) throws -> LocalizedText? {
        guard let value = try city.result.quantity(in: unit) else { return nil }
        func line(_ language: Language) -> String {
            var line = language == .zh ? "全市 " : "City "
            line += value.text(in: language, digits: 2)
            if let verdict = city.verdict, let target = verdict.target {
                line += language == .zh ? "，目标 " : ", target "
                line += Quantity(target.value, target.unit).text(in: language, digits: 2)
                line += (language == .zh ? "：" : ": ") + verdict.name[language]
            }
            return line
        }
        return LocalizedText(zh: line(.zh), en: line(.en))
    }

    package func sheet(
        _ title: LocalizedText, layers: [MapLayer], subtitle: LocalizedText? = nil,
        method: LocalizedText
    ) -> MapSheet {
        MapSheet(
            title: title, subtitle: subtitle, layers: layers,
            source: survey.source.zh.isEmpty && survey.source.en.isEmpty
                ? nil : survey.source,
            method: method, isSynthetic: survey.isSynthetic,
            language: survey.languages.count > 1
                ? .both : survey.languages.first == .en ? .english : .chinese,
            dpi: dpi)
    }

    package var borders: ZoneBorders {
        ZoneBorders(
            zones: zones.zones.map { zone in
                let name = zone.name.isEmpty ? zone.id : zone.name
                return MapZone(
                    id: zone.id, name: LocalizedText(zh: name, en: englishNames[zone.id] ?? name),
                    polygons: zone.polygons)
            }, crs: zones.crs)
    }
}

extension Verdict.Kind {
    /// The shape that stands for it.
    package var finding: ZoneMark.Finding {
        switch self {
        case .met: .met
        case .missed: .missed
        case .countedAbove: .countedAbove
        case .countedBelow: .countedBelow
        case .inconclusive: .inconclusive
        case .indicative: .indicative
        case .notAssessed: .notAssessed
        }
    }
}

/// What a survey's drawings lack: each character once that no font has, however many texts have it.
struct DrawingGaps {
    private(set) var notes: [String] = []
    private var missingCharacters: Set<Unicode.Scalar> = []

    mutating func add(_ gaps: [DrawingGap]) {
        for gap in gaps {
            if case .character(let scalar, _) = gap, !missingCharacters.insert(scalar).inserted {
                continue
            }
            tell(gap.description)
        }
    }

    mutating func tell(_ note: String) {
        if !notes.contains(note) { notes.append(note) }
    }
}
