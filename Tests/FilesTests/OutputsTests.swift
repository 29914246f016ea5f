// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@testable import Files

@Suite("Outputs that take their places together, out of hidden folders")
struct OutputsTests: FolderTests {
    let folder: String

    init() throws { folder = try keptFolder("outputs") }

    private struct Fault: Error {}

    @Test("all of a run's outputs come, or none does")
    func together() async throws {
        try WholeFile.write("old", to: "\(folder)/a.csv")
        await #expect(throws: Fault.self) {
            try await WholeFile.together {
                try WholeFile.write("new", to: "\(folder)/a.csv")
                try WholeFile.write("new", to: "\(folder)/b.csv")
                throw Fault()
            }
        }
        #expect(names == ["a.csv"] && text("a.csv") == "old")
        try await WholeFile.together {
            try WholeFile.write("new", to: "\(folder)/a.csv")
            try WholeFile.write("new", to: "\(folder)/b.csv")
            #expect(text("a.csv") == "old")
            #expect(try readFile(at: WholeFile.made("\(folder)/a.csv")) == Array("new".utf8))
        }
        #expect(names == ["a.csv", "b.csv"] && text("a.csv") == "new" && text("b.csv") == "new")
    }

    @Test("where the last cannot be placed, the first goes back, and what it replaced returns")
    func rollback() async throws {
        try WholeFile.write("old", to: "\(folder)/a.csv")
        await #expect(throws: WriteError.self) {
            try await WholeFile.together {
                try WholeFile.write("new", to: "\(folder)/a.csv")
                try WholeFile.write("new", to: "\(folder)/b.csv", overwrite: false)
                // Somebody else makes it meanwhile.
                _ = FileManager.default.createFile(
                    atPath: "\(folder)/b.csv", contents: Data("theirs".utf8))
            }
        }
        #expect(names == ["a.csv", "b.csv"] && text("a.csv") == "old" && text("b.csv") == "theirs")
    }

    @Test("two outputs of one name are refused")
    func twice() async throws {
        await #expect(throws: WriteError.self) {
            try await WholeFile.together {
                try WholeFile.write("one", to: "\(folder)/a.csv")
                try WholeFile.write(
                    "two", to: "\(folder)/../\(URL(filePath: folder).lastPathComponent)/a.csv")
            }
        }
        #expect(names == [])
    }

    @Test("side files come along, and never over somebody's own")
    func sideFiles() throws {
        func make(overwrite: Bool) throws {
            try WholeFile.make("\(folder)/a.shp", overwrite: overwrite) { made in
                for path in [made, made.replacing(".shp", with: ".dbf")] {
                    _ = FileManager.default.createFile(atPath: path, contents: Data("mine".utf8))
                }
            }
        }
        try WholeFile.write("theirs", to: "\(folder)/a.dbf")
        #expect(throws: WriteError.self) { try make(overwrite: false) }
        #expect(names == ["a.dbf"] && text("a.dbf") == "theirs")
        try make(overwrite: true)
        #expect(names == ["a.dbf", "a.shp"] && text("a.dbf") == "mine")
    }

    @Test("what a dead run left is removed by the next one, what a live one has is not")
    func leftovers() throws {
        let dead = "\(folder)/.steppe-1-2"
        try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: false)
        _ = FileManager.default.createFile(atPath: "\(dead)/east.tif", contents: Data("half".utf8))
        let alive = "\(folder)/.steppe-1-3"
        try FileManager.default.createDirectory(atPath: alive, withIntermediateDirectories: false)
        let lock = open(alive, O_RDONLY | O_DIRECTORY)
        flock(lock, LOCK_EX)
        defer { close(lock) }
        #expect(try visibleFiles(in: folder) == [])
        try WholeFile.write("x", to: "\(folder)/a.csv")
        #expect(names == [".steppe-1-3", "a.csv"])
    }

    @Test("a hidden folder goes with its object, and errors name files as users know them")
    func hidden() throws {
        var hidden: HiddenFolder? = try HiddenFolder(in: folder, for: "a.csv")
        let path = try #require(hidden?.path)
        #expect(HiddenFolder.holds("\(path)/a.csv") && !HiddenFolder.holds("\(folder)/a.csv"))
        #expect(HiddenFolder.shown("\(path)/a.csv: full") == "\(folder)/a.csv: full")
        hidden = nil
        #expect(names == [])
    }

    @Test("an error on a file that is gone by then names the output that it was for")
    func passing() throws {
        let hidden = try HiddenFolder(passingFor: "out.gpkg")
        let text = HiddenFolder.shown("cannot write '\(hidden.path)/kinds.tif': full")
        #expect(text.hasPrefix("cannot write 'out.gpkg, by way of a temporary file in /"))
        #expect(text.hasSuffix("': full") && !text.contains("kinds"))
        let other = try HiddenFolder(passingFor: nil)
        #expect(HiddenFolder.shown("\(other.path)/a.tif: full").hasPrefix("a temporary file in /"))
    }
}
