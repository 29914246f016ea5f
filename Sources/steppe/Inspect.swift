// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Survey
import Tables

struct Inspect: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what the tool sees in files: CRS, grid, classes, scheme, zones, and faults.",
        discussion: """
            Rasters are counted through, so that every code is seen; zones are checked for invalid \
            rings, overlaps, gaps, slivers and a GCJ-02 offset. Each fault says how to mend it.

              steppe inspect lc2020.tif banners.gpkg
            """)

    @Argument(help: "Rasters, vector files, or folders of them.", completion: .file())
    var paths: [String]

    @Flag(help: "Print facts, problems and classes as JSON.")
    var json = false

    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { paths }

    func work() async throws {
        var facts = Table("inspection", columns: ["path", "kind", "key", "value"])
        for path in paths {
            for inspection in try await Inspection.look(
                at: path, language: common.language, jobs: work.threads)
            {
                if json { add(inspection, to: &facts) } else { show(inspection) }
            }
        }
        if json { Console.result(facts.json) }
    }

    private func show(_ inspection: Inspection) {
        Console.result("\(inspection.path)\n")
        let width = inspection.facts.map(\.key.count).max() ?? 0
        for fact in inspection.facts {
            let key = fact.key + String(repeating: " ", count: width - fact.key.count)
            Console.result("  \(key)  \(fact.value)\n")
        }
        if let classes = inspection.classes {
            for line in classes.text.split(separator: "\n") { Console.result("  \(line)\n") }
        }
        for problem in inspection.problems { Console.result("  ! \(problem)\n") }
    }

    private func add(_ inspection: Inspection, to table: inout Table) {
        for fact in inspection.facts {
            table.append([
                .text(inspection.path), .text("fact"), .text(fact.key), .text(fact.value),
            ])
        }
        for row in inspection.classes?.rows ?? [] {
            guard case .text(let code) = row[0] else { continue }
            table.append([.text(inspection.path), .text("class"), .text(code), row[4]])
        }
        for problem in inspection.problems {
            table.append([.text(inspection.path), .text("problem"), .text(""), .text(problem)])
        }
    }
}
