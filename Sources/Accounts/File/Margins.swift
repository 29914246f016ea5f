// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
package import Ecology
package import Words

extension SurveyFile {
    /// How far what figures rest on may be otherwise: `[sensitivity]`. All defaults are judgements.
    public struct Margins: Sendable {
        /// NDVI of bare soil.
        public var soil = 0.02
        /// NDVI of full canopy; published pairs differ by 0.2.
        public var canopy = 0.10
        /// The cover at which sand changes its state, as a fraction.
        public var threshold = 0.02
        /// Cover that another month, sensor or rain gives one of two years, as a fraction.
        public var season = 0.03

        /// The defaults.
        public init() {}

        package init(_ table: DataNode?) throws {
            guard let table else { return }
            try table.allow(only: ["soil", "canopy", "threshold", "season"])
            for (key, field) in [
                ("soil", \Margins.soil), ("canopy", \.canopy), ("threshold", \.threshold),
                ("season", \.season),
            ] {
                guard let node = table[key] else { continue }
                let margin = try node.number()
                guard (0..<0.5).contains(margin) else {
                    throw node.error(
                        "'\(key)' is \(margin); it is a part of 1, from 0 to below 0.5")
                }
                self[keyPath: field] = margin
            }
        }

        /// The end members with one of them moved to either side, and what was moved.
        package func endMembers(around members: EndMembers) -> [(LocalizedText, EndMembers)] {
            let moves = [
                (LocalizedText(zh: "裸土NDVI", en: "NDVI of bare soil"), soil, 0.0),
                (LocalizedText(zh: "全覆盖NDVI", en: "NDVI of full canopy"), 0.0, canopy),
            ]
            return moves.flatMap { name, soil, canopy in
                [-1.0, 1].compactMap { sign in
                    let moved = try? EndMembers(
                        soil: max(-1, members.soil + sign * soil),
                        canopy: min(1, members.canopy + sign * canopy), origin: members.origin)
                    guard let moved, moved != members else { return nil }
                    return (
                        name.moved(by: sign * (soil + canopy), digits: 2), moved
                    )
                }
            }
        }
    }

    /// The end members of a year's NDVI; `nil` where its cover is given, or there is none.
    package func endMembers(of year: Int) -> EndMembers? {
        guard let yearFiles = years.first(where: { $0.year == year }), !yearFiles.ndvi.isEmpty
        else {
            return nil
        }
        return preparedCover?.members.rest ?? endMembers
    }
}

extension LocalizedText {
    /// The name of a quantity and how far it is moved: `NDVI of bare soil +0.02`.
    package func moved(by amount: Double, digits: Int) -> LocalizedText {
        let number = (amount < 0 ? "−" : "+") + decimal(abs(amount), digits: digits)
        return LocalizedText(zh: zh + number, en: "\(en) \(number)")
    }
}
