// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Files
internal import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Words
internal import Zonal

/// One year's land cover as a raster of numbers to look at, with what was measured of each class.
struct LandPicture {
    /// A class, and the number that it has in the raster.
    struct Item {
        let number: Int
        let landClass: LandClass
        /// Its name in ``LandYear/category(ofClass:zone:)``.
        let label: String
    }

    let year: Int
    let scheme: ClassScheme
    let raster: Raster
    let band: Int
    /// The raster made small for a map of all zones, where it is much finer than that.
    var small: Raster?
    /// In the order to list them.
    let items: [Item]
    /// By zone: each class's share of it, by the class's number.
    let shares: [[Int: Double]]
    /// The same of all zones together.
    let totalShares: [Int: Double]
    /// How it was measured.
    let method: LocalizedText
}

extension LandPicture {
    /// A raster's own pixels.
    init(_ rasters: YearRasters, _ account: YearAccount, band: Int) {
        let scheme = account.scheme.scheme
        // The map shows more ground than the zones, and maybe classes that none of them has.
        let listed = scheme.classes.compactMap { item in
            if case .number(let code) = item.code { code } else { nil as Int? }
        }
        func shares(_ amounts: [[Code]: Amount]) -> [Int: Double] {
            var classes: [Int: Amount] = [:]
            let total = amounts.values.reduce(into: Amount()) { $0 += $1 }.areaSquareMetres
            for (codes, amount) in amounts {
                guard case .value(let code) = codes[0] else { continue }
                classes[code, default: Amount()] += amount
            }
            return classes.mapValues { $0.areaSquareMetres / total }
        }
        self.init(
            year: rasters.year, scheme: scheme, raster: rasters.landCover.raster, band: band,
            items: Set(account.tally.codes(ofLayer: 0).keys).union(listed).sorted()
                .compactMap { code in
                    scheme.landClass(of: .value(code)).map {
                        Item(number: code, landClass: $0, label: "\(code)")
                    }
                },
            shares: account.tally.amounts.map(shares), totalShares: shares(account.tally.sum()),
            method: LocalizedText(
                zh: "分类体系：\(scheme.titleZH)；面积为椭球面积，边界像元按覆盖比例精确分配",
                en: "Classes: \(scheme.titleEN). Areas on the ellipsoid; pixels that a border "
                    + "crosses are shared exactly"))
    }

    /// Polygons, drawn into a raster.
    fileprivate init(_ parcels: ParcelYear, drawnInto raster: String) {
        let account = parcels.account
        var city: [Int: Double] = [:]
        var cityArea = 0.0
        let items = Self.items(of: account)
        let numbers = Dictionary(items.map { ($0.label, $0.number) }) { first, _ in first }
        let shares = zip(account.amounts, account.zoneAreas).map { amounts, area in
            let whole = Double(area) / PolygonArea.unitsPerSquareMetre
            cityArea += whole
            var zoneShares: [Int: Double] = [:]
            for (code, amount) in amounts {
                guard let number = numbers[code], whole > 0 else { continue }
                zoneShares[number] = amount.areaSquareMetres / whole
                city[number, default: 0] += amount.areaSquareMetres
            }
            return zoneShares
        }
        self.init(
            year: parcels.year, scheme: account.scheme, raster: Raster(raster), band: 1,
            items: items,
            shares: shares, totalShares: city.mapValues { $0 / cityArea },
            method: LocalizedText(
                zh: "分类体系：\(account.scheme.titleZH)；面积为图斑椭球面积；图斑为显示而栅格化",
                en: "Classes: \(account.scheme.titleEN). Areas of the polygons on the ellipsoid; "
                    + "drawn as pixels for the eye"))
    }

    /// Classes that occur, numbered from 1 in the order of their codes.
    fileprivate static func items(of account: ParcelAccount) -> [Item] {
        Set(account.amounts.flatMap(\.keys)).sorted().compactMap { code in
            account.landClass(code).map { (code, $0) }
        }.enumerated().map { Item(number: $0 + 1, landClass: $1.1, label: $1.0) }
    }
}

/// The land cover of a survey's years, to be drawn; what polygons were drawn into goes with it.
final class LandPictures {
    private let lands: [LandYear]
    private let zones: ZoneLayer
    private let band: Int
    private let folder: HiddenFolder
    /// Along the longer side of the finest map of all zones.
    private let mapPixels: Int
    private let jobs: Int
    /// Pixels along the longer side of a picture made of polygons: a page at 300 dots to the inch.
    private static let longestSide = 3000.0

    /// Every year, oldest first; a year without anything known is left out.
    private(set) var years: [LandPicture] = []

    /// - Parameters:
    ///   - lands: The years.
    ///   - zones: What the maps are of.
    ///   - band: The rasters' band, from 1.
    ///   - mapPixels: What the finest map of all zones has along its longer side.
    ///   - jobs: How many threads read.
    ///   - progress: Told how many of the years are done, 0…1.
    /// - Throws: `GDALError` where a raster cannot be read.
    init(
        _ lands: [LandYear], over zones: ZoneLayer, band: Int, mapPixels: Int, jobs: Int,
        progress: (Double) -> Void
    ) throws {
        self.mapPixels = mapPixels
        self.jobs = jobs
        self.lands = lands
        self.zones = zones
        self.band = band
        folder = try HiddenFolder()
        for (index, land) in lands.enumerated() {
            progress(Double(index) / Double(lands.count))
            guard var picture = try picture(land, Array(zones.zones.indices)) else { continue }
            if case .raster = land { picture.small = try small(of: picture) }
            years.append(picture)
        }
    }

    /// A zone's land in the newest year; `nil` where nothing is known of it.
    func newest(ofZone index: Int) throws -> LandPicture? {
        guard let land = lands.last, let whole = years.last, land.year == whole.year,
            whole.shares.indices.contains(index), !whole.shares[index].isEmpty
        else { return nil }
        return try picture(land, [index])
    }

    private func picture(_ land: LandYear, _ wanted: [Int]) throws -> LandPicture? {
        switch land {
        case .raster(let rasters, let account):
            return LandPicture(rasters, account, band: band)
        case .parcels(let parcels):
            let name = wanted.count == 1 ? "\(parcels.year)_\(wanted[0])" : "\(parcels.year)"
            let path = "\(folder.path)/land_\(name).tif"
            guard try draw(parcels.account, wanted, to: path) else { return nil }
            return LandPicture(parcels, drawnInto: path)
        }
    }

    /// A year's raster made small: read once for all maps of all zones. `nil` where they are as fine.
    private func small(of picture: LandPicture) throws -> Raster? {
        let info = try Dataset(opening: picture.raster).info
        let window = try shown(of: info)
        let side = SmallPicture.blockSide(of: info, showing: window?.zones, onMapsOf: mapPixels)
        guard side > 1 else { return nil }
        let path = "\(folder.path)/small_\(picture.year).tif"
        let rule =
            "codes of band \(picture.band) by blocks of \(side), "
            + "\(window.map { "\($0.map)" } ?? "all of it")"
        let bytes = try KeptPictures.picture(of: picture.raster, by: rule) {
            let small = try SmallPicture(
                of: info, band: picture.band, window: window?.map, blockSide: side, threads: jobs)
            guard let small else { return nil }
            try small.write(to: path)
            return try readFile(at: path)
        }
        guard let bytes else { return nil }
        try WholeFile.write(bytes, to: path)
        return Raster(path)
    }

    /// Where the zones lie on a raster, and what a map of them may show of it; `nil` where that is not
    /// known.
    private func shown(of info: RasterInfo) throws -> (zones: Window, map: Window)? {
        guard let crs = info.crs, let transform = info.transform else { return nil }
        let places = try CoordinateTransform(from: zones.crs, to: crs).transformed(
            zones.zones.flatMap { $0.polygons.flatMap { $0.rings.first ?? [] } }
        ).compactMap { $0.map { transform.pixel(of: $0) } }
        guard let extent = Extent(around: places) else { return nil }
        // A page is wider or higher than zones may be.
        let reach = max(extent.width, extent.height) * 0.9
        let (x, y) = ((extent.minX + extent.maxX) / 2, (extent.minY + extent.maxY) / 2)
        func range(_ low: Double, _ high: Double, _ size: Int) -> Range<Int>? {
            let (low, high) = (max(0, low.rounded(.down)), min(Double(size), high.rounded(.up)))
            return low < high ? Int(low)..<Int(high) : nil
        }
        func window(_ extent: Extent) -> Window? {
            guard let columns = range(extent.minX, extent.maxX, info.width),
                let rows = range(extent.minY, extent.maxY, info.height)
            else { return nil }
            return Window(
                column: columns.lowerBound, row: rows.lowerBound, width: columns.count,
                height: rows.count)
        }
        guard let zones = window(extent),
            let map = window(
                Extent(minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach))
        else { return nil }
        return (zones, map)
    }

    /// Draws zones' polygons by class; `false` where there is none.
    private func draw(
        _ account: ParcelAccount, _ wanted: [Int], to path: String
    ) throws -> Bool {
        let pieces = wanted.filter(account.pieces.indices.contains).map { account.pieces[$0] }
        let shapes = LandPicture.items(of: account).flatMap { item in
            pieces.compactMap { $0[item.label] }.filter { !$0.isEmpty }.map {
                (shape: Geometry($0), number: item.number)
            }
        }
        let corners = shapes.compactMap { $0.shape.extent }.flatMap {
            [Point(x: $0.minX, y: $0.minY), Point(x: $0.maxX, y: $0.maxY)]
        }
        guard let extent = Extent(around: corners) else { return false }
        let size = max(extent.width, extent.height) / Self.longestSide
        guard size > 0,
            let transform = GeoTransform(left: extent.minX, top: extent.maxY, pixelSize: size)
        else { return false }
        let file = try Dataset(
            creating: path,
            as: RasterPlan(
                width: max(1, Int((extent.width / size).rounded(.up))),
                height: max(1, Int((extent.height / size).rounded(.up))), dataType: .uint16,
                transform: transform, crs: account.crs, noData: 0),
            options: ["COMPRESS=DEFLATE", "TILED=YES"])
        try file.burn(shapes)
        try file.finish()
        return true
    }
}
