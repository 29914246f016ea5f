// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Foundation
internal import GDAL
internal import PlaneGeometry
package import Words
internal import Zonal

extension Grid {
    /// m² of a pixel in the middle of the raster, good enough to tell the finer of two.
    package var roughPixelArea: Double {
        let unit = crs.unit
        guard crs.isGeographic else { return transform.pixelArea * unit * unit }
        let latitude = (extent.minY + extent.maxY) / 2 * unit
        let radius = crs.semiMajorAxis
        return transform.pixelArea * unit * unit * radius * radius * max(0, cos(latitude))
    }

    /// What pixels of more than 1 km² (a judgement) can show, and what they cannot; `nil` for finer.
    package var coarseness: LocalizedText? {
        let size = Quantity(roughPixelArea / 1e6, .squareKilometres)
        guard size.value > 1 else { return nil }
        return LocalizedText(
            zh: "每像元约\(size.text(in: .zh, digits: 0))，混有多种地类：可看大范围的格局与均值；看不出城镇、河岸、林带、"
                + "小片沙地，也不足以评判单项工程或小旗区",
            en:
                "a pixel is some \(size.text(in: .en, digits: 0)) and mixes kinds of land: good for "
                + "broad belts and the means of large zones; towns, river banks, shelterbelts and small "
                + "sands do not show, and it judges no single project and no small zone")
    }
}
