// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
public import Ecology
public import GDAL
public import Words
public import Zonal

/// What a survey is to be made of: `survey.toml`, read and checked.
public struct SurveyFile: Sendable {
    /// One year's rasters.
    public struct Year: Sendable {
        /// The year of the data.
        public var year: Int
        /// Files, folders or patterns.
        public var landCover: [String]
        /// The class scheme of the land-cover raster; `nil` takes the survey's.
        public var scheme: SchemeChoice?
        /// Which version of its product the land cover is, such as `v200`; `nil` where the file's name or
        /// the year tells it.
        public var version: String?
        /// NDVI: files, folders or patterns.
        public var ndvi: [String]
        /// Vegetation cover itself, 0…1, in place of NDVI.
        public var cover: [String]
        /// When and by what NDVI or cover was taken; `nil` where that is not stated.
        public var season: Season?
        /// Standing volume, m³/ha.
        public var volume: [String]
        /// Stand polygons with m³/ha.
        public var stands: Stands?
        /// Survey polygons in place of a land-cover raster.
        public var parcels: ParcelSource?
        /// The scheme of the polygons' codes.
        public var parcelScheme = "sandiao"
        /// Polygons of tree belts and 四旁 trees that count as forest beside the classes.
        public var belts: ZoneSource?
    }

    /// The file's path, as given.
    public let path: String
    /// What was put in the place of the file's own values, `key=value` each.
    package var overrides: [String] = []
    /// What maps and the report are headed by.
    public var title: LocalizedText
    /// Languages of maps: one, or both.
    public var languages: [Language]
    /// The output folder.
    public var output: String
    /// Whether the data are made up: said wherever a result shows.
    public var isSynthetic: Bool
    /// Who made the data, for maps.
    public var source: LocalizedText
    /// The zones to measure; `nil` takes the whole raster as the one zone.
    public var zones: ZoneSource?
    /// Whether files of one raster may overlap with unlike values: a later one lies on top.
    public var allowsMosaics: Bool
    /// Every text of the file that can be a path, relative ones seen from its folder.
    public let namedPaths: [String]
    /// The field with English names; `nil` where there is none.
    public var englishNameField: String?
    /// The plan's targets: a TOML file; `nil` for none.
    public var targets: String?
    /// The class scheme of rasters whose year names none of its own.
    public var scheme: SchemeChoice
    /// What to do with codes that a scheme does not know.
    public var unknown: UnknownCodes
    /// The band with the class codes, from 1.
    public var landCoverBand: Int
    /// Whether the accuracy that a product's publisher states gives areas bounds, where no sample does.
    public var usesPublishedAccuracy: Bool
    /// The NDVI of bare soil and of full canopy.
    public var endMembers: EndMembers
    /// End members by region or by percentiles; `nil` takes ``endMembers`` everywhere.
    public var coverPlan: CoverPlan?
    /// The years' cover by ``coverPlan``, once a run has made it.
    package var preparedCover: PreparedCover?
    /// What stored NDVI is worth, where the raster does not say.
    public var ndviScale: Double?
    /// Yearly rain in mm by zone id.
    public var rain: [String: Double]
    /// The file that the rain was read from; `nil` where the survey file gives it.
    public var rainFile: String?
    /// What is known of shrub beside its class and its county's rain.
    public var shrub: Shrub
    /// How far what figures rest on may be otherwise.
    public var margins: Margins
    /// The years, oldest first, in whatever order the file has them.
    public var years: [Year]
    /// The year that changes are counted from.
    public var baseline: Int
    /// Which definitions are meant.
    public var variants: IndicatorVariants
    /// When a zone is not assessed.
    public var rules: AssessmentRules
    /// What rasters without a CRS are taken for.
    public var rasterCRS: String?
    /// What areas are measured on, where a CRS is on a sphere.
    public var area = AreaRule.ellipsoid
    /// Citations in place of those that Steppe has from memory.
    public var references: References
    /// What families of indicators read of the file, by the section's type.
    package var sections: [ObjectIdentifier: any SurveySection] = [:]

    /// What the zone `all` is called.
    package static let allZones = LocalizedText(zh: "全市", en: "All zones")

    /// The folder that the file's relative paths start from.
    package var folder: String {
        path.folderPath
    }

    /// Reads a survey file.
    ///
    /// - Parameters:
    ///   - file: What it holds.
    ///   - path: The file.
    ///   - sections: What families of indicators read of it.
    /// - Throws: `DataFileError` at the line and column of what is wrong.
    package init(
        _ file: DataNode, path: String, sections: [any SurveySection.Type]
    ) throws {
        try file.allow(only: Self.keys + sections.flatMap { $0.keys })
        self.path = path
        let folder = path.folderPath
        func resolved(_ node: DataNode) throws -> String {
            try node.string().resolved(against: folder)
        }
        let plainTitle = try file["title"]?.string()
        title = LocalizedText(
            zh: try file["title_zh"]?.string() ?? plainTitle ?? "生态调查",
            en: try file["title_en"]?.string() ?? plainTitle ?? "Ecological survey")
        languages =
            switch try file["language"]?.choice(LanguageChoice.self) ?? .both {
            case .zh: [.zh]
            case .en: [.en]
            case .both: [.zh, .en]
            }
        output = try file["output"].map(resolved) ?? "\(folder)/out"
        isSynthetic = try file["synthetic"]?.boolean() ?? false
        source = LocalizedText(
            zh: try file["source_zh"]?.string() ?? "", en: try file["source_en"]?.string() ?? "")
        zones = try file["zones"].map { table in
            try table.allow(only: ["file", "layer", "id", "name", "name_en", "where", "crs"])
            return try ZoneSource(table, resolved: resolved)
        }
        englishNameField = try file["zones"]?["name_en"]?.string()
        allowsMosaics = try file["mosaic"]?.boolean() ?? false
        namedPaths = file.texts(except: Self.wordKeys).map { $0.resolved(against: folder) }
        targets = try file["targets"].map(resolved)

        let cover = file["landcover"]
        try cover?.allow(only: ["scheme", "unknown", "band", "published_accuracy"])
        scheme = try cover?["scheme"].map { try SchemeChoice($0, resolved: resolved) } ?? .automatic
        unknown = try cover?["unknown"]?.choice(UnknownCodes.self) ?? .error
        usesPublishedAccuracy = try cover?["published_accuracy"]?.boolean() ?? true
        landCoverBand = try cover?["band"]?.integer() ?? 1

        let vegetation = file["vegetation"]
        try vegetation?.allow(only: [
            "soil", "canopy", "source", "scale", "by", "regions", "percentiles", "members",
        ])
        coverPlan = try CoverPlan(vegetation, zones: zones, resolved: resolved)
        if let vegetation, vegetation["soil"] != nil || vegetation["canopy"] != nil {
            let soil = try vegetation.required("soil")
            let canopy = try vegetation.required("canopy").number()
            let source = try vegetation["source"]?.string() ?? "survey file"
            do {
                endMembers = try EndMembers(
                    soil: soil.number(), canopy: canopy, origin: .fixed(source: source))
            } catch let fault as VegetationCoverError {
                throw soil.error("\(fault)")
            }
        } else {
            endMembers = try EndMembers.ordosPlateau()
        }
        ndviScale = try vegetation?["scale"]?.number()
        rain = try Self.readRain(file["rain"], resolved: resolved)
        if let node = file["rain"], case .string = node.value { rainFile = try resolved(node) }
        shrub = try Shrub(file["shrub"])
        margins = try Margins(file["sensitivity"])
        years = try file.required("year").elements().map { try Year($0, folder: folder) }
        let listed = years.map(\.year)
        if Set(listed).count < listed.count {
            throw try file.required("year").error("a year comes twice; give each year once")
        }
        years.sort { $0.year < $1.year }
        guard let first = years.first else {
            throw try file.required("year").error("no year is given; add a [[year]] table")
        }
        baseline = try file["baseline"]?.year() ?? first.year
        if !listed.contains(baseline), let node = file["baseline"] {
            throw node.error(
                "the baseline \(baseline) is not among the years \(listed.sorted())")
        }
        if years.count > 1, baseline == years.last?.year, let node = file["baseline"] {
            throw node.error(
                "the baseline \(baseline) is the last of the years \(listed.sorted()), so nothing is "
                    + "left to count from it; name an earlier one, or leave 'baseline' out for "
                    + "\(first.year)")
        }
        variants = try IndicatorVariants(file["variants"])
        let limit = try file["unclassified_limit"]?.number() ?? 1
        if !(0...1).contains(limit), let node = file["unclassified_limit"] {
            throw node.error("'unclassified_limit' is \(limit); it is a share, from 0 to 1")
        }
        if limit > 0.2, limit < 1, let node = file["unclassified_limit"] {
            throw node.error(
                "'unclassified_limit' is \(limit), a share of more than a fifth: \(limit) % is written "
                    + "\(limit / 100)")
        }
        rules = AssessmentRules(maximumUnclassifiedShare: limit)
        rasterCRS = try file["raster_crs"]?.string()
        area = try file["area"]?.choice(AreaRule.self) ?? .ellipsoid
        var replaceable = try IndicatorCatalogue.bundled().fromMemory
        for section in sections { replaceable += try section.replaceable }
        references =
            try file["references"].map { try References($0, replaceable: replaceable) }
            ?? References()
        let context = SectionContext(
            years: years.map(\.year), folder: folder, references: references)
        for type in sections {
            self.sections[ObjectIdentifier(type)] = try type.init(file, in: context)
        }
        for section in sections.compactMap({ self.sections[ObjectIdentifier($0)] }) {
            section.settle(&variants)
        }
        try takeOnlyYears(file["only_years"])
    }

    /// Leaves out all years but those that `only_years` names, and the baseline; what the rest of the
    /// file says of others stays unused.
    private mutating func takeOnlyYears(_ node: DataNode?) throws {
        guard let node else { return }
        let listed = years.map(\.year)
        let wanted = try node.elements().map { element in
            let year = try element.year()
            guard listed.contains(year) else {
                throw element.error("\(year) is not among the years \(listed)")
            }
            return year
        }
        guard !wanted.isEmpty else {
            throw node.error("'only_years' names no year; leave it out for all of them")
        }
        years.removeAll { $0.year != baseline && !wanted.contains($0.year) }
    }

    /// The keys of the file's top level that are no family's own.
    private static let keys = [
        "title", "title_zh", "title_en", "language", "output", "synthetic", "source_zh",
        "source_en", "zones", "targets", "landcover", "vegetation", "rain", "year", "baseline",
        "variants", "unclassified_limit", "raster_crs", "area", "mosaic", "shrub", "sensitivity",
        "references", "only_years",
    ]

    /// Puts years in the place of those of the same number.
    package mutating func replace(years others: [Year]) {
        for index in years.indices {
            if let other = others.first(where: { $0.year == years[index].year }) {
                years[index] = other
            }
        }
    }

    /// Keys whose text is never a path of something to read.
    private static let wordKeys: Set = [
        "output", "title", "title_zh", "title_en", "language", "source", "source_zh", "source_en",
        "id", "name", "name_zh", "name_en", "layer", "where", "crs", "raster_crs", "indicator",
        "variant", "variants", "references", "version",
    ]

    private static func readRain(
        _ node: DataNode?, resolved: (DataNode) throws -> String
    ) throws -> [String: Double] {
        guard let node else { return [:] }
        if case .string = node.value {
            return try RainTable.read(resolved(node), complaining: node)
        }
        var rain: [String: Double] = [:]
        for zone in try node.keys() { rain[zone] = try node.required(zone).number() }
        return rain
    }
}

private enum LanguageChoice: String, CaseIterable { case zh, en, both }

extension ZoneSource {
    package init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
        self.init(
            path: try resolved(table.required("file")), layer: try table["layer"]?.string(),
            idField: try table["id"]?.string(), nameField: try table["name"]?.string(),
            filter: try table["where"]?.string(), crs: try table["crs"]?.string())
    }
}

extension SchemeChoice {
    /// As a survey file writes it: a name, `auto`, or a file of its own beside it.
    fileprivate init(_ node: DataNode, resolved: (DataNode) throws -> String) throws {
        let word = try node.string()
        self.init(word.hasSuffix(".toml") ? try resolved(node) : word)
    }
}

extension SurveyFile {
    /// A family's section; `nil` where the file has none of its tables.
    package subscript<Section: SurveySection>(_ section: Section.Type) -> Section? {
        get { sections[ObjectIdentifier(section)] as? Section }
        set { sections[ObjectIdentifier(section)] = newValue }
    }

    /// The class scheme that a year's raster is read by: its own, or the survey's.
    package func scheme(of year: Year) -> SchemeChoice { year.scheme ?? scheme }
}

extension SurveyFile.Year {
    fileprivate init(_ table: DataNode, folder: String) throws {
        try table.allow(only: [
            "year", "landcover", "scheme", "ndvi", "cover", "season", "volume", "parcels", "belts",
            "stands", "version",
        ])
        func paths(_ key: String) throws -> [String] {
            try table[key]?.strings().map { $0.resolved(against: folder) } ?? []
        }
        year = try table.required("year").year()
        landCover = try paths("landcover")
        if landCover.isEmpty, let node = table["landcover"] {
            throw node.error("'landcover' names no file")
        }
        scheme = try table["scheme"].map {
            try SchemeChoice($0) { try $0.string().resolved(against: folder) }
        }
        version = try table["version"]?.string()
        if let node = table["scheme"], table["parcels"] != nil {
            throw node.error(
                "year \(year) has polygons; name their scheme with them: "
                    + "parcels = { file = …, scheme = … }")
        }
        ndvi = try paths("ndvi")
        cover = try paths("cover")
        season = try table["season"].map { try SurveyFile.Season($0) }
        volume = try paths("volume")
        stands = try table["stands"].map {
            try SurveyFile.Stands($0) { try $0.string().resolved(against: folder) }
        }
        if !ndvi.isEmpty && !cover.isEmpty {
            throw table.error("year \(year) has both ndvi and cover; give one of them")
        }
        if let node = table["parcels"] {
            parcels = try ParcelSource(node) { try $0.string().resolved(against: folder) }
            let scheme = try node["scheme"]?.string() ?? "sandiao"
            parcelScheme = scheme.hasSuffix(".toml") ? scheme.resolved(against: folder) : scheme
            guard landCover.isEmpty else {
                throw table.error("year \(year) has both landcover and parcels; give one of them")
            }
        } else if landCover.isEmpty {
            throw try table.required("landcover").error("'landcover' names no file")
        }
        belts = try table["belts"].map {
            ZoneSource(path: try $0.string().resolved(against: folder))
        }
    }
}
