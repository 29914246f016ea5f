// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import PlaneGeometry

/// The Gauss–Krüger bands of a Chinese datum, and their EPSG codes.
///
/// Each band has two CRS: one whose eastings begin with the band's number, and one whose eastings do
/// not and which is called by its central meridian.
struct GaussKruger: Sendable {
    /// The code of the datum's longitude and latitude.
    let geographic: Int
    /// The codes of the first band: with its number in the easting, and without.
    private let sixDegrees: (numbered: Int, plain: Int)
    private let threeDegrees: (numbered: Int, plain: Int)

    /// China lies in the 6° bands 13 to 23 and in the 3° bands 25 to 45.
    private static let sixDegreeBands = 13...23
    private static let threeDegreeBands = 25...45

    private static let all = [
        GaussKruger(
            geographic: 4490, sixDegrees: (4491, 4502), threeDegrees: (4513, 4534)),
        GaussKruger(
            geographic: 4610, sixDegrees: (2327, 2338), threeDegrees: (2349, 2370)),
        GaussKruger(
            geographic: 4214, sixDegrees: (21413, 21453), threeDegrees: (2401, 2422)),
    ]

    /// The bands of a CRS's datum, or those of CGCS2000.
    static func family(of crs: CRS) -> GaussKruger {
        let base = try? crs.geographicBase().code
        return all.first { "EPSG:\($0.geographic)" == base } ?? all[0]
    }

    /// The code of the CRS whose eastings begin with a band's number; `nil` for no band of China.
    func numbered(band: Int) -> Int? {
        if Self.sixDegreeBands.contains(band) { return sixDegrees.numbered + band - 13 }
        return Self.threeDegreeBands.contains(band) ? threeDegrees.numbered + band - 25 : nil
    }

    /// The code of the same band's CRS without the number in its eastings.
    func plain(band: Int) -> Int? {
        if Self.sixDegreeBands.contains(band) { return sixDegrees.plain + band - 13 }
        return Self.threeDegreeBands.contains(band) ? threeDegrees.plain + band - 25 : nil
    }

    /// The codes without numbers of the 3° and the 6° band around a longitude, in degrees.
    func plain(around longitude: Double) -> [Int] {
        let bands = [
            Int((longitude / 3).rounded()), Int(((longitude + 3) / 6).rounded()),
        ]
        return bands.compactMap(plain(band:))
    }

    /// Whether eastings begin with the number of another band than that of a CRS that has one.
    func isOtherBand(_ extent: Extent, than crs: CRS) -> Bool {
        guard let code = crs.code?.split(separator: ":").last.flatMap({ Int($0) }),
            (13...45).contains(where: { numbered(band: $0) == code }),
            let band = Self.band(ofEastings: extent.minX...extent.maxX)
        else { return false }
        return numbered(band: band) != nil && numbered(band: band) != code
    }

    /// The number that both eastings begin with, where they look like those of a band.
    static func band(ofEastings x: ClosedRange<Double>) -> Int? {
        let band = (x.lowerBound / 1e6).rounded(.down)
        guard band == (x.upperBound / 1e6).rounded(.down), band >= 13, band <= 45 else {
            return nil
        }
        return Int(band)
    }
}
