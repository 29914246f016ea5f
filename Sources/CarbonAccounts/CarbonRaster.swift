// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Files
package import GDAL
package import MapStyles
package import Zonal

/// Rasters that decide what carbon a pixel has, and which combinations of their codes there are.
package struct CodedPixels: Sendable {
    /// One of the rasters.
    package struct Layer: Sendable {
        package let raster: Raster
        package let band: Int
        /// From physical values to codes; `nil` where pixels are codes.
        package let bin: (@Sendable (Double) -> Int?)?

        package init(_ raster: Raster, band: Int = 1, bin: (@Sendable (Double) -> Int?)? = nil) {
            self.raster = raster
            self.band = band
            self.bin = bin
        }

        package var measured: Measurement.Layer {
            Measurement.Layer(raster, band: band, role: bin.map { .bins($0) } ?? .classes)
        }
    }

    package let layers: [Layer]
    package let grid: Grid
    /// The whole raster's pixels by combination of codes.
    package let pixels: [[Code]: Double]
    package let jobs: Int

    /// Looks through the rasters once.
    package init(_ layers: [Layer], crs: CRS?, jobs: Int) async throws {
        var measurement = Measurement(layers.map(\.measured))
        measurement.rasterCRS = crs
        self.layers = layers
        self.jobs = jobs
        grid = try measurement.grid()
        pixels = try await measurement.tally(over: nil, jobs: jobs).sum().mapValues(\.pixels)
    }
}

/// A carbon raster as it is written: single precision, NaN where nothing is known.
package struct CarbonRaster {
    /// What its pixels are.
    package enum Quantity: String, CaseIterable {
        case density, change, sink

        package var unit: String { self == .sink ? "t C/ha/yr" : "t C/ha" }

        package var ramp: ColorRamp { self == .density ? .vegetation : .change }

        package func range(upTo most: Double) -> ClosedRange<Double> {
            self == .density ? 0...most : -most...most
        }

        /// Said in the file.
        package var sign: String {
            switch self {
            case .density: "carbon kept on the land, 0 or more"
            case .change: "later less earlier: gains are positive"
            case .sink: "uptake by the land is positive, a source negative"
            }
        }
    }

    package let quantity: Quantity
    /// Said in the file.
    package let title: String
    /// What pixels with a combination of codes have; `nil` for nothing.
    package let value: ([Code]) throws -> Double?

    /// Writes a cloud-optimised GeoTIFF with overviews and statistics, and beside it its style for
    /// QGIS (`.qml`) and others (`.sld`): GDAL keeps no colour table of floating-point rasters.
    ///
    /// GDAL's writer streams it block by block, so memory does not grow with the raster.
    ///
    /// - Parameters:
    ///   - path: Where to.
    ///   - coded: The pixels' codes.
    ///   - options: The user's own creation options, `KEY=VALUE`.
    ///   - overwrite: Whether files may be replaced.
    /// - Throws: ``WriteError``, `GDALError`, or where a set lacks a class.
    package func write(
        to path: String, of coded: CodedPixels, options: [String] = [], overwrite: Bool
    ) throws {
        var values: [[Code]: Float] = [:]
        for codes in coded.pixels.keys {
            values[codes] = try value(codes).map { Float($0) }
        }
        let summary = Summary(values, coded.pixels)
        var plan = RasterPlan(
            width: coded.grid.width, height: coded.grid.height, dataType: .float32,
            transform: coded.grid.transform, crs: coded.grid.crs, noData: .nan)
        plan.metadata = ["TITLE": title, "SIGN": quantity.sign]
        plan.bandMetadata = summary.metadata
        plan.unit = quantity.unit
        let view = try coded.view(of: values, as: plan)
        let chosen = RasterOptions.cog(
            jobs: coded.jobs,
            ["OVERVIEWS=IGNORE_EXISTING", "OVERVIEW_RESAMPLING=AVERAGE"] + options)
        try WholeFile.make(path, overwrite: overwrite) { beside in
            try GDALRuntime.withCache(ofMegabytes: 256) {
                try Dataset(opening: view).copy(toCOG: beside, options: chosen)
            }
        }
        let style = style(summary)
        let ending = path.fileName.lastIndex(of: ".").map { path.fileName[$0...].count } ?? 0
        let base = path.dropLast(ending)
        for kind in [StyleKind.qml, .sld] {
            try WholeFile.write(
                style.text(as: kind), to: "\(base).\(kind.ending)", overwrite: overwrite)
        }
    }

    private func style(_ summary: Summary) -> StyleSheet {
        .raster(
            named: quantity.rawValue, title: "\(title) (\(quantity.unit))", ramp: quantity.ramp,
            range: quantity.range(upTo: Self.most(summary.minimum, summary.maximum)))
    }

    /// How far from 0 its colours reach.
    package static func most(_ minimum: Double, _ maximum: Double) -> Double {
        max(maximum.magnitude, minimum.magnitude, 1e-6)
    }

    /// Exact statistics, as GDAL keeps them.
    private struct Summary {
        private(set) var minimum = 0.0
        private(set) var maximum = 0.0
        let metadata: [String: String]

        init(_ values: [[Code]: Float], _ pixels: [[Code]: Double]) {
            let known = values.map { (value: Double($0.value), count: pixels[$0.key] ?? 0) }
                .filter { $0.count > 0 }
                .sorted { ($0.value, $0.count) < ($1.value, $1.count) }
            let count = known.reduce(0) { $0 + $1.count }
            guard let low = known.first?.value, let high = known.last?.value, count > 0 else {
                metadata = [:]
                return
            }
            (minimum, maximum) = (low, high)
            let mean = known.reduce(0) { $0 + $1.value * $1.count } / count
            let square = known.reduce(0) {
                $0 + ($1.value - mean) * ($1.value - mean) * $1.count
            }
            let all = pixels.values.sorted().reduce(0, +)
            metadata = [
                "STATISTICS_MINIMUM": "\(low)", "STATISTICS_MAXIMUM": "\(high)",
                "STATISTICS_MEAN": "\(mean)",
                "STATISTICS_STDDEV": "\((square / count).squareRoot())",
                "STATISTICS_VALID_PERCENT": "\((count / all * 1e4).rounded() / 100)",
            ]
        }
    }
}

extension CodedPixels {
    /// The pixels' values, looked up by their codes as they are read.
    fileprivate func view(of values: [[Code]: Float], as plan: RasterPlan) throws -> Raster {
        var sources: [Raster.Source] = []
        var masks: [Raster.Source] = []
        var tables: [PlaceTable] = []
        var stride = 1
        var areBytes = true
        for (index, layer) in layers.enumerated() {
            let info = try Dataset(opening: layer.raster).info.bands[layer.band - 1]
            var table = try PlaceTable(
                values.keys.map { $0[index] }, offset: layer.bin == nil ? 0 : 1, stride: stride)
            areBytes = areBytes && layer.bin == nil && info.dataType == .uint8
            if let bin = layer.bin {
                sources.append(.init(try layer.binned(info, bin, as: plan)))
            } else {
                if info.mask == .band {
                    masks.append(.init(layer.raster, band: layer.band, mask: true))
                }
                if let code = info.noDataCode { table.forget(code) }
                sources.append(.init(layer.raster, band: layer.band))
            }
            stride *= table.count
            tables.append(table)
        }
        guard stride <= 1 << 24 else {
            throw SurveyError.unusable(
                file: layers[0].raster.name,
                why: "\(stride) combinations of classes, zones and cover are too many for a raster "
                    + "of carbon; give fewer zones")
        }
        var lookup = [Float](repeating: .nan, count: stride)
        for (codes, value) in values {
            lookup[zip(tables, codes).reduce(0) { $0 + $1.0.place(of: $1.1) }] = value
        }
        let computation = PixelComputation(tables: tables, values: lookup)
        return try .computed(
            from: sources + masks, as: plan,
            by: areBytes
                ? .bytes { computation.fill($1, from: $0) }
                : .codes { computation.fill($1, from: $0) })
    }
}

extension CodedPixels.Layer {
    /// Bins of a quantity as codes from 1; 0 is nodata.
    fileprivate func binned(
        _ info: Band, _ bin: @escaping @Sendable (Double) -> Int?, as plan: RasterPlan
    ) throws -> Raster {
        var plan = plan
        plan.noData = nil
        plan.metadata = [:]
        plan.bandMetadata = [:]
        let hasMask = info.mask == .band
        let sources =
            [Raster.Source(raster, band: band)]
            + (hasMask ? [Raster.Source(raster, band: band, mask: true)] : [])
        let rule: PixelRule.Run<Double> = { sources, result in
            for i in result.indices {
                let stored = sources[0][i]
                result[i] = 0
                if info.isNoData(stored) || stored.isNaN || hasMask && sources[1][i] == 0 {
                    continue
                }
                if let number = bin(stored * info.scale + info.offset) {
                    result[i] = Float(number + 1)
                }
            }
        }
        return try .computed(from: sources, as: plan, by: .values(rule))
    }
}

/// From the codes of one layer to their part of a place in a table; 0 is nodata.
private struct PlaceTable: Sendable {
    let first: Int
    private(set) var places: [Int32]
    /// How many places there are, that of nodata among them.
    let count: Int
    private let offset: Int

    init(_ codes: [Code], offset: Int, stride: Int) throws {
        let numbers = Set(
            codes.compactMap { code -> Int? in
                if case .value(let number) = code { number + offset } else { nil }
            }
        ).sorted()
        let (low, high) = (numbers.first ?? 0, numbers.last ?? 0)
        guard high - low < 1 << 24 else {
            throw CarbonError.badInput(
                zone: CarbonModel.cityZone, name: "class code", value: Double(high),
                reason: "codes from \(low) on spread too far; give classes smaller codes")
        }
        first = low
        self.offset = offset
        count = numbers.count + 1
        places = [Int32](repeating: 0, count: high - low + 1)
        for (index, number) in numbers.enumerated() {
            places[number - low] = Int32(truncatingIfNeeded: (index + 1) * stride)
        }
    }

    mutating func forget(_ code: Int) {
        if places.indices.contains(code - first) { places[code - first] = 0 }
    }

    func place(of code: Code) -> Int {
        guard case .value(let number) = code else { return 0 }
        let index = number + offset - first
        return places.indices.contains(index) ? Int(places[index]) : 0
    }
}

/// Looks a run of pixels up.
private struct PixelComputation: Sendable {
    let tables: [PlaceTable]
    let values: [Float]

    func fill<Code: FixedWidthInteger>(
        _ result: UnsafeMutableBufferPointer<Float>, from sources: [UnsafePointer<Code>]
    ) {
        if tables.count == 1 && sources.count == 1 {
            return fill(result, from: sources[0], by: tables[0])
        }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: result.count) { places in
            places.initialize(repeating: 0)
            for (index, table) in tables.enumerated() {
                Self.add(table, sources[index], to: places)
            }
            for mask in sources[tables.count...] {
                for i in places.indices where mask[i] == 0 { places[i] = -1 }
            }
            values.withUnsafeBufferPointer { values in
                for i in places.indices {
                    let place = Int(places[i])
                    result[i] = place < 0 ? .nan : values[place]
                }
            }
        }
    }

    /// One layer without a mask: from code to value at once.
    private func fill(
        _ result: UnsafeMutableBufferPointer<Float>,
        from codes: UnsafePointer<some FixedWidthInteger>, by table: PlaceTable
    ) {
        let direct = table.places.map { values[Int($0)] }
        let (first, nothing) = (table.first, values[0])
        direct.withUnsafeBufferPointer { direct in
            for i in result.indices {
                let index = Int(codes[i]) &- first
                result[i] =
                    UInt(bitPattern: index) < UInt(bitPattern: direct.count)
                    ? direct[index] : nothing
            }
        }
    }

    private static func add(
        _ table: PlaceTable, _ codes: UnsafePointer<some FixedWidthInteger>,
        to places: UnsafeMutableBufferPointer<Int32>
    ) {
        table.places.withUnsafeBufferPointer { known in
            let first = table.first
            for i in places.indices {
                let index = Int(codes[i]) &- first
                if UInt(bitPattern: index) < UInt(bitPattern: known.count) {
                    places[i] &+= known[index]
                }
            }
        }
    }
}
