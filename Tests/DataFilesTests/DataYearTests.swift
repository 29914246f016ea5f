// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@Suite("The year in a file's name")
struct DataYearTests {
    @Test(
        "a file's name states the year of its data",
        arguments: [
            ("landcover_2020.tif", 2020), ("CLCD_v01_2020_19851.tif", 2020),
            ("MCD12Q1.A2020001.h26v05.061.2022146033956.tif", 2020),
            ("MOD13Q1.A2019193.h26v05.tif", 2019), ("ordos_mod_ndvi_200006_010deg.tif", 2000),
            ("ESA_WorldCover_10m_2021_v200_N39E108_Map.tif", 2021),
            ("S2A_MSIL2A_20200715T031541_N0500_R118_T49SCB_20230424T023423.tif", 2020),
            ("nlcd_2011_land_cover_l48_20210604.img", 2011), ("n49_40_2010lc030.tif", 2010),
            ("zion_nlcd2011_30m.tif", 2011), ("鄂尔多斯2015年.tif", 2015),
            ("lc_cgcs2000_2020.tif", 2020), ("xian1980_2015.tif", 2015), ("lc_20200715.tif", 2020),
            ("2000/lc_2020.tif", 2020), ("tiles/150622_2020.tif", 2020),
        ])
    func stated(name: String, year: Int) {
        #expect(DataYear.inName(of: name) == year)
    }

    @Test(
        "numbers that are no date state no year",
        arguments: [
            "lc.tif", "150622.tif", "lc_199.tif", "lc_2150.tif", "lc_20201350.tif", "lc_202013.tif",
            "2020/lc.tif", "lc_cgcs2000.tif", "h26v05.061.2022146033956.tif", "a12020.tif",
        ])
    func none(name: String) {
        #expect(DataYear.inName(of: name) == nil)
    }

    @Test("a date's year is its first four digits")
    func dates() {
        #expect(DataYear.ofTimestamp("2020:07:01 12:00:00") == 2020)
        #expect(DataYear.ofTimestamp("2020-07-01T00:00:00Z") == 2020)
        #expect(DataYear.ofTimestamp("20200701") == 2020)
        #expect(DataYear.ofTimestamp("July 2020") == nil && DataYear.ofTimestamp("12") == nil)
    }
}
