// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import DataFiles
internal import Foundation
internal import GDAL
internal import LandCover
internal import Tables
internal import Zonal

/// A carbon raster, written block by block: t C/ha in single precision, NaN where nothing is known.
struct CarbonRaster {
    /// What a block's codes turn into.
    enum Lookup {
        case density(DensityRaster.Lookup)
        case change(DensityRaster.PairLookup)
    }

    /// The rasters of class codes: one for a density, two for a change.
    let sources: [String]
    let lookup: Lookup
    /// The code that masked pixels are given before they are looked up.
    let blank: Int32
    /// Said in the file.
    let title: String

    private static let side = 1024

    /// Writes a cloud-optimised GeoTIFF with overviews; memory does not grow with the raster.
    func write(to path: String, crs: CRS?, overwrite: Bool) throws {
        let first = try Dataset(opening: sources[0]).info
        let grid = try Grid(of: first, assuming: crs)
        try WholeFile.make(path, overwrite: overwrite) { beside in
            var plan = RasterPlan(
                width: grid.width, height: grid.height, dataType: .float32,
                transform: grid.transform, crs: grid.crs, noData: .nan)
            plan.metadata = ["TITLE": title, "UNIT": "t C/ha"]
            let raw = beside + ".tif"
            defer { try? FileManager.default.removeItem(atPath: raw) }
            let output = try Dataset(
                creating: raw, as: plan,
                options: ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"])
            try fill(output, grid)
            try output.close()
            try Dataset(opening: raw).copy(
                to: beside, driver: "COG",
                options: ["COMPRESS=DEFLATE", "PREDICTOR=YES", "OVERVIEWS=AUTO"])
        }
    }

    private func fill(_ output: borrowing Dataset, _ grid: Grid) throws {
        for row in stride(from: 0, to: grid.height, by: Self.side) {
            for column in stride(from: 0, to: grid.width, by: Self.side) {
                let window = Window(
                    column: column, row: row, width: min(Self.side, grid.width - column),
                    height: min(Self.side, grid.height - row))
                var values = [Float](repeating: .nan, count: window.count)
                switch lookup {
                case .density(let lookup): try fill(&values, by: lookup, in: window)
                case .change(let lookup): try fill(&values, by: lookup, in: window)
                }
                try output.write(window, from: values.span)
            }
        }
    }

    @inline(never)
    private func fill(
        _ values: inout [Float], by lookup: DensityRaster.Lookup, in window: Window
    ) throws {
        let codes = try codes(of: sources[0], in: window)
        var span = values.mutableSpan
        try lookup.fill(&span, from: codes.span)
    }

    @inline(never)
    private func fill(
        _ values: inout [Float], by lookup: DensityRaster.PairLookup, in window: Window
    ) throws {
        let before = try codes(of: sources[0], in: window)
        let after = try codes(of: sources[1], in: window)
        var span = values.mutableSpan
        lookup.fill(&span, before: before.span, after: after.span)
    }

    @inline(never)
    private func codes(of source: String, in window: Window) throws -> [Int32] {
        let dataset = try Dataset(opening: source)
        var codes = [Int32](repeating: 0, count: window.count)
        var span = codes.mutableSpan
        try dataset.read(window, into: &span)
        var mask = [UInt8](repeating: 0, count: window.count)
        try mask.withUnsafeMutableBufferPointer {
            try dataset.readMask(window, ofBand: 1, into: $0)
        }
        for index in codes.indices where mask[index] == 0 { codes[index] = blank }
        return codes
    }
}

extension CarbonTabulation {
    /// Writes density and change by the coefficients' central values.
    func writeRasters(
        _ reader: LandReader, _ sources: CarbonRasters, _ methods: [CarbonRequest.Method],
        _ periods: (from: Int, to: Int)?, _ notes: inout [String]
    ) throws {
        guard densityFile != nil || changeFile != nil else { return }
        let set = try request.set(named: request.coefficients)
        let crs = try rasterCRS.map { try CRS($0) }
        let lands = reader.schemes.map { Self.lands(of: $0, set) }
        let blank = Self.blank(beside: lands.flatMap(\.keys) + reader.schemes.flatMap(\.nodata))
        if let densityFile, let last = lands.last {
            var densities: [Int: Double] = [:]
            for (code, land) in last {
                densities[code] = try? set.totalDensity(of: land)
            }
            let scheme = reader.schemes[reader.schemes.count - 1]
            var nodata: Set<Int> = [blank]
            nodata.formUnion(scheme.nodata)
            for unused in scheme.classes where unused.category == .nodata {
                for range in unused.numbers { nodata.formUnion(range) }
            }
            let raster = CarbonRaster(
                sources: [sources.names[sources.names.count - 1]],
                lookup: .density(try DensityRaster.Lookup(densities, nodata: nodata)),
                blank: Int32(blank), title: "Carbon density, \(set.name)")
            try raster.write(to: densityFile, crs: crs, overwrite: overwrite)
        }
        guard let changeFile else { return }
        guard let periods, lands.count > 1 else {
            throw SurveyError.unusable(
                file: changeFile, why: "a change needs an earlier and a later raster")
        }
        let accounting: CarbonAccount.Accounting =
            methods.contains(.steadyState) && !methods.contains(.transition20)
            ? .steadyState : .transition(years: 20)
        let changes = try Self.changes(lands, periods, accounting, set)
        let raster = CarbonRaster(
            sources: sources.names, lookup: .change(try DensityRaster.PairLookup(changes)),
            blank: Int32(blank),
            title: "Change of carbon density \(periods.from)-\(periods.to), \(accounting), "
                + set.name)
        try raster.write(to: changeFile, crs: crs, overwrite: overwrite)
        notes.append("\(changeFile.fileName): change by \(accounting)")
    }

    /// Writes density and change by InVEST's pools table.
    func writeInvestRasters(_ sources: CarbonRasters) throws {
        guard densityFile != nil || changeFile != nil, let pools else { return }
        let crs = try rasterCRS.map { try CRS($0) }
        let blank = Self.blank(beside: pools.rows.keys)
        let title = "Carbon by \(pools.file.fileName)"
        if let densityFile {
            let raster = CarbonRaster(
                sources: [sources.names[sources.names.count - 1]],
                lookup: .density(try DensityRaster.Lookup(pools, nodata: [blank])),
                blank: Int32(blank), title: title)
            try raster.write(to: densityFile, crs: crs, overwrite: overwrite)
        }
        guard let changeFile, sources.names.count > 1 else { return }
        var changes: [InvestCarbon.Pair: Double] = [:]
        for (before, old) in pools.rows {
            for (after, new) in pools.rows {
                changes[InvestCarbon.Pair(before: before, after: after)] = Double(
                    new.investTotal - old.investTotal)
            }
        }
        let raster = CarbonRaster(
            sources: sources.names, lookup: .change(try DensityRaster.PairLookup(changes)),
            blank: Int32(blank), title: title)
        try raster.write(to: changeFile, crs: crs, overwrite: overwrite)
    }

    /// Codes with the land that they mean, `nil` for nodata; open shrub as other shrub.
    private static func lands(of scheme: ClassScheme, _ set: CoefficientSet) -> [Int: LandType] {
        let keepsShrub = set.lands.contains { $0.category == .shrub }
        var lands: [Int: LandType] = [:]
        for landClass in scheme.classes {
            for code in landClass.numbers.flatMap(\.self) {
                let category = landClass.category
                if category == .nodata { continue }
                lands[code] = LandType(
                    category == .shrub && !keepsShrub ? .otherShrub : category)
            }
        }
        return lands
    }

    private static func blank(beside codes: some Sequence<Int>) -> Int { (codes.min() ?? 0) - 1 }

    /// The change of one hectare for each pair of codes.
    private static func changes(
        _ lands: [[Int: LandType]], _ periods: (from: Int, to: Int),
        _ accounting: CarbonAccount.Accounting, _ set: CoefficientSet
    ) throws -> [InvestCarbon.Pair: Double] {
        func known(_ lands: [Int: LandType]) -> [LandType] {
            Set(lands.values).filter { (try? set.densities(of: $0)) != nil }
                .sorted()
        }
        var hectares: [ZoneHistories] = []
        for before in known(lands[0]) {
            for after in known(lands[1]) {
                let history = LandHistory(
                    from: before, to: after, year: periods.from, hectares: 1)
                hectares.append(ZoneHistories(zone: "\(before)>\(after)", histories: [history]))
            }
        }
        let account = try CarbonAccount.landUseChange(
            of: hectares, from: periods.from, to: periods.to, accounting: accounting, with: set)
        var changes: [InvestCarbon.Pair: Double] = [:]
        for (before, old) in lands[0] {
            for (after, new) in lands[1] {
                let change = old == new ? 0 : account.value(.change, zone: "\(old)>\(new)")
                changes[InvestCarbon.Pair(before: before, after: after)] = change
            }
        }
        return changes
    }
}
