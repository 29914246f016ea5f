// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
package import GDAL
package import LandCover
package import PlaneGeometry
public import Zonal

/// The regions that end members differ by.
public enum CoverRegions: Sendable {
    /// The classes of a land-cover raster by their codes; files, folders or patterns.
    case classes([String], band: Int)
    /// The categories of its classes, which a scheme tells.
    case categories([String], band: Int, scheme: String)
    /// Polygons by their id, such as soil regions or banners; a pixel lies where its centre does.
    case polygons(ZoneSource)
}

/// The regions of a window's pixels.
package struct RegionWindow {
    /// What regions are called.
    package let names: [String]
    /// By pixel: a place in ``names``, or −1 where it lies in none.
    package let places: [Int32]
}

/// Regions on the grid of a scene.
package final class RegionRaster {
    private let folder: HiddenFolder?
    private let raster: OpenRaster
    private var names: [String] = []
    private var placeOfName: [String: Int32] = [:]
    private var placeOfCode: [Int: Int32] = [:]
    private let nameOfCode: (Int) -> String?

    package init(_ regions: CoverRegions, on grid: Grid, info: RasterInfo) throws {
        switch regions {
        case .classes(let paths, let band):
            let source = try AlignedSource(paths, onGridOf: info, assuming: grid.crs)
            folder = nil
            raster = try OpenRaster(source.raster, band: band)
            nameOfCode = { "\($0)" }
        case .categories(let paths, let band, let name):
            let source = try AlignedSource(paths, onGridOf: info, assuming: grid.crs)
            folder = nil
            raster = try OpenRaster(source.raster, band: band)
            let scheme = try SchemeCatalogue.builtIn().scheme(named: name)
            nameOfCode = { code in
                let landClass = scheme.landClass(of: scheme.meaning(of: .value(code)))
                return landClass.flatMap { $0.category == .nodata ? nil : $0.category.key }
            }
        case .polygons(let source):
            let layer = try ZoneLayer(reading: source)
            let folder = try HiddenFolder()
            let path = try Self.drawn(layer, on: grid, in: folder.path)
            self.folder = folder
            raster = try OpenRaster(Raster(path))
            let ids = layer.zones.map(\.id)
            nameOfCode = { ids.indices.contains($0 - 1) ? ids[$0 - 1] : nil }
        }
    }

    /// Survey polygons by class or category.
    package init(
        _ layer: ParcelLayer, by scheme: ClassScheme, byCategory: Bool, on grid: Grid
    ) throws {
        let folder = try HiddenFolder()
        let zones = layer.parcels.map { Zone(id: $0.code, polygons: $0.polygons) }
        let path = try Self.drawn(
            ZoneLayer(zones: zones, crs: layer.crs), on: grid, in: folder.path)
        self.folder = folder
        raster = try OpenRaster(Raster(path))
        nameOfCode = { number in
            guard zones.indices.contains(number - 1),
                let landClass = try? scheme.landClass(forText: zones[number - 1].id)
            else { return nil }
            return byCategory ? landClass.category.key : landClass.code.description
        }
    }

    /// A raster of the zones' places in their layer, from 1; 0 is none.
    private static func drawn(
        _ layer: ZoneLayer, on grid: Grid, in folder: String
    ) throws -> String {
        let path = "\(folder)/regions.tif"
        let file = try Dataset(
            creating: path,
            as: RasterPlan(
                width: grid.width, height: grid.height, dataType: .int32,
                transform: grid.transform, crs: grid.crs, noData: 0),
            options: ["COMPRESS=LZW", "BIGTIFF=IF_SAFER", "SPARSE_OK=TRUE"])
        let transform =
            layer.crs.isSame(as: grid.crs)
            ? nil : try CoordinateTransform(from: layer.crs, to: grid.crs)
        let shapes = try layer.zones.enumerated().map { index, zone in
            (
                shape: Geometry(try zone.polygons.map { try $0.moved(by: transform) }),
                number: index + 1
            )
        }
        try file.burn(shapes)
        try file.finish()
        return path
    }

    /// The raster of regions, to be measured.
    package var layer: Measurement.Layer {
        Measurement.Layer(raster.raster, band: raster.band.number)
    }

    /// What a code of ``layer`` is called; `nil` where it is no region.
    package func name(ofCode code: Int) -> String? { nameOfCode(code) }

    /// The regions of a window's pixels.
    package func regions(_ window: Window) throws -> RegionWindow {
        let codes = try raster.values(window)
        var places = [Int32](repeating: -1, count: codes.count)
        var last = (code: Double.nan, place: Int32(-1))
        for pixel in codes.indices where !codes[pixel].isNaN {
            if codes[pixel] != last.code { last = (codes[pixel], place(of: codes[pixel])) }
            places[pixel] = last.place
        }
        return RegionWindow(names: names, places: places)
    }

    private func place(of value: Double) -> Int32 {
        guard let code = Int(exactly: value) else { return -1 }
        if let known = placeOfCode[code] { return known }
        var place: Int32 = -1
        if let name = nameOfCode(code) {
            place = placeOfName[name] ?? Int32(names.count)
            if placeOfName[name] == nil {
                placeOfName[name] = place
                names.append(name)
            }
        }
        placeOfCode[code] = place
        return place
    }
}

extension Polygon {
    /// In another CRS, where one is given.
    package func moved(by transform: CoordinateTransform?) throws(GDALError) -> Polygon {
        guard let transform else { return self }
        var rings = rings
        for index in rings.indices { try transform.apply(to: &rings[index]) }
        return Polygon(rings: rings)
    }
}

/// An open band, read as numbers.
package final class OpenRaster {
    private let dataset: Dataset
    package let raster: Raster
    package let band: Band

    package init(_ raster: Raster, band number: Int = 1) throws(GDALError) {
        let dataset = try Dataset(opening: raster)
        guard dataset.info.bands.indices.contains(number - 1) else {
            throw GDALError(
                operation: "read band \(number) of", subject: raster.name,
                reasons: ["it has \(dataset.info.bands.count)"])
        }
        band = dataset.info.bands[number - 1]
        self.raster = raster
        self.dataset = dataset
    }

    /// Stored values, row by row; NaN is nodata.
    package func values(_ window: Window) throws(GDALError) -> [Double] {
        var values = [Double](repeating: 0, count: window.count)
        var span = values.mutableSpan
        try dataset.read(window, ofBand: band.number, into: &span)
        if let nothing = band.noData {
            let rounded = band.dataType == .float32 ? Double(Float(nothing)) : nothing
            values.withUnsafeMutableBufferPointer { values in
                for pixel in values.indices {
                    let value = values[pixel]
                    values[pixel] = value == nothing || value == rounded ? .nan : value
                }
            }
        }
        if let range = band.validRange {
            for pixel in values.indices where !range.contains(values[pixel]) {
                values[pixel] = .nan
            }
        }
        guard band.mask == .band else { return values }
        var mask = [UInt8](repeating: 0, count: window.count)
        let result = mask.withUnsafeMutableBufferPointer { memory -> GDALError? in
            do throws(GDALError) {
                try dataset.readMask(window, ofBand: band.number, into: memory)
                return nil
            } catch { return error }
        }
        if let result { throw result }
        for pixel in values.indices where mask[pixel] == 0 { values[pixel] = .nan }
        return values
    }
}
