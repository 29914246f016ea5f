// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
package import GDAL
package import PlaneGeometry
package import Words
package import Zonal

/// What two maps of unchanged land would show as change, because their pixels do not lie on one
/// another.
///
/// The map whose grid is taken is laid over itself, moved by as much as the other's pixels lie beside
/// its own: each pixel then meets parts of up to four, by the area that they share. What lies on
/// another class there is gained and lost by the shift alone.
package struct Registration: Sendable {
    /// m² that a class gains and loses by the shift alone.
    package struct Amount {
        package var gain = 0.0
        package var loss = 0.0

        package init(gain: Double = 0.0, loss: Double = 0.0) {
            self.gain = gain
            self.loss = loss
        }

        /// What was lost in one place and gained in another.
        package var swap: Double { 2 * min(gain, loss) }
        /// By how much a net change may be off.
        package var reach: Double { max(gain, loss) }
    }

    /// By zone and label.
    package let zones: [String: [String: Amount]]
    /// Parts of a pixel to the right and down.
    package let shift: Point

    /// `nil` where pixels lie on one another, or differ in more than their place.
    ///
    /// - Parameters:
    ///   - pair: The two maps.
    ///   - layer: The zones; `nil` takes the raster as one.
    ///   - bands: Of the earlier and the later map.
    ///   - crs: What rasters without a CRS are taken for.
    ///   - jobs: Threads.
    ///   - label: How the account calls a code of the map whose grid is taken; `nil` for no class.
    /// - Throws: `GDALError` where the map cannot be read.
    package init?(
        of pair: AlignedPair, over layer: ZoneLayer?, bands: (before: Int, after: Int),
        assuming crs: CRS?, jobs: Int, label: (Code, _ zone: String) -> String?
    ) async throws {
        guard let shift = pair.shift else { return nil }
        let (x, y) = (abs(shift.x), abs(shift.y))
        let steps = [(0, 0), (1, 0), (0, 1), (1, 1)].map { column, row in
            (
                column: shift.x < 0 ? -column : column, row: shift.y < 0 ? -row : row,
                share: (column == 0 ? 1 - x : x) * (row == 0 ? 1 - y : y)
            )
        }.dropFirst().filter { $0.share > 1e-9 }
        let band = pair.takesGridOfBefore ? bands.before : bands.after
        let moved = try steps.map {
            try pair.gridRaster.shifted(columns: $0.column, rows: $0.row, assuming: crs)
        }
        var measurement = Measurement(
            [Measurement.Layer(pair.gridRaster, band: band)]
                + moved.map { Measurement.Layer($0, band: band) })
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: layer, jobs: jobs)
        var zoneAmounts: [String: [String: Amount]] = [:]
        for (zone, amounts) in zip(tally.zones, tally.amounts) {
            for (codes, amount) in amounts.sorted(by: {
                $0.key.lexicographicallyPrecedes($1.key)
            }) {
                guard let unmoved = label(codes[0], zone.id) else { continue }
                for (step, code) in zip(steps, codes.dropFirst()) {
                    guard let other = label(code, zone.id), other != unmoved else { continue }
                    let area = amount.areaSquareMetres * step.share
                    for key in [zone.id, "all"] {
                        zoneAmounts[key, default: [:]][unmoved, default: Amount()].loss += area
                        zoneAmounts[key, default: [:]][other, default: Amount()].gain += area
                        if zone.id == "all" { break }
                    }
                }
            }
        }
        zones = zoneAmounts
        self.shift = shift
    }

    /// Says how far the pixels lie apart, and what that alone shows as change.
    package func note(of pair: String) -> LocalizedText {
        let swap = (zones["all"] ?? [:]).sorted { $0.key < $1.key }
            .reduce(0) { $0 + $1.value.gain }
        let area = Quantity(swap, .squareMetres)
        func hectares(_ language: Language) -> String {
            (try? area.converted(to: .hectares))?.text(in: language, digits: 1) ?? ""
        }
        func part(_ value: Double) -> String { decimal(abs(value), digits: 3) }
        return LocalizedText(
            zh: "\(pair)：两图像元错开\(part(shift.x))列、\(part(shift.y))行；仅此错位就会显示\(hectares(.zh))的变化"
                + "（shift_swap_m2），净变化的上下限已据此放宽",
            en:
                "\(pair): the pixels lie \(part(shift.x)) of a column and \(part(shift.y)) of a row "
                + "apart; that alone would show \(hectares(.en)) as changed (shift_swap_m2), and net "
                + "changes are given that much room")
    }
}
