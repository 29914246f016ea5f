// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CarbonAccounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import Indicators
internal import LandCover
internal import MapStyles
internal import Words

extension SingleMap {
    /// What a raster of classes that this program wrote says of itself: names as `CLASS_n`, and the
    /// colours of its table or, of a degradation, those of loss and gain.
    struct WrittenClasses {
        let heading: LocalizedText
        let legend: [LegendEntry]

        /// `nil` for a raster that names no classes.
        init?(of info: RasterInfo, band: Int) {
            let prefix = "CLASS_"
            let names = info.metadata.filter { $0.key.hasPrefix(prefix) }.compactMap { key, name in
                Int(key.dropFirst(prefix.count)).map { (code: $0, name: name) }
            }.sorted { $0.code < $1.code }
            guard !names.isEmpty else { return nil }
            let quantity = info.metadata["STEPPE_QUANTITY"]
            let indicator = DegradationTabulation.Indicator.allCases.first {
                $0.name.en == quantity
            }
            let colors = info.bands[band - 1].colors
            heading =
                indicator.map { LocalizedText(zh: $0.name.zh, en: $0.name.en) }
                ?? LocalizedText(zh: "地类", en: "Classes")
            let ramp = ColorRamp.change.colors(count: names.count)
            legend = names.enumerated().map { index, item in
                let name = Self.words(of: indicator, code: item.code)
                return LegendEntry(
                    code: item.code, color: colors[item.code] ?? ramp[index],
                    label: name.map { LocalizedText(zh: $0.zh, en: $0.en) }
                        ?? LocalizedText(item.name))
            }
        }

        private static func words(
            of indicator: DegradationTabulation.Indicator?, code: Int
        ) -> LocalizedText? {
            switch indicator {
            case nil: nil
            case .status: DegradationStatus(rawValue: code)?.name
            default: LandTrend(rawValue: code)?.name
            }
        }
    }

    /// What a raster of carbon says of itself, in the colours of the style that stands beside it.
    struct CarbonFacts {
        let heading: LocalizedText
        let quantity: CarbonRaster.Quantity
        private let most: Double

        /// `nil` for a raster of anything else.
        init?(of info: RasterInfo, band: Int) {
            let quantity = CarbonRaster.Quantity.allCases.first { $0.sign == info.metadata["SIGN"] }
            let facts = info.bands[band - 1].metadata
            let limits = ["MINIMUM", "MAXIMUM"].compactMap { facts["STATISTICS_\($0)"] }
                .compactMap(Double.init)
            guard let quantity, let title = info.metadata["TITLE"], limits.count == 2 else {
                return nil
            }
            self.quantity = quantity
            heading = LocalizedText(title)
            most = CarbonRaster.most(limits[0], limits[1])
        }

        /// The raster in a ramp on which nothing lost or gained is white.
        func map(of raster: String, band: Int) -> NumericMap {
            var map = NumericMap(
                raster: Raster(raster), ramp: quantity.ramp, range: quantity.range(upTo: most),
                heading: heading, unit: LocalizedText(quantity.unit))
            map.band = band
            return map
        }
    }
}
