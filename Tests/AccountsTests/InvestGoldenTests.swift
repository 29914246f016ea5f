// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import CarbonAccounts
import GDAL
import PlaneGeometry
import Survey
import Tables
import Testing

/// Held against what natcap.invest 3.14.2 itself wrote (`natcap.invest.carbon.execute`, GDAL 3.6.2)
/// for these two rasters and this table, n_workers −1, 2015 to 2020, 43 a tonne, 7 % and 2.8 %.
///
/// That version keeps tonnes a pixel in single precision, so that its sums over some 2,000 pixels
/// are known to about 10⁻⁷; density by density, and in versions that keep t/ha, the arithmetic is
/// the same to 10⁻⁹ (see InvestTests).
@Suite("InVEST, run itself")
struct InvestGoldenTests {
    /// 60 × 40 pixels of 30 m × 20 m; codes 1 to 5, and 9 for nodata.
    private func codes(_ a: Int, _ b: Int) -> [UInt8] {
        (0..<40).flatMap { row in
            (0..<60).map { column in
                let n = (row * a + column * b + row * column) % 17
                return n == 16 ? 9 : UInt8(n % 5 + 1)
            }
        }
    }

    private func write(_ name: String, _ pixels: [UInt8], to scratch: Scratch) throws -> String {
        let plan = RasterPlan(
            width: 60, height: 40, dataType: .uint8,
            transform: try #require(GeoTransform([400_000, 30, 0, 4_300_000, 0, -20])),
            crs: try CRS("EPSG:32649"), noData: 9)
        let dataset = try Dataset(creating: scratch.file(name), as: plan)
        try dataset.write(Window(column: 0, row: 0, width: 60, height: 40), from: pixels.span)
        try dataset.close()
        return scratch.file(name)
    }

    @Test("totals, change and value are those of InVEST, and each pixel's")
    func golden() async throws {
        let scratch = try Scratch()
        var run = CarbonTabulation([
            [try write("bas.tif", codes(3, 5), to: scratch)],
            [try write("alt.tif", codes(7, 2), to: scratch)],
        ])
        run.years = [2015, 2020]
        run.request.methods = [.invest]
        run.valuation = InvestCarbon.Valuation(
            price: 43, discountPercent: 7, priceChangePercent: 2.8)
        run.pools = try InvestPools(
            csv: """
                lucode,c_above,c_below,c_soil,c_dead
                1,14.1,5.3,15.7,2.2
                2,1.5,1.5,8.1,0.4
                3,0.39,1.6,14.3,0.2
                4,0.05,0.05,4.4,0
                5,2.5,0.6,24.9,0.1
                """, file: "pools.csv", unit: nil)
        run.densityFile = scratch.file("density.tif")
        run.changeFile = scratch.file("change.tif")
        let table = try await run.run().table
        func value(_ quantity: String, _ year: String) -> Double? {
            let row = table.rows.first { $0[3] == .text(quantity) && $0[5] == .text(year) }
            guard case .number(let number)? = row?[6] else { return nil }
            return number
        }
        #expect(isNear(value("stock_tc", "2015"), 2792.9321679770947, within: 2e-7))
        #expect(isNear(value("stock_tc", "2020"), 2713.0805668234825, within: 2e-7))
        #expect(isNear(value("change_tc", "2015-2020"), -71.054402500391, within: 1e-6))
        #expect(isNear(value("net_present_value", "2015-2020"), -2548.2386722564697, within: 1e-6))
        func pixels(_ name: String) throws -> [Float] {
            let dataset = try Dataset(opening: scratch.file(name))
            var found = [Float](repeating: 0, count: 2400)
            var span = found.mutableSpan
            try dataset.read(Window(column: 0, row: 0, width: 60, height: 40), into: &span)
            return found
        }
        // 600 m² a pixel: 0.06 ha.
        let density = try pixels("density.tif").prefix(6).map { Double($0) * 0.06 }
        let theirs = [
            2.23799991607666, 0.9894000291824341, 1.6859999895095825, 0.6899999976158142,
            0.27000001072883606, 2.23799991607666,
        ]
        for (ours, golden) in zip(density, theirs) { #expect(isNear(ours, golden, within: 3e-7)) }
        let change = try pixels("change.tif")
        let golden = [
            0, -1.248599886894226, -0.5519999265670776, -1.5479998588562012, 0, 1.9679999351501465,
        ]
        for (ours, theirs) in zip(change, golden) {
            #expect(abs(Double(ours) * 0.06 - theirs) < 6e-7)
        }
        #expect(change.count { !$0.isNaN } == 2130)
    }
}
