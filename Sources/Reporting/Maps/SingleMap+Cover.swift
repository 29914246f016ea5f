// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import MapStyles
internal import Words
internal import Zonal

extension SingleMap {
    /// What a raster of cover, or of its change, says of itself: ``CoverRun`` wrote it there.
    struct CoverFacts {
        let isChange: Bool
        let heading: LocalizedText
        /// How it was made.
        let method: LocalizedText

        /// `nil` for a raster of anything else.
        init?(of info: RasterInfo) {
            let quantity = "fractional vegetation cover"
            guard let quantityName = info.metadata["STEPPE_QUANTITY"],
                quantityName.hasSuffix(quantity)
            else {
                return nil
            }
            isChange = quantityName != quantity
            heading =
                isChange
                ? LocalizedText(zh: "植被盖度变化", en: "Change of vegetation cover")
                : LocalizedText(zh: "植被盖度", en: "Vegetation cover")
            func fact(_ name: String) -> String { info.metadata["STEPPE_\(name)"] ?? "—" }
            let dates = isChange ? "\(fact("SINCE")) → \(fact("INPUTS"))" : fact("INPUTS")
            let regional = info.metadata["STEPPE_END_MEMBERS_BY_REGION"] != nil
            let origin = fact("END_MEMBER_ORIGIN").replacing("fixed: ", with: "")
            let pixel = (try? Grid(of: info)).map { $0.roughPixelArea / 1e6 } ?? 0
            let size = Quantity(pixel, .squareKilometres)
            let members = "\(fact("END_MEMBER_SOIL")), \(fact("END_MEMBER_CANOPY"))"
            method = LocalizedText(
                zh: "像元二分模型，端元 \(members)\(regional ? "（分区另见文件元数据）" : "")"
                    + "（\(origin)）；\(dates)"
                    + (pixel > 1 ? "；每像元约\(size.text(in: .zh, digits: 0))" : ""),
                en: "Dimidiate pixel model, end members \(members)"
                    + "\(regional ? ", by region in the file's metadata" : "")"
                    + " (\(origin)); \(dates)"
                    + (pixel > 1 ? "; a pixel is some \(size.text(in: .en, digits: 0))" : ""))
        }

        /// The raster in a ramp on which no change is white.
        func map(of raster: String, band: Int) -> NumericMap {
            var map = NumericMap(
                raster: Raster(raster), ramp: isChange ? .change : .vegetation,
                range: isChange ? -0.4...0.4 : 0...1, heading: heading,
                unit: LocalizedText(zh: "比例", en: "fraction"))
            map.band = band
            return map
        }
    }
}
