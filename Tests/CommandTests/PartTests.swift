// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("steppe tabulate --part and steppe merge")
struct PartTests {
    private let folder: Folder
    private let raster: String
    private let banners: String

    init() throws {
        folder = try Folder()
        raster = try Folder.bundled("synthetic/landcover_2020.tif")
        banners = try Folder.bundled("zones/ordos_banners.geojson")
    }

    private func tabulate(_ more: String...) async throws -> Command.Run {
        try await Command.run(
            ["tabulate", raster, "--zones", banners, "--zone-id", "adcode", "-q"] + more,
            in: folder)
    }

    private func measure(_ part: String, as name: String) async throws {
        let run = try await tabulate("--part", part, "-o", name)
        #expect(run.status == 0, "\(run.errors)")
    }

    private func merge(_ names: [String]) async throws -> Command.Run {
        try await Command.run(["merge", "-q"] + names, in: folder)
    }

    @Test(
        "1, 3 and 8 parts, merged in any order, give the bytes of the whole", arguments: [1, 3, 8])
    func parts(count: Int) async throws {
        let whole = try await tabulate()
        let numbers = Array(1...count)
        for number in numbers { try await measure("\(number)/\(count)", as: "\(number).tally") }
        for order in [numbers, numbers.reversed(), numbers.filter { $0 > 1 } + [1]] {
            let merged = try await merge(order.map { "\($0).tally" })
            #expect(merged.status == 0, "\(merged.errors)")
            #expect(merged.output == whole.output)
        }
    }

    @Test("a tally is small, and says its version, its part and its checksum")
    func file() async throws {
        try await measure("2/3", as: "2.tally")
        let lines = folder.text("2.tally").split(separator: "\n")
        #expect(lines.first == "steppe-tally\t1")
        #expect(lines.contains("part\t2/3"))
        #expect(lines.last?.hasPrefix("sha256\t") == true)
        #expect((folder.data("2.tally")?.count ?? .max) < 20_000)
    }

    @Test("a missing part, and one that is there twice, are named")
    func incomplete() async throws {
        for number in 1...2 { try await measure("\(number)/3", as: "\(number).tally") }
        let missing = try await merge(["1.tally", "2.tally"])
        #expect(missing.status == 65 && missing.errors.contains("3/3"), "\(missing.errors)")
        let twice = try await merge(["1.tally", "2.tally", "2.tally"])
        #expect(twice.status == 65 && twice.errors.contains("2/3"), "\(twice.errors)")
    }

    @Test("a tally of other zones, of another raster, or cut another way is refused by name")
    func foreign() async throws {
        try await measure("1/2", as: "1.tally")
        try await measure("2/3", as: "thirds.tally")
        let zones = try await tabulate(
            "--part", "2/2", "--where", "adcode <> '150602'", "-o", "zones.tally")
        #expect(zones.status == 0, "\(zones.errors)")
        let other = try Folder.bundled("synthetic/landcover_2015.tif")
        let year = try await Command.run(
            [
                "tabulate", other, "--zones", banners, "--zone-id", "adcode", "--part", "2/2", "-o",
                "year.tally",
            ], in: folder)
        #expect(year.status == 0, "\(year.errors)")
        for name in ["thirds.tally", "zones.tally", "year.tally"] {
            let merged = try await merge(["1.tally", name])
            #expect(merged.status == 65 && merged.errors.contains(name), "\(merged.errors)")
            #expect(merged.output == "")
        }
    }

    @Test("a damaged tally, one of a later version and a file that is none are refused")
    func damaged() async throws {
        try await measure("1/1", as: "whole.tally")
        let text = folder.text("whole.tally")
        try folder.write(text.replacing("150602", with: "150603"), to: "changed.tally")
        try folder.write(String(text.dropLast(200)), to: "short.tally")
        try folder.write(
            text.replacing("steppe-tally\t1", with: "steppe-tally\t9"), to: "later.tally")
        try folder.write("zone,name\r\n", to: "table.csv")
        for name in ["changed.tally", "short.tally", "later.tally", "table.csv"] {
            let run = try await merge([name])
            #expect(run.status == 65 && run.errors.contains(name), "\(name): \(run.errors)")
        }
    }

    /// A tally with lines changed and its checksum made right again.
    private func forge(_ name: String, _ change: (String) -> String) async throws {
        let lines = folder.text("1.tally").split(separator: "\n").dropLast()
        let body = change(lines.joined(separator: "\n") + "\n")
        try folder.write(body, to: "body")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sha256sum", "\(folder.path)/body"]
        process.standardOutput = pipe
        try process.run()
        process.waitUntilExit()
        let sum = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self).prefix(
            64)
        try folder.write(body + "sha256\t\(sum)\n", to: name)
    }

    @Test("a tally of other zones, with a checksum that holds, is of another measurement")
    func otherZones() async throws {
        for number in 1...2 { try await measure("\(number)/2", as: "\(number).tally") }
        try await forge("1.tally") { $0.replacing("zone\t150602", with: "zone\tother") }
        let run = try await merge(["1.tally", "2.tally"])
        #expect(run.status == 65 && run.errors.contains("2.tally: is of another measurement"))
    }

    @Test(
        "a malformed line is named, though the checksum holds",
        arguments: [
            ("part\t1/1", "part\t1/1\npart\t1/2"), ("part\t1/1", "part\t1/1\npart\t1/1"),
            ("value\t1.0", "value\tnan"), ("amount\t0\t", "amount\t99\t"),
            ("amount\t0\t", "amount\t0\t1,"), ("amount\t0\t", "amount\t0\t\t"),
            ("zone\t150603", "zone\t150602"), ("amount\t1", "zone\tlate\t\namount\t1"),
        ])
    func malformed(old: String, new: String) async throws {
        try await measure("1/1", as: "1.tally")
        try await forge("1.tally") { text in
            guard let place = text.range(of: old) else { return "" }
            return text.replacingCharacters(in: place, with: new)
        }
        let run = try await merge(["1.tally"])
        #expect(
            run.status == 65 && run.errors.contains(/1\.tally:\d+: is no line/), "\(run.errors)")
    }

    @Test("amounts that no sum could hold are refused")
    func tooLarge() async throws {
        try await measure("1/1", as: "1.tally")
        try await forge("1.tally") {
            $0 + "amount\t0\t77\t\(Int128.max)\t\(Int128.max)\t0\t0\t0\n"
        }
        let run = try await merge(["1.tally"])
        #expect(run.status == 65 && run.errors.contains("more than the earth"), "\(run.errors)")
    }
}
