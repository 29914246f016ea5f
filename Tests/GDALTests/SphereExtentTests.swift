// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import PlaneGeometry
import Testing

@testable import GDAL

@Suite("Extents on the sphere")
struct SphereExtentTests {
    private func extent(_ longitudes: Double...) -> Extent? {
        Extent(onSphere: longitudes.map { Point(x: $0, y: 10) })
    }

    @Test("places on one side of 180° keep their extent")
    func ordinary() {
        #expect(extent(106.5, 111.5, 108) == Extent(minX: 106.5, minY: 10, maxX: 111.5, maxY: 10))
        #expect(extent(-20, 35)?.maxX == 35)
        #expect(extent() == nil)
    }

    @Test("places on both sides of 180° lie together, however their longitudes are counted")
    func across() {
        for places in [[176, -178], [176, 182], [-184, -178], [536, 182]] as [[Double]] {
            let found = Extent(onSphere: places.map { Point(x: $0, y: 0) })
            #expect(found?.minX == 176 && found?.maxX == 182, "\(places)")
        }
    }

    @Test("a longitude of any turn is brought within half around, and one within stays")
    func normal() {
        #expect(
            [180, -180, 181, 540, -190, 108.25].map(normalLongitude) == [
                180, -180, -179, -180, 170, 108.25,
            ])
    }

    @Test("extents on both sides of 180° are joined there")
    func union() {
        let west = Extent(minX: 170, minY: -20, maxX: 175, maxY: -10)
        let east = Extent(minX: -178, minY: -15, maxX: -176, maxY: -5)
        let whole = Extent(unionOnSphere: [west, east])
        #expect(whole == Extent(minX: 170, minY: -20, maxX: 184, maxY: -5))
        let half = Extent(minX: -180, minY: 0, maxX: 0, maxY: 1)
        let other = Extent(minX: 0, minY: 0, maxX: 180, maxY: 1)
        #expect(Extent(unionOnSphere: [half, other])?.width == 360)
    }
}
