// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import Indicators
internal import LandCover
internal import Words
internal import Zonal

/// Two years as one raster: what each pixel was and became, as numbers of kinds.
///
/// The grids are brought together as ``ChangeTabulation`` brings them, so that the kinds' areas are
/// those of its table.
struct ChangeRaster {
    /// A raster with the number of a kind in each pixel, 0 where nothing was asked for.
    let path: String
    /// The codes of each are its number.
    let kinds: [PatchKind]
    /// The schemes that were recognised, and how grids were brought together.
    let notes: [String]

    /// Reads both years once and writes the raster into a folder.
    init(_ layer: PatchLayer, into folder: String) async throws {
        let crs = try layer.rasterCRS.map { try CRS($0) }
        let pair = try AlignedPair(
            layer.before, layer.raster, alignment: .nearest, assuming: crs)
        var measurement = Measurement([
            .init(pair.before, band: layer.band), .init(pair.after, band: layer.band),
        ])
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: nil, jobs: layer.jobs)
        var notes = pair.note.map { [$0[layer.language]] } ?? []
        var schemes: [ClassScheme] = []
        for (index, side) in [
            (pair.beforeInfo, pair.beforeFiles), (pair.afterInfo, pair.afterFiles),
        ].enumerated() {
            let chosen = try layer.scheme.resolve(
                raster: side.0, band: layer.band, files: side.1, tally: tally, layer: index)
            guard let chosen else { throw LayerError.needsScheme(raster: side.1[0]) }
            if layer.unknown == .error {
                try chosen.scheme.refuseUnknownCodes(in: tally, layer: index, of: measurement)
            }
            if !chosen.reasons.isEmpty {
                notes.append(
                    "scheme \(chosen.scheme.id): \(chosen.reasons.joined(separator: "; "))")
            }
            schemes.append(chosen.scheme)
        }
        let sides = try schemes.enumerated().map { index, scheme in
            try ChangeSide(
                index == 0 ? pair.before : pair.after, band: layer.band,
                codes: tally.codes(ofLayer: index).keys.sorted(), scheme: scheme,
                cover: index == 0 ? layer.coverBefore : layer.cover, assuming: crs)
        }
        guard let all = layer.selection.changes else {
            preconditionFailure("a change raster is made for selections of change alone")
        }
        self.notes = notes
        path = "\(folder)/change.tif"
        kinds = try Self.write(
            sides, all, to: path, raster: layer.raster[0],
            on: try measurement.grid())
    }

    /// Writes the raster; the kinds that occur, in the selection's order.
    private static func write(
        _ sides: [ChangeSide], _ change: LandChange, to path: String, raster: String, on grid: Grid
    ) throws -> [PatchKind] {
        let file = try Dataset(
            creating: path,
            as: RasterPlan(
                width: grid.width, height: grid.height, dataType: .int32,
                transform: grid.transform, crs: grid.crs, noData: 0),
            options: ["COMPRESS=LZW", "BIGTIFF=IF_SAFER"])
        var numbers: [ChangePair: Int32] = [:]
        var kinds: [PatchKind] = []
        let height = max(1, min(256, 16_000_000 / grid.width))
        for top in stride(from: 0, to: grid.height, by: height) {
            let window = Window(
                column: 0, row: top, width: grid.width, height: min(height, grid.height - top))
            let before = try sides[0].states(window)
            let after = try sides[1].states(window)
            var pixels = [Int32](repeating: 0, count: window.count)
            for index in pixels.indices {
                guard let from = before[index], let to = after[index] else { continue }
                let pair = ChangePair(from: from, to: to)
                if let known = numbers[pair] {
                    pixels[index] = known
                    continue
                }
                guard let kind = change.kind(of: pair) else {
                    numbers[pair] = 0
                    continue
                }
                let same = kinds.firstIndex { $0.code == kind.code }
                let number = (same ?? kinds.count) + 1
                if same == nil { kinds.append(kind.numbered(number)) }
                numbers[pair] = Int32(number)
                pixels[index] = Int32(number)
            }
            try file.write(window, from: pixels.span)
        }
        try file.finish()
        guard !kinds.isEmpty else {
            throw LayerError.nothingSelected(raster: raster, what: change.words)
        }
        return kinds
    }
}

/// One year of a change.
private struct ChangeSide {
    private let rows: KindRows
    private let categories: [LandCover.Category]
    private let raster: Raster
    private let cover: AlignedSource?
    private let coverBand: Band?

    init(
        _ raster: Raster, band: Int, codes: [Int], scheme: ClassScheme, cover: [String],
        assuming crs: CRS?
    ) throws {
        let info = try Dataset(opening: raster).info
        self.raster = raster
        var categories: [LandCover.Category] = []
        var kinds: [PatchKind] = []
        for code in codes {
            guard let category = scheme.landClass(of: scheme.meaning(of: .value(code)))?.category
            else { continue }
            categories.append(category)
            kinds.append(
                PatchKind(
                    codes: [code], code: "", zh: "", en: "", category: category,
                    colour: category.colour))
        }
        self.categories = categories
        rows = KindRows(of: info, band: band, kinds: kinds)
        self.cover = cover.isEmpty ? nil : try AlignedSource(cover, onGridOf: info, assuming: crs)
        coverBand = try self.cover.map { try Dataset(opening: $0.raster).info.bands[0] }
    }

    /// What each pixel is; `nil` where it has no class.
    func states(_ window: Window) throws -> [GroundState?] {
        let kinds = try rows.read(window, of: Dataset(opening: raster))
        let covers = try cover(window)
        return kinds.indices.map { index in
            guard kinds[index] > 0 else { return nil }
            let category = categories[Int(kinds[index]) - 1]
            let sand =
                category == .sandBare
                ? covers.flatMap { SandState(cover: $0[index]) } : SandState(category: category.key)
            return GroundState(category: category, sand: sand)
        }
    }

    /// Vegetation cover, 0…1, as the zonal engine reads it; NaN where nothing is known.
    private func cover(_ window: Window) throws -> [Double]? {
        guard let cover, let band = coverBand else { return nil }
        var values = [Double](repeating: 0, count: window.count)
        var span = values.mutableSpan
        try Dataset(opening: cover.raster).read(window, into: &span)
        for index in values.indices {
            let stored = values[index]
            values[index] = band.isNoData(stored) ? .nan : stored * band.scale + band.offset
            if values[index] < 0 || values[index] > 1 + 1e-9 {
                throw SurveyError.unusable(
                    file: cover.files[0],
                    why: "holds a vegetation cover of \(values[index]); "
                        + "steppe cover makes one of 0 to 1 from NDVI")
            }
        }
        return values
    }
}
