// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// An sRGB colour, eight bits a channel.
public struct Colour: Hashable, Sendable, CustomStringConvertible {
    /// Red, 0…255.
    public let red: UInt8
    /// Green, 0…255.
    public let green: UInt8
    /// Blue, 0…255.
    public let blue: UInt8

    /// A colour from its channels.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from six hexadecimal digits, with or without `#`; `nil` for anything else.
    public init?(hex text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.count == 6, digits.allSatisfy(\.isHexDigit),
            let rgb = UInt32(digits, radix: 16)
        else { return nil }
        self.init(rgb: rgb)
    }

    init(rgb: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
            blue: UInt8(truncatingIfNeeded: rgb))
    }

    /// Six upper-case hexadecimal digits, without `#`.
    public var hex: String {
        let rgb = Int(red) << 16 | Int(green) << 8 | Int(blue)
        let digits = String(rgb, radix: 16, uppercase: true)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The colour as style sheets write it: `#1B7837`.
    public var description: String { "#\(hex)" }

    /// Mixed with black, towards −1, or with white, towards 1.
    func shaded(by share: Double) -> Colour {
        func mix(_ channel: UInt8) -> UInt8 {
            let end: Double = share < 0 ? 0 : 255
            let mixed = Double(channel) + (end - Double(channel)) * min(abs(share), 1)
            return UInt8(mixed.rounded())
        }
        return Colour(red: mix(red), green: mix(green), blue: mix(blue))
    }

    /// The largest difference in any one channel, 0…255.
    public func distance(to other: Colour) -> Int {
        max(
            abs(Int(red) - Int(other.red)), abs(Int(green) - Int(other.green)),
            abs(Int(blue) - Int(other.blue)))
    }
}
