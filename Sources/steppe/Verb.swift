// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DataFiles
import Files
import Foundation
import GDAL
import Reporting
import Survey

/// A verb that reads and writes files.
///
/// It says which, so that one place can refuse what would lose or mislabel data before any work:
/// an output that is an input, one that exists, and a name whose ending is no format of it.
protocol Verb: AsyncParsableCommand {
    var common: CommonOptions { get }
    /// Paths that are read, as the user gave them; words that name no file do no harm.
    var inputs: [String] { get throws }
    /// What is written.
    var outputs: [Output] { get throws }
    /// Whether files of one raster may overlap with unlike values.
    var allowsMosaics: Bool { get }
    /// After what time the run is ended.
    var timeLimit: TimeLimit? { get }

    /// Does what the verb is for.
    mutating func work() async throws
}

extension Verb {
    var outputs: [Output] { [] }
    var allowsMosaics: Bool { false }
    var timeLimit: TimeLimit? { common.timeout }

    mutating func run() async throws {
        common.prepare()
        if let timeLimit { Interruption.end(after: timeLimit) }
        let start = ContinuousClock.now
        let (inputs, outputs) = (try self.inputs, try self.outputs)
        for output in outputs { try output.checkName() }
        try OutputCheck(of: outputs.map(\.path)).refuse(inputs: inputs)
        for output in outputs { try output.checkPlace() }
        defer { StandardInput.remove() }
        common.detail("GDAL \(GDALRuntime.version), PROJ \(GDALRuntime.projVersion)")
        for input in inputs { common.detail(file: input, "reads") }
        if allowsMosaics {
            common.note("note: --mosaic: where files overlap, a later one lies on top")
        }
        try await RasterFiles.$overlaps.withValue(allowsMosaics ? .lastOnTop : .mustAgree) {
            try await work()
        }
        for output in outputs {
            common.detail(file: WholeFile.made(output.path), "writes", as: output.path)
        }
        let time = (ContinuousClock.now - start).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        common.detail(String(format: "took %.2f s", seconds))
    }
}
