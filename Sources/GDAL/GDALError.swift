// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// What GDAL could not do, to what, and every reason that it gave, first cause first.
public struct GDALError: Failure, Hashable, CustomStringConvertible {
    /// What was tried: `open`, `read`.
    public let operation: String
    /// On what: a path as the user gave it.
    public let subject: String
    /// GDAL's messages, first cause first.
    public let reasons: [String]
    /// What can be done about it.
    public let failureKind: FailureKind

    /// Describes a failure.
    public init(operation: String, subject: String, reasons: [String], kind: FailureKind = .badData)
    {
        self.operation = operation
        self.subject = HiddenFolder.shown(subject)
        self.reasons = reasons.map(HiddenFolder.shown)
        failureKind = kind
    }

    /// One line: `cannot open 'lc.tif': No such file or directory`.
    public var description: String {
        let causes = reasons.isEmpty ? "no reason was given" : reasons.joined(separator: "; ")
        return "cannot \(operation) '\(subject)': \(causes)"
    }
}
