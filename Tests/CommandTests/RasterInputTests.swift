// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@Suite("Rasters that hold nothing, lie off their CRS or are on a sphere")
struct RasterInputTests {
    private static let nothing = [String](repeating: "0 0 0 0", count: 4)

    @Test(
        "a result without one valid pixel is an error in every verb",
        arguments: [
            ["tabulate", "none.asc", "-o", "out.csv"],
            ["tabulate", "none.asc", "--scheme", "worldcover"],
            ["tabulate", "lc.asc", "--values", "none.asc"],
            ["change", "none.asc", "lc.asc", "--scheme", "worldcover"],
            ["change", "lc.asc", "none.asc", "--scheme", "worldcover"],
            ["carbon", "none.asc", "--scheme", "worldcover", "--year", "2020"],
            ["layers", "none.asc", "--scheme", "none", "-o", "out.gpkg"],
            ["cover", "none.asc", "--scale", "0.0001", "-o", "out.tif"],
            [
                "degradation", "none.asc", "none.asc", "none.asc", "none.asc", "--land-before",
                "lc.asc", "--land-after", "lc.asc", "--scheme", "worldcover", "--scale", "0.0001",
                "--target-years", "1", "--land-years", "5",
            ],
        ])
    func nothingValid(arguments: [String]) async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeRaster("none.asc", rows: Self.nothing)
        let before = folder.names
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.output == "")
        #expect(run.errors.contains("none.asc"), "\(run.errors)")
        #expect(run.errors.contains("nothing to measure"), "\(run.errors)")
        #expect(folder.names == before)
    }

    @Test("a survey with a year that holds nothing is an error")
    func emptyYear() async throws {
        let folder = try Folder.withSurvey()
        try folder.writeRaster(rows: Self.nothing)
        let run = try await folder.run("survey", "survey.toml")
        #expect(run.status == 65 && run.errors.contains("nothing to measure"), "\(run.errors)")
    }

    @Test(
        "a pipe is refused wherever a file is read", .comesBack(within: 300),
        arguments: [
            ["tabulate", "pipe"], ["tabulate", "lc.asc", "--zones", "pipe"],
            ["tabulate", "lc.asc", "--values", "pipe"],
            ["tabulate", "lc.asc", "--scheme", "./pipe"],
            ["map", "lc.asc", "--style", "pipe", "-o", "a.png"], ["survey", "pipe"],
            ["merge", "pipe"], ["inspect", "pipe"], ["parcels", "pipe"],
            ["accuracy", "pipe", "--map", "lc.asc"],
            [
                "carbon", "lc.asc", "--scheme", "worldcover", "--year", "2020", "--method",
                "invest",
                "--pools", "pipe",
            ],
        ])
    func pipes(arguments: [String]) async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try #require(mkfifo("\(folder.path)/pipe", 0o600) == 0)
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains("a pipe"), "\(run.errors)")
    }

    /// One pixel of 0.5° on a sphere.
    private func sphere() throws -> Folder {
        let folder = try Folder()
        try folder.write(
            """
            ncols 2
            nrows 2
            xllcorner 109
            yllcorner 39
            cellsize 0.01
            10 10
            10 10

            """, to: "lc.asc")
        try folder.writeZones()
        return folder
    }

    @Test("--area chooses the ground's area or the sphere's, and a note says which")
    func area() async throws {
        let folder = try sphere()
        func run(_ more: String...) async throws -> Command.Run {
            try await Command.run(
                ["tabulate", "lc.asc", "--raster-crs", "+proj=longlat +R=6371007.181"] + more,
                in: folder)
        }
        let (ground, datum) = (try await run(), try await run("--area", "datum", "--lang", "zh"))
        let areas = try [ground, datum].map { try #require(Double($0.rows[1][6])) }
        #expect(areas[0] / areas[1] > 1.0005)
        #expect(ground.errors.contains("on a sphere") && datum.errors.contains("球面面积"))
        let plain = try await folder.run("tabulate", "lc.asc", "--raster-crs", "EPSG:4326")
        #expect(plain.rows[1][6] == ground.rows[1][6] && plain.errors == "")
    }

    @Test("a survey's key `area` does the same, and provenance keeps it")
    func surveyArea() async throws {
        let folder = try sphere()
        var areas: [Double] = []
        for key in ["", "area = \"datum\""] {
            try folder.writeSurvey(
                "raster_crs = \"+proj=longlat +R=6371007.181\"\n\(key)", scheme: "worldcover")
            let run = try await folder.run("survey", "survey.toml", "--no-maps", "--overwrite")
            #expect(run.status == 0 && run.errors.contains("on a sphere"), "\(run.errors)")
            let rows = CSV.lines(of: folder.text("out/areas.csv"))
            let column = try #require(rows[0].firstIndex(of: "area_m2"))
            areas.append(rows.dropFirst().reduce(0) { $0 + (Double($1[column]) ?? 0) })
        }
        #expect(areas[0] > areas[1] * 1.0005)
        #expect(folder.text("out/provenance.json").contains("\"datum\""))
        try folder.writeSurvey("area = \"moon\"")
        let run = try await folder.run("survey", "survey.toml", "--overwrite")
        #expect(run.status == 65 && run.errors.contains("survey.toml:1"), "\(run.errors)")
    }

    @Test("a datum whose shift is unknown is warned of, and seven parameters silence the warning")
    func datumShift() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        func run(_ crs: String) async throws -> Command.Run {
            try await folder.run(
                "tabulate", "lc.asc", "--raster-crs", "EPSG:4490", "--zones", "zones.geojson",
                "--zone-id", "id", "--zones-crs", crs)
        }
        let unknown = try await run("EPSG:4610")
        #expect(unknown.status == 0 && unknown.errors.contains("warning: PROJ knows no shift"))
        #expect(unknown.errors.contains("+towgs84="))
        let known = try await run("+proj=longlat +ellps=IAU76 +towgs84=-100,50,20,0,0,0,0")
        #expect(known.status == 0 && !known.errors.contains("warning"), "\(known.errors)")
        let pipeline = try await run(
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=cart "
                + "+ellps=IAU76 +step +proj=helmert +x=-100 +y=50 +z=20 +step +inv +proj=cart "
                + "+ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg")
        #expect(pipeline.status == 0 && !pipeline.errors.contains("warning"), "\(pipeline.errors)")
        func pixels(_ run: Command.Run) -> Double {
            run.rows.dropFirst().filter { $0[2] != "outside" }.reduce(0) {
                $0 + (Double($1[5]) ?? .nan)
            }
        }
        #expect(abs(pixels(known) - pixels(pipeline)) < 1e-4)
        #expect(abs(pixels(known) - pixels(unknown)) > 1e-2)
    }
}
