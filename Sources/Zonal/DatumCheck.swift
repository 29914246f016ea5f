// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import PlaneGeometry

/// Finds zones whose coordinates were shifted by GCJ-02, the obfuscated datum of Chinese web maps.
///
/// GCJ-02 is not a CRS: a file in it calls itself WGS 84, and lies some 300–700 m off.
public enum DatumCheck {
    /// Compares zones with others of the same ids that are known to lie right.
    ///
    /// The displacement of each zone's outline is laid along the shift that GCJ-02 would give it
    /// there: about 1 where the zones are shifted, about 0 where they are not.
    ///
    /// - Parameters:
    ///   - zones: To be checked; longitude and latitude.
    ///   - reference: Known to be right; longitude and latitude.
    /// - Returns: A note where the zones seem shifted.
    public static func note(on zones: ZoneLayer, against reference: ZoneLayer) -> ZoneNote? {
        guard zones.crs.isGeographic, reference.crs.isGeographic else { return nil }
        let known = Dictionary(reference.zones.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var along = 0.0
        var expected = 0.0
        var ids: [String] = []
        for zone in zones.zones {
            guard let other = known[zone.id], let a = centre(of: zone), let b = centre(of: other),
                hypot(a.x - b.x, a.y - b.y) < 0.02
            else { continue }
            let shift = gcj02Shift(at: b)
            let scale = cos(b.y * .pi / 180)
            along += (a.x - b.x) * shift.x * scale * scale + (a.y - b.y) * shift.y
            expected += shift.x * shift.x * scale * scale + shift.y * shift.y
            ids.append(zone.id)
        }
        guard expected > 0, (0.5...1.5).contains(along / expected) else { return nil }
        let share = (along / expected * 100).rounded() / 100
        return ZoneNote(
            .datum, zones: ids,
            "\(zones.name): these zones lie \(share) of a GCJ-02 shift (some 500 m) from where "
                + "they are known to be. GCJ-02 is no CRS; convert them to WGS 84 or CGCS2000 first"
        )
    }

    /// The mark of GCJ-02 in what a file says of itself.
    public static func mentionsGCJ02(_ texts: some Sequence<String>) -> Bool {
        texts.contains { text in
            let text = text.lowercased()
            return ["gcj", "火星坐标", "amap", "高德"].contains { text.contains($0) }
                && !text.contains("wgs")
        }
    }

    /// By how many degrees GCJ-02 moves a place in China, by the formula in public use.
    static func gcj02Shift(at place: Point) -> Point {
        let (x, y) = (place.x - 105, place.y - 35)
        func wave(_ t: Double, _ terms: [(Double, Double)]) -> Double {
            terms.reduce(0) { $0 + $1.0 * sin(t * .pi / $1.1) } * 2 / 3
        }
        let fast = wave(x, [(20, 1.0 / 6), (20, 0.5)])
        let north =
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot() + fast
            + wave(y, [(20, 1), (40, 3), (160, 12), (320, 30)])
        let east =
            300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot() + fast
            + wave(x, [(20, 1), (40, 3), (150, 12), (300, 30)])
        let (a, eccentricitySquared) = (6_378_245.0, 0.006693421622965943)
        let latitude = place.y * .pi / 180
        let w = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
        let meridian = a * (1 - eccentricitySquared) / (w * w.squareRoot())
        let parallel = a / w.squareRoot() * cos(latitude)
        return Point(x: east / parallel * 180 / .pi, y: north / meridian * 180 / .pi)
    }

    /// The centroid of a zone, by area: steady however finely its border is drawn.
    private static func centre(of zone: Zone) -> Point? {
        var sum = Point(x: 0, y: 0)
        var area = 0.0
        for ring in zone.polygons.compactMap(\.rings.first) {
            guard let origin = ring.first else { continue }
            for (a, b) in zip(ring, ring.dropFirst()) {
                let (ax, ay) = (a.x - origin.x, a.y - origin.y)
                let (bx, by) = (b.x - origin.x, b.y - origin.y)
                let cross = ax * by - bx * ay
                area += cross / 2
                sum.x += (ax + bx) * cross / 6 + origin.x * cross / 2
                sum.y += (ay + by) * cross / 6 + origin.y * cross / 2
            }
        }
        return area == 0 ? nil : Point(x: sum.x / area, y: sum.y / area)
    }
}
