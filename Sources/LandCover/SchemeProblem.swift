// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles
public import Files

/// Something wrong in a scheme file, and where.
public struct SchemeProblem: Hashable, Sendable, CustomStringConvertible {
    /// Whether the file can still be used.
    public enum Severity: String, Hashable, Sendable {
        /// The file cannot be used.
        case error
        /// It can, but should be mended.
        case warning
    }

    /// How bad it is.
    public let severity: Severity
    /// What is wrong, at which line.
    public let fault: DataFileError

    /// One line: `my.toml:12:1: error: class 7 has no name; add zh or en`.
    public var description: String {
        let place = [fault.line, fault.column].compactMap { $0.map(String.init) }
        return ([fault.file] + place).joined(separator: ":") + ": \(severity.rawValue): "
            + fault.message
    }
}

/// Why a scheme cannot be had.
public enum SchemeError: Failure, Hashable, CustomStringConvertible {
    /// The file is there but cannot be used.
    case invalid(file: String, problems: [SchemeProblem])
    /// No scheme has this name, and no file either.
    case unknown(name: String, known: [String], nearest: String?)
    /// The bundled schemes cannot be found.
    case notBundled(DataFileError)

    /// Whether the file is to be mended, or is not there.
    public var failureKind: FailureKind {
        switch self {
        case .invalid(_, let problems):
            problems.first { $0.fault.failureKind != .badData }?.fault.failureKind ?? .badData
        case .unknown: .badData
        case .notBundled(let fault): fault.failureKind
        }
    }

    /// What is wrong, a line for each problem, and how to mend it.
    public var description: String {
        switch self {
        case .invalid(_, let problems):
            problems.map(\.description).joined(separator: "\n")
        case .unknown(let name, let known, let nearest):
            "there is no scheme and no file '\(name)'; "
                + (nearest.map { "did you mean '\($0)'? " } ?? "")
                + "Schemes: \(known.joined(separator: ", ")); or give the path of a .toml file"
        case .notBundled(let fault): "\(fault)"
        }
    }
}
