// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import Words

/// A finished map: what it shows, and all that a reader needs to trust it.
///
/// ```swift
/// let sheet = MapSheet(
///     title: LocalizedText(zh: "鄂尔多斯市土地覆盖", en: "Land cover of Ordos"),
///     layers: [.classes(ClassMap(raster: "lc.tif", legend: legend)), .zones(banners)])
/// try sheet.write(to: "lc.pdf")
/// ```
///
/// The same sheet gives the same bytes, whatever the time and the machine's display; the installed
/// fonts have a part in them.
public struct MapSheet: Sendable {
    /// What heads the map.
    public var title: LocalizedText
    /// What stands below the title, such as the year.
    public var subtitle: LocalizedText?
    /// From the ground up. Where there are zones, the map is fitted to them, otherwise to all rasters.
    public var layers: [MapLayer]
    /// Where the data come from.
    public var source: LocalizedText?
    /// How the numbers were made.
    public var method: LocalizedText?
    /// Whether the data are made up; the map then says so on its face.
    public var isSynthetic: Bool
    /// The number of the map's approval (审图号), where it has one.
    public var approvalNumber: String?
    /// A small map of all zones that shows where this one lies.
    public var inset: InsetMap?
    /// The language of everything on the sheet.
    public var language: MapLanguage
    /// The size of the page.
    public var page: PageSize
    /// Dots to the inch of a PNG, and of the rasters in a PDF or SVG.
    public var dpi: Double
    /// The CRS to show; an equal-area projection chosen from the extent where left out.
    public var crs: CRS?
    /// How many threads read its rasters; the map is the same for any number.
    public var threads = 1
    /// The font family of everything on the sheet.
    public var fontFamily: String

    /// A map of some layers.
    public init(
        title: LocalizedText, subtitle: LocalizedText? = nil, layers: [MapLayer],
        source: LocalizedText? = nil, method: LocalizedText? = nil, isSynthetic: Bool = false,
        language: MapLanguage = .chinese, page: PageSize = .a4Landscape, dpi: Double = 300,
        crs: CRS? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.layers = layers
        self.source = source
        self.method = method
        self.isSynthetic = isSynthetic
        self.language = language
        self.page = page
        self.dpi = dpi
        self.crs = crs
        fontFamily = "Noto Sans CJK SC"
    }
}

/// A drawn map: its file, and where things stand on it, in points of an A4-sized page.
package struct DrawnMap {
    package let bytes: [UInt8]
    package let frame: MapFrame
    package let labels: LabelPlacement
    package let scaleBar: ScaleBar?
    /// The legend's classes.
    package let codes: [Int]
    /// What the drawing lacks: characters, fonts, room for names.
    package let missing: [DrawingGap]
}
