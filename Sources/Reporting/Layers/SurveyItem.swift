// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import PlaneGeometry

/// A catalogue's entry for a finished survey.
///
/// - Source: SpatioTemporal Asset Catalog 1.0.0, Item specification.
package struct SurveyItem {
    package let id: String
    package let title: String
    /// WGS 84, in degrees, found on the sphere: it may run on past 180°.
    package let extent: Extent
    package let years: ClosedRange<Int>
    package let isSynthetic: Bool
    /// Paths in the survey's folder.
    package let files: [String]

    package init(
        id: String, title: String, extent: Extent, years: ClosedRange<Int>, isSynthetic: Bool,
        files: [String]
    ) {
        self.id = id
        self.title = title
        self.extent = extent
        self.years = years
        self.isSynthetic = isSynthetic
        self.files = files
    }

    /// Says that the data are made up.
    static let syntheticKeyword = "synthetic data"

    /// The item as JSON.
    package func json() throws -> String {
        let parts = parts
        let bounds = [
            extent.minX, extent.minY, parts[parts.count - 1].maxX, extent.maxY,
        ].map(rounded)
        let rings = parts.map { part in
            let (w, s, e, n) = (part.minX, part.minY, part.maxX, part.maxY)
            return [[w, s], [e, s], [e, n], [w, n], [w, s]].map { $0.map(rounded) }
        }
        var assets: [String: Any] = [:]
        for file in files {
            assets[file] = [
                "href": "./\(file)", "type": mediaType(of: file), "roles": roles(of: file),
            ]
        }
        var properties: [String: Any] = [
            "title": title, "datetime": NSNull(),
            "start_datetime": "\(years.lowerBound)-01-01T00:00:00Z",
            "end_datetime": "\(years.upperBound)-12-31T23:59:59Z",
        ]
        if isSynthetic { properties["keywords"] = [Self.syntheticKeyword] }
        let item: [String: Any] = [
            "type": "Feature", "stac_version": "1.0.0", "stac_extensions": [String](), "id": id,
            "bbox": bounds,
            "geometry": rings.count == 1
                ? ["type": "Polygon", "coordinates": rings] as [String: Any]
                : ["type": "MultiPolygon", "coordinates": rings.map { [$0] }],
            "properties": properties, "links": [[String: String]](), "assets": assets,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: item, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// The extent, cut at 180° as RFC 7946 (3.1.9, 5.2) has it: its box's east is then west of its west.
    private var parts: [Extent] {
        guard extent.maxX > 180 else { return [extent] }
        var (before, after) = (extent, extent)
        before.maxX = 180
        (after.minX, after.maxX) = (-180, extent.maxX - 360)
        return [before, after]
    }

    private func rounded(_ degrees: Double) -> NSDecimalNumber {
        NSDecimalNumber(string: String(format: "%.7f", degrees))
    }

    private func mediaType(of file: String) -> String {
        switch (file as NSString).pathExtension {
        case "csv": "text/csv"
        case "geojson": "application/geo+json"
        case "gpkg": "application/geopackage+sqlite3"
        case "png": "image/png"
        case "svg": "image/svg+xml"
        case "pdf": "application/pdf"
        case "html": "text/html"
        case "tif": "image/tiff; application=geotiff; profile=cloud-optimized"
        case "json": "application/json"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "qgs": "application/xml"
        default: "application/octet-stream"
        }
    }

    private func roles(of file: String) -> [String] {
        file.hasPrefix("maps/") || file.hasPrefix("charts/")
            ? ["overview"]
            : file == "provenance.json" || file.hasSuffix(".qgs")
                ? ["metadata"] : ["data"]
    }
}
