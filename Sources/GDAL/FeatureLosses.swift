// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// What GDAL says while it reads features that it does not call a failure, but that loses data.
///
/// GDAL goes on after a polygon of which it understands half. A warning counts as a loss unless it is
/// known to touch nothing but texts or dates; of what GDAL says for those who look for bugs, only the
/// few lines that tell of a loss count.
struct FeatureLosses {
    /// In GDAL's words, each once.
    private(set) var reasons: [String] = []

    /// Lines for those who look for bugs that tell of a loss.
    private static let debugLosses = [
        "raw point parsing failure", "Point: got null object", "Unsupported geometry type",
        "Inconsistent record number",
    ]

    /// Warnings that lose no geometry, no feature and no number.
    private static let harmless = [
        // Texts that are cut within a character, as old tables often are.
        "be converted correctly", "is not a valid UTF-8 string",
        // Dates that are written in another way; an unreadable one is empty.
        "Non-conformant content for record", "Invalid content for record",
        // The order of a ring's corners says nothing about what it encloses.
        "winding order", "Several features with id", "Feature id",
    ]

    /// Which of GDAL's debug messages are asked for.
    enum Moment: String {
        case opening = "Shape"
        case reading = "GeoJSON"
    }

    private let moment: Moment

    init(_ moment: Moment) { self.moment = moment }

    /// Calls GDAL, and listens; failures go on to the handler before.
    mutating func listen<Value>(during body: () -> Value) -> Value {
        let isQuiet = CPLGetConfigOption("CPL_DEBUG", nil) == nil
        if isQuiet { CPLSetThreadLocalConfigOption("CPL_DEBUG", moment.rawValue) }
        defer { if isQuiet { CPLSetThreadLocalConfigOption("CPL_DEBUG", nil) } }
        return withUnsafeMutablePointer(to: &self) { listener in
            CPLPushErrorHandlerEx(
                { severity, number, text in
                    guard let text, let listener = CPLGetErrorHandlerUserData() else { return }
                    if severity.rawValue >= CE_Failure.rawValue {
                        CPLCallPreviousHandler(severity, number, text)
                    } else {
                        listener.assumingMemoryBound(to: FeatureLosses.self).pointee.take(
                            String(cString: text), isWarning: severity == CE_Warning)
                    }
                }, listener)
            defer { CPLPopErrorHandler() }
            return body()
        }
    }

    private mutating func take(_ message: String, isWarning: Bool) {
        let isLoss =
            isWarning
            ? moment == .reading && !Self.harmless.contains { message.contains($0) }
            : Self.debugLosses.contains { message.contains($0) }
        if isLoss, !reasons.contains(message) { reasons.append(message) }
    }
}
