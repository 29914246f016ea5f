// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import LandCover
internal import Tables
internal import Words
internal import Zonal

/// The land cover of each year itself: its areas by class, and what is wrong with its polygons.
package struct LandFamily: IndicatorFamily {
    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        true
    }

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {}

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        let polygons = setting.lands.compactMap {
            if case .parcels(let year) = $0 { year } else { nil }
        }
        var contribution = Contribution()
        contribution.notes = LandYear.remarks(setting.lands) + polygons.flatMap(\.notes)
        contribution.inputs = setting.lands.flatMap(\.files)
        contribution.tables = [areas(setting), problems(of: polygons, in: setting.language)]
        return contribution
    }

    /// `areas.csv`: every class of every zone and year, all zones together as `all`.
    private func areas(_ setting: FamilySetting) -> Table {
        var table = Table(
            "areas",
            columns: [
                "year", "zone", "name", "class", "label", "category", "pixels", "area_m2", "share",
            ])
        for case .raster(_, let account) in setting.lands {
            account.addAreas(to: &table, in: setting.language, wholeName: setting.wholeName)
        }
        for case .parcels(let year) in setting.lands {
            year.addAreas(to: &table, in: setting.language, cityName: setting.wholeName)
        }
        return table
    }

    /// `parcel_problems.csv`: overlaps, gaps and the like, by year.
    private func problems(of years: [ParcelYear], in language: Language) -> Table {
        var table = Table(
            "parcel_problems",
            columns: ["year", "problem", "zone", "parcels", "area_m2", "description"])
        for year in years {
            for row in year.account.problemTable(in: language).rows {
                table.append([.integer(year.year)] + row)
            }
        }
        return table
    }
}

extension YearAccount {
    /// The rows of `areas.csv` for this year.
    fileprivate func addAreas(to table: inout Table, in language: Language, wholeName: String) {
        var zones = zip(tally.zones, tally.amounts).map { ($0, $1) }
        zones.append((Tally.ZoneKey(id: "all", name: wholeName), tally.sum()))
        for (zone, amounts) in zones {
            var classes: [Code: Amount] = [:]
            for (codes, amount) in amounts {
                classes[scheme.scheme.meaning(of: codes[0]), default: Amount()] += amount
            }
            let total = classes.values.reduce(into: Amount()) { $0 += $1 }.areaSquareMetres
            for (code, amount) in classes.sorted(by: { $0.key < $1.key }) {
                let landClass = scheme.scheme.landClass(of: code)
                let isWholeShrub = zone.id == "all" && landClass?.category == .shrub
                table.append([
                    .integer(year), .text(zone.id), .text(zone.name), .text("\(code)"),
                    .text(landClass.map { language == .zh ? $0.nameZH : $0.nameEN } ?? ""),
                    .text(isWholeShrub ? "shrub" : category(of: code, zone: zone.id)),
                    .number(amount.pixels), .number(amount.areaSquareMetres),
                    Table.Cell(total > 0 ? amount.areaSquareMetres / total : nil),
                ])
            }
        }
    }
}
