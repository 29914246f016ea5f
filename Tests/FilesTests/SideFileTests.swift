// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@testable import Files

@Suite("Side files of what is replaced")
struct SideFileTests {
    private let folder: String

    init() throws { folder = try keptFolder("side-files") }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private func write(_ names: String...) {
        for name in names {
            _ = FileManager.default.createFile(
                atPath: "\(folder)/\(name)", contents: Data("old".utf8))
        }
    }

    private func make(_ name: String, overwrite: Bool = true) throws {
        try WholeFile.write("new", to: "\(folder)/\(name)", overwrite: overwrite)
    }

    @Test("statistics, overviews and masks go with the raster that they describe")
    func raster() throws {
        write("a.tif", "a.tif.aux.xml", "a.tif.ovr", "a.tif.msk", "a.qml", "b.tif.aux.xml")
        try make("a.tif")
        #expect(names == ["a.qml", "a.tif", "b.tif.aux.xml"])
    }

    @Test("an index of a shapefile and a log of a database go with them")
    func vectors() throws {
        write("a.shp", "a.qix", "a.sbn", "a.gpkg", "a.gpkg-wal", "a.gpkg-journal", "a.qgs")
        try make("a.shp")
        try make("a.gpkg")
        #expect(names == ["a.gpkg", "a.qgs", "a.shp"])
    }

    @Test("without --overwrite nothing is put beside somebody's side files")
    func orphan() throws {
        write("a.tif.aux.xml")
        let error = #expect(throws: WriteError.self) { try make("a.tif", overwrite: false) }
        #expect("\(try #require(error))".contains("a.tif.aux.xml"))
        #expect(names == ["a.tif.aux.xml"])
    }

    @Test("where an output cannot take its place, side files return")
    func rollback() async throws {
        write("a.tif", "a.tif.ovr")
        await #expect(throws: WriteError.self) {
            try await WholeFile.together {
                try make("a.tif")
                try make("b.csv", overwrite: false)
                // Somebody else makes it meanwhile.
                write("b.csv")
            }
        }
        #expect(names == ["a.tif", "a.tif.ovr", "b.csv"])
        #expect(
            FileManager.default.contents(atPath: "\(folder)/a.tif") == Data("old".utf8))
    }
}
