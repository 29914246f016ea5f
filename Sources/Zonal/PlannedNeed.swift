// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// A measurement as a plan lists it, without being measured.
public struct PlannedNeed: Hashable, Sendable, Codable {
    /// The rasters that it reads, each once: files, where it looks at them through a view.
    public let rasters: [String]
    /// How many zones it has; `nil` for the raster as one.
    public let zones: Int?
    /// Pixels of its grid.
    public let pixels: Int
    /// The hash of all that decides it; `nil` where it cannot be kept.
    public let key: String?
    /// Whether its tally is there already.
    public let isKept: Bool
    /// Whether parts of it can be measured apart from each other.
    public let isDivisible: Bool
    /// Whether it was asked for after samples stood for what is not measured yet, so that another one may
    /// be asked for in its place once that is.
    public let restsOnSamples: Bool

    private enum CodingKeys: String, CodingKey {
        case rasters, zones, pixels, key, restsOnSamples
        case isKept = "kept"
        case isDivisible = "divisible"
    }

    /// - Throws: `GDALError` or ``ZoneError`` where a raster cannot be opened.
    init(
        _ measurement: Measurement, over zones: ZoneLayer?, key: String?, isKept: Bool,
        isDivisible: Bool, restsOnSamples: Bool
    ) throws {
        let infos = try measurement.opened()
        var seen: Set<String> = []
        rasters = try infos.flatMap { try RasterContent.sources(of: $0.raster) }
            .filter { seen.insert($0).inserted }
        self.zones = zones?.zones.count
        pixels = infos[0].width * infos[0].height
        self.key = key
        self.isKept = isKept
        self.isDivisible = isDivisible
        self.restsOnSamples = restsOnSamples
    }
}
