// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import DataFiles
public import Ecology
internal import Files
internal import GDAL
internal import LandCover
public import Tables
public import Words
public import Zonal

/// Land degraded, stable and improved by zone, SDG 15.3.1: what `steppe degradation` prints.
///
/// Productivity comes from a raster of mean NDVI for each year, land cover from two rasters, soil
/// carbon from what the change of cover does to it. Each pixel is judged on the grid of the finest of
/// these; the judgements become a raster of classes, which is measured as any other, exactly.
public struct DegradationTabulation: Sendable {
    /// What is told of the land.
    public enum Indicator: String, CaseIterable, Sendable {
        /// Trajectory, state and performance of NDVI together.
        case productivity
        /// By the transition of land cover.
        case landCover = "land_cover"
        /// Soil organic carbon, by the change of land cover.
        case soilCarbon = "soil_carbon"
        /// One out, all out.
        case degradation
        /// That against a baseline's, where one was given.
        case status
    }

    /// Files, folders or patterns of mean NDVI, a raster for each year.
    public var ndvi: [[String]]
    /// Files, folders or patterns of the earlier land cover.
    public var before: [String]
    /// Files, folders or patterns of the later land cover.
    public var after: [String]
    /// The earlier land cover's class scheme.
    public var schemeBefore = SchemeChoice.automatic
    /// The later land cover's class scheme.
    public var schemeAfter = SchemeChoice.automatic
    /// Which versions of their products the land covers are, where a survey states them.
    var versions: (before: String?, after: String?) = (nil, nil)
    /// What to do with codes that a scheme does not know.
    public var unknown = UnknownCodes.error
    /// How many of the last years of NDVI the state compares with those before them.
    public var targetYears = 3
    /// A raster of soil units, within which performance compares pixels; empty for one unit.
    public var units: [String] = []
    /// A raster of soil organic carbon in the earlier year, t C/ha; empty where none is known.
    public var soilCarbon: [String] = []
    /// What crops keep of the soil's carbon.
    public var climate = SoilCarbonClimate.temperateDry
    /// Years between the two land covers; `nil` takes them from the files' names.
    public var landYears: Int?
    /// Which transitions degrade and improve land.
    public var matrix = DegradationMatrix.unccd
    /// Whether special shrub counts as grass.
    public var shrubIsGrass = false
    /// Whether a degraded sub-indicator decides where another has no data.
    public var degradedBeatsNoData = false
    /// A raster that an earlier run wrote of a baseline period, −1, 0 and 1: what was degraded then
    /// and has not improved is degraded now. `nil` tells no status.
    public var baseline: String?
    /// What stored NDVI is worth, where the raster does not say.
    public var scale: Double?
    /// The band with NDVI, from 1, of every year.
    public var band = 1
    /// The band with the class codes, from 1, of both land covers.
    public var landBand = 1
    /// `nil` takes the grid itself as the one zone, `all`.
    public var zones: ZoneSource?
    /// A GeoTIFF to write: −1 degraded, 0 stable, 1 improved, −32768 no data; of a status the codes of
    /// `DegradationStatus`.
    public var raster: String?
    /// What the GeoTIFF shows.
    public var rasterShows = Indicator.degradation
    /// Whether it is a Cloud Optimized GeoTIFF.
    public var isCOG = false
    /// Whether it may replace a file.
    public var overwrite = false
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// The language of labels and notes.
    public var language = Language.en
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// A tabulation with everything else at its default.
    public init(ndvi: [[String]], before: [String], after: [String]) {
        self.ndvi = ndvi
        self.before = before
        self.after = after
    }

    /// What came out.
    public struct Result: Sendable {
        /// `zone,name,indicator,label,degraded_m2,stable_m2,improved_m2,nodata_m2,degraded_share`,
        /// with `carbon_before_t,carbon_after_t` where a raster of soil carbon was given; a status has
        /// its three codes' areas; the zone `all` is all of them together.
        public let table: Table
        /// What a reader should know.
        public let notes: [String]
    }

    /// Judges every pixel, measures the zones, and writes the raster if one is wanted.
    ///
    /// - Parameter progress: Told now and then which fraction of the work is done.
    /// - Returns: The table and notes.
    /// - Throws: What is wrong with the rasters or zones, in words that name the file.
    public func run(progress: (@Sendable (Double) -> Void)? = nil) async throws -> Result {
        if let raster { try WholeFile.check(raster, overwrite: overwrite) }
        guard baseline != nil || rasterShows != .status else {
            throw SurveyError.unusable(
                file: raster ?? "", why: "a status needs a baseline's raster; give --baseline")
        }
        let judged = try await judged(
            over: { try zones.map { try ZoneLayer(reading: $0, jobs: jobs) } }, progress: progress)
        return Result(
            table: table(of: judged.tally, judged.stocks, hasZones: zones != nil),
            notes: judged.zoneNotes.map(\.description) + judged.notes.map { $0[language] })
    }

    /// Every pixel judged, and what the zones have of each judgement.
    package struct Judged: Sendable {
        /// Of ``DegradationCode``.
        package let tally: Tally
        /// The same with soil carbon before and after; empty where none is known.
        package let stocks: [Tally]
        let zoneNotes: [ZoneNote]
        package let notes: [LocalizedText]
    }

    /// Judges every pixel, measures the zones, and writes the raster if one is wanted.
    package func judged(
        over zones: @escaping @Sendable () throws -> ZoneLayer?,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> Judged {
        async let reading = zones()
        let scene = try await DegradationScene(of: self)
        let layer = try await reading
        let zoneNotes =
            (layer?.notes ?? []) + (try layer?.placementNotes(on: scene.ndvi.grid) ?? [])
        let folder = try HiddenFolder(passingFor: raster)
        let classes = "\(folder.path)/classes.tif"
        let carbon =
            soilCarbon.isEmpty ? [] : ["before", "after"].map { "\(folder.path)/\($0).tif" }
        try scene.write(classes: classes) { progress?($0 * 0.8) }
        if let then = carbon.first, let now = carbon.last {
            try scene.write(carbonThen: then, now: now)
        }
        let codes = Measurement.Layer(classes)
        let tally = try await Measurement([codes]).tally(over: layer, jobs: jobs) {
            progress?(0.8 + $0 * 0.2)
        }
        try refuseEmptyInputs(tally)
        var stocks: [Tally] = []
        for source in carbon {
            let measurement = Measurement([codes], values: .init(source))
            stocks.append(try await measurement.tally(over: layer, jobs: jobs))
        }
        if let raster { try scene.write(rasterShows, of: classes, to: raster) }
        return Judged(tally: tally, stocks: stocks, zoneNotes: zoneNotes, notes: scene.notes)
    }

    /// Refuses inputs of which no pixel tells anything: an indicator without an area.
    private func refuseEmptyInputs(_ tally: Tally) throws(ZoneError) {
        let inputs: [(Indicator, [String])] = [
            (.productivity, ndvi.flatMap { $0 }), (.landCover, before + after),
            (.soilCarbon, soilCarbon),
        ]
        for (indicator, files) in inputs {
            guard let first = files.first else { continue }
            try tally.requireValues(in: [first]) { DegradationCode($1)[indicator] != nil }
        }
    }

    package func table(of tally: Tally, _ stocks: [Tally], hasZones: Bool) -> Table {
        var table = Table(
            "degradation",
            columns: [
                "zone", "name", "indicator", "label", "degraded_m2", "stable_m2", "improved_m2",
                "nodata_m2", "degraded_share",
            ] + (stocks.isEmpty ? [] : ["carbon_before_t", "carbon_after_t"]))
        for (zone, key) in tally.zones.enumerated() {
            rows(key, tally.amounts[zone], stocks.map { ($0, $0.amounts[zone]) }, &table)
        }
        if hasZones {
            rows(
                Tally.ZoneKey(id: "all", name: SurveyFile.allZones[language]), tally.sum(),
                stocks.map { ($0, $0.sum()) }, &table)
        }
        return table
    }

    private func rows(
        _ zone: Tally.ZoneKey, _ amounts: [[Code]: Amount],
        _ stocks: [(Tally, [[Code]: Amount])], _ table: inout Table
    ) {
        for indicator in Indicator.allCases where indicator != .status || baseline != nil {
            var sums: [LandTrend?: Amount] = [:]
            for (codes, amount) in amounts {
                sums[DegradationCode(codes[0])[indicator], default: Amount()] += amount
            }
            let areas = LandTrend.allCases.map { sums[$0]?.areaSquareMetres ?? 0 }
            let assessed = areas.reduce(0, +)
            var row: [Table.Cell] = [
                .text(zone.id), .text(zone.name), .text(indicator.rawValue),
                .text(indicator.name[language]),
            ]
            row += areas.map { .number($0) }
            row.append(.number(sums[nil]?.areaSquareMetres ?? 0))
            row.append(Table.Cell(assessed > 0 ? areas[0] / assessed : nil))
            for (tally, amounts) in stocks {
                // t C/ha × m²: only where soil carbon itself is told.
                let whole = amounts.values.reduce(into: Amount()) { $0 += $1 }
                row.append(
                    Table.Cell(indicator == .soilCarbon ? tally.integral(of: whole) / 10_000 : nil))
            }
            table.append(row)
        }
    }
}

extension DegradationTabulation.Indicator {
    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .productivity: LocalizedText(zh: "土地生产力", en: "Land productivity")
        case .landCover: LocalizedText(zh: "土地覆盖", en: "Land cover")
        case .soilCarbon: LocalizedText(zh: "土壤有机碳", en: "Soil organic carbon")
        case .degradation:
            LocalizedText(zh: "土地退化（SDG 15.3.1）", en: "Land degradation (SDG 15.3.1)")
        case .status: LocalizedText(zh: "相对基线期的状况", en: "Status against the baseline")
        }
    }
}

/// What all indicators say of a pixel, as one class code: two bits each, three for the status.
struct DegradationCode {
    private(set) var code: UInt16 = 0

    /// Nothing known.
    init() {}

    /// As it was measured; ground off the raster has nothing known.
    init(_ code: Code) {
        if case .value(let value) = code { self.code = UInt16(truncatingIfNeeded: value) }
    }

    /// As it was stored.
    init(stored: UInt16) { code = stored }

    /// What one indicator says; `nil` is no data. A status is set by ``status`` alone.
    subscript(indicator: DegradationTabulation.Indicator) -> LandTrend? {
        get {
            guard indicator != .status else { return status?.trend }
            let bits = Int(code >> indicator.shift & 3)
            return bits == 0 ? nil : LandTrend(rawValue: bits - 2)
        }
        set {
            guard indicator != .status else { return }
            code &= ~(3 << indicator.shift)
            code |= UInt16((newValue?.rawValue ?? -2) + 2) << indicator.shift
        }
    }

    /// The status against a baseline; `nil` is no data.
    var status: DegradationStatus? {
        get { DegradationStatus(rawValue: Int(code >> Self.statusShift)) }
        set {
            code &= (1 << Self.statusShift) - 1
            code |= UInt16(newValue?.rawValue ?? 0) << Self.statusShift
        }
    }

    private static let statusShift: UInt16 = 8

    /// What a raster of an indicator holds.
    func stored(of indicator: DegradationTabulation.Indicator) -> Int {
        (indicator == .status ? status?.rawValue : self[indicator]?.rawValue) ?? LandTrend.noData
    }
}

extension DegradationTabulation.Indicator {
    fileprivate var shift: UInt16 {
        switch self {
        case .productivity: 0
        case .landCover: 2
        case .soilCarbon: 4
        case .degradation: 6
        case .status: 8
        }
    }
}
