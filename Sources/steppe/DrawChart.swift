// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Cartography
import Ecology
public import Survey
import Tables

struct DrawChart: ParsableCommand {
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

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("File to write: .png, .pdf or .svg.", valueName: "file"),
        completion: .file(extensions: ["png", "pdf", "svg"]))
    var output: String

    @Option(help: ArgumentHelp("The zone's id (default: all of them).", valueName: "id"))
    var zone = "all"

    @Option(help: ArgumentHelp("The indicator.", valueName: "name"))
    var indicator: String?

    @Option(help: "The chart's title.")
    var title: String?

    @Option(help: "Where the data come from, for the foot of the chart.")
    var source: String?

    @Option(help: "The page: a4, a4-portrait, a3, a3-portrait or screen (default: 170 × 110 mm).")
    var page: PageName?

    @Option(help: "Dots to the inch of a PNG.")
    var dpi = 200.0

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        do { try SingleMap.checkFormat(of: output) } catch { throw ValidationError("\(error).") }
        if !(10...1200).contains(dpi) { throw ValidationError("--dpi is \(dpi); give 10 to 1200.") }
        if [.targets, .trend].contains(subject) && indicator == nil {
            throw ValidationError(
                "a chart of \(subject.rawValue) needs --indicator (see: steppe explain).")
        }
    }

    func run() throws {
        common.prepare()
        try WholeFile.check(output, overwrite: overwrite)
        var chart = SurveyChart(subject, of: folder)
        chart.zone = zone
        chart.indicator = indicator
        chart.title = title
        chart.source = source
        chart.language =
            common.lang == .both ? .both : common.language == .zh ? .chinese : .english
        chart.dpi = dpi
        if let page { chart.page = page.size }
        for gap in try chart.write(to: output, overwrite: overwrite) {
            common.note("warning: \(gap)")
        }
    }
}

extension SurveyChart.Subject: ExpressibleByArgument {}
