// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ecology
import Foundation
import Reporting
import Survey
import Tables
import Words

struct Verify: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Check a finished survey against its record.",
        discussion: """
            Reads every file of the folder, and every input that it was made from, and holds them \
            against the SHA-256 in provenance.json. With --replay the survey is measured and drawn \
            again from its inputs, apart from anything kept, and compared byte for byte. Prints a \
            line for each file; ends with 1 where any is not as recorded.

            With --zone and --indicator one figure alone is measured again, and printed down to the \
            areas of the classes in its zone, each beside what the survey recorded.

            A survey that was sealed (steppe survey --sign) is held against its seal too; with --key \
            it must have been sealed by the owner of that key.

              steppe verify out/2020
              steppe verify out/2020 --replay --json
              steppe verify out/2020 --zone 150621 --indicator forest_coverage
              steppe verify out/2020 --key bureau.pub.pem
            """)

    @Argument(help: "The folder of a finished survey.", completion: .directory)
    var folder: String

    @Flag(help: "Run the survey again from its inputs too, and compare.")
    var replay = false

    @Option(help: "Measure one figure again: of this zone, by its id; all for the whole.")
    var zone: String?

    @Option(
        help: "Measure one figure again: of this indicator.",
        completion: .custom { _, _, _ in
            (try? IndicatorCatalogue.bundled().definitions.map(\.id)) ?? []
        })
    var indicator: String?

    @Option(
        help: ArgumentHelp(
            "Public key, Ed25519 in PEM, of whoever must have sealed it.", valueName: "file"),
        completion: .file(extensions: ["pem"]))
    var key: String?

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { [folder] + [key].compactMap(\.self) }
    var outputs: [Output] { output.outputs() }

    func validate() throws {
        if (zone == nil) != (indicator == nil) {
            throw ValidationError("One figure has a --zone and an --indicator; give both.")
        }
        if zone != nil && replay {
            throw ValidationError("--replay measures everything; leave --zone and --indicator out.")
        }
    }

    func work() async throws {
        var check = try SurveyVerification(of: folder)
        if let zone, let indicator {
            let figure = try await FigureReplay(
                of: check, zone: zone, indicator: indicator, jobs: work.threads)
            try output.emit(figure.table, fallback: .text)
            common.note(
                figure.isSound
                    ? "\(indicator) of \(zone): measured again, and as recorded"
                    : "\(indicator) of \(zone): not as recorded")
            if !figure.isSound { throw ExitStatus.failed.code }
            return
        }
        try check.checkSeal(by: key.map { try SealKey(checkingWith: $0) })
        if replay {
            try await check.replay(
                jobs: work.threads, progress: work.reporter("verify", quiet: common.quiet))
        }
        try output.emit(check.table, fallback: .text)
        let count = check.findings.count { $0.state != .same }
        common.note(
            count == 0
                ? "\(check.findings.count) files, all as recorded"
                : "\(count) of \(check.findings.count) files are not as recorded")
        if !check.isSound { throw ExitStatus.failed.code }
    }
}

struct Compare: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Tell in what two finished surveys differ, and why.",
        discussion: """
            Goes through both folders' figures, indicator by indicator and zone by zone, and prints \
            those that differ. The notes say in what inputs, schemes, definitions, parameters and \
            versions the two records differ.

              steppe compare out/2019 out/2020
              steppe compare draft final -o changes.csv --lang zh
            """)

    @Argument(help: "The folder of the older survey.", completion: .directory)
    var old: String

    @Argument(help: "The folder of the newer survey.", completion: .directory)
    var new: String

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { [old, new] }
    var outputs: [Output] { output.outputs() }

    func work() throws {
        let comparison = try SurveyComparison(
            from: FinishedSurvey(in: old), to: FinishedSurvey(in: new))
        for cause in comparison.causes { common.note("note: \(cause[common.language])") }
        try output.emit(try comparison.table(in: common.language), fallback: .text)
        common.note(
            "\(comparison.differences.count) figures differ, \(comparison.sameCount) are the same")
    }
}
