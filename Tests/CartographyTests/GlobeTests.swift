// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Testing

@testable import Cartography
import Words

private func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon
{
    Polygon(rings: [
        [
            Point(x: west, y: south), Point(x: east, y: south), Point(x: east, y: north),
            Point(x: west, y: north), Point(x: west, y: south),
        ]
    ])
}

private func borders(_ parts: [Polygon], in crs: String = "EPSG:4326") throws -> ZoneBorders {
    ZoneBorders(
        zones: [MapZone(id: "1", name: LocalizedText("Z"), polygons: parts)], crs: try CRS(crs))
}

private func mapSubject(_ layers: [MapLayer], crs: CRS? = nil) throws -> Subject {
    var sheet = MapSheet(title: LocalizedText(""), layers: layers)
    sheet.crs = crs
    return try Subject(of: sheet)
}

/// The frame of a sheet of these layers.
private func mapFrame(_ layers: [MapLayer], crs: CRS? = nil) throws -> MapFrame {
    let subject = try mapSubject(layers, crs: crs)
    return try MapFrame(
        PageRect(x: 0, y: 0, width: 600, height: 400), around: subject.extent,
        in: subject.projection.crs)
}

private func area(_ ring: [Point]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) {
        $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
    }
}

/// The whole globe in two zones that meet at 0° and at 180°.
private let globe = [rectangle(-180, -90, 0, 90), rectangle(0, -90, 180, 90)]

@Suite("Maps across 180°, around a pole, and of the globe")
struct GlobeTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A raster whose pixels hold their number, counted by rows from 1.
    private func raster(_ crs: String, _ transform: [Double], _ width: Int, _ height: Int) throws
        -> String
    {
        let file = "\(scratch.path)/globe.tif"
        let dataset = try Dataset(
            creating: file,
            as: RasterPlan(
                width: width, height: height, dataType: .int32,
                transform: try #require(GeoTransform(transform)), crs: try CRS(crs)))
        let values = (1...Int32(width * height)).map { $0 }
        try dataset.write(
            Window(column: 0, row: 0, width: width, height: height), from: values.span)
        try dataset.close()
        return file
    }

    /// The values of a raster at some longitudes and latitudes of its map.
    private func shown(_ raster: String, crs: CRS? = nil, at places: [Point]) throws -> [Int32?] {
        let frame = try mapFrame(
            [.numbers(NumericMap(raster: Raster(raster), heading: LocalizedText("")))], crs: crs)
        let grid = DisplayGrid(crs: frame.crs, extent: frame.extent, width: 900, height: 600)
        let values = try Dataset(opening: raster).warped(
            onto: grid, resampling: .nearest, missing: Int32(0))
        return frame.page(geographic: places).map { place in
            place.map { values[Int($0.y * 1.5) * 900 + Int($0.x * 1.5)] }
        }
    }

    @Test("zones on both sides of 180° get a map of their place, about their middle")
    func zonesAcross() throws {
        let parts = [rectangle(177, -19, 180, -16), rectangle(-180, -19, -178, -16)]
        let subject = try mapSubject([.zones(borders(parts))])
        #expect(subject.projection.label.en.contains("179.50°E"))
        #expect(subject.extent.width < 550_000)
        let labels = Graticule(on: try mapFrame([.zones(borders(parts))])).labels.map(\.text)
        #expect(labels.contains("180°") && labels.contains("179°W") && labels.contains("178°E"))
        let east = try mapSubject([.zones(borders([rectangle(177, -19, 182, -16)]))])
        #expect(abs(east.extent.width - subject.extent.width) < 1)
    }

    @Test("what holds a pole or lies around it is shown about the pole")
    func polar() throws {
        let square = rectangle(-2e6, -2e6, 2e6, 2e6)
        let south = try mapSubject([.zones(borders([square], in: "EPSG:3031"))])
        #expect(south.projection.crs.wkt.contains("Lambert Azimuthal Equal Area"))
        #expect(south.projection.label.zh.contains("极点"))
        #expect(abs(south.extent.width / south.extent.height - 1) < 0.01)
        #expect(try mapFrame([.zones(borders([square], in: "EPSG:3031"))]).showsPole)
        let cap = try mapSubject([.zones(borders([rectangle(-180, 60, 180, 90)]))])
        #expect(cap.projection.label.en.contains("about the pole"))
    }

    @Test("the globe is shown whole in Equal Earth, with its outline")
    func whole() throws {
        let frame = try mapFrame([.zones(borders(globe))])
        #expect(frame.crs.wkt.contains("Equal Earth") && frame.centralMeridian == 0)
        #expect(!frame.showsPole)
        let outline = try #require(Extent(around: frame.outline))
        #expect(abs(outline.width - 600 / 1.07) < 0.5)
        // Equal Earth keeps areas: the outline holds the ellipsoid's 510 065 622 km².
        let ground = abs(area(frame.outline)) / frame.pointsPerUnit / frame.pointsPerUnit
        #expect(abs(ground / 510_065_621_724_000 - 1) < 0.001)
        #expect(frame.geographic([Point(x: 3, y: 3)]) == [nil])
    }

    @Test("a zone that crosses the seam of a map comes in parts that keep its area")
    func cutAtSeam() throws {
        let crs = try CRS("+proj=eqearth +lon_0=150 +datum=WGS84")
        let frame = try mapFrame([.zones(borders(globe))], crs: crs)
        let ring = rectangle(-60, 10, 20, 40)
        let transform = try CoordinateTransform(from: CRS.wgs84(), to: crs)
        let rings = try pageRings(of: [ring], through: transform, on: frame)
        #expect(rings.count == 2)
        #expect(rings.allSatisfy { Extent(around: $0)?.width ?? 600 < 150 })
        let there = try mapFrame([.zones(borders(globe))])
        let whole = try pageRings(
            of: [ring], through: CoordinateTransform(from: CRS.wgs84(), to: there.crs), on: there)
        #expect(whole.count == 1)
        let parts = rings.map { abs(area($0)) }.reduce(0, +)
        #expect(abs(parts / abs(area(whole[0])) - 1) < 0.002)
        let line = [Point(x: -40, y: 0), Point(x: -20, y: 0), Point(x: 0, y: 0)]
        #expect(pageLines(of: line, through: transform, on: frame).allSatisfy { $0.count < 3 })
    }

    @Test("a walk around a pole ends there; one across the seam is whole where the seam is not")
    func walks() {
        let around = stride(from: -180.0, to: 180, by: 30).map { Point(x: $0, y: -70) }
        let walk = SphereWalk(around, about: 0)
        #expect(walk.pole == -90 && !walk.isWhole)
        let cap = walk.parts().map { abs(area($0)) }.reduce(0, +)
        #expect(abs(cap - 360 * 20) < 1)
        let across = [Point(x: 170, y: 0), Point(x: -170, y: 0), Point(x: -170, y: 10)]
        #expect(!SphereWalk(across, about: 0).isWhole)
        #expect(SphereWalk(across, about: 180).isWhole)
        #expect(SphereWalk([], about: 0).parts().isEmpty)
    }

    @Test(
        "each pixel of a map of the globe has the value at its own place, up to the seam",
        arguments: [-180.0, 0])
    func world(west: Double) throws {
        let file = try raster("EPSG:4326", [west, 10, 0, 90, 0, -10], 36, 18)
        let places = [
            Point(x: 5, y: 5), Point(x: -5, y: 5), Point(x: 179, y: 5), Point(x: -179, y: 5),
            Point(x: 95, y: -65),
        ]
        let expected = places.map { place -> Int32? in
            let column = Int((place.x - west + 360).truncatingRemainder(dividingBy: 360) / 10)
            return Int32(Int((90 - place.y) / 10) * 36 + column + 1)
        }
        #expect(try shown(file, at: places) == expected)
        let pacific = try CRS("+proj=moll +lon_0=150 +datum=WGS84")
        #expect(try shown(file, crs: pacific, at: places) == expected)
    }

    @Test("beside the globe nothing is shown")
    func beside() throws {
        let file = try raster("EPSG:4326", [-180, 10, 0, 90, 0, -10], 36, 18)
        let frame = try mapFrame([
            .numbers(NumericMap(raster: Raster(file), heading: LocalizedText("")))
        ])
        let grid = DisplayGrid(crs: frame.crs, extent: frame.extent, width: 90, height: 60)
        let values = try Dataset(opening: file).warped(
            onto: grid, resampling: .nearest, missing: Int32(0))
        #expect(values[0] == 0 && values[89] == 0 && values[30 * 90 + 45] != 0)
        let sheet = MapSheet(
            title: LocalizedText(""),
            layers: [.numbers(NumericMap(raster: Raster(file), heading: LocalizedText("")))])
        let painted = Picture(width: 90, height: 60, pixels: values.map { UInt32($0) })
        #expect(!painted.hasGapOnGlobe(of: frame))
        #expect(try sheet.encoded(as: .svg).count > 1000)
    }

    @Test("a raster over a pole is shown without a break, in rows through the pole too")
    func pole() throws {
        let file = try raster("EPSG:3031", [-3e6, 1e6, 0, 3e6, 0, -1e6], 6, 6)
        let toGeographic = try CoordinateTransform(from: CRS("EPSG:3031"), to: CRS.wgs84())
        let centres = (0..<36).map {
            Point(x: Double($0 % 6) * 1e6 - 2.5e6, y: 2.5e6 - Double($0 / 6) * 1e6)
        }
        let places = toGeographic.transformed(centres).compactMap { $0 }
        #expect(try shown(file, at: places) == (1...36).map { Int32($0) })
    }

    @Test("coordinates off the Earth are an error that says which")
    func offTheEarth() {
        for (west, south) in [(38.0, 108.0), (1080, 10)] {
            #expect {
                try mapSubject([.zones(borders([rectangle(west, south, west + 2, south + 2)]))])
            } throws: { "\($0)".contains("not on Earth") }
        }
    }

    @Test("a Mercator map of the globe ends where that of its CRS does")
    func mercator() throws {
        let subject = try mapSubject([.zones(borders(globe))], crs: CRS("EPSG:3857"))
        #expect(subject.extent.height < 4.1e7)
    }
}
