// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ecology
import Files
import Foundation
import GDAL
import Reporting
import Survey
import Words

@main
struct Steppe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "steppe",
        abstract: "Ecological accounts from survey rasters.",
        discussion: """
            Reads land cover, NDVI and zones with GDAL, measures every zone exactly on the \
            ellipsoid, assesses indicators against a plan's targets, and writes tables, layers and \
            maps.

              steppe init mydata                            write a survey file for what is there
              steppe survey mydata/survey.toml              the whole annual job
              steppe batch banners.csv                      hundreds of surveys, unattended
              steppe tabulate lc.tif --zones banners.gpkg   area per zone and class
              steppe explain forest_coverage                what an indicator means

            Exit status: 0 done; 1 failed; 3 a target missed and 4 inconclusive (with --check); \
            5 a part is missing: an input of a survey, or units of a batch; 64 usage; 65 an input is to be mended; 66 no such input; 73 an output cannot be \
            created; 74 a write broke off, as on a full disk; 75 interrupted, or a trouble that \
            passes, such as a device's or a network's: run it again.
            """,
        version: SteppeVersion.current,
        subcommands: [
            Init.self, Inspect.self, RunSurvey.self, Batch.self, Measure.self, Tabulate.self,
            Parcels.self, Change.self, Cover.self, Degradation.self, Accuracy.self,
            CarbonVerb.self, Layers.self, Merge.self, DrawMap.self,
            DrawChart.self, Styles.self, Schemes.self,
            Explain.self, Verify.self, Compare.self,
        ])

    /// Runs a verb whose outputs take their places together; returns the status that it chose, such
    /// as that of a target that is missed.
    private static func run() async throws -> Int32 {
        var status = EXIT_SUCCESS
        try await WholeFile.together {
            let command = try parseAsRoot()
            do { try await run(command) } catch let code as ExitCode { status = code.rawValue }
        }
        return status
    }

    /// Runs a verb by the figure of the earth that it asks for, and says what that and the CRS of its
    /// data mean for the result.
    private static func run(_ command: any ParsableCommand) async throws {
        let verb = command as? any MeasuringVerb
        let notes = GeodeticNotes()
        defer {
            for note in notes.take() { verb?.common.note("note: \(note[verb?.common.language])") }
        }
        try await AreaRule.$current.withValue(verb?.areaRule ?? .ellipsoid) {
            try await GeodeticNotes.$current.withValue(notes) {
                var command = command
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            }
        }
    }

    /// Runs a verb, and ends with the exit status that its failure deserves.
    static func main() async {
        do { try Limits.check() } catch {
            Console.error("\(error)")
            _exit(ExitStatus.tryAgain.rawValue)
        }
        Interruption.watch()
        // PROJ's database is opened while the arguments are read.
        async let isReady: Void = GDALRuntime.prepare()
        do {
            let status = try await InputWatch.$current.withValue(InputWatch()) { try await run() }
            // All is written. What GDAL holds ends with the process, which need not wait to free it.
            fflush(nil)
            _exit(status)
        } catch let error where ExitStatus(of: error) != nil {
            await isReady
            Console.error("\(error)")
            exit(withError: ExitStatus(of: error)?.code ?? .failure)
        } catch {
            await isReady
            exit(withError: error)
        }
    }
}

extension GeodeticNote {
    fileprivate subscript(language: Language?) -> String { language == .zh ? chinese : english }
}
