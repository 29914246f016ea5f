// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// What GDAL could not do, to what, and every reason that it gave, first cause first.
public struct GDALError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why it failed, as far as an exit status can tell it.
    public enum Kind: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// The file is there, but is not what it should be.
        case badData
        /// It may not be read or written, or the disk is full.
        case inputOutput
    }

    /// What was tried: `open`, `read`.
    public let operation: String
    /// On what: a path as the user gave it.
    public let subject: String
    /// GDAL's messages, first cause first.
    public let reasons: [String]
    /// The kind of failure.
    public let kind: Kind

    /// Describes a failure.
    public init(operation: String, subject: String, reasons: [String], kind: Kind = .badData) {
        self.operation = operation
        self.subject = subject
        self.reasons = reasons
        self.kind = kind
    }

    /// One line: `cannot open 'lc.tif': No such file or directory`.
    public var description: String {
        let causes = reasons.isEmpty ? "no reason was given" : reasons.joined(separator: "; ")
        return "cannot \(operation) '\(subject)': \(causes)"
    }
}

/// Calls GDAL; where `body` returns `nil`, throws what was tried, on what, and why it failed.
func calling<Value: ~Copyable>(
    _ operation: String, on subject: String, kind: GDALError.Kind = .badData,
    _ body: () -> Value?
) throws(GDALError) -> Value {
    var heard: [String] = []
    let result = withUnsafeMutablePointer(to: &heard) { ear in
        CPLErrorReset()
        CPLPushErrorHandlerEx(
            { severity, _, text in
                guard severity.rawValue >= CE_Failure.rawValue, let text else { return }
                let ear = CPLGetErrorHandlerUserData().assumingMemoryBound(to: [String].self)
                let message = String(cString: text)
                if !ear.pointee.contains(message) { ear.pointee.append(message) }
            }, ear)
        defer { CPLPopErrorHandler() }
        return body()
    }
    if let result { return result }
    let missing = heard.contains { $0.contains("No such file") || $0.contains("does not exist") }
    throw GDALError(
        operation: operation, subject: subject, reasons: heard, kind: missing ? .missing : kind)
}

/// Whether GDAL complained within the current ``calling(_:on:kind:_:)``, whatever its call returned.
var failureWasHeard: Bool { CPLGetLastErrorType().rawValue >= CE_Failure.rawValue }

/// Copies a C list of strings, such as GDAL's metadata, and leaves the list to its owner.
func strings(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
    guard let list else { return [] }
    var strings: [String] = []
    var next = list
    while let text = next.pointee {
        strings.append(String(cString: text))
        next += 1
    }
    return strings
}

/// Splits GDAL's `KEY=VALUE` strings.
func pairs(_ strings: [String]) -> [String: String] {
    Dictionary(
        strings.compactMap { line in
            line.firstIndex(of: "=").map {
                (String(line[..<$0]), String(line[line.index(after: $0)...]))
            }
        }, uniquingKeysWith: { first, _ in first })
}

/// Lends GDAL a list of strings for the length of a call.
func withCStrings<Result: ~Copyable>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
) -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for string in strings { list = CSLAddString(list, string) }
    defer { CSLDestroy(list) }
    return body(list)
}
