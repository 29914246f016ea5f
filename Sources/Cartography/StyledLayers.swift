// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import MapStyles
public import PlaneGeometry
public import Words

/// A raster in the colours of a style.
public struct StyledRaster: Sendable {
    /// The raster.
    public var raster: Raster
    /// The band, from 1. Its scale and offset are applied, unless the style tells single values.
    public var band: Int
    /// From stored or scaled numbers to colours.
    public var colorMap: ColorMap
    /// 0 is clear, 1 opaque.
    public var opacity: Double
    /// What heads the legend.
    public var heading: LocalizedText
    /// Whether what lies outside the zones of the map is pale.
    public var fadesOutsideZones = true

    /// A raster in the colours of a style.
    public init(
        raster: Raster, band: Int = 1, colorMap: ColorMap, opacity: Double = 1,
        heading: LocalizedText
    ) {
        self.raster = raster
        self.band = band
        self.colorMap = colorMap
        self.opacity = opacity
        self.heading = heading
    }
}

/// A feature to draw by a style.
public struct StyledFeature: Sendable {
    /// Its ground.
    public var polygons: [Polygon]
    /// Its lines.
    public var lines: [[Point]]
    /// Its points.
    public var points: [Point]
    /// Values by field; a field without one is left out.
    public var values: [String: String]

    /// A feature to draw by a style.
    public init(
        polygons: [Polygon] = [], lines: [[Point]] = [], points: [Point] = [],
        values: [String: String]
    ) {
        self.polygons = polygons
        self.lines = lines
        self.points = points
        self.values = values
    }

    /// Every place of it.
    var places: [Point] { polygons.flatMap { $0.rings.joined() } + lines.joined() + points }
}

/// Features in the symbols of a style.
public struct StyledFeatures: Sendable {
    /// What is drawn.
    public var features: [StyledFeature]
    /// The CRS of their coordinates.
    public var crs: CRS
    /// How it is drawn.
    public var style: StyleSheet
    /// What heads the legend.
    public var heading: LocalizedText

    /// Features in the symbols of a style.
    public init(
        features: [StyledFeature], crs: CRS, style: StyleSheet, heading: LocalizedText
    ) {
        self.features = features
        self.crs = crs
        self.style = style
        self.heading = heading
    }
}
