// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL

/// How features or pixels look: the rules of an OGC style.
///
/// Lengths are in standardised rendering pixels of 0.28 mm.
///
/// - Source: OGC 02-070 (Styled Layer Descriptor 1.0.0), OGC 05-077r4 (Symbology Encoding 1.1.0).
public struct StyleSheet: Hashable, Sendable {
    /// What programs call it.
    public var name: String
    /// What people call it.
    public var title: String
    /// Drawn in this order; a feature is drawn by each rule that it meets.
    public var rules: [StyleRule]
    /// What the file asks for and the program cannot do, each with its line.
    public var unsupported: [String] = []

    /// A style of some rules.
    public init(name: String, title: String = "", rules: [StyleRule]) {
        self.name = name
        self.title = title
        self.rules = rules
    }

    /// The colour map of its raster symbolizer, where it has one.
    public var colorMap: ColorMap? {
        for case .raster(let raster) in rules.flatMap(\.symbolizers) {
            if let map = raster.colorMap { return map }
        }
        return nil
    }
}

/// Which features are drawn, at which scales, and how.
public struct StyleRule: Hashable, Sendable {
    /// What programs call it; may be empty.
    public var name = ""
    /// What a legend says.
    public var title = ""
    /// `nil` takes every feature.
    public var filter: StyleFilter?
    /// Whether it takes the features that no other rule took.
    public var isElse = false
    /// Drawn from 1 : `minimumScale` on, this one included.
    public var minimumScale: Double?
    /// Drawn up to 1 : `maximumScale`, this one left out.
    public var maximumScale: Double?
    /// How its features are drawn, from the ground up.
    public var symbolizers: [Symbolizer]

    /// A rule.
    public init(title: String = "", filter: StyleFilter? = nil, _ symbolizers: [Symbolizer]) {
        self.title = title
        self.filter = filter
        self.symbolizers = symbolizers
    }

    /// Whether it is drawn on a map of a scale 1 : `denominator`.
    public func applies(atScale denominator: Double) -> Bool {
        denominator >= minimumScale ?? 0 && denominator < maximumScale ?? .infinity
    }
}

/// One way to draw.
public enum Symbolizer: Hashable, Sendable {
    case polygon(PolygonSymbol)
    case line(LineSymbol)
    case point(PointSymbol)
    case text(TextSymbol)
    case raster(RasterSymbol)
}

/// A line.
public struct LineSymbol: Hashable, Sendable {
    /// Its colour, opacity included.
    public var color: RGBA
    /// In pixels of 0.28 mm.
    public var width: Double
    /// Lengths drawn and left out in turn; empty for a whole line.
    public var dashes: [Double]

    /// A line of a colour and a width.
    public init(_ color: RGBA, width: Double = 1, dashes: [Double] = []) {
        self.color = color
        self.width = width
        self.dashes = dashes
    }
}

/// A filled ground.
public struct PolygonSymbol: Hashable, Sendable {
    /// `nil` leaves it open.
    public var fill: RGBA?
    /// Lines over the fill.
    public var hatch: HatchSymbol?
    /// The border; `nil` for none.
    public var stroke: LineSymbol?

    /// A filled ground.
    public init(fill: RGBA?, hatch: HatchSymbol? = nil, stroke: LineSymbol? = nil) {
        self.fill = fill
        self.hatch = hatch
        self.stroke = stroke
    }
}

/// Parallel lines that fill a ground.
public struct HatchSymbol: Hashable, Sendable {
    /// Each of the lines.
    public var line: LineSymbol
    /// From one line to the next.
    public var gap: Double
    /// Degrees that the lines rise to the right.
    public var angle: Double

    /// Parallel lines.
    public init(line: LineSymbol, gap: Double, angle: Double = 45) {
        self.line = line
        self.gap = gap
        self.angle = angle
    }
}

/// A mark at a place.
public struct PointSymbol: Hashable, Sendable {
    /// The well-known marks.
    public enum Mark: String, CaseIterable, Hashable, Sendable {
        case square, circle, triangle, star, cross, x
    }

    /// Its shape.
    public var mark: Mark
    /// Within; `nil` leaves it open.
    public var fill: RGBA?
    /// Around; `nil` for none.
    public var stroke: LineSymbol?
    /// Across, in pixels of 0.28 mm.
    public var size: Double
    /// Degrees clockwise.
    public var rotation: Double

    /// A mark.
    public init(
        _ mark: Mark, fill: RGBA?, stroke: LineSymbol? = nil, size: Double = 6, rotation: Double = 0
    ) {
        self.mark = mark
        self.fill = fill
        self.stroke = stroke
        self.size = size
        self.rotation = rotation
    }
}

/// A text at a place.
public struct TextSymbol: Hashable, Sendable {
    /// What a text is made of.
    public enum Part: Hashable, Sendable {
        case literal(String)
        /// A feature's value.
        case property(String)
    }

    /// What it says.
    public var label: [Part]
    /// The font family; `nil` for the map's own.
    public var family: String?
    /// Type size, in pixels of 0.28 mm.
    public var size: Double
    /// Whether it is set in bold type.
    public var isBold = false
    /// Whether it is set in italics.
    public var isItalic = false
    /// The colour of the letters.
    public var fill: RGBA
    /// The colour around the letters; `nil` for none.
    public var halo: RGBA?
    /// How far the halo reaches, in pixels of 0.28 mm.
    public var haloRadius = 1.0

    /// A text.
    public init(_ label: [Part], size: Double = 10, fill: RGBA = RGBA(red: 0, green: 0, blue: 0)) {
        self.label = label
        self.size = size
        self.fill = fill
    }
}

/// A raster's pixels.
public struct RasterSymbol: Hashable, Sendable {
    /// 0 is clear, 1 opaque.
    public var opacity = 1.0
    /// From numbers to colours; `nil` where the style does not say.
    public var colorMap: ColorMap?

    /// Pixels in the colours of a map.
    public init(_ colorMap: ColorMap?) { self.colorMap = colorMap }
}

/// From numbers to colours.
public struct ColorMap: Hashable, Sendable {
    /// How a number between two entries is coloured.
    public enum Kind: String, Hashable, Sendable {
        /// Between the two colours.
        case ramp
        /// As the first entry that is not below it.
        case intervals
        /// Not at all.
        case values
    }

    /// A number and its colour.
    public struct Entry: Hashable, Sendable {
        /// The number; infinite for an interval without end.
        public var quantity: Double
        /// Its colour, opacity included.
        public var color: RGBA
        /// What a legend says; may be empty.
        public var label: String

        /// A number and its colour.
        public init(_ quantity: Double, _ color: RGBA, label: String = "") {
            self.quantity = quantity
            self.color = color
            self.label = label
        }
    }

    /// How numbers between entries are coloured.
    public var kind: Kind
    /// In rising order.
    public var entries: [Entry]

    /// From numbers to colours.
    public init(_ kind: Kind, _ entries: [Entry]) {
        self.kind = kind
        self.entries = entries.sorted { $0.quantity < $1.quantity }
    }

    /// The first entry that is not below a number. O(log *n*).
    package func index(of value: Double) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].quantity < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The colour of a number; `nil` where it has none. O(log *n*).
    public func color(of value: Double) -> RGBA? {
        let low = index(of: value)
        switch kind {
        case .values:
            return low < entries.count && entries[low].quantity == value
                ? entries[low].color : nil
        case .intervals:
            return low < entries.count ? entries[low].color : nil
        case .ramp:
            guard let first = entries.first, let last = entries.last, !value.isNaN else {
                return nil
            }
            if value <= first.quantity { return first.color }
            if value >= last.quantity { return last.color }
            let (a, b) = (entries[low - 1], entries[low])
            return a.color.mixed(
                with: b.color, share: (value - a.quantity) / (b.quantity - a.quantity))
        }
    }
}

extension RGBA {
    /// Channel by channel, as OGC's colour maps are interpolated.
    func mixed(with other: RGBA, share: Double) -> RGBA {
        func channel(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
        }
        return RGBA(
            red: channel(red, other.red), green: channel(green, other.green),
            blue: channel(blue, other.blue), alpha: channel(alpha, other.alpha))
    }

    /// As style files write it: `#1b7837`.
    var styleText: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// From `#1b7837`; `nil` for anything else.
    init?(styleText text: String, opacity: Double = 1) {
        guard text.count == 7, text.hasPrefix("#"), let rgb = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self = RGBA(hex: rgb).opacity(min(max(opacity, 0), 1))
    }
}
