// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

extension Quantity {
    /// What can be measured; only units of one dimension convert into each other.
    public enum Dimension: String, Sendable {
        case area, volume, ratio, carbon, mass
        case areaPerPerson = "area per person"
        case volumePerArea = "volume per area"
        case carbonPerArea = "carbon per area"
        case people, livestock, length, count
    }

    /// A unit, by the word that files use for it.
    public enum Unit: String, CaseIterable, Sendable {
        case squareMetres = "m2"
        case hectares = "ha"
        case squareKilometres = "km2"
        /// 亩, 1/15 ha.
        case mu
        /// 万亩, 20/3 km².
        case tenThousandMu = "wan_mu"
        case cubicMetres = "m3"
        /// 万 m³.
        case tenThousandCubicMetres = "wan_m3"
        case fraction
        case percent
        case squareMetresPerPerson = "m2_per_person"
        case cubicMetresPerHectare = "m3_per_ha"
        /// Tonnes of carbon.
        case tonnesCarbon = "t_c"
        /// 万 t C.
        case tenThousandTonnesCarbon = "wan_t_c"
        /// Teragrams of carbon, 10⁶ t C.
        case teragramsCarbon = "tg_c"
        /// Tonnes of carbon dioxide that hold 12/44 as much carbon.
        case tonnesCarbonDioxide = "t_co2"
        case tonnesCarbonPerHectare = "t_c_per_ha"
        case kilogramsCarbonPerSquareMetre = "kg_c_per_m2"
        case gramsCarbonPerSquareMetre = "g_c_per_m2"
        case kilograms = "kg"
        case tonnes = "t"
        case people = "person"
        /// An adult sheep of 45 kg that eats 1.8 kg of standard hay a day (NY/T 635-2015).
        case sheepUnits = "sheep_unit"
        case metres = "m"
        case centimetres = "cm"
        case millimetres = "mm"
        case count

        /// What the unit measures.
        public var dimension: Dimension {
            switch self {
            case .squareMetres, .hectares, .squareKilometres, .mu, .tenThousandMu: .area
            case .cubicMetres, .tenThousandCubicMetres: .volume
            case .fraction, .percent: .ratio
            case .squareMetresPerPerson: .areaPerPerson
            case .cubicMetresPerHectare: .volumePerArea
            case .tonnesCarbon, .tenThousandTonnesCarbon, .teragramsCarbon,
                .tonnesCarbonDioxide:
                .carbon
            case .tonnesCarbonPerHectare, .kilogramsCarbonPerSquareMetre,
                .gramsCarbonPerSquareMetre:
                .carbonPerArea
            case .kilograms, .tonnes: .mass
            case .people: .people
            case .sheepUnits: .livestock
            case .metres, .centimetres, .millimetres: .length
            case .count: .count
            }
        }

        /// How many of its dimension's stored units (m², m³, fraction, t C, t C/ha, kg) it is.
        var size: ExactFactor {
            switch self {
            case .hectares, .tenThousandCubicMetres, .tenThousandTonnesCarbon:
                ExactFactor(10_000)
            case .squareKilometres, .teragramsCarbon: ExactFactor(1_000_000)
            case .mu: ExactFactor(2_000, over: 3)
            case .tenThousandMu: ExactFactor(20_000_000, over: 3)
            case .percent, .gramsCarbonPerSquareMetre, .centimetres: ExactFactor(1, over: 100)
            case .millimetres: ExactFactor(1, over: 1_000)
            case .tonnesCarbonDioxide: ExactFactor(12, over: 44)
            case .kilogramsCarbonPerSquareMetre: ExactFactor(10)
            case .tonnes: ExactFactor(1_000)
            default: ExactFactor(1)
            }
        }

        /// The unit as people write it.
        public var symbol: LocalizedText {
            switch self {
            case .squareMetres: LocalizedText("m²")
            case .hectares: LocalizedText(zh: "公顷", en: "ha")
            case .squareKilometres: LocalizedText(zh: "平方千米", en: "km²")
            case .mu: LocalizedText(zh: "亩", en: "mu")
            case .tenThousandMu: LocalizedText(zh: "万亩", en: "×10⁴ mu")
            case .cubicMetres: LocalizedText("m³")
            case .tenThousandCubicMetres: LocalizedText(zh: "万立方米", en: "×10⁴ m³")
            case .fraction: LocalizedText("")
            case .percent: LocalizedText("%")
            case .squareMetresPerPerson: LocalizedText(zh: "平方米/人", en: "m²/person")
            case .cubicMetresPerHectare: LocalizedText("m³/ha")
            case .tonnesCarbon: LocalizedText("t C")
            case .tenThousandTonnesCarbon: LocalizedText(zh: "万吨碳", en: "×10⁴ t C")
            case .teragramsCarbon: LocalizedText("Tg C")
            case .tonnesCarbonDioxide: LocalizedText("t CO₂")
            case .tonnesCarbonPerHectare: LocalizedText("t C/ha")
            case .kilogramsCarbonPerSquareMetre: LocalizedText("kg C/m²")
            case .gramsCarbonPerSquareMetre: LocalizedText("g C/m²")
            case .kilograms: LocalizedText(zh: "千克", en: "kg")
            case .tonnes: LocalizedText(zh: "吨", en: "t")
            case .people: LocalizedText(zh: "人", en: "people")
            case .sheepUnits: LocalizedText(zh: "羊单位", en: "sheep units")
            case .metres: LocalizedText(zh: "米", en: "m")
            case .centimetres: LocalizedText(zh: "厘米", en: "cm")
            case .millimetres: LocalizedText(zh: "毫米", en: "mm")
            case .count: LocalizedText(zh: "个", en: "")
            }
        }
    }
}
