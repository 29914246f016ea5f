// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation

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

    private var failures: [(number: Int32, code: Int32, text: String)] = []

    /// Calls GDAL, and listens; the handler that was there hears of failures afterwards.
    mutating func listen<Value>(during body: () -> Value) -> Value {
        let isQuiet = CPLGetConfigOption("CPL_DEBUG", nil) == nil
        if isQuiet { CPLSetThreadLocalConfigOption("CPL_DEBUG", moment.rawValue) }
        defer { if isQuiet { CPLSetThreadLocalConfigOption("CPL_DEBUG", nil) } }
        failures = []
        let value = withUnsafeMutablePointer(to: &self) { listener in
            CPLPushErrorHandlerEx(
                { severity, number, text in
                    let code = errno
                    guard let text, let listener = CPLGetErrorHandlerUserData() else { return }
                    listener.assumingMemoryBound(to: FeatureLosses.self).pointee.take(
                        String(cString: text), severity, number, code)
                }, listener)
            defer { CPLPopErrorHandler() }
            return body()
        }
        for failure in failures {
            steppe_repeat_failure(failure.number, failure.code, failure.text)
        }
        return value
    }

    private mutating func take(
        _ message: String, _ severity: CPLErr, _ number: Int32, _ code: Int32
    ) {
        guard severity.rawValue < CE_Failure.rawValue else {
            failures.append((number, code, message))
            return
        }
        let isLoss =
            severity == CE_Warning
            ? moment == .reading && !Self.harmless.contains { message.contains($0) }
            : Self.debugLosses.contains { message.contains($0) }
        if isLoss, !reasons.contains(message) { reasons.append(message) }
    }
}

extension FeatureLosses {
    /// The number of the first feature of a GeoJSON that loses something, from 1.
    ///
    /// GDAL reads several of them at once, and does not say which one it speaks of.
    static func firstFeature(losingIn path: String) -> Int? {
        guard let data = FileManager.default.contents(atPath: path),
            let top = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let features = top["features"] as? [[String: Any]]
        else { return nil }
        let index = features.firstIndex { feature in
            guard let geometry = feature["geometry"] as? [String: Any],
                let text = try? JSONSerialization.data(withJSONObject: geometry)
            else { return false }
            var losses = FeatureLosses(.reading)
            CPLPushErrorHandler(CPLQuietErrorHandler)
            defer { CPLPopErrorHandler() }
            let made = losses.listen {
                OGR_G_CreateGeometryFromJson(String(decoding: text, as: UTF8.self))
            }
            OGR_G_DestroyGeometry(made)
            return made == nil || !losses.reasons.isEmpty
        }
        return index.map { $0 + 1 }
    }
}
