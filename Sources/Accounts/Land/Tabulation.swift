// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import GDAL
internal import Ecology
package import LandCover
public import Tables
public import Words
public import Zonal

/// Areas per zone and class of one raster: the exact primitive, as `steppe tabulate` prints it.
public struct Tabulation: Sendable {
    /// Files, folders or patterns that make up the raster.
    public var raster: [String]
    /// The band with the class codes, from 1.
    public var band = 1
    /// `nil` takes the raster itself as the one zone, `all`.
    public var zones: ZoneSource?
    /// What the codes mean.
    public var scheme = SchemeChoice.none
    /// What to do with codes that the scheme does not know.
    public var unknown = UnknownCodes.error
    /// A raster of quantities to be averaged per class; on another grid, each pixel of the classes
    /// takes the nearest value.
    public var values: String?
    /// Whether to measure an overview of the raster, which is quick and not exact.
    public var isPreview = false
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// The language of labels.
    public var language = Language.en
    /// Which share of the work to do, for a tally to be merged with those of the others; `nil` does
    /// it all.
    public var part: Part?
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// A tabulation of a raster with everything else at its default.
    public init(raster: [String]) { self.raster = raster }

    /// What came out.
    public struct Result: Sendable {
        /// The areas themselves, in integers.
        public let tally: Tally
        /// `zone,name,class,label,category,pixels,area_m2,share`, and the mean where asked for.
        public let table: Table
        /// The scheme that was taken; `nil` where none was asked for.
        public let scheme: ChosenScheme?
        /// What was found and mended about the zones.
        public let notes: [ZoneNote]
        /// What else a reader should know, such as which of several bands was read.
        public let remarks: [LocalizedText]
        /// The tally as a file, to be added to those of the other parts.
        public let file: TallyFile?
    }

    /// Measures, recognises the scheme if asked to, and lays out the table.
    public func run(progress: (@Sendable (Double) -> Void)? = nil) async throws -> Result {
        // Zones are read while the raster is opened.
        async let reading = zones.map { try ZoneLayer(reading: $0, jobs: jobs) }
        let files = try RasterFiles(raster)
        let full = try Dataset(opening: files.raster).info
        let overview =
            isPreview ? try Overview(of: full, band: band, atMost: Self.previewPixels) : nil
        let info = overview?.info ?? full
        let crs = try rasterCRS.map { try CRS($0) }
        let second = try values.map { try AlignedSource([$0], onGridOf: info, assuming: crs) }
        var classes = Measurement.Layer(files.raster, band: band)
        classes.openOptions = info.openOptions
        var measurement = Measurement(
            [classes], values: second.map { Measurement.Values($0.raster) })
        measurement.rasterCRS = crs
        let layer = try await reading
        let grid = try Grid(of: info, assuming: crs)
        let notes = (layer?.notes ?? []) + (try layer?.placementNotes(on: grid) ?? [])
        let remarks =
            [info.note(ofBand: band), second?.note].compactMap(\.self)
            + (isPreview ? [previewNote(overview)] : [])
        let tally = try await measurement.tally(
            over: layer, jobs: jobs, part: part ?? .whole, progress: progress)
        if let part {
            let file = TallyFile(
                measurement: try measurement.identity(over: layer), part: part, tally: tally)
            return Result(
                tally: tally, table: Table("areas", columns: []), scheme: nil, notes: notes,
                remarks: remarks, file: file)
        }
        let chosen = try scheme.resolve(raster: info, band: band, files: files.files, tally: tally)
        if unknown == .error {
            try chosen?.scheme.refuseUnknownCodes(in: tally, layer: 0, of: measurement)
        }
        try refuseNothing(tally, by: chosen?.scheme, named: files.files)
        let product = chosen.map {
            MapProduct(
                $0.scheme, raster: info, files: files.files,
                year: files.files.first.flatMap { DataYear.inName(of: $0) }, choice: scheme)
        }
        return Result(
            tally: tally, table: table(of: tally, by: chosen?.scheme), scheme: chosen,
            notes: notes, remarks: remarks + [product?.remarks].compactMap(\.self), file: nil)
    }

    private func refuseNothing(
        _ tally: Tally, by scheme: ClassScheme?, named files: [String]
    ) throws(ZoneError) {
        try tally.requireValues(in: [files.first ?? ""]) {
            (scheme?.meaning(of: $1) ?? $1).isValue
        }
        if let values { try tally.requireQuantities(in: values) }
    }

    /// A preview reads no more than this, where the raster has an overview so small.
    private static let previewPixels = 4_000_000

    private func previewNote(_ overview: Overview?) -> LocalizedText {
        guard let overview else {
            return LocalizedText(
                zh: "栅格没有概视图，--preview 无从取用，已按原始分辨率精确量算",
                en: "the raster has no overviews for --preview to read: measured in full, exactly")
        }
        let size = "\(overview.info.width) × \(overview.info.height)"
        let factor = Int(overview.factor.rounded())
        return LocalizedText(
            zh: "预览：取自概视图（\(size)，缩小\(factor)倍），各类面积为近似值，不可用于考核",
            en:
                "preview: read from an overview (\(size), 1/\(factor) of the resolution); the areas of "
                + "classes are approximate")
    }

    /// Adds the tallies of a measurement's parts, and lays out the same table.
    ///
    /// - Parameter files: Name and text of each part's file, in any order.
    /// - Returns: The table that one run would have printed.
    /// - Throws: `TallyError` where they do not belong together, or where one is missing.
    public func merge(_ files: [(name: String, text: String)]) throws -> Table {
        var whole: TallyFile?
        for (name, text) in files {
            let part = try TallyFile(reading: text, named: name)
            if whole == nil { whole = part } else { try whole?.add(part, named: name) }
        }
        guard let whole else { throw TallyError.incomplete(missing: [.whole]) }
        guard whole.missing.isEmpty else { throw TallyError.incomplete(missing: whole.missing) }
        var named: ClassScheme?
        if case .named(let name) = scheme {
            named = try SchemeCatalogue.builtIn().scheme(named: name)
        }
        try refuseNothing(whole.tally, by: named, named: files.map(\.name))
        return table(of: whole.tally, by: named)
    }

    private func table(of tally: Tally, by scheme: ClassScheme?) -> Table {
        let base = ["zone", "name", "class", "label", "category", "pixels", "area_m2", "share"]
        var table = Table(
            "areas", columns: base + (values == nil ? [] : ["value_area_m2", "mean"]))
        for (zone, key) in tally.zones.enumerated() {
            let total = tally.total(ofZone: zone).areaSquareMetres
            for (codes, amount) in byClass(tally.amounts[zone], scheme) {
                let landClass = scheme?.landClass(of: codes)
                var row: [Table.Cell] = [
                    .text(key.id), .text(key.name), .text("\(codes)"),
                    .text(landClass.map { language == .zh ? $0.nameZH : $0.nameEN } ?? ""),
                    .text(scheme == nil ? "" : scheme?.category(of: codes) ?? "nodata"),
                    .number(amount.pixels), .number(amount.areaSquareMetres),
                    Table.Cell(total > 0 ? amount.areaSquareMetres / total : nil),
                ]
                if values != nil {
                    row += [
                        .number(amount.valuedAreaSquareMetres), Table.Cell(tally.mean(of: amount)),
                    ]
                }
                table.append(row)
            }
        }
        return table
    }

    /// A zone's amounts in the order of codes; codes that mean nothing are one row.
    private func byClass(
        _ amounts: [[Code]: Amount], _ scheme: ClassScheme?
    ) -> [(Code, Amount)] {
        var classes: [Code: Amount] = [:]
        for (codes, amount) in amounts {
            classes[scheme?.meaning(of: codes[0]) ?? codes[0], default: Amount()] += amount
        }
        return classes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension ClassScheme {
    /// A code as the scheme has it: its nodata codes, and codes that it does not know, are nodata.
    package func meaning(of code: Code) -> Code {
        guard case .value(let number) = code else { return code }
        return !nodata.contains(number) && knows(number) ? code : .noData
    }

    /// The class of a code that the scheme knows.
    package func landClass(of code: Code) -> LandClass? {
        guard case .value(let number) = code else { return nil }
        return try? landClass(for: number)
    }

    /// The key of a code's category; nodata and outside stand for themselves.
    package func category(of code: Code) -> String {
        switch code {
        case .value: landClass(of: code)?.category.key ?? "nodata"
        case .noData: "nodata"
        case .outside: "outside"
        }
    }
}

extension RasterInfo {
    /// Which band was read, where there are several; `nil` where there is one.
    package func note(ofBand band: Int) -> LocalizedText? {
        guard bands.count > 1 else { return nil }
        let file = (files.first ?? name).fileName
        return LocalizedText(
            zh: "\(file)有\(bands.count)个波段，读取第\(band)波段",
            en: "\(file) has \(bands.count) bands; band \(band) was read")
    }
}
