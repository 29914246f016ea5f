// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import GDAL
import Support
import Testing

@testable import Zonal

@Suite("KeptPictures")
struct KeptPictureTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// The picture that another run with the same store has.
    private func picture(
        of raster: String, by rule: String = "a rule", fresh: Bool = false,
        make: () -> [UInt8]?
    ) throws -> [UInt8]? {
        let store = TallyStore(at: scratch.path("kept"), fresh: fresh)
        return try TallyStore.$current.withValue(store) {
            try KeptPictures.picture(of: Raster(raster), by: rule, make: make)
        }
    }

    private func raster(_ pixel: UInt8 = 1) throws -> String {
        try scratch.raster("classes.tif", [[pixel, 2]])
    }

    @Test("what was made is kept, for the same raster and rule alone")
    func kept() throws {
        let path = try raster()
        #expect(try picture(of: path) { [1, 2, 3] } == [1, 2, 3])
        #expect(try picture(of: path) { [9] } == [1, 2, 3])
        #expect(try picture(of: path, by: "another") { [4] } == [4])
        #expect(try picture(of: path, fresh: true) { [5] } == [5])
        #expect(try picture(of: path) { [9] } == [5])
    }

    @Test("a raster with other pixels has another picture")
    func otherPixels() throws {
        #expect(try picture(of: raster()) { [1] } == [1])
        #expect(try picture(of: raster(7)) { [2] } == [2])
    }

    @Test("a damaged picture is made anew")
    func damaged() throws {
        let path = try raster()
        #expect(try picture(of: path) { [1, 2, 3] } == [1, 2, 3])
        let folder = scratch.path("kept/pictures")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let file = try "\(folder)/\(#require(names.first))"
        var bytes = try readFile(at: file)
        #expect(names.count == 1 && bytes.suffix(3) == [1, 2, 3])
        bytes[bytes.count - 1] = 4
        try WholeFile.write(bytes, to: file)
        #expect(try picture(of: path) { [8] } == [8])
    }

    @Test("nothing is kept where there is no picture, or no store")
    func nothing() throws {
        let path = try raster()
        #expect(try picture(of: path) { nil } == nil)
        #expect(try KeptPictures.picture(of: Raster(path), by: "a rule") { [1] } == [1])
        #expect(!FileManager.default.fileExists(atPath: scratch.path("kept/pictures")))
    }
}
