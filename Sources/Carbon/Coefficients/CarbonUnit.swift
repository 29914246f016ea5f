// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A unit that a coefficient may be written in, and how it becomes the one that is stored.
public struct CarbonUnit: Hashable, Sendable {
    /// What a unit measures, and thereby the unit it is stored in.
    public enum Dimension: String, Hashable, Sendable {
        /// Carbon on land: t C/ha.
        case density = "t C/ha"
        /// Carbon per year on land: t C/ha/yr.
        case flux = "t C/ha/yr"
        /// Dry matter on land: t d.m./ha.
        case biomass = "t d.m./ha"
        /// Dry matter per year on land: t d.m./ha/yr.
        case growth = "t d.m./ha/yr"
        /// Dry matter in wood: t d.m./m³.
        case woodDensity = "t d.m./m3"
        /// A fraction or a ratio: 1.
        case ratio = "1"
        /// A fraction per year: 1/yr.
        case yearlyRate = "1/yr"
    }

    /// The unit as it was written.
    public let symbol: String
    /// What it measures.
    public let dimension: Dimension
    /// What a number in this unit is multiplied by, and then divided by, to be stored.
    let multiplier: Double
    let divisor: Double

    /// The unit of this name, in any common spelling; `nil` where it is none of ours.
    public init?(_ symbol: String) {
        guard let known = Self.known[Self.plain(symbol)] else { return nil }
        self.symbol = symbol
        (dimension, multiplier, divisor) = known
    }

    /// A number in this unit, in the stored unit.
    public func stored(_ value: Double) -> Double { value * multiplier / divisor }

    /// The spellings to offer where a unit is not understood.
    public static let examples =
        "t C/ha, kg C/m2, g C/m2, Mg C/ha, t C/ha/yr, g C/m2/yr, t d.m./ha, t d.m./m3, kg/m3, 1, "
        + "%, 1/yr, %/yr"

    /// Without spaces, dots, raised digits or hyphens, in lower case.
    private static func plain(_ symbol: String) -> String {
        var text = ""
        for character in symbol.lowercased() {
            switch character {
            case " ", ".", "·", "*", "^", "-": continue
            case "²", "₂": text += "2"
            case "³": text += "3"
            default: text.append(character)
            }
        }
        if text.hasSuffix("/a") { text = String(text.dropLast()) + "yr" }
        if text.hasSuffix("/year") { text = String(text.dropLast(5)) + "/yr" }
        return text
    }

    private static let known: [String: (Dimension, Double, Double)] = {
        var units: [String: (Dimension, Double, Double)] = [
            "tdm/m3": (.woodDensity, 1, 1), "t/m3": (.woodDensity, 1, 1),
            "g/cm3": (.woodDensity, 1, 1), "kg/m3": (.woodDensity, 1, 1000),
            "kgdm/m3": (.woodDensity, 1, 1000),
            "1": (.ratio, 1, 1), "%": (.ratio, 1, 100), "fraction": (.ratio, 1, 1),
            "1/yr": (.yearlyRate, 1, 1), "%/yr": (.yearlyRate, 1, 100),
        ]
        // Mass per area of carbon, of carbon dioxide and of dry matter, with and without a year.
        let masses: [(String, Double, Double)] = [
            ("t", 1, 1), ("mg", 1, 1), ("kg", 1, 1000), ("g", 1, 1_000_000),
        ]
        for (mass, up, down) in masses {
            for (area, scale) in [("ha", 1.0), ("m2", 10_000)] where mass != "mg" || area == "ha" {
                for (year, isYearly) in [("", false), ("/yr", true)] {
                    let carbon: Dimension = isYearly ? .flux : .density
                    let matter: Dimension = isYearly ? .growth : .biomass
                    units["\(mass)c/\(area)\(year)"] = (carbon, up * scale, down)
                    units["\(mass)co2/\(area)\(year)"] = (carbon, 12 * up * scale, 44 * down)
                    units["\(mass)dm/\(area)\(year)"] = (matter, up * scale, down)
                }
            }
        }
        return units
    }()
}
