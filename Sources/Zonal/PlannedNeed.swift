// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// A measurement as a plan lists it, without being measured.
public struct PlannedNeed: Hashable, Sendable, Encodable {
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

    private enum CodingKeys: String, CodingKey {
        case rasters, zones, pixels, key
        case isKept = "kept"
    }

    /// - Throws: `GDALError` or ``ZoneError`` where a raster cannot be opened.
    init(_ measurement: Measurement, over zones: ZoneLayer?, key: String?, isKept: Bool) throws {
        let infos = try measurement.opened()
        var seen: Set<String> = []
        rasters = try infos.flatMap { try RasterContent.sources(of: $0.raster) }
            .filter { seen.insert($0).inserted }
        self.zones = zones?.zones.count
        pixels = infos[0].width * infos[0].height
        self.key = key
        self.isKept = isKept
    }
}
