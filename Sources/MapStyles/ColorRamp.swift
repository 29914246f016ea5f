// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
public import GDAL

/// A scale of colours from 0 to 1 that readers with any colour vision can order.
///
/// Between its colours it is interpolated in Oklab, where equal steps look equal (Ottosson 2020).
/// The ramps of ColorBrewer are those that their authors mark colour-blind safe.
///
/// - Source: Harrower & Brewer 2003, *Cartogr. J.* 40(1), 27–37, colorbrewer2.org (Apache-2.0);
///   viridis: Smith & van der Walt 2015, matplotlib (CC0).
public struct ColorRamp: Hashable, Sendable {
    /// The name that its authors gave it.
    public let name: String
    /// Its colours, evenly spaced; the ends are reached exactly.
    public let colors: [RGBA]
    /// Whether it runs from one hue through a pale middle to another.
    public let isDiverging: Bool

    /// A ramp of at least two colours, each `0xRRGGBB`.
    init(_ name: String, isDiverging: Bool = false, _ colors: [UInt32]) {
        precondition(colors.count >= 2, "a ramp needs two colours")
        self.name = name
        self.isDiverging = isDiverging
        self.colors = colors.map(RGBA.init(hex:))
    }

    /// A ramp of a style's own colours, evenly spaced.
    package init(_ name: String, _ colors: [RGBA]) {
        self.name = name
        isDiverging = false
        self.colors = colors
    }

    /// Yellow to green: vegetation.
    public static let vegetation = ColorRamp(
        "YlGn",
        [
            0xFFFFE5, 0xF7FCB9, 0xD9F0A3, 0xADDD8E, 0x78C679, 0x41AB5D, 0x238443, 0x006837,
            0x004529,
        ])
    /// Yellow to brown: sand, erosion.
    public static let sand = ColorRamp(
        "YlOrBr",
        [
            0xFFFFE5, 0xFFF7BC, 0xFEE391, 0xFEC44F, 0xFE9929, 0xEC7014, 0xCC4C02, 0x993404,
            0x662506,
        ])
    /// Yellow through green to blue: water, wetland.
    public static let water = ColorRamp(
        "YlGnBu",
        [
            0xFFFFD9, 0xEDF8B1, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x253494,
            0x081D58,
        ])
    /// Violet through green to yellow: any quantity.
    public static let viridis = ColorRamp(
        "viridis",
        [
            0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30,
            0xFDE725,
        ])
    /// Brown through white to blue-green: loss and gain of vegetation.
    public static let change = ColorRamp(
        "BrBG", isDiverging: true,
        [
            0x543005, 0x8C510A, 0xBF812D, 0xDFC27D, 0xF6E8C3, 0xF5F5F5, 0xC7EAE5, 0x80CDC1,
            0x35978F, 0x01665E, 0x003C30,
        ])
    /// Orange through white to violet: any deviation.
    public static let deviation = ColorRamp(
        "PuOr", isDiverging: true,
        [
            0x7F3B08, 0xB35806, 0xE08214, 0xFDB863, 0xFEE0B6, 0xF7F7F7, 0xD8DAEB, 0xB2ABD2,
            0x8073AC, 0x542788, 0x2D004B,
        ])

    /// Every ramp, by its authors' name.
    public static let all: [ColorRamp] = [
        .vegetation, .sand, .water, .viridis, .change, .deviation,
    ]

    /// The colour at a place; before 0 and after 1 it is that of the end.
    public func color(at place: Double) -> RGBA {
        let position = min(max(place.isNaN ? 0 : place, 0), 1) * Double(colors.count - 1)
        let below = min(Int(position), colors.count - 2)
        let share = position - Double(below)
        if share == 0 { return colors[below] }
        if share == 1 { return colors[below + 1] }
        let (a, b) = (Oklab(colors[below]), Oklab(colors[below + 1]))
        return Oklab(
            lightness: a.lightness + (b.lightness - a.lightness) * share,
            a: a.a + (b.a - a.a) * share, b: a.b + (b.b - a.b) * share
        ).color
    }

    /// Colours for so many classes, from a little within one end to a little within the other:
    /// the darkest leave no room for a name.
    public func colors(count: Int) -> [RGBA] {
        let (first, last) = isDiverging ? (0.17, 0.83) : (0.06, 0.82)
        if count == 1 { return [color(at: isDiverging ? 0.5 : (first + last) / 2)] }
        return (0..<count).map {
            color(at: first + (last - first) * Double($0) / Double(count - 1))
        }
    }
}

extension RGBA {
    /// An opaque colour from `0xRRGGBB`.
    package init(hex: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
            blue: UInt8(truncatingIfNeeded: hex))
    }

    /// The same colour, let through so much: 0 is clear, 1 opaque.
    package func opacity(_ share: Double) -> RGBA {
        RGBA(red: red, green: green, blue: blue, alpha: UInt8((share * 255).rounded()))
    }

    /// As much of its own opacity.
    package func fainter(by share: Double) -> RGBA { opacity(share * Double(alpha) / 255) }

    /// How light it looks, 0…1.
    package var lightness: Double { Oklab(self).lightness }
}

/// A colour where equal distances look equal.
///
/// - Source: Björn Ottosson 2020, "A perceptual color space for image processing".
private struct Oklab {
    var lightness: Double, a: Double, b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    init(_ color: RGBA) {
        let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    var color: RGBA {
        let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        return RGBA(
            red: encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            green: encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            blue: encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
    }
}

private func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}

private func encoded(_ value: Double) -> UInt8 {
    let clamped = min(max(value, 0), 1)
    let coded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * pow(clamped, 1 / 2.4) - 0.055
    return UInt8((coded * 255).rounded())
}

/// What lies beyond is no quantity: classes of it would leave the range of numbers.
package let largestShown = 1e100
