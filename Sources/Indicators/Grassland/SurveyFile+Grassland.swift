// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
package import DataFiles
internal import Ecology
internal import Zonal

extension SurveyFile {
    /// What the survey knows of its grassland beside the land cover: `[grassland]`.
    public struct Grassland: Sendable {
        /// Grassland types, as a raster of codes or as polygons by a field.
        public var types: CoverRegions?
        /// A CSV with `zone`, `type`, `area_ha` and maybe `year`: the areas to weigh types by.
        public var areas: String?
        /// A CSV with `type`, `cover` (0…1) and maybe `zone`, `year`, `lon` and `lat`.
        public var plots: String?
        /// Whether remotely sensed cover is calibrated on the plots.
        public var isCalibrated = false
        /// Whether the table of areas holds every zone: `false` gives the city's figure for the zones
        /// that there are, `true` says that the others have no grassland; `nil` assesses neither.
        public var isComplete: Bool?
        /// Whether there are plots, and types or areas to weigh them by.
        var hasPlots: Bool { plots != nil && (types != nil || areas != nil) }

        /// The files that are read for it.
        package var files: [String] = []
        private var isVariantNamed = false

        package init() {}

        package init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
            try table.allow(only: ["types", "areas", "plots", "calibrate", "complete"])
            if let node = table["types"] {
                if case .table = node.value {
                    try node.allow(only: ["file", "layer", "field", "where", "crs"])
                    var source = try ZoneSource(node, resolved: resolved)
                    source.idField = try node.required("field").string()
                    source.nameField = nil
                    types = .polygons(source)
                    files.append(source.path)
                } else {
                    let path = try resolved(node)
                    types = .classes([path], band: 1)
                    files.append(path)
                }
            }
            areas = try table["areas"].map(resolved)
            plots = try table["plots"].map(resolved)
            isComplete = try table["complete"]?.boolean()
            isCalibrated = try table["calibrate"]?.boolean() ?? false
            files += [areas, plots].compactMap(\.self)
            if isCalibrated && plots == nil, let node = table["calibrate"] {
                throw node.error("a calibration needs plots: give plots = \"plots.csv\"")
            }
            if areas != nil && types == nil && plots == nil {
                throw table.error("areas by type weigh plots or a map of types; give one of them")
            }
        }
    }
}

extension SurveyFile {
    /// Grassland types, their areas and plots.
    public var grassland: Grassland {
        get { self[Grassland.self] ?? Grassland() }
        set { self[Grassland.self] = newValue }
    }
}

extension SurveyFile.Grassland: SurveySection {
    package static let keys = ["grassland"]

    package init?(_ file: DataNode, in context: SectionContext) throws {
        self =
            try file["grassland"].map { try Self($0, resolved: context.resolved) } ?? Self()
        guard let node = file["variants"]?["grassland"] else { return }
        isVariantNamed = true
        let variant = try node.choice(GrasslandVariant.self)
        if variant == .coverByType && types == nil {
            throw node.error("'fvc_by_type' needs a map of types: [grassland] types = …")
        }
        if variant == .plots && !hasPlots {
            throw node.error(
                "'plots' needs plots and areas by type: [grassland] plots = …, and types or areas")
        }
    }

    /// Plots are the official way: they count where the file names no variant.
    package func settle(_ variants: inout IndicatorVariants) {
        if !isVariantNamed && hasPlots { variants.grassland = .plots }
    }
}
