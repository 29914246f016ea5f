// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A page's size in points, of which 72 make an inch.
public struct PageSize: Hashable, Sendable {
    /// In points.
    public var width: Double, height: Double

    /// A page of any size, in points.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// A page of any size, in millimetres.
    public init(widthMillimetres: Double, heightMillimetres: Double) {
        self.init(width: widthMillimetres * 72 / 25.4, height: heightMillimetres * 72 / 25.4)
    }

    /// 297 × 210 mm.
    public static let a4Landscape = PageSize(widthMillimetres: 297, heightMillimetres: 210)
    /// 210 × 297 mm.
    public static let a4Portrait = PageSize(widthMillimetres: 210, heightMillimetres: 297)
    /// 420 × 297 mm.
    public static let a3Landscape = PageSize(widthMillimetres: 420, heightMillimetres: 297)
    /// 297 × 420 mm.
    public static let a3Portrait = PageSize(widthMillimetres: 297, heightMillimetres: 420)
    /// 16 : 10, as screens are; 1600 × 1000 pixels at 96 dots to the inch.
    public static let screen = PageSize(width: 1200, height: 750)

    /// How much larger than an A4 page it is drawn: type and lines grow with the page.
    var magnification: Double {
        let a4 = PageSize.a4Landscape
        return ((width * height) / (a4.width * a4.height)).squareRoot()
    }
}

/// A file format that a map can be drawn in.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
    /// Pixels, 24 bits each.
    case png
    /// Pages to print: type and lines stay sharp at any size.
    case pdf
    /// A drawing for the web or to edit.
    case svg

    /// The format that a path's ending names.
    ///
    /// - Throws: ``MapError/unknownFormat(path:)`` for any other ending.
    public init(ofPath path: String) throws(MapError) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = ImageFormat(rawValue: ending) else {
            throw MapError.unknownFormat(path: path)
        }
        self = format
    }
}
