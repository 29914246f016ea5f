// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Files
package import GDAL
public import LandCover
internal import PlaneGeometry
package import Zonal

/// Which class scheme a raster is read by.
public enum SchemeChoice: Hashable, Sendable {
    /// Codes stand as they are.
    case none
    /// Recognised from the raster, or refused.
    case automatic
    /// By short name, alias or path.
    case named(String)

    /// As options and survey files write it: a name, a path, `auto` or `none`.
    ///
    /// Without a word the scheme is recognised where the result needs to know what classes mean, and
    /// else codes stand as they are: one rule for every verb.
    ///
    /// - Parameters:
    ///   - word: What was written; `nil` for nothing.
    ///   - isNeeded: Whether the result needs to know what classes mean.
    public init(_ word: String?, isNeeded: Bool = false) {
        switch word {
        case nil: self = isNeeded ? .automatic : .none
        case "none": self = .none
        case "auto": self = .automatic
        case .some(let name): self = .named(name)
        }
    }
}

/// A scheme, and why it was taken.
public struct ChosenScheme: Sendable {
    /// The scheme itself.
    public let scheme: ClassScheme
    /// What spoke for it; empty where the user named it.
    public let reasons: [String]
}

/// A scheme could not be recognised.
public struct SchemeUnsureError: Failure, CustomStringConvertible {
    /// What was found, and what to do.
    public let description: String
}

extension SchemeChoice {
    /// The scheme for a raster whose codes have been counted; `nil` for ``none``.
    ///
    /// `layer` tells which of the tally's rasters it is.
    /// - Throws: ``SchemeUnsureError`` where `auto` cannot decide; `SchemeError` for an unknown name.
    package func resolve(
        raster: RasterInfo, band: Int, files: [String], tally: Tally, layer: Int = 0
    ) throws -> ChosenScheme? {
        try resolve(
            raster: raster, band: band, files: files, codes: tally.codes(ofLayer: layer))
    }

    /// The same from how many pixels have each code.
    package func resolve(
        raster: RasterInfo, band: Int, files: [String], codes: [Int: Int]
    ) throws -> ChosenScheme? {
        if self == .none { return nil }
        let catalogue = try SchemeCatalogue.builtIn()
        switch self {
        case .none: return nil
        case .named(let name):
            return ChosenScheme(scheme: try catalogue.scheme(named: name), reasons: [])
        case .automatic:
            let traits = RasterTraits(
                of: raster, band: band, files: files, codes: codes)
            switch catalogue.recognise(traits) {
            case .recognised(let scheme, let reasons):
                return ChosenScheme(scheme: scheme, reasons: reasons)
            case .unsure(let candidates, let hint):
                let seen = candidates.prefix(3).map { candidate in
                    let doubts =
                        candidate.objections.isEmpty
                        ? [] : ["but " + candidate.objections.joined(separator: ", ")]
                    let said = (candidate.reasons + doubts).joined(separator: ", ")
                    return candidate.scheme.id + (said.isEmpty ? "" : " (\(said))")
                }
                let list = seen.isEmpty ? "" : " Seen: \(seen.joined(separator: "; "))."
                throw SchemeUnsureError(
                    description:
                        "\(raster.name): its class scheme cannot be told.\(list) \(hint)")
            }
        }
    }
}

extension RasterTraits {
    /// What a raster says of itself, and the codes that were counted in it.
    package init(of raster: RasterInfo, band number: Int, files: [String], codes: [Int: Int]?) {
        self.init()
        let band = raster.bands[number - 1]
        colours = band.colors.mapValues { Colour(red: $0.red, green: $0.green, blue: $0.blue) }
        names = band.categoryNames
        metadata = raster.metadata.merging(band.metadata) { first, _ in first }
        description = band.title
        fileName = (files.first ?? raster.name).fileName
        self.codes = codes
        dataType = band.dataType.isFloatingPoint ? .wholeReal : .integer
    }
}

extension Tally {
    /// How many pixels hold each class code of one raster, rounded to whole pixels and at least 1.
    package func codes(ofLayer layer: Int) -> [Int: Int] {
        var counts: [Int: Amount] = [:]
        for (codes, amount) in sum() {
            if case .value(let code) = codes[layer] { counts[code, default: Amount()] += amount }
        }
        return counts.mapValues { max(1, Int($0.pixels.rounded())) }
    }
}

/// What to do with a code that the scheme does not know.
public enum UnknownCodes: String, CaseIterable, Sendable {
    /// Refuse, and say which code, how often, and where.
    case error
    /// Count it as nodata.
    case ignore
}

extension ClassScheme {
    /// Finds codes that the scheme does not know.
    ///
    /// - Parameters:
    ///   - tally: Of the raster, its codes counted.
    ///   - layer: Which of the measurement's rasters the scheme is for.
    ///   - measurement: That the tally is of, to find an example's place.
    /// - Throws: `UnknownCodeError` with count and example place for the first of them.
    package func refuseUnknownCodes(
        in tally: Tally, layer: Int, of measurement: Measurement
    ) throws {
        let counts = tally.codes(ofLayer: layer)
        for code in counts.keys.sorted() where !nodata.contains(code) {
            do {
                _ = try landClass(for: code)
            } catch {
                let catalogue = try SchemeCatalogue.builtIn()
                var unknownCode = catalogue.mending(error, amongCodes: Array(counts.keys))
                unknownCode.file = measurement.layers[layer].raster.name
                unknownCode.pixelCount = counts[code]
                if let place = try measurement.firstPlace(of: code, inLayer: layer) {
                    unknownCode.example = UnknownCodeError.Example(x: place.x, y: place.y)
                }
                throw unknownCode
            }
        }
    }
}
