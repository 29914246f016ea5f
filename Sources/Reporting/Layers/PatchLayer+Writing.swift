// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Files
internal import GDAL
internal import LandCover
internal import Patches
internal import Words
internal import Zonal

extension PatchLayer {
    /// Makes the layer and writes it, whole or not at all.
    public func write(to path: String, overwrite: Bool) async throws -> Outcome {
        try check(path)
        let folder = try HiddenFolder(passingFor: HiddenFolder.shown(path))
        let layer = try zones.map { try ZoneLayer(reading: $0, jobs: jobs) }
        var outcome = Outcome()
        outcome.notes = (layer?.notes ?? []).map(\.description)
        let ground = try await ground(layer, into: folder.path, &outcome)
        let rows = try merged(
            KindRows(of: ground.info, band: ground.band, kinds: ground.kinds),
            count: ground.kinds.count, on: ground.grid, into: folder.path)
        if path.hasSuffix(".tif") {
            try PatchRaster(
                kinds: ground.kinds, isZH: language == .zh, jobs: jobs
            ).write(
                rows, to: path, overwrite: overwrite, crs: ground.grid.crs,
                transform: ground.grid.transform)
            outcome.kindsOfRaster = ground.kinds.count
            return outcome
        }
        let measured = try await RunTally(on: ground.grid, over: layer, jobs: jobs)
        let patches = try TracedPatches(
            rows: rows, connectedness: connectedness, grid: ground.grid, measuring: measured)
        let amounts = measured.finished()
        if !mergesSmall { try check(amounts, patches, against: ground.tally, ground.kinds) }
        let writer = PatchWriter(
            layer: self, kinds: ground.kinds, patches: patches, amounts: amounts,
            grid: ground.grid, zones: layer)
        try writer.write(
            to: path, as: try LayerFormat(ofPath: path), overwrite: overwrite, outcome: &outcome)
        return outcome
    }

    /// Refuses what does not go together, before any work.
    private func check(_ path: String) throws(LayerError) {
        if !path.hasSuffix(".tif") { _ = try LayerFormat(ofPath: path) }
        if path.hasSuffix(".tif"),
            zones != nil || simplification > 0 || minimumArea > 0 && !mergesSmall
        {
            throw .cannot(
                "a raster is neither cut to zones nor simplified, and keeps small patches unless "
                    + "--merge-small gives them away; name a vector file, or leave these out")
        }
        guard let change = selection.changes else { return }
        if before.isEmpty {
            throw .cannot("changes need the earlier raster; name it with --before")
        }
        if change == .sand, cover.isEmpty || coverBefore.isEmpty {
            throw .cannot(
                "the states of sand need vegetation cover of both years; name it with --cover and "
                    + "--cover-before (see: steppe cover)")
        }
    }

    /// The raster that polygons are made of: the land cover itself, or what changed.
    private struct Ground {
        let info: RasterInfo
        let band: Int
        let kinds: [PatchKind]
        let grid: Grid
        let tally: Tally
    }

    private func ground(
        _ layer: ZoneLayer?, into folder: String, _ outcome: inout Outcome
    ) async throws -> Ground {
        if selection.changes != nil {
            let change = try await ChangeRaster(self, into: folder)
            outcome.notes += change.notes
            var measurement = Measurement(of: change.path)
            measurement.rasterCRS = try rasterCRS.map { try CRS($0) }
            let tally = try await measurement.tally(over: layer, jobs: jobs)
            return Ground(
                info: try Dataset(opening: change.path).info, band: 1, kinds: change.kinds,
                grid: try measurement.grid(), tally: tally)
        }
        let files = try RasterFiles(raster)
        let info = try Dataset(opening: files.raster).info
        var measurement = Measurement(of: files.raster, band: band)
        measurement.rasterCRS = try rasterCRS.map { try CRS($0) }
        let grid = try measurement.grid()
        outcome.notes += try layer?.placementNotes(on: grid).map(\.description) ?? []
        let tally = try await measurement.tally(over: layer, jobs: jobs)
        try tally.requireValues(in: [files.files[0]])
        let chosen = try scheme.resolve(raster: info, band: band, files: files.files, tally: tally)
        if unknown == .error {
            try chosen?.scheme.refuseUnknownCodes(in: tally, layer: 0, of: measurement)
        }
        if let chosen, !chosen.reasons.isEmpty {
            outcome.notes.append(
                "scheme \(chosen.scheme.id): \(chosen.reasons.joined(separator: "; "))")
        }
        let kinds = try selection.kinds(
            amongCodes: tally.codes(ofLayer: 0).keys.sorted(), scheme: chosen?.scheme,
            raster: files.files[0])
        return Ground(
            info: info, band: band, kinds: kinds, grid: grid, tally: tally)
    }

    /// The patches of each kind must add up to what the raster itself was measured to hold.
    private func check(
        _ amounts: [[Int: Amount]], _ patches: TracedPatches, against tally: Tally,
        _ kinds: [PatchKind]
    ) throws {
        for (zone, zoneAmounts) in amounts.enumerated() {
            var sums = [Amount](repeating: Amount(), count: kinds.count)
            for (patch, amount) in zoneAmounts {
                sums[Int(patches.numbers.valueOfPatch[patch]) - 1] += amount
            }
            for (index, kind) in kinds.enumerated() {
                var whole = Amount()
                for (codes, amount) in tally.amounts[zone] {
                    if case .value(let code) = codes[0], kind.codes.contains(code) {
                        whole += amount
                    }
                }
                guard whole == sums[index] else {
                    throw LayerError.doesNotAddUp(
                        zone: tally.zones[zone].id, layer: sums[index].areaSquareMetres,
                        tabulation: whole.areaSquareMetres)
                }
            }
        }
    }

    /// The rows with small patches merged into their neighbours, where that was asked for.
    private func merged(
        _ rows: KindRows, count: Int, on grid: Grid, into folder: String
    ) throws -> KindRows {
        guard mergesSmall, minimumArea > 0 else { return rows }
        let path = "\(folder)/kinds.tif"
        let file = try Dataset(
            creating: path,
            as: RasterPlan(
                width: grid.width, height: grid.height, dataType: .int32,
                transform: grid.transform, crs: grid.crs),
            options: ["COMPRESS=LZW", "BIGTIFF=IF_SAFER"])
        var row = 0
        try rows.forEachRow { kinds in
            try file.write(
                Window(column: 0, row: row, width: grid.width, height: 1), from: kinds.span)
            row += 1
        }
        let pixel = try grid.middlePixelArea()
        try file.sieve(
            below: Int((minimumArea / pixel).rounded(.up)), connectedness: connectedness.rawValue)
        try file.finish()
        return KindRows(of: try Dataset(opening: path).info, kindCount: count)
    }
}
