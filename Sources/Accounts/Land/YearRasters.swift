// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
package import Ecology
package import GDAL
internal import LandCover
package import Words
package import Zonal

/// One year's rasters, opened and brought onto the grid of its land cover.
package struct YearRasters: Sendable {
    package let year: Int
    package let landCover: RasterFiles
    /// Which class scheme the land cover is read by.
    package let scheme: SchemeChoice
    /// Which version of its product the land cover is, where the survey file states it.
    package let version: String?
    package let info: RasterInfo
    /// Vegetation cover or NDVI, with what turns its values into cover; `nil` where there is none.
    package let cover: CoverRaster?
    package let volume: AlignedSource?
    /// What a reader should know of how the rasters were brought together.
    package var notes: [LocalizedText]

    package init(_ year: SurveyFile.Year, of survey: SurveyFile) throws {
        self.year = year.year
        let landCover = try RasterFiles(year.landCover)
        let info = try Dataset(opening: landCover.raster).info
        self.landCover = landCover
        scheme = survey.scheme(of: year)
        version = year.version
        self.info = info
        let crs = try survey.rasterCRS.map { try CRS($0) }
        func aligned(_ paths: [String]) throws -> AlignedSource? {
            paths.isEmpty ? nil : try AlignedSource(paths, onGridOf: info, assuming: crs)
        }
        cover = try CoverRaster(of: year, in: survey, onGridOf: info)
        volume = try aligned(year.volume)
        notes = [info.note(ofBand: survey.landCoverBand)].compactMap(\.self)
        notes += [cover?.source, volume].compactMap { $0?.note }
        notes += try YearEvidence.notes(on: year)
        if survey.allowsMosaics && landCover.files.count > 1 {
            notes.append(
                LocalizedText(
                    zh: "\(year.year)年土地覆盖由\(landCover.files.count)个文件拼接，重叠处以后列者为准（mosaic = true）",
                    en: "land cover of \(year.year) is \(landCover.files.count) files; where they "
                        + "overlap, a later one lies on top (mosaic = true)"))
        }
    }

    /// Every file read, in order.
    package var files: [String] {
        landCover.files + (cover?.files ?? []) + (volume?.files ?? [])
    }

    /// The layers that a measurement of this year needs: land cover, then bins of vegetation cover.
    package func layers(band: Int) -> [Measurement.Layer] {
        var layers = [Measurement.Layer(landCover.raster, band: band)]
        if let cover { layers.append(cover.layer) }
        return layers
    }
}

/// A raster that vegetation cover is read from.
package struct CoverRaster: Sendable {
    package let source: AlignedSource
    /// `nil` where the raster holds cover itself.
    package let members: EndMembers?
    /// What stored NDVI is worth, where the raster does not say.
    package let scale: Double?
    /// The files that it was made from, where that is not its own.
    private let origin: [String]?

    package init(
        source: AlignedSource, members: EndMembers?, scale: Double?, origin: [String]? = nil
    ) {
        self.source = source
        self.members = members
        self.scale = scale
        self.origin = origin
    }

    /// A year's cover on a grid, or on its own; `nil` where the year has neither NDVI nor cover.
    package init?(
        of year: SurveyFile.Year, in survey: SurveyFile, onGridOf reference: RasterInfo? = nil
    ) throws {
        let crs = try survey.rasterCRS.map { try CRS($0) }
        func aligned(_ paths: [String]) throws -> AlignedSource {
            let source = try RasterFiles(paths)
            return try AlignedSource(
                source, onGridOf: reference ?? Dataset(opening: source.raster).info, assuming: crs)
        }
        if let prepared = survey.preparedCover?.rasters[year.year] {
            self.init(
                source: try aligned([prepared]), members: nil, scale: nil,
                origin: try RasterFiles(year.ndvi).files)
        } else if !year.ndvi.isEmpty {
            self.init(
                source: try aligned(year.ndvi), members: survey.endMembers,
                scale: survey.ndviScale)
        } else if !year.cover.isEmpty {
            self.init(source: try aligned(year.cover), members: nil, scale: nil)
        } else {
            return nil
        }
    }

    /// The same raster on another grid.
    package func moved(onGridOf reference: RasterInfo, assuming crs: CRS?) throws -> CoverRaster {
        CoverRaster(
            source: try AlignedSource(source.original, onGridOf: reference, assuming: crs),
            members: members, scale: scale, origin: origin)
    }

    /// The files that were read for it.
    package var files: [String] { origin ?? source.files }

    /// The bin of values that cannot be NDVI or cover.
    package static let absurd = 99

    package var layer: Measurement.Layer {
        Measurement.Layer(
            source.raster,
            role: .bins(rule: "bins of \(rule)") { value in
                guard let cover = self.cover(of: value) else { return Self.absurd }
                return CoverBin.bin(of: cover)
            })
    }

    /// The layer with bins of a desert's breaks.
    package func layer(by breaks: CoverBreaks) -> Measurement.Layer {
        Measurement.Layer(
            source.raster,
            role: .bins(rule: "bins at \(breaks.rule) of \(rule)") { value in
                self.cover(of: value).map(breaks.bin) ?? Self.absurd
            })
    }

    package var values: Measurement.Values {
        Measurement.Values(source.raster, rule: rule) { value in self.cover(of: value) }
    }

    /// What ``cover(of:)`` does, in words.
    package var rule: String {
        guard let members else { return "cover as it is" }
        return "cover of NDVI × \(scale ?? 1) from \(members.soil) to \(members.canopy)"
    }

    /// Cover 0…1 by the dimidiate pixel model; `nil` where the value can be neither NDVI nor cover.
    package func cover(of value: Double) -> Double? {
        guard let members else { return (0...1).contains(value) ? value : nil }
        let ndvi = value * (scale ?? 1)
        guard (-1...1).contains(ndvi) else { return nil }
        return min(max((ndvi - members.soil) / (members.canopy - members.soil), 0), 1)
    }
}
