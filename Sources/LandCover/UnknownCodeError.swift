// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import Words

/// A code that a scheme cannot read: which, how often, where, and how to mend it.
public struct UnknownCodeError: Failure, Hashable, CustomStringConvertible {
    /// Why the code cannot be read.
    public enum Reason: Hashable, Sendable {
        /// The scheme has no such code.
        case unknown
        /// The code can mean several things; each text is one.
        case ambiguous([String])
    }

    /// A place on the raster, in its own CRS.
    public struct Example: Hashable, Sendable {
        /// Easting or longitude.
        public let x: Double
        /// Northing or latitude.
        public let y: Double

        /// A place from its coordinates.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// The scheme's short name.
    public let scheme: String
    /// The code.
    public let code: ClassCode
    /// Why it cannot be read.
    public let reason: Reason
    /// The file it was found in, as the user gave it.
    public var file: String?
    /// How many pixels hold it.
    public var pixelCount: Int?
    /// The centre of one such pixel.
    public var example: Example?
    /// Short names of the schemes that know every code found.
    public var betterSchemes: [String] = []

    /// An error for one code; file, count and example are for the caller to add.
    public init(scheme: String, code: ClassCode, reason: Reason = .unknown) {
        self.scheme = scheme
        self.code = code
        self.reason = reason
    }

    /// One line: `lc.tif: code 14 is not in scheme 'clcd' (12 pixels, one at 108.5, 39.1); …`.
    public var description: String {
        var seen: [String] = []
        if let pixelCount { seen.append(pixelCount == 1 ? "1 pixel" : "\(pixelCount) pixels") }
        if let example { seen.append("one at \(example.x), \(example.y)") }
        let count = seen.isEmpty ? "" : " (\(seen.joined(separator: ", ")))"
        let place = file.map { "\($0): " } ?? ""
        switch reason {
        case .unknown:
            let better =
                betterSchemes.isEmpty
                ? "see its codes with 'steppe schemes \(scheme)'"
                : "every code found is known to \(betterSchemes.joined(separator: ", ")): "
                    + Remedy.tryScheme(betterSchemes[0]).text
            return "\(place)code \(code) is not in scheme '\(scheme)'\(count); \(better), "
                + "or count such land as unclassified with \(Remedy.ignoreUnknown.text)"
        case .ambiguous(let readings):
            return "\(place)code \(code) cannot be read by scheme '\(scheme)'\(count): it may be "
                + "\(readings.joined(separator: " or ")); keep the codes as text with their "
                + "leading zeros, or name the scheme that they are in"
        }
    }
}
