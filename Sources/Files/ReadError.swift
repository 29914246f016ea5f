// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Why a file could not be read.
public struct ReadError: Failure, Hashable, CustomStringConvertible {
    /// The path as the user gave it.
    public let path: String
    /// The system's reason.
    public let message: String
    /// Whether there is no such file, or another try may succeed.
    public let failureKind: FailureKind

    /// A reason, and what can be done about it.
    public init(path: String, message: String, kind: FailureKind) {
        self.path = path
        self.message = message
        failureKind = kind
    }

    /// What the system refused a file with.
    public init(path: String, code: Int32) {
        self.init(
            path: path, message: "cannot be read: \(systemMessage(code))",
            kind: FailureKind(reading: code))
    }

    /// One line: `pools.csv: cannot be read: No such file or directory`.
    public var description: String { "\(path): \(message)" }
}
