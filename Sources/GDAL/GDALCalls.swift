// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
internal import Glibc

/// What GDAL says while it works on a call, on the calling thread.
struct GDALMessages {
    /// Of failures, first cause first, each once.
    fileprivate(set) var failures: [String] = []
    /// Of warnings that tell of a loss, each once.
    fileprivate(set) var warnings: [String] = []
    /// Warnings of a format's limits, such as field names of ten letters, each once.
    fileprivate(set) var limits: [String] = []
    /// Whether a failure was one that passes: of a device, a network, or of memory.
    fileprivate(set) var hasPassingCause = false

    /// Calls GDAL, and listens.
    mutating func listen<Value: ~Copyable>(during body: () -> Value) -> Value {
        withUnsafeMutablePointer(to: &self) { listener in
            CPLErrorReset()
            errno = 0
            CPLPushErrorHandlerEx(
                { severity, number, text in
                    let code = errno
                    guard let listener = CPLGetErrorHandlerUserData() else { return }
                    listener.assumingMemoryBound(to: GDALMessages.self).pointee.take(
                        text.map { String(cString: $0) } ?? "", severity, number, code)
                }, listener)
            defer { CPLPopErrorHandler() }
            return body()
        }
    }

    private mutating func take(
        _ text: String, _ severity: CPLErr, _ number: Int32, _ code: Int32
    ) {
        if severity == CE_Warning {
            if number == CPLE_NotSupported {
                if !limits.contains(text) { limits.append(text) }
            } else if !warnings.contains(text) {
                warnings.append(text)
            }
        }
        guard severity.rawValue >= CE_Failure.rawValue else { return }
        if !failures.contains(text) { failures.append(text) }
        // The system's code is the last refusal's, which need not be the cause: only codes that
        // lookups for side files never leave are taken for it.
        let passing = [CPLE_OutOfMemory, CPLE_UserInterrupt, CPLE_HttpResponse]
        if passing.contains(number) || FailureKind.passes(code) { hasPassingCause = true }
    }

    /// What can be done about a failure on a path, which is `kind` unless the system says another.
    func kind(of subject: String, otherwise kind: FailureKind) -> FailureKind {
        if hasPassingCause { return .tryAgain }
        guard kind == .badData else { return kind }
        return missingCause(of: subject) ?? kind
    }

    /// Whether a path can be opened and read at all.
    private func missingCause(of path: String) -> FailureKind? {
        guard path.hasPrefix("/vsi") else {
            // Names such as `NETCDF:"x.nc":band` are no paths.
            guard let code = readFault(of: path) else { return nil }
            return code == ENOENT && path.contains(":") ? nil : FailureKind(reading: code)
        }
        guard let file = VSIFOpenL(path, "rb") else { return .noInput }
        VSIFCloseL(file)
        return nil
    }
}

/// Opens something by GDAL, and once more where that fails: a trouble that has passed is none.
func opening<Value: ~Copyable>(
    _ name: String, _ body: () -> Value?
) throws(GDALError) -> Value {
    do { return try calling("open", on: name, body) } catch {
        guard error.failureKind != .noInput else { throw error }
    }
    return try calling("open", on: name, body)
}

/// Calls GDAL; where `body` returns `nil`, throws what was tried, on what, and why it failed.
func calling<Value: ~Copyable>(
    _ operation: String, on subject: String, kind: FailureKind = .badData,
    _ body: () -> Value?
) throws(GDALError) -> Value {
    var messages = GDALMessages()
    let result = messages.listen(during: body)
    // GDAL goes on without what it could not fetch, such as the CRS of a GeoJSON, or could not read.
    let isFetch = messages.failures.contains { $0.contains(GDALRuntime.networkRefusal) }
    let refusal = CheckedFiles.takeRefusal()
    if let result, !isFetch, refusal == nil { return result }
    throw GDALError(
        operation: operation, subject: subject,
        reasons: messages.failures + (refusal.map { [systemMessage($0)] } ?? []),
        kind: refusal == nil ? messages.kind(of: subject, otherwise: kind) : .tryAgain)
}

/// Throws where the system refused a read on this thread since GDAL was called last: what was made of
/// a file then may lack what could not be read.
func checkReads(of name: String) throws(GDALError) {
    try calling("read", on: name) { () }
}

/// Whether GDAL complained within the current ``calling(_:on:kind:_:)``, whatever its call returned.
var failureWasHeard: Bool { CPLGetLastErrorType().rawValue >= CE_Failure.rawValue }

/// Calls GDAL to create something by a user's options; throws where `body` returns `nil`, and as well
/// where the format knows an option not.
func creating<Value>(
    _ what: String, on subject: String, _ body: () -> Value?
) throws(GDALError) -> Value {
    var messages = GDALMessages()
    let result = messages.listen(during: body)
    if let result, messages.limits.isEmpty { return result }
    throw GDALError(
        operation: what, subject: subject, reasons: messages.failures + messages.limits,
        kind: result == nil ? messages.kind(of: subject, otherwise: .inputOutput) : .badData)
}

/// Calls GDAL to write; throws where `body` returns `nil`, and as well where GDAL, or the system
/// behind its back, complains of anything at all.
///
/// `limits` takes what GDAL says of a format's limits, such as a field's name that was cut short.
@discardableResult
func writing<Value>(
    _ operation: String, on subject: String, limits: (([String]) -> Void)? = nil,
    _ body: () -> Value?
) throws(GDALError) -> Value {
    var messages = GDALMessages()
    let result = messages.listen(during: body)
    limits?(messages.limits)
    let refusal = CheckedFiles.takeRefusal()
    let fault = CheckedFiles.takeFault(of: subject) ?? refusal
    let complaints = messages.failures + messages.warnings
    if let result, complaints.isEmpty, fault == nil { return result }
    throw GDALError(
        operation: operation, subject: subject,
        reasons: complaints + (fault.map { [systemMessage($0)] } ?? []),
        kind: fault.map { FailureKind(writing: $0, isCreation: false) }
            ?? messages.kind(of: subject, otherwise: .inputOutput))
}

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

/// A list of strings as GDAL takes one that it leaves alone.
func constantStrings(
    _ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> UnsafePointer<UnsafePointer<CChar>?>? {
    UnsafeRawPointer(list)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
}
