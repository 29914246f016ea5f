// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import DataFiles
public import Ecology
public import Words
public import Zonal

extension SurveyFile {
    /// A desert whose treatment is assessed.
    public struct Desert: Sendable {
        /// The indicator's id: `desert_mu_us`, `desert_kubuqi`.
        public var indicator: String
        /// What it is called.
        public var name: LocalizedText
        /// Its outline.
        public var source: ZoneSource
        /// Whether the outline was drawn by hand for want of an official one.
        public var isSchematic: Bool
        /// Whether it may cover most of the zones, as a map label's outline would.
        public var mayCoverAll: Bool
        /// What its ratio counts; `nil` takes the survey's variant.
        public var variant: DesertVariant?
        /// Accepted measures, for the ledger.
        public var measures: Measures?
        /// What can be treated; `nil` takes the whole region.
        public var treatable: ZoneSource?

        package init(
            indicator: String, name: LocalizedText, source: ZoneSource, isSchematic: Bool,
            mayCoverAll: Bool, variant: DesertVariant?, measures: Measures?, treatable: ZoneSource?
        ) {
            self.indicator = indicator
            self.name = name
            self.source = source
            self.isSchematic = isSchematic
            self.mayCoverAll = mayCoverAll
            self.variant = variant
            self.measures = measures
            self.treatable = treatable
        }
    }

    /// The deserts whose treatment is assessed.
    public var deserts: [Desert] {
        get { self[DesertSection.self]?.deserts ?? [] }
        set { self[DesertSection.self] = DesertSection(deserts: newValue, common: variants.desert) }
    }
}

/// `[[desert]]`.
struct DesertSection: SurveySection {
    static let keys = ["desert"]

    let deserts: [SurveyFile.Desert]
    /// What deserts count by that name no variant of their own.
    var common = DesertVariant.change

    var parameters: [String: String] {
        Dictionary(
            deserts.map { ("variant_\($0.indicator)", ($0.variant ?? common).rawValue) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension DesertSection {
    init?(_ file: DataNode, in context: SectionContext) throws {
        deserts =
            try file["desert"]?.elements().map {
                try SurveyFile.Desert($0, resolved: context.resolved)
            } ?? []
        if Set(deserts.map(\.indicator)).count < deserts.count {
            throw try file.required("desert").error(
                "an indicator comes twice; give each desert an indicator of its own")
        }
        guard let node = file["variants"]?["desert"] else { return }
        common = try node.choice(DesertVariant.self)
        if common == .ledger, deserts.allSatisfy({ $0.measures == nil }) {
            throw node.error("'ledger' needs a ledger of measures: [[desert]] measures = …")
        }
    }
}

extension SurveyFile.Desert {
    fileprivate init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "indicator", "file", "layer", "where", "crs", "name_zh", "name_en", "schematic",
            "whole_city", "variant", "measures", "treatable",
        ])
        indicator = try table.required("indicator").string()
        name = LocalizedText(
            zh: try table["name_zh"]?.string() ?? indicator,
            en: try table["name_en"]?.string() ?? indicator)
        source = ZoneSource(
            path: try resolved(table.required("file")), layer: try table["layer"]?.string(),
            filter: try table["where"]?.string(), crs: try table["crs"]?.string())
        isSchematic = try table["schematic"]?.boolean() ?? false
        mayCoverAll = try table["whole_city"]?.boolean() ?? false
        variant = try table["variant"]?.choice(DesertVariant.self)
        measures = try table["measures"].map { try SurveyFile.Measures($0, resolved: resolved) }
        treatable = try table["treatable"].map { ZoneSource(path: try resolved($0)) }
        if variant == .ledger && measures == nil, let node = table["variant"] {
            throw node.error("'ledger' needs the accepted measures: measures = …")
        }
    }
}
