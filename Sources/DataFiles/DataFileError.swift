// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// What is wrong with a data file, where in it, and how to mend it.
public struct DataFileError: Failure, Hashable, CustomStringConvertible {
    /// The path as the user gave it.
    public let file: String
    /// The line, from 1; `nil` where the whole file is meant.
    public let line: Int?
    /// The column, from 1.
    public let column: Int?
    /// What is wrong, and how to mend it.
    public let message: String
    /// Whether the file is to be mended, or is not there.
    public let failureKind: FailureKind

    /// Names a fault at a place in a file.
    public init(
        file: String, line: Int? = nil, column: Int? = nil, message: String,
        kind: FailureKind = .badData
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        failureKind = kind
    }

    /// A file that cannot be read.
    public init(_ error: ReadError) {
        self.init(file: error.path, message: error.message, kind: error.failureKind)
    }

    /// One line: `survey.toml:12:3: unknown key 'zons'; did you mean 'zones'?`.
    public var description: String {
        let place = [line, column].compactMap { $0.map(String.init) }
        return ([file] + place).joined(separator: ":") + ": " + message
    }
}
