// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Why a file could not be written.
public struct WriteError: Failure, Hashable, CustomStringConvertible {
    /// The path as the user gave it.
    public let path: String
    /// What is wrong, and how to mend it.
    public let message: String
    /// Whether nothing could be created, a write broke off, or another try may succeed.
    public let failureKind: FailureKind

    /// A failure to create or to write.
    public init(path: String, message: String, kind: FailureKind = .cannotCreate) {
        self.path = path
        self.message = message
        failureKind = kind
    }

    /// What the system refused.
    ///
    /// - Parameters:
    ///   - path: The path as the user gave it.
    ///   - code: The system's `errno`.
    ///   - isCreation: Whether nothing could be begun, as against a write that broke off.
    public init(path: String, code: Int32, isCreation: Bool = true) {
        self.init(
            path: path, message: systemMessage(code),
            kind: FailureKind(writing: code, isCreation: isCreation))
    }

    /// One line: `cannot write 'out.csv': Permission denied`.
    public var description: String { "cannot write '\(path)': \(message)" }
}
