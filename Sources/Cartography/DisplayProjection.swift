// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import GDAL
package import PlaneGeometry
package import Words

/// The CRS that a map is shown in, and what the sheet says of it.
package struct DisplayProjection: Sendable {
    package let crs: CRS
    package let label: LocalizedText

    /// A CRS that the user chose.
    package init(_ crs: CRS) {
        self.crs = crs
        label = LocalizedText(crs.name)
    }

    /// Chooses a projection for an extent, so that areas on the map compare truly.
    ///
    /// Albers' equal-area conic between standard parallels a sixth of the height from bottom and
    /// top (Snyder 1987, *Map Projections*, USGS Prof. Paper 1395, p. 99), about the middle meridian.
    /// Near the equator the cone opens into Lambert's cylinder, near a pole it flattens into
    /// Lambert's plane, and half the world or more is shown in Equal Earth.
    ///
    /// - Parameter extent: Longitudes and latitudes, in degrees, as ``Extent/init(onSphere:)`` gives
    ///   them; from −180 to 180 where they go all around.
    /// - Throws: `GDALError` where PROJ does not take the projection.
    package init(for extent: Extent) throws(GDALError) {
        let middle = (x: (extent.minX + extent.maxX) / 2, y: (extent.minY + extent.maxY) / 2)
        let south = hundredths(extent.minY + extent.height / 6)
        let north = hundredths(extent.maxY - extent.height / 6)
        let meridian = hundredths(normalLongitude(middle.x))
        let (nearest, farthest) = (
            min(abs(extent.minY), abs(extent.maxY)), max(abs(extent.minY), abs(extent.maxY))
        )
        let isFarFromEquator = extent.minY * extent.maxY > 0 && nearest >= 30
        let rest = "+lon_0=\(meridian) +datum=WGS84 +units=m +type=crs"
        let zh = "中央经线 \(degreesEast(meridian))"
        let en = "central meridian \(degreesEast(meridian))"
        if isFarFromEquator, extent.width > 180 {
            crs = try CRS("+proj=laea +lat_0=\(middle.y > 0 ? 90 : -90) \(rest)")
            label = LocalizedText(
                zh: "兰勃特等积方位投影（极点为中心），\(zh)",
                en: "Lambert azimuthal equal-area about the pole, \(en)")
        } else if extent.width > 180 || extent.height > 110 {
            crs = try CRS("+proj=eqearth \(rest)")
            label = LocalizedText(zh: "等积地球投影，\(zh)", en: "Equal Earth, \(en)")
        } else if abs(middle.y) > 75 || isFarFromEquator && farthest > 85 {
            crs = try CRS("+proj=laea +lat_0=\(hundredths(middle.y)) \(rest)")
            label = LocalizedText(
                zh: "兰勃特等积方位投影，\(zh)", en: "Lambert azimuthal equal-area, \(en)")
        } else if abs(middle.y) < 3 || south * north < 0 {
            let parallel = max(abs(south), abs(north))
            crs = try CRS("+proj=cea +lat_ts=\(parallel) \(rest)")
            label = LocalizedText(
                zh: "兰勃特等积圆柱投影，标准纬线 ±\(parallel)°，\(zh)",
                en: "Lambert cylindrical equal-area, standard parallels "
                    + "±\(parallel)°, \(en)")
        } else {
            crs = try CRS("+proj=aea +lat_1=\(south) +lat_2=\(north) +lat_0=\(middle.y) \(rest)")
            let parallels = (degreesNorth(south), degreesNorth(north))
            label = LocalizedText(
                zh: "阿尔伯斯等积圆锥投影，标准纬线 \(parallels.0) 和 \(parallels.1)，\(zh)",
                en: "Albers equal-area conic, standard parallels "
                    + "\(parallels.0) and \(parallels.1), \(en)")
        }
    }
}

/// To the hundredth of a degree, so that the sheet can say it in full.
private func hundredths(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }

private func degreesEast(_ value: Double) -> String {
    String(format: "%.2f°", abs(value)) + (value < 0 ? "W" : "E")
}

private func degreesNorth(_ value: Double) -> String {
    String(format: "%.2f°", abs(value)) + (value < 0 ? "S" : "N")
}
