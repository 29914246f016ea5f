// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import Support
import Testing

@Suite("Files and folders that appear whole or not at all")
struct WholeFileTests: FolderTests {
    let folder: String

    init() throws { folder = try keptFolder("whole") }

    private struct Fault: Error {}

    @Test("a file that is there is kept unless it may be replaced")
    func overwriting() throws {
        let path = "\(folder)/a.csv"
        try WholeFile.write("one", to: path, overwrite: false)
        #expect(throws: WriteError.self) {
            try WholeFile.write("two", to: path, overwrite: false)
        }
        #expect(text("a.csv") == "one")
        try WholeFile.write("two", to: path, overwrite: true)
        #expect(text("a.csv") == "two")
        #expect(names == ["a.csv"])
    }

    @Test("a failure half-way leaves what was there, and nothing beside it")
    func failing() throws {
        try WholeFile.write("one", to: "\(folder)/a.csv")
        #expect(throws: Fault.self) {
            try WholeFile.make("\(folder)/a.csv") { beside throws(Fault) in
                _ = FileManager.default.createFile(atPath: beside, contents: Data("half".utf8))
                throw Fault()
            }
        }
        #expect(text("a.csv") == "one")
        #expect(names == ["a.csv"])
    }

    @Test("a file in pieces is there with the last of them, and not at all where one fails")
    func pieces() async throws {
        let path = "\(folder)/a.csv"
        try await WholeFile.write(to: path) { write in
            try write([0x61])
            #expect(text("a.csv") == nil)
            try write([0x62])
        }
        #expect(text("a.csv") == "ab")
        await #expect(throws: Fault.self) {
            try await WholeFile.write(to: path) { write in
                try write([0x63])
                throw Fault()
            }
        }
        #expect(text("a.csv") == "ab" && names == ["a.csv"])
        await #expect(throws: WriteError.self) {
            try await WholeFile.write(to: path, overwrite: false) { _ in }
        }
    }

    @Test("a device is written to as it is, not replaced by a file")
    func device() throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/null", withDestinationPath: "/dev/null")
        try WholeFile.write("gone", to: "\(folder)/null", overwrite: false)
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
                as? FileAttributeType == .typeCharacterSpecial)
        #expect(names == ["null"])
    }

    @Test("a link stays a link, and what it leads to is replaced")
    func link() throws {
        try WholeFile.write("one", to: "\(folder)/real.csv")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/link.csv", withDestinationPath: "real.csv")
        try WholeFile.write("two", to: "\(folder)/link.csv")
        #expect(text("real.csv") == "two")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.csv")
                == "real.csv")
    }

    private func makeFolder(overwrite: Bool, holding text: String, fails: Bool = false) async throws
    {
        try await WholeFile.makeFolder("\(folder)/out", overwrite: overwrite, marker: "mark") {
            try WholeFile.write(text, to: "\($0)/mark")
            if fails { throw Fault() }
        }
    }

    @Test("a folder is replaced whole, or stays as it was")
    func folders() async throws {
        try await makeFolder(overwrite: false, holding: "one")
        await #expect(throws: WriteError.self) {
            try await makeFolder(overwrite: false, holding: "two")
        }
        await #expect(throws: Fault.self) {
            try await makeFolder(overwrite: true, holding: "two", fails: true)
        }
        #expect(text("out/mark") == "one")
        try await makeFolder(overwrite: true, holding: "two")
        #expect(text("out/mark") == "two")
        #expect(names == ["out"])
    }

    @Test("a folder of other things is never replaced, with --overwrite or without")
    func precious() async throws {
        let precious = "\(folder)/out"
        try FileManager.default.createDirectory(
            atPath: precious, withIntermediateDirectories: true)
        try WholeFile.write("years of work", to: "\(precious)/thesis.txt")
        await #expect(throws: WriteError.self) {
            try await makeFolder(overwrite: true, holding: "two")
        }
        #expect(text("out/thesis.txt") == "years of work")
    }

    @Test("a file is never replaced by a folder")
    func fileInPlaceOfFolder() async throws {
        try WholeFile.write("data", to: "\(folder)/out")
        await #expect(throws: WriteError.self) {
            try await makeFolder(overwrite: true, holding: "two")
        }
        #expect(text("out") == "data")
    }

    @Test("a name of one letter is a name")
    func oneLetter() throws {
        try WholeFile.check("x", overwrite: false)
        try WholeFile.checkFolder("x", overwrite: false, marker: "mark")
    }

    @Test("missing folders on the way are made, and a file on the way is an error of creation")
    func parents() async throws {
        try await WholeFile.makeFolder("\(folder)/a/b/out/", overwrite: false, marker: "mark") {
            try WholeFile.write("x", to: "\($0)/mark")
        }
        #expect(text("a/b/out/mark") == "x")
        try WholeFile.write("x", to: "\(folder)/file")
        do {
            try WholeFile.checkFolder("\(folder)/file/out", overwrite: false, marker: "mark")
            Issue.record("a file is no folder")
        } catch {
            #expect(error.failureKind == .cannotCreate)
        }
    }
}
