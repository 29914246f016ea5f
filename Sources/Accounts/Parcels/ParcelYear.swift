// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import GDAL
internal import LandCover
package import Tables
package import Words
package import Zonal

/// A year whose land cover is survey polygons: the same indicators as from rasters.
package struct ParcelYear {
    package let year: Int
    package let account: ParcelAccount
    package let source: ParcelSource
    package var file: String { source.path }
    /// NDVI or cover; `nil` without a raster.
    package let coverRaster: CoverRaster?
    /// Which version of its product it is, where the survey file states it.
    package let version: String?
    private let shrubs: ShrubBook

    package init(
        _ year: SurveyFile.Year, _ source: ParcelSource, of survey: SurveyFile, zones: ZoneLayer,
        jobs: Int
    ) async throws {
        self.year = year.year
        self.source = source
        version = year.version
        shrubs = ShrubBook(of: survey)
        let scheme = try SchemeCatalogue.builtIn().scheme(named: year.parcelScheme)
        account = try ParcelOverlay(
            rule: .exact, unknown: survey.unknown, checksOverlaps: true
        ).account(
            of: ParcelLayer(reading: source), over: zones, by: scheme, file: source.path)
        coverRaster = try CoverRaster(of: year, in: survey)
    }

    /// The files of its cover.
    var coverFiles: [String] { coverRaster?.files ?? [] }

    /// One zone, or all of them together.
    package struct Part {
        package let key: Tally.ZoneKey
        package let area: Double
        package let classes: [String: ParcelAmount]
        /// By category: m², shrub resolved zone by zone.
        package let categories: [String: Double]
        /// Shrub whose category rests on an assumption, or on rain near the limit.
        package let shrubInDoubt: [ShrubInDoubt]
    }

    /// The zones one by one, then the city.
    package func parts(cityName: String) -> [Part] {
        var parts: [Part] = []
        var classes: [String: ParcelAmount] = [:]
        var categories: [String: Double] = [:]
        var area: Int128 = 0
        var doubts = ShrubDoubts()
        for (index, key) in account.zones.enumerated() {
            var zoneCategories: [String: Double] = [:]
            var doubtsHere = ShrubDoubts()
            for (code, amount) in account.amounts[index].sorted(by: { $0.key < $1.key }) {
                classes[code, default: ParcelAmount()] += amount
                zoneCategories[category(of: code, zone: key.id), default: 0] +=
                    amount.areaSquareMetres
                if let landClass = account.landClass(code), landClass.category == .shrub {
                    doubtsHere.add(
                        amount.areaSquareMetres, in: key,
                        for: shrubs.doubts(about: landClass, zone: key.id))
                }
            }
            for (name, sum) in zoneCategories { categories[name, default: 0] += sum }
            area += account.zoneAreas[index]
            doubts.add(doubtsHere)
            parts.append(
                Part(
                    key: key,
                    area: Double(account.zoneAreas[index]) / PolygonArea.unitsPerSquareMetre,
                    classes: account.amounts[index], categories: zoneCategories,
                    shrubInDoubt: doubtsHere.areas))
        }
        parts.append(
            Part(
                key: Tally.ZoneKey(id: "all", name: cityName),
                area: Double(area) / PolygonArea.unitsPerSquareMetre, classes: classes,
                categories: categories,
                shrubInDoubt: doubts.areas))
        return parts
    }

    /// What a class counts as in a zone, shrub resolved.
    package func category(of code: String, zone: String) -> String {
        guard let landClass = account.landClass(code) else { return LandCover.Category.nodata.key }
        return landClass.category == .shrub
            ? shrubs.category(of: landClass, zone: zone).key : landClass.category.key
    }

    package func categories(_ part: Part) throws(EcologyError) -> CategoryAreas {
        try CategoryAreas(zoneArea: part.area, areas: part.categories)
    }

    // MARK: Tables

    /// The rows of `areas.csv` for this year.
    package func addAreas(to table: inout Table, in language: Language, cityName: String) {
        for part in parts(cityName: cityName) {
            var rows = part.classes.sorted { $0.key < $1.key }.map { code, amount in
                let landClass = account.landClass(code)
                return (
                    code, landClass.map { language == .zh ? $0.nameZH : $0.nameEN } ?? "",
                    part.key.id == "all" && landClass?.category == .shrub
                        ? "shrub" : category(of: code, zone: part.key.id), amount.areaSquareMetres
                )
            }
            let rest = part.area - rows.reduce(0) { $0 + $1.3 }
            if rest > 0 { rows.append(("outside", "", "outside", rest)) }
            for (code, label, category, area) in rows {
                table.append([
                    .integer(year), .text(part.key.id), .text(part.key.name), .text(code),
                    .text(label), .text(category), .missing, .number(area),
                    Table.Cell(part.area > 0 ? area / part.area : nil),
                ])
            }
        }
    }

    /// What a reader should know of the parcels: the first of each kind of problem, and how many.
    package var notes: [LocalizedText] {
        Dictionary(grouping: account.problems, by: \.kind)
            .sorted { $0.key.rawValue < $1.key.rawValue }
            .compactMap { _, problems in
                problems.first.map { first in
                    let more = problems.count - 1
                    return LocalizedText(
                        zh: "\(file): \(first.description.zh)" + (more > 0 ? "（另有\(more)处）" : ""),
                        en: "\(file): \(first.description.en)"
                            + (more > 0 ? " (and \(more) more like it)" : ""))
                }
            }
    }
}
