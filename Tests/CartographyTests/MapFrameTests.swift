// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Testing

@testable import Cartography
import Words

private let page = PageRect(x: 40, y: 60, width: 500, height: 400)
private let ordos = Extent(minX: 106.5, minY: 37.6, maxX: 111.5, maxY: 40.9)

private func frame(of extent: Extent, in crs: CRS) throws -> MapFrame {
    let transform = try CoordinateTransform(from: CRS.wgs84(), to: crs)
    var corners = [
        Point(x: extent.minX, y: extent.minY), Point(x: extent.maxX, y: extent.maxY),
        Point(x: extent.minX, y: extent.maxY), Point(x: extent.maxX, y: extent.minY),
    ]
    try transform.apply(to: &corners)
    return try MapFrame(page, around: try #require(Extent(around: corners)), in: crs)
}

@Suite("A map's frame")
struct MapFrameTests {
    @Test("China gets Albers between a sixth and five sixths of its height")
    func albers() throws {
        let projection = try DisplayProjection(for: ordos)
        #expect(projection.crs.wkt.contains("Albers Equal Area"))
        #expect(projection.crs.wkt.contains("38.15"))
        #expect(projection.crs.wkt.contains("40.35"))
        #expect(projection.label.zh.contains("109.00°E"))
    }

    @Test("an island on the equator gets the cylinder, a polar one the plane")
    func otherProjections() throws {
        let island = try DisplayProjection(
            for: Extent(minX: 6.44, minY: 0, maxX: 6.78, maxY: 0.43))
        #expect(island.crs.wkt.contains("Lambert Cylindrical Equal Area"))
        let polar = try DisplayProjection(
            for: Extent(minX: 10, minY: 77, maxX: 30, maxY: 81))
        #expect(polar.crs.wkt.contains("Lambert Azimuthal Equal Area"))
    }

    @Test("the scale bar is as long as it says, at the centre, in any projection")
    func scaleBar() throws {
        // On the 40th parallel's Mercator map a degree of longitude, 85.39 km on WGS 84, is as wide
        // as at the equator: 111 319.49 m of the projected plane.
        let mercator = try CRS("EPSG:3395")
        let map = try frame(of: Extent(minX: 108, minY: 39, maxX: 110, maxY: 41), in: mercator)
        let bar = try #require(ScaleBar(on: map, maximumWidth: 160))
        let centre = try #require(map.geographic([map.rect.centre])[0])
        let e2 = 0.0066943799901413
        let phi = centre.y * .pi / 180
        let degree =
            .pi / 180 * 6_378_137 * cos(phi) / (1 - e2 * sin(phi) * sin(phi)).squareRoot()
        let pointsPerDegree = map.pointsPerUnit * 111_319.490793
        let expected = bar.metres / degree * pointsPerDegree
        #expect(abs(bar.width / expected - 1) < 1e-4)
        #expect(bar.width <= 160)
        #expect(bar.width > 70)
    }

    @Test(
        "a scale bar's length is a round number, whatever the room",
        arguments: [60.0, 80, 100, 130, 160])
    func roundLengths(room: Double) throws {
        let map = try frame(of: ordos, in: DisplayProjection(for: ordos).crs)
        let bar = try #require(ScaleBar(on: map, maximumWidth: room))
        let leading = bar.metres / pow(10, log10(bar.metres).rounded(.down))
        #expect([1, 2, 3, 4, 5].contains { abs($0 - leading) < 1e-9 })
        #expect(bar.width <= room + 1e-9)
    }

    @Test("north is up on the central meridian, and leans with the meridians elsewhere")
    func north() throws {
        let albers = try DisplayProjection(for: ordos).crs
        #expect(abs(try frame(of: ordos, in: albers).northward) < 1e-6)
        // In UTM zone 49 (111° E) the convergence at 109° E, 39.25° N is tan γ = tan Δλ · sin φ.
        let utm = try frame(
            of: Extent(minX: 108.9, minY: 39.2, maxX: 109.1, maxY: 39.3), in: CRS("EPSG:32649"))
        let gamma = atan(tan(2 * .pi / 180) * sin(39.25 * .pi / 180))
        #expect(abs(utm.northward - gamma) < 1e-3)
    }

    @Test("the graticule labels whole degrees where its lines leave the frame")
    func graticule() throws {
        let map = try frame(of: ordos, in: DisplayProjection(for: ordos).crs)
        let graticule = Graticule(on: map)
        #expect(graticule.step == 1)
        let labels = Set(graticule.labels.map(\.text))
        #expect(
            labels.isSuperset(of: ["107°E", "108°E", "109°E", "110°E", "38°N", "39°N", "40°N"]))
        for label in graticule.labels {
            let place = try #require(map.geographic([label.place])[0])
            let isMeridian = label.side == .top || label.side == .bottom
            let value = isMeridian ? place.x : place.y
            #expect(abs(value - value.rounded()) < 0.005)
            #expect(label.text.hasPrefix("\(Int(value.rounded()))°"))
        }
        for line in graticule.lines {
            #expect(line.allSatisfy { map.rect.grown(by: 1e-6).contains($0) })
        }
    }

    @Test(
        "degrees are written as finely as the step needs",
        arguments: [
            Written(value: 108, step: 1, text: "108°E"),
            Written(value: -113.25, step: 1 / 12.0, text: "113°15′W"),
            Written(value: 0, step: 1, text: "0°"),
            Written(value: 6.6875, step: 1 / 240.0, text: "6°41′15″E"),
            Written(value: 107.5, step: 0.5, text: "107°30′E"),
        ])
    func writtenDegrees(example: Written) {
        #expect(degrees(example.value, "E", "W", step: example.step) == example.text)
    }
}

struct Written: Sendable {
    let value: Double, step: Double
    let text: String
}
