// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ecology
import Foundation
import Survey
import Tables

struct Verify: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Check a finished survey against its record.",
        discussion: """
            Reads every file of the folder, and every input that it was made from, and holds them \
            against the SHA-256 in provenance.json. With --replay the survey is measured and drawn \
            again from its inputs, apart from anything kept, and compared byte for byte. Prints a \
            line for each file; ends with 1 where any is not as recorded.

              steppe verify out/2020
              steppe verify out/2020 --replay --json
            """)

    @Argument(help: "The folder of a finished survey.", completion: .directory)
    var folder: String

    @Flag(help: "Run the survey again from its inputs too, and compare.")
    var replay = false

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { [folder] }
    var outputs: [Output] { output.outputs() }

    func work() async throws {
        var check = try SurveyVerification(of: folder)
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
