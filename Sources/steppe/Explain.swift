// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DataFiles
import Ecology
import Foundation
import Reporting
import Survey
import Tables
import Words

struct Explain: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell an indicator's definition, formula and source; with a run's numbers.",
        discussion: """
              steppe explain                                 all indicators
              steppe explain forest_coverage --lang zh
              steppe explain desert_kubuqi --survey out      with the numbers of a finished survey
              steppe explain carbon_sink --survey out --zone 150621   (or carbon, for all of it)

            The survey's files are held against their SHA-256 in its provenance.json; one that was \
            changed after the run is refused.
            """)

    @Argument(
        help: "The indicator, or carbon, or verdict; without it, all indicators are listed.")
    var name: String?

    @Option(
        help: ArgumentHelp("The folder of a finished survey.", valueName: "folder"),
        completion: .directory)
    var survey: String?

    @Option(
        help: ArgumentHelp(
            "For carbon: the zone whose numbers are walked back; all for the whole.",
            valueName: "zone"))
    var zone = "all"

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] {
        guard let survey, let names = try? FileManager.default.contentsOfDirectory(atPath: survey)
        else { return [] }
        return names.filter { ["csv", "json"].contains($0.fileExtension) }.map { "\(survey)/\($0)" }
    }
    var outputs: [Output] { output.outputs(name == nil ? [] : ["txt", ""]) }

    func work() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        if name == "verdict" { return try print(Verdict.policy[common.language]) }
        let topics =
            name == "carbon"
            ? CarbonTopic.allCases
            : [name.flatMap(CarbonTopic.init)]
                .compactMap(\.self)
        if !topics.isEmpty {
            let texts = try topics.map {
                try $0.explanation(in: common.language, survey: survey, zone: zone)
            }
            return try print(texts.joined(separator: "\n"))
        }
        guard let name else {
            var table = Table("indicators", columns: ["indicator", "name_zh", "name_en", "unit"])
            for definition in catalogue.definitions {
                table.append([
                    .text(definition.id), .text(definition.name.zh), .text(definition.name.en),
                    .text(definition.unit.rawValue),
                ])
            }
            for topic in CarbonTopic.allCases {
                table.append([
                    .text(topic.rawValue), .text(topic.name.zh), .text(topic.name.en),
                    .text(topic.unit),
                ])
            }
            return try output.emit(table, fallback: .text)
        }
        let definition = try catalogue.definition(
            named: name, amongOthers: CarbonTopic.allCases.map(\.rawValue) + ["carbon", "verdict"])
        guard let survey else {
            return try print(definition.explanation(in: common.language))
        }
        let finished = try FinishedSurvey(in: survey)
        let cited = try catalogue.citing(finished.references).definition(named: definition.id)
        let text = cited.explanation(
            in: common.language, of: try finished.assessments(of: definition.id))
        let checked = try finished.statement(on: "indicators.csv")[common.language]
        try print(text + "\n\(checked)\n")
    }

    private func print(_ text: String) throws {
        try output.emit(text)
    }
}
