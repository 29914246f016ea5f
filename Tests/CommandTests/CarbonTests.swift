// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("steppe carbon")
struct CarbonVerbTests {
    /// A value of the table by method, quantity, pool and zone.
    private func value(
        _ run: Command.Run, _ method: String, _ quantity: String, pool: String = "all",
        zone: String = "all"
    ) -> Double? {
        run.rows.first {
            $0[0] == zone && $0[2] == method && $0[3] == quantity && $0[4] == pool
        }.flatMap { Double($0[6]) }
    }

    /// Two rasters of 10 × 10 pixels of 1 m in UTM zone 49, all of one code each.
    private func utm() throws -> Folder {
        let folder = try Folder()
        for (name, code) in [("bas", 1), ("alt", 2)] {
            let row = Array(repeating: "\(code)", count: 10).joined(separator: " ")
            let head = "ncols 10\nnrows 10\nxllcorner 400000\nyllcorner 4300000\ncellsize 1\n"
            try folder.write(
                head + "NODATA_value 0\n" + String(repeating: row + "\n", count: 10),
                to: "\(name).asc")
        }
        return folder
    }

    @Test("InVEST's own test figures come out, and a loss of 1 t/ha is told as lost")
    func invest() async throws {
        let folder = try utm()
        try folder.write(
            "LUCODE,C_Above,C_Below,C_Soil,C_Dead\n1,15,10,60,1\n2,5,3,20,0\n", to: "pools.csv")
        let run = try await folder.run(
            "carbon", "bas.asc", "alt.asc", "--method", "invest", "--pools", "pools.csv",
            "--raster-crs", "EPSG:32649", "--from", "2016", "--to", "2030", "--npv",
            "43,-7.1,2.8")
        #expect(run.status == 0, "\(run.errors)")
        #expect(abs((value(run, "invest", "stock_tc") ?? 0) - 0.86) < 1e-9)
        #expect(abs((value(run, "invest", "change_tc") ?? 0) + 0.58) < 1e-9)
        #expect(abs((value(run, "invest", "net_present_value") ?? 0) + 34.22079) < 1e-4)
        try folder.write(
            "lucode,c_above,c_below,c_soil,c_dead\n1,5,0,0,0\n2,4,0,0,0\n", to: "trap.csv")
        let trap = try await folder.run(
            "carbon", "bas.asc", "alt.asc", "--method", "invest", "--pools", "trap.csv",
            "--raster-crs", "EPSG:32649")
        #expect(value(trap, "invest", "change_tc") == 0)
        #expect(abs((value(trap, "invest", "change_tc_of_all_pixels") ?? 0) + 0.01) < 1e-12)
        #expect(trap.errors.contains("100 pixels"))
    }

    @Test("sand that turned shrub and steppe that was ploughed have the worked example's sinks")
    func transitions() async throws {
        let folder = try Folder()
        // Squares of 1 km: IGBP's barren to closed shrubland, grassland to cropland.
        let head = "ncols 7\nnrows 1\nxllcorner 500000\nyllcorner 4300000\ncellsize 1000\n"
        try folder.write(head + "NODATA_value 0\n16 16 16 16 16 16 10\n", to: "lc2015.asc")
        try folder.write(head + "NODATA_value 0\n6 6 6 6 6 6 12\n", to: "lc2020.asc")
        try folder.write("zone,precipitation_mm\nraster,300\n", to: "rain.csv")
        let run = try await folder.run(
            "carbon", "lc2015.asc", "lc2020.asc", "--scheme", "igbp", "--rain", "rain.csv",
            "--raster-crs", "EPSG:32649", "--draws", "0", "--method",
            "steady-state,transition20")
        #expect(run.status == 0, "\(run.errors)")
        // A square of 1 km on the map is 100.08 ha on the ground where the scale is 0.9996.
        let scale = 1 / (0.9996 * 0.9996)
        let steady = value(run, "steady_state", "sink_tc_per_year") ?? 0
        let slow = value(run, "transition20", "sink_tc_per_year") ?? 0
        #expect(abs(steady / (1116.2 * scale) - 1) < 1e-5)
        #expect(abs(slow / (154.528571 * scale) - 1) < 1e-5)
        let removals = value(run, "transition20", "net_emissions_tco2e") ?? 0
        #expect(abs(removals + slow * 44 / 12) < 1e-9)
    }

    @Test("any number of jobs prints the same bytes, and zones add up to the city exactly")
    func jobs() async throws {
        let folder = try Folder()
        try folder.writeRaster("lc2015.asc")
        try folder.writeRaster(
            "lc2020.asc", rows: ["10 10 30 30", "30 10 30 30", "60 60 10 10", "30 60 40 0"])
        try folder.writeZones()
        func run(_ jobs: String) async throws -> Command.Run {
            try await folder.run(
                "carbon", "lc2015.asc", "lc2020.asc", "--zones", "zones.geojson", "--zone-id", "id",
                "--scheme", "worldcover", "--draws", "5000", "--jobs", jobs, "--method",
                "stock,steady-state,transition20,flux")
        }
        let (one, seven) = (try await run("1"), try await run("7"))
        #expect(one.status == 0, "\(one.errors)")
        #expect(one.output == seven.output && one.rows.count > 60)
        for method in ["stock", "steady_state", "transition20"] {
            let parts = ["a", "b"].compactMap { value(one, method, "stock_tc", zone: $0) }
            #expect(parts.count == 2 && parts[0] + parts[1] == value(one, method, "stock_tc"))
        }
    }

    @Test("bad pools, years, CRS and methods are refused with a way out")
    func refusals() async throws {
        let folder = try utm()
        try folder.writeRaster()
        try folder.write("lucode,c_above,c_below,c_soil,c_dead\n1,5,0,0,0\n", to: "short.csv")
        try folder.write("lucode,c_above,c_below,c_soil,c_dead\n1,-5,0,0,0\n", to: "bad.csv")
        let utm = ["--raster-crs", "EPSG:32649"]
        for (arguments, words) in [
            (
                ["bas.asc", "alt.asc", "--method", "invest", "--pools", "short.csv"] + utm,
                "lucode 2"
            ),
            (["bas.asc", "--method", "invest", "--pools", "bad.csv"] + utm, "negative"),
            (["bas.asc", "--method", "invest"] + utm, "--pools"),
            (["lc.asc", "--method", "invest", "--pools", "short.csv"], "gdalwarp"),
            (["bas.asc", "alt.asc", "--from", "2020", "--to", "2020"] + utm, "later second year"),
            (["bas.asc", "--method", "transition20", "--year", "2020"] + utm, "two years"),
            (["lc.asc", "--scheme", "worldcover"], "--year"),
        ] {
            let run = try await Command.run(["carbon"] + arguments, in: folder)
            #expect(run.status == 65 && run.errors.contains(words), "\(arguments): \(run.errors)")
        }
    }

    @Test(
        "a pools table in kg/m2 or Mg is converted where that is declared, and asked about where not"
    )
    func units() async throws {
        let folder = try utm()
        let head = "lucode,c_above,c_below,c_soil,c_dead\n"
        try folder.write(head + "1,15,10,60,1\n2,5,3,20,0\n", to: "t.csv")
        try folder.write(head + "1,1.5,1,6,0.1\n2,0.5,0.3,2,0\n", to: "kg.csv")
        func run(_ pools: String, _ unit: [String]) async throws -> Command.Run {
            try await Command.run(
                ["carbon", "bas.asc", "alt.asc", "--method", "invest", "--pools", pools]
                    + ["--raster-crs", "EPSG:32649"] + unit, in: folder)
        }
        let tonnes = try await run("t.csv", [])
        for (pools, unit) in [
            ("t.csv", ["--pools-unit", "Mg C/ha"]), ("kg.csv", ["--pools-unit", "kg C/m2"]),
        ] {
            let other = try await run(pools, unit)
            #expect(other.status == 0, "\(other.errors)")
            let a = value(other, "invest", "stock_tc") ?? 0
            #expect(abs(a - (value(tonnes, "invest", "stock_tc") ?? -1)) < 1e-9)
        }
        let silent = try await run("kg.csv", [])
        #expect(silent.status == 0 && silent.errors.contains("kg C/m2"))
        for unit in ["Mg", "kg C/ha/yr", "t"] {
            let wrong = try await run("t.csv", ["--pools-unit", unit])
            #expect([64, 65].contains(wrong.status) && wrong.errors.contains("t C/ha"), "\(unit)")
        }
    }

    @Test("pixels that are not square count by their area; degrees are refused for InVEST alone")
    func pixels() async throws {
        let folder = try utm()
        try folder.writeRaster()
        try folder.write(
            "lucode,c_above,c_below,c_soil,c_dead\n10,1,1,1,1\n30,1,1,1,1\n40,1,1,1,1\n"
                + "60,1,1,1,1\n", to: "pools.csv")
        // 10 pixels a side of 1 m × 2 m.
        let head = "ncols 10\nnrows 10\nxllcorner 500000\nyllcorner 4300000\ndx 1\ndy 2\n"
        let row = Array(repeating: "10", count: 10).joined(separator: " ") + "\n"
        try folder.write(head + String(repeating: row, count: 10), to: "oblong.asc")
        let utm = ["--raster-crs", "EPSG:32649"]
        let invest = try await Command.run(
            [
                "carbon", "oblong.asc", "--method", "invest", "--pools", "pools.csv", "--year",
                "2020",
            ]
                + utm, in: folder)
        #expect(abs((value(invest, "invest", "stock_tc") ?? 0) - 4 * 200e-4) < 1e-12)
        let stock = try await Command.run(
            ["carbon", "oblong.asc", "--scheme", "worldcover", "--year", "2020", "--draws", "0"]
                + utm, in: folder)
        let exact = 36 * 200e-4 / (0.9996 * 0.9996)
        #expect(abs((value(stock, "stock", "stock_tc") ?? 0) / exact - 1) < 1e-5)
        let degrees = try await Command.run(
            ["carbon", "lc.asc", "--method", "invest", "--pools", "pools.csv"], in: folder)
        #expect(degrees.status == 65 && degrees.errors.contains("gdalwarp"))
    }

    @Test("a sample of the newest raster adjusts areas, and says where the uncertainty comes from")
    func samples() async throws {
        let folder = try Folder()
        // Squares of 1 km: five of forest, two of grassland.
        let head = "ncols 7\nnrows 1\nxllcorner 500000\nyllcorner 4300000\ncellsize 1000\n"
        try folder.write(head + "NODATA_value 0\n10 10 10 10 10 30 30\n", to: "lc2020.asc")
        var text = "map,reference\n"
        for (map, reference, count) in [(10, 10, 9), (10, 30, 1), (30, 30, 10)] {
            text += String(repeating: "\(map),\(reference)\n", count: count)
        }
        try folder.write(text, to: "samples.csv")
        let arguments = [
            "carbon", "lc2020.asc", "--scheme", "worldcover", "--raster-crs", "EPSG:32649",
            "--draws", "0", "--samples", "samples.csv",
        ]
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 0 && run.errors.contains("20 units"), "\(run.errors)")
        let scale = 1 / (0.9996 * 0.9996)
        // 450 ha of forest at 36 t C/ha and 250 of steppe at 16.19.
        let expected = (450 * 36 + 250 * 16.19) * scale
        #expect(abs((value(run, "stock", "stock_tc") ?? 0) / expected - 1) < 1e-4)
        let why = try await Command.run(arguments + ["--show", "uncertainty"], in: folder)
        #expect(why.rows.contains { $0[6] == "accuracy sample samples.csv 2020" })
        let lines = try await Command.run(arguments + ["--show", "lines"], in: folder)
        #expect(lines.rows.contains { $0[5] == "soil" && $0[6] == "forest" })
    }
}
