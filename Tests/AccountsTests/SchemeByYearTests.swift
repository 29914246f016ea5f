// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import Survey
import Testing

@Suite("Class schemes by year")
struct SchemeByYearTests {
    @Test("years of two schemes compare by category, their areas the same as in one scheme")
    func twoSchemes() async throws {
        // Cropland, forest, grassland and water: as CNLUCC and as ESA WorldCover.
        let cnlucc: [UInt8] = [12, 21, 32, 42, 32, 32, 21, 12]
        let worldcover: [Int: UInt8] = [12: 40, 21: 10, 32: 30, 42: 80]
        let later: [UInt8] = [12, 21, 32, 42, 21, 32, 32, 12]
        var found: [[String: Double]] = []
        for inOneScheme in [true, false] {
            let scratch = try Scratch()
            try scratch.twoZones()
            try scratch.raster("a.tif", width: 4, cnlucc)
            try scratch.raster(
                "b.tif", width: 4, inOneScheme ? later : later.compactMap { worldcover[Int($0)] })
            let outcome = try await scratch.survey(
                """
                output = "out"
                rain = { w = 300, e = 300 }
                zones = { file = "zones.gpkg", id = "id", name = "name" }
                landcover = { scheme = "cnlucc" }
                [[year]]
                year = 2015
                landcover = "a.tif"
                [[year]]
                year = 2020
                landcover = "b.tif"
                \(inOneScheme ? "" : "scheme = \"worldcover\"")
                """)
            let says = outcome.notes.contains { $0.contains("compared by category") }
            #expect(says == !inOneScheme)
            let text = try String(
                contentsOfFile: scratch.file("out/transitions.csv"), encoding: .utf8)
            var areas: [String: Double] = [:]
            let keys = ["12": "cropland", "21": "forest", "32": "grassland", "42": "water"]
            for line in text.split(separator: "\r\n").dropFirst() {
                let row = line.split(separator: ",", omittingEmptySubsequences: false).map(
                    String.init)
                areas["\(row[2]) \(keys[row[4]] ?? row[4]) \(keys[row[6]] ?? row[6])"] = Double(
                    row[8])
            }
            found.append(areas.filter { $0.value > 0 })
        }
        #expect(found[0].keys.contains("e grassland grassland"))
        #expect(found[0].keys.contains("w grassland forest"))
        #expect(found[0] == found[1])
    }
}
