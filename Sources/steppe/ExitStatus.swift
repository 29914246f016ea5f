// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cartography
import DataFiles
import Ecology
import Foundation
import GDAL
import LandCover
import Survey
import Tables
import Zonal

/// The numbers that the shell sees, after `sysexits`.
enum ExitStatus: Int32 {
    case failed = 1
    case targetMissed = 3
    case inconclusive = 4
    case badData = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case interrupted = 75

    var code: ExitCode { ExitCode(rawValue) }

    /// What a failure ends with; `nil` for those that the argument parser explains itself.
    init?(of error: any Error) {
        switch error {
        case let error as GDALError:
            self =
                switch error.kind {
                case .missing: .noInput
                case .badData: .badData
                case .inputOutput: .inputOutput
                }
        case let error as DataFileError:
            self = error.message.hasPrefix("cannot be read") ? .noInput : .badData
        case let error as WriteError: self = error.isCreation ? .cannotCreate : .inputOutput
        case is ZoneError, is SchemeError, is UnknownCodeError, is SchemeUnsureError,
            is EcologyError, is VegetationCoverError, is SurveyError, is MapError, is LayerError,
            is StyleError:
            self = .badData
        case is CancellationError: self = .interrupted
        default: return nil
        }
    }
}

/// What is said to people goes to standard error; results alone go to standard output.
enum Console {
    static func error(_ message: String) {
        FileHandle.standardError.write(Data("steppe: \(message)\n".utf8))
    }

    static func note(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }

    static func result(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
