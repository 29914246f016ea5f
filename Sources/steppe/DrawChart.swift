// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Cartography
import Ecology
import Reporting
internal import Survey
import Tables
import Words

struct DrawChart: Verb {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Draw one chart of a finished survey as PNG, PDF or SVG.",
        discussion: """
            composition: what a zone's land is made of. transitions: what became of it, or with \
            --indicator of a desert's sand. targets: an indicator in every zone against its target. \
            trend: an indicator through the years. carbon: stock by pool. sink: carbon sink by \
            method.

              steppe chart composition out -o land.pdf
              steppe chart transitions out --zone 150622 -o jungar.svg
              steppe chart transitions out --indicator desert_kubuqi -o sand.png
              steppe chart targets out --indicator forest_coverage -o forest.png
              steppe chart carbon out --lang zh -o pools.pdf
            """)

    @Argument(help: "composition, transitions, targets, trend, carbon or sink.")
    var subject: SurveyChart.Subject

    @Argument(help: "The folder of a finished survey.", completion: .directory)
    var folder: String

    @OptionGroup(title: "Picture") var picture: PictureOptions

    @Option(help: ArgumentHelp("The zone's id (default: all of them).", valueName: "id"))
    var zone = "all"

    @Option(help: ArgumentHelp("The indicator.", valueName: "name"))
    var indicator: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if [.targets, .trend].contains(subject) && indicator == nil {
            throw ValidationError(
                "a chart of \(subject.rawValue) needs --indicator (see: steppe explain).")
        }
    }

    /// A survey's tables, which no picture has the ending of.
    var inputs: [String] { [] }
    var outputs: [Output] { [picture.file] }

    func work() throws {
        var chart = SurveyChart(subject, of: folder)
        chart.zone = zone
        chart.indicator = indicator
        chart.title = picture.title
        chart.source = picture.source
        chart.language =
            common.lang == .both ? .both : common.language == .zh ? .chinese : .english
        chart.dpi = picture.dpi
        if let page = picture.page { chart.page = page.size }
        let gaps = try chart.write(to: picture.output, overwrite: picture.overwrite)
        for gap in gaps { common.note("warning: \(gap)") }
    }
}

extension SurveyChart.Subject: ExpressibleByArgument {}
