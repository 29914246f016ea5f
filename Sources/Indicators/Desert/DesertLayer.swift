// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import Ecology
internal import GDAL
internal import MapStyles
package import Words
internal import Zonal

extension ContributedLayer {
    /// The parts of deserts in the zones; `nil` without a desert.
    package static func deserts(
        _ accounts: [DesertAccount], in language: Language
    ) -> ContributedLayer? {
        guard let newest = accounts.map(\.year).max() else { return nil }
        let rows = accounts.filter { $0.year == newest }.flatMap { desert in
            desert.parts.zones.map { zone in
                (
                    values: [
                        FieldValue.text(desert.region.indicator), .text(zone.id),
                        .text(zone.name),
                    ], polygons: zone.polygons
                )
            }
        }
        return ContributedLayer(
            name: "deserts",
            fields: [Field("desert", .text), Field("zone", .text), Field("name", .text)],
            rows: rows, style: .deserts(in: language))
    }
}

extension StyleSheet {
    /// Sand-coloured, with a dashed outline.
    fileprivate static func deserts(in language: Language) -> StyleSheet {
        StyleSheet(
            name: "deserts", title: language == .zh ? "沙区" : "Deserts",
            rules: [
                StyleRule(
                    title: language == .zh ? "沙区" : "Desert",
                    [
                        .polygon(
                            PolygonSymbol(
                                fill: RGBA(red: 0xE8, green: 0xD3, blue: 0xA0, alpha: 0x90),
                                stroke: LineSymbol(
                                    RGBA(red: 0x99, green: 0x6B, blue: 0x1F), width: 1,
                                    dashes: [4, 3])))
                    ])
            ])
    }
}
