// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ecology
import LandCover
import Tables
import Words

struct Schemes: Verb {
    static let configuration = CommandConfiguration(
        commandName: "schemes",
        abstract: "List the class schemes, show one in full, or check one of your own.",
        discussion: """
              steppe schemes                   the built-in schemes
              steppe schemes worldcover        its classes, colours and categories
              steppe schemes my.toml --check   every fault in a scheme file, with its line
            """)

    @Argument(help: "A short name, an alias, or a file.", completion: .file(extensions: ["toml"]))
    var name: String?

    @Flag(help: "Check a scheme file and list its faults; ends with 65 if there are any.")
    var check = false

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if check && name == nil { throw ValidationError("--check needs a scheme file to check.") }
    }

    var inputs: [String] { [name].compactMap(\.self) }
    var outputs: [Output] { check ? [] : output.outputs() }

    func work() throws {
        let catalogue = try SchemeCatalogue.builtIn()
        guard let name else { return try output.emit(list(catalogue), fallback: .text) }
        if check { return try checkFile(name, catalogue) }
        let scheme = try catalogue.scheme(named: name)
        if output.output == nil && !output.json && output.format == nil { describe(scheme) }
        try output.emit(classes(of: scheme), fallback: .text)
    }

    private func checkFile(_ name: String, _ catalogue: SchemeCatalogue) throws {
        let path = catalogue.schemes.first { $0.id == name }?.file ?? name
        let problems = ClassScheme.check(path)
        for problem in problems { Console.note("\(problem)") }
        if problems.contains(where: { $0.severity == .error }) { throw ExitStatus.badData.code }
        common.note("\(path): no fault that would stop it")
    }

    private var isChinese: Bool { common.language == .zh }

    private func list(_ catalogue: SchemeCatalogue) -> Table {
        var table = Table(
            "schemes", columns: ["scheme", "title", "resolution", "classes", "source"])
        for scheme in catalogue.schemes {
            table.append([
                .text(scheme.id),
                .text(common.dataLanguage == .zh ? scheme.titleZH : scheme.titleEN),
                .text(scheme.resolution), .integer(scheme.classes.count), .text(scheme.source),
            ])
        }
        return table
    }

    private func describe(_ scheme: ClassScheme) {
        var lines = [
            "\(scheme.id): \(isChinese ? scheme.titleZH : scheme.titleEN)",
            "source: \(scheme.source)",
            "licence: \(scheme.licence.isEmpty ? "unknown" : scheme.licence)",
            "colours: \(scheme.colourEvidence)\(scheme.areColoursVerified ? "" : " (unverified)")",
            "nodata: \(scheme.nodata.map(String.init).joined(separator: ", "))",
        ]
        lines += scheme.notes.map { "note: \($0)" }
        for subject in ClassScheme.Subject.allCases {
            if let limit = scheme.limit(on: subject) {
                lines.append("limit: \(isChinese ? limit.zh : limit.en)")
            }
        }
        Console.result(lines.joined(separator: "\n") + "\n\n")
    }

    private func classes(of scheme: ClassScheme) -> Table {
        var table = Table(
            scheme.id,
            columns: ["code", "name_zh", "name_en", "category", "colour", "straddles", "verified"])
        for landClass in scheme.classes {
            table.append([
                .text("\(landClass.code)"), .text(landClass.nameZH), .text(landClass.nameEN),
                .text(landClass.category.key), .text("#\(landClass.colour.hex)"),
                .text(landClass.straddles ? "yes" : ""), .text(landClass.isVerified ? "yes" : "no"),
            ])
        }
        return table
    }
}
