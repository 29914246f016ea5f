// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Carbon
import Cartography
import DataFiles
import Ecology
import Files
import Foundation
import Tables
import GDAL
import LandCover
import Survey
import Zonal

/// The numbers that the shell sees, after `sysexits`.
enum ExitStatus: Int32 {
    case failed = 1
    case targetMissed = 3
    case inconclusive = 4
    case partial = 5
    case badData = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case tryAgain = 75

    var code: ExitCode { ExitCode(rawValue) }

    /// What a failure ends with; `nil` for those that the argument parser explains itself.
    init?(of error: any Error) {
        switch error {
        case let error as any Failure: self = ExitStatus(of: error.failureKind)
        case is CancellationError: self = .tryAgain
        default: return nil
        }
    }

    private init(of kind: FailureKind) {
        self =
            switch kind {
            case .failed: .failed
            case .badData: .badData
            case .noInput: .noInput
            case .cannotCreate: .cannotCreate
            case .inputOutput: .inputOutput
            case .tryAgain: .tryAgain
            }
    }
}

/// What is said to people goes to standard error; results alone go to standard output.
enum Console {
    static func error(_ message: String) {
        write("steppe: \(message.harmlessLines)\n")
    }

    static func note(_ message: String) {
        write("\(message.harmlessLines)\n")
    }

    /// Prints a result; ends the program where it cannot be printed, so that nobody takes half of
    /// it for the whole.
    static func result(_ text: String) { result(Array(text.utf8)) }

    static func result(_ bytes: [UInt8]) {
        do {
            try InputWatch.current?.check()
            try WholeFile.write(bytes, into: STDOUT_FILENO, named: "standard output")
        } catch {
            let status = ExitStatus(of: error) ?? .inputOutput
            WholeFile.abandonAll(status: status.rawValue) { _ in Console.error("\(error)") }
        }
    }

    /// Writes to standard error; where that fails there is nobody left to tell.
    static func write(_ text: String) {
        try? WholeFile.write(text, into: STDERR_FILENO, named: "standard error")
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

extension String {
    /// The text as a terminal may show it, line by line.
    fileprivate var harmlessLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).harmless }
            .joined(separator: "\n")
    }
}
