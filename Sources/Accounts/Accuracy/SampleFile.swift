// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
package import GDAL
package import PlaneGeometry
internal import Zonal

/// Where reference samples lie, and what their columns mean.
public struct SampleSource: Hashable, Sendable {
    /// A CSV file, or a layer of points.
    public var path: String
    /// The layer; may be left out where there is only one.
    public var layer: String?
    /// The class on the map; may be missing where a raster tells it.
    public var mapField = "map"
    /// The class in truth.
    public var referenceField = "reference"
    /// The stratum that a unit was drawn from; where the column is missing, strata are map classes.
    public var stratumField = "stratum"
    /// How many units of its stratum each one stands for, N_h / n_h.
    public var weightField = "weight"
    /// The zone that a unit lies in; where the column is missing, its coordinates tell.
    public var zoneField = "zone"
    /// The CRS of coordinates, where the file names none; WGS 84 where this is not given either.
    public var crs: String?

    /// Samples of a file with the usual names of columns.
    public init(path: String) { self.path = path }
}

/// A unit of a reference sample as its file has it.
package struct SamplePoint {
    /// Its place in the file, from 1.
    package let number: Int
    package let place: Point?
    package var map: String?
    package let reference: String
    package let stratum: String?
    package let weight: Double?
    package var zone: String?
}

/// A reference sample, read.
package struct SampleFile {
    package var points: [SamplePoint]
    package let crs: CRS
    package let name: String
    /// Whether classes are what became what: `21>32`.
    package let isOfChange: Bool

    /// The columns of the map's class, where there is one, and of the true class; two each where a
    /// sample is of change.
    private static func columns(
        of table: AttributeTable, _ source: SampleSource
    ) throws -> (map: [Int]?, reference: [Int]) {
        if let reference = table.index(ofAny: source.referenceField) {
            return (table.index(ofAny: source.mapField).map { [$0] }, [reference])
        }
        func pair(_ field: String) -> [Int]? {
            guard let before = table.index(ofAny: field + "_before"),
                let after = table.index(ofAny: field + "_after")
            else { return nil }
            return [before, after]
        }
        guard let reference = pair(source.referenceField) else {
            throw ZoneError.noField(
                file: source.path, field: source.referenceField, fields: table.columns)
        }
        return (pair(source.mapField), reference)
    }

    package init(reading source: SampleSource) throws {
        let table = try AttributeTable(reading: source.path, layer: source.layer)
        let (map, reference) = try Self.columns(of: table, source)
        let stratum = table.index(ofAny: source.stratumField)
        let weight = table.index(ofAny: source.weightField)
        let zone = table.index(ofAny: source.zoneField)
        let x = table.index(ofAny: "lon", "longitude", "x")
        let y = table.index(ofAny: "lat", "latitude", "y")
        var points: [SamplePoint] = []
        for (index, row) in table.rows.enumerated() {
            guard let truth = Transition.text(of: reference, in: row) else {
                throw row.error(
                    "has no '\(table.columns[reference[0]])'; every unit of the sample must be "
                        + "interpreted, or the areas are biased")
            }
            func number(_ column: Int?) throws -> Double? {
                guard let column, let text = row.cells[column].text else { return nil }
                if let number = row.cells[column].number { return number }
                throw row.error("has '\(text)' in column '\(table.columns[column])', not a number")
            }
            var place = row.geometry?.extent.map { Point(x: $0.minX, y: $0.minY) }
            if place == nil, let east = try number(x), let north = try number(y) {
                place = Point(x: east, y: north)
            }
            points.append(
                SamplePoint(
                    number: index + 1, place: place,
                    map: map.flatMap { Transition.text(of: $0, in: row) },
                    reference: truth, stratum: stratum.flatMap { row.cells[$0].text },
                    weight: try number(weight), zone: zone.flatMap { row.cells[$0].text }))
        }
        guard !points.isEmpty else {
            throw SurveyError.unusable(file: source.path, why: "it holds no sample")
        }
        self.points = points
        isOfChange = reference.count > 1
        crs = try source.crs.map { try CRS($0) } ?? table.crs ?? CRS.wgs84()
        name = source.path
        try refuseOffItsCRS(
            Extent(around: points.lazy.compactMap(\.place)), crs, file: source.path)
    }

    /// Reads the map's class at each point; points off the raster or on nodata keep none.
    package mutating func readMap(_ raster: Raster, band: Int, assuming assumed: CRS?) throws {
        let dataset = try Dataset(opening: raster)
        let grid = try Grid(of: dataset.info, assuming: assumed)
        let places = try pixels(on: grid)
        let info = dataset.info.bands[band - 1]
        var value = [0.0]
        var integer: [Int64] = [0]
        for (index, pixel) in places.enumerated() {
            points[index].map = nil
            guard let pixel, pixel.x >= 0, pixel.y >= 0, pixel.x < Double(grid.width),
                pixel.y < Double(grid.height)
            else { continue }
            let window = Window(column: Int(pixel.x), row: Int(pixel.y), width: 1, height: 1)
            if info.dataType.isInteger64 {
                var span = integer.mutableSpan
                try dataset.read(window, ofBand: band, into: &span)
                if !info.isNoData(integer: integer[0]) { points[index].map = "\(integer[0])" }
                continue
            }
            var span = value.mutableSpan
            try dataset.read(window, ofBand: band, into: &span)
            guard !info.isNoData(value[0]), let code = Int(exactly: value[0]) else { continue }
            points[index].map = "\(code)"
        }
    }

    /// Finds the class of the parcel that each point lies in; points in none keep none.
    package mutating func readMap(_ account: ParcelAccount) throws {
        let places = try moved(to: account.crs)
        let ground = account.pieces.flatMap { pieces in
            pieces.filter { $0.key != "nodata" }.sorted { $0.key < $1.key }.flatMap { piece in
                piece.value.compactMap { polygon in
                    Extent(around: polygon.rings[0]).map { (piece.key, polygon, $0) }
                }
            }
        }
        for (index, place) in places.enumerated() {
            points[index].map = place.flatMap { point in
                ground.first { _, polygon, extent in
                    extent.minX <= point.x && point.x <= extent.maxX && extent.minY <= point.y
                        && point.y <= extent.maxY && polygon.contains(point)
                }?.0
            }
        }
    }

    private func pixels(on grid: Grid) throws -> [Point?] {
        try moved(to: grid.crs).map { $0.map(grid.transform.pixel(of:)) }
    }

    /// The points' places in another CRS.
    private func moved(to target: CRS) throws -> [Point?] {
        for point in points where point.place == nil {
            throw SurveyError.unusable(
                file: name,
                why: "sample \(point.number) has no place, so the map cannot be read there. Give "
                    + "points, columns 'lon' and 'lat', or the map's class in a column 'map'")
        }
        let places = points.compactMap(\.place)
        return crs.isSame(as: target)
            ? places.map(Optional.some)
            : try CoordinateTransform(from: crs, to: target).transformed(places)
    }

    /// Finds the zone of each point that names none.
    mutating func findZones(_ zones: ZoneLayer) throws {
        let shapes = zones.zones.map { ($0.id, PreparedGeometry(Geometry($0.polygons))) }
        let transform =
            crs.isSame(as: zones.crs) ? nil : try CoordinateTransform(from: crs, to: zones.crs)
        for index in points.indices where points[index].zone == nil {
            guard let place = points[index].place,
                let here = transform.map({ $0.transformed([place])[0] }) ?? place
            else { continue }
            let point = try Geometry(wkt: "POINT (\(here.x) \(here.y))")
            points[index].zone = shapes.first { $0.1.intersects(point) }?.0
        }
    }
}

extension Polygon {
    /// Whether a point lies inside, by the number of sides to its east.
    fileprivate func contains(_ point: Point) -> Bool {
        var isInside = false
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
                let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
                if point.x < x { isInside.toggle() }
            }
        }
        return isInside
    }
}

/// What became what, as samples of change call it: two labels with a sign between.
package struct Transition: Hashable {
    package let before: String
    package let after: String

    package init(_ before: String, _ after: String) {
        self.before = before
        self.after = after
    }

    /// Reads `21>32`; `nil` where a label is no transition.
    package init?(_ label: String) {
        let parts = label.split(separator: ">", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.init(String(parts[0]), String(parts[1]))
    }

    package var label: String { "\(before)>\(after)" }

    /// The text of one column, or of two as a transition; `nil` where one is empty.
    package static func text(of columns: [Int], in row: AttributeTable.Row) -> String? {
        let texts = columns.compactMap { row.cells[$0].text }.filter { !$0.isEmpty }
        return texts.count == columns.count ? texts.joined(separator: ">") : nil
    }
}
