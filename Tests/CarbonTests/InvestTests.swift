// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import DataFiles
import Testing

@Suite struct InvestTests {
    let table = "LUCODE,C_Above,c_below,C_SOIL,c_dead\n1,15,10,60,1\n2,5,3,20,0\n"

    func pools(_ csv: String) throws -> InvestPools { try InvestPools(csv: csv, file: "p.csv") }

    func metres(_ size: Double) throws -> InvestCarbon.Grid {
        try .init(pixelWidth: size, pixelHeight: -size, isProjectedInMetres: true)
    }

    @Test(
        "valuation factors are those of InVEST's own tests: EX-3.7",
        arguments: [
            (50.0, 5.0, 50.0, 2010, 2012, 40.87302), (-7.1, 2.8, 43, 2016, 2030, 59.00136),
            (0, 0, 43, 2016, 2030, 43),
        ])
    func factors(
        discount: Double, change: Double, price: Double, from: Int, to: Int, expected: Double
    ) throws {
        let valuation = InvestCarbon.Valuation(
            price: price, discountPercent: discount, priceChangePercent: change)
        #expect((try valuation.factor(from: from, to: to) - expected).magnitude < 1e-5)
    }

    @Test("totals, change and value are those of InVEST's own tests: EX-3.8")
    func totals() throws {
        let pools = try pools(table)
        #expect(pools.rows[1]?.investTotal == 86 && pools.rows[2]?.investTotal == 28)
        let counts = [InvestCarbon.Pair(before: 1, after: 2): 100]
        let valuation = InvestCarbon.Valuation(
            price: 43, discountPercent: -7.1, priceChangePercent: 2.8)
        let found = try InvestCarbon.summary(
            of: counts, pools: pools, grid: metres(1), valuation: (valuation, 2016, 2030))
        #expect(near(found.before, 0.86) && near(found.after, 0.28))
        #expect(near(found.investChange, -0.58) && near(found.change, -0.58))
        #expect(near(found.investValue, -34.22079, within: 1e-6))
        let flat = InvestCarbon.Valuation(price: 43, discountPercent: 0, priceChangePercent: 0)
        let plain = try InvestCarbon.summary(
            of: counts, pools: pools, grid: metres(1), valuation: (flat, 2016, 2030))
        #expect(near(plain.value, -24.94, within: 1e-7))
        #expect(plain.warning == nil)
    }

    @Test("a comma within quotation marks is no end of a cell")
    func quotedComma() throws {
        let table = "lucode,name,c_above,c_below,c_soil,c_dead\n1,\"Trees, open\",5,1,2,3\n"
        #expect(try pools(table).rows[1]?.total == 11)
    }

    @Test("a change of −1 t/ha vanishes in InVEST, is kept here, and is reported: EX-3.9")
    func nodataTrap() throws {
        let pools = try pools("lucode,c_above,c_below,c_soil,c_dead\n1,5,0,0,0\n2,4,0,0,0")
        let found = try InvestCarbon.summary(
            of: [.init(before: 1, after: 2): 100], pools: pools, grid: metres(30))
        #expect(found.investChange == 0)
        #expect(near(found.change, -9))
        #expect(found.lostPixels == 100)
        #expect(found.warning?.contains("100 pixels") == true)
    }

    @Test("densities that single precision cannot hold are added as InVEST adds them")
    func singlePrecision() throws {
        let pools = try pools(
            "lucode,c_above,c_below,c_soil,c_dead\n1,44.60,11.10,106.10,1.90\n2,0,0,40.9,0")
        // numpy: np.sum(np.float32([44.60, 11.10, 106.10, 1.90])[:, None], axis=0)
        #expect(pools.rows[1]?.investTotal.bitPattern == 1126413106)
        let found = try InvestCarbon.summary(
            of: [.init(before: 1, after: 1): 1_000_000], pools: pools, grid: metres(100))
        #expect(near(found.before, 1e6 * Double(pools.rows[1]?.investTotal ?? 0), within: 1e-15))
    }

    @Test("a raster of five classes has the totals of InVEST's arithmetic in numpy")
    func golden() throws {
        // numpy 2: i = arange(2000); a = (i*7 + i//50) % 5 + 1; b = (i*i + 3*i) % 5 + 1; pools added
        // with np.sum(float32, axis=0); d = B - A; npv = d * np.float32(factor);
        // totals = np.sum(…, dtype=float64) * (25 * 20 / 10000).
        let pools = try pools(
            """
            lucode,c_above,c_below,c_soil,c_dead
            1,44.6,11.1,106.1,1.9
            2,7.59,4.0,80.5,0.8
            3,1.34,10.07,85.4,0.45
            4,3.0,0.68,76.83,0.07
            5,0,0,40.9,0
            """)
        var counts: [InvestCarbon.Pair: Int] = [:]
        for i in 0..<2000 {
            let pair = InvestCarbon.Pair(
                before: (i * 7 + i / 50) % 5 + 1, after: (i * i + 3 * i) % 5 + 1)
            counts[pair, default: 0] += 1
        }
        let valuation = InvestCarbon.Valuation(
            price: 43, discountPercent: -7.1, priceChangePercent: 2.8)
        let found = try InvestCarbon.summary(
            of: counts, pools: pools,
            grid: .init(pixelWidth: 25, pixelHeight: -20, isProjectedInMetres: true),
            valuation: (valuation, 2016, 2030))
        #expect(near(found.before, 9506.599578857422, within: 1e-13))
        #expect(near(found.after, 10589.19937133789, within: 1e-13))
        #expect(near(found.investChange, 1082.5997924804688, within: 1e-12))
        #expect(near(found.investValue, 63874.86181640625, within: 1e-9))
    }

    @Test("a code without a row stops the summary")
    func missingRow() throws {
        let pools = try pools(table)
        let error = #expect(throws: CarbonError.self) {
            try InvestCarbon.summary(
                of: [.init(before: 1, after: 8): 1], pools: pools, grid: metres(1))
        }
        #expect(error?.description.contains("code is 8") == true)
    }

    @Test("pixels need not be square, and a geographic CRS is refused")
    func grids() throws {
        let grid = try InvestCarbon.Grid(
            pixelWidth: 20, pixelHeight: -30, isProjectedInMetres: true)
        #expect(near(grid.hectaresPerPixel, 0.06))
        let error = #expect(throws: CarbonError.self) {
            try InvestCarbon.Grid(
                pixelWidth: 0.001, pixelHeight: 0.001, isProjectedInMetres: false)
        }
        #expect(error?.description.contains("gdalwarp") == true)
    }

    @Test(
        "a bad pools table is refused at its line",
        arguments: [
            ("lucode,c_above,c_below,c_soil\n1,1,1,1", "no column 'c_dead'"),
            ("lucode,c_above,c_below,c_soil,c_dead\n1,1,,1,1", "c_below is empty"),
            ("lucode,c_above,c_below,c_soil,c_dead\n1,1,x,1,1", "not a number"),
            ("lucode,c_above,c_below,c_soil,c_dead\n1,1,-2,1,1", "negative"),
            ("lucode,c_above,c_below,c_soil,c_dead\n1,1,2,1,1\n1,1,2,1,1", "twice"),
            ("lucode,c_above,c_below,c_soil,c_dead\n1,1,2,10610,1", "another unit"),
            ("lucode,c_above,c_below,c_soil,c_dead\n", "no rows"),
        ])
    func badTables(csv: String, hint: String) {
        let error = #expect(throws: DataFileError.self) { try pools(csv) }
        #expect(error?.description.contains(hint) == true, "\(String(describing: error))")
    }

    @Test("a table in kg/m² is converted where that is declared, and doubted where it is not")
    func units() throws {
        let csv = "\u{FEFF}lucode,c_above,c_below,c_soil,c_dead\r\n 1 ,\"1.5\",1,6,0.1\r\n"
        let unit = try #require(CarbonUnit("kg C/m2"))
        let declared = try InvestPools(csv: csv, file: "p.csv", unit: unit)
        #expect(near(declared.rows[1]?.total, 86))
        #expect(declared.warnings.isEmpty)
        #expect(try pools(csv).warnings.first?.contains("kg C/m2") == true)
    }

    @Test("codes that the table lacks are listed")
    func missingCodes() throws {
        let error = #expect(throws: DataFileError.self) {
            try pools(table).require([1, 9, 7, 2, 9], raster: "lc.tif")
        }
        #expect(error?.description.contains("7, 9") == true)
    }
}
