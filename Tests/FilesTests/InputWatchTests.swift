// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import Support
import Testing

@Suite("Inputs are the same files from first to last")
struct InputWatchTests {
    private let folder: String

    init() throws { folder = try keptFolder("watch") }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
    }

    @Test("a file that is replaced between two openings fails the second, by its name")
    func replaced() throws {
        try write("one", to: "a.csv")
        try InputWatch.$current.withValue(InputWatch()) {
            _ = try readFile(at: "\(folder)/a.csv")
            _ = try readFile(at: "\(folder)/a.csv")
            try write("two", to: "a.csv")
            let error = #expect(throws: ReadError.self) { try readFile(at: "\(folder)/a.csv") }
            #expect(error?.failureKind == .tryAgain)
            #expect(error.map { "\($0)".hasPrefix("\(folder)/a.csv: changed") } == true)
        }
    }

    @Test("an output is not placed when an input has changed since it was read")
    func atTheEnd() throws {
        try write("one", to: "a.csv")
        try InputWatch.$current.withValue(InputWatch()) {
            _ = try readFile(at: "\(folder)/a.csv")
            try write("other", to: "a.csv")
            #expect(throws: ReadError.self) { try WholeFile.write("x", to: "\(folder)/b.csv") }
        }
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/b.csv"))
    }

    @Test("a side file that comes up while its raster is read is a change")
    func appeared() throws {
        let watch = InputWatch()
        try watch.note(["\(folder)/a.tif.aux.xml"])
        try watch.check()
        try write("<PAMDataset/>", to: "a.tif.aux.xml")
        #expect(throws: ReadError.self) { try watch.check() }
    }

    @Test("an output may be read, and replaced, by the run that made it")
    func ownOutputs() throws {
        try InputWatch.$current.withValue(InputWatch()) {
            try WholeFile.write("one", to: "\(folder)/b.csv")
            _ = try readFile(at: "\(folder)/b.csv")
            try WholeFile.write("two", to: "\(folder)/b.csv")
            _ = try readFile(at: "\(folder)/b.csv")
        }
    }
}
