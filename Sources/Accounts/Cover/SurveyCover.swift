// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import Ecology
internal import Files
internal import GDAL
internal import LandCover
internal import Words
public import Zonal

extension SurveyFile {
    /// End members that differ by region, or that come from the years' own NDVI.
    public struct CoverPlan: Sendable {
        /// What end members differ by.
        public enum Regions: Sendable {
            /// The classes of each year's land cover.
            case classes
            /// The categories of each year's land cover.
            case categories
            /// The survey's zones, or polygons of one's own.
            case polygons(ZoneSource)
        }

        /// `nil` has one pair for all ground.
        public var regions: Regions?
        /// Percentiles of the NDVI of all years together, 0…100.
        public var percentiles: (low: Double, high: Double)?
        /// A table of pairs by region, in place of percentiles.
        public var members: String?

        /// `nil` where `[vegetation]` asks for one fixed pair.
        package init?(
            _ table: DataNode?, zones: ZoneSource?, resolved: (DataNode) throws -> String
        ) throws {
            guard let table, table["by"] != nil || table["percentiles"] != nil else { return nil }
            switch try table["by"]?.choice(By.self) {
            case .class: regions = .classes
            case .category: regions = .categories
            case .zone:
                guard let zones else {
                    throw try table.required("by").error("'zone' needs [zones] with a file")
                }
                regions = .polygons(zones)
            case .region:
                let layer = try table.required("regions")
                try layer.allow(only: ["file", "layer", "id", "where", "crs"])
                regions = .polygons(try ZoneSource(layer, resolved: resolved))
            case nil: break
            }
            members = try table["members"].map(resolved)
            percentiles = try table["percentiles"].map { node in
                let pair = try node.elements().map { try $0.number() }
                guard pair.count == 2, 0 <= pair[0], pair[0] < pair[1], pair[1] <= 100 else {
                    throw node.error("'percentiles' are two numbers of 0…100, such as [5, 95]")
                }
                return (pair[0], pair[1])
            }
            guard (members == nil) != (percentiles == nil) else {
                throw table.error(
                    "end members come from 'percentiles' or from a table, 'members': give one of "
                        + "them")
            }
        }

        private enum By: String, CaseIterable { case `class`, category, zone, region }
    }
}

extension SurveyFile {
    /// Makes the years' cover where the file asks for end members by region; NDVI that cannot be read is
    /// left out.
    package mutating func prepareCover(_ gaps: SurveyGaps) throws {
        do {
            preparedCover = try coverByRegion()
            return
        } catch { guard gaps.canGoOn(after: error) else { throw error } }
        for index in years.indices where !years[index].ndvi.isEmpty {
            var alone = self
            alone.years = [years[index]]
            do { _ = try alone.coverByRegion() } catch {
                guard gaps.canGoOn(after: error) else { throw error }
                let year = years[index].year
                gaps.add(
                    LocalizedText(zh: "\(year)年NDVI", en: "NDVI of \(year)"), error,
                    aspect: .cover, year: year)
                years[index].ndvi = []
            }
        }
        preparedCover = try coverByRegion()
    }

    /// `nil` where the file asks for one fixed pair.
    private func coverByRegion() throws -> PreparedCover? {
        guard let plan = coverPlan else { return nil }
        let folder = try HiddenFolder()
        let years = years.filter { !$0.ndvi.isEmpty }
        let scenes = try years.map { try CoverScene($0, of: self, plan) }
        let members = try members(of: scenes, plan)
        var rasters: [Int: String] = [:]
        for (year, scene) in zip(years, scenes) {
            let path = "\(folder.path)/cover_\(year.year).tif"
            let run = CoverRun(of: [year.ndvi], members: .table(members))
            _ = try run.write([scene], by: members, to: path)
            rasters[year.year] = path
        }
        return PreparedCover(members: members, rasters: rasters, in: folder)
    }

    /// The pairs of a table, or of the years' own NDVI.
    private func members(of scenes: [CoverScene], _ plan: CoverPlan) throws -> EndMemberTable {
        if let path = plan.members {
            return try EndMemberTable(readingFrom: path, rest: endMembers)
        }
        guard let (low, high) = plan.percentiles, !scenes.isEmpty else {
            return EndMemberTable(rest: endMembers)
        }
        return try CoverScene.endMembers(ofAll: scenes, low: low, high: high)
    }
}

extension CoverScene {
    fileprivate init(
        _ year: SurveyFile.Year, of survey: SurveyFile, _ plan: SurveyFile.CoverPlan
    ) throws {
        let crs = try survey.rasterCRS.map { try CRS($0) }
        let land = try year.landCover.isEmpty ? nil : RasterFiles(year.landCover)
        let source = try CoverSource(
            [year.ndvi], scale: survey.ndviScale,
            onGridOf: land.map { try Dataset(opening: $0.raster).info }, assuming: crs)
        let band = survey.landCoverBand
        let regions: RegionRaster? =
            switch plan.regions {
            case nil: nil
            case .polygons(let zones):
                try RegionRaster(.polygons(zones), on: source.grid, info: source.info)
            case .classes where year.parcels == nil:
                try RegionRaster(
                    .classes(year.landCover, band: band), on: source.grid, info: source.info)
            case .categories where year.parcels == nil:
                try RegionRaster(
                    .categories(
                        year.landCover, band: band, scheme: Self.schemeName(of: year, in: survey)),
                    on: source.grid, info: source.info)
            case .classes, .categories:
                try year.parcels.map { parcels in
                    var byCategory = false
                    if case .categories = plan.regions { byCategory = true }
                    let scheme = try SchemeCatalogue.builtIn().scheme(named: year.parcelScheme)
                    return try RegionRaster(
                        ParcelLayer(reading: parcels), by: scheme, byCategory: byCategory,
                        on: source.grid)
                }
            }
        self.init(now: source, regions: regions)
    }

    private static func schemeName(
        of year: SurveyFile.Year, in survey: SurveyFile
    ) throws(SurveyError) -> String {
        guard case .named(let name) = survey.scheme(of: year) else {
            throw .unusable(
                file: survey.path,
                why: "end members by category need a named scheme: [landcover] scheme = …, or "
                    + "scheme = … under year \(year.year)")
        }
        return name
    }
}
