// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import GDAL
internal import LandCover

/// The survey file for what a folder holds, with what was not chosen as comments.
struct DraftText {
    /// The file.
    private(set) var text = ""
    /// What is missing that would make a range a figure, or an indicator possible.
    private(set) var notes: [String] = []
    private let finds: DraftFinds

    init(_ finds: DraftFinds) {
        self.finds = finds
        var lines = head + zones + landCover + vegetation
        lines += variants
        for year in finds.years { lines += self.lines(ofYear: year) }
        lines += deserts
        lines += finds.ledgers.lines(years: finds.years)
        lines += FamilyCatalogue.sections.flatMap { $0.draft }
        text = lines.joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        var lines = [
            "# A survey for Steppe. Paths start from this file's folder.",
            "# Run it:  steppe survey survey.toml",
            "",
            "title_zh = \"生态调查\"",
            "title_en = \"Ecological survey\"",
            "language = \"both\"              # of maps: zh, en or both",
            "output = \"out\"                 # the folder that everything goes to",
            "synthetic = \(finds.isSynthetic)            # true marks every map and layer as made up",
        ]
        if let targets = finds.targets {
            lines.append("targets = \(quote(targets))")
        } else {
            lines.append(
                "# targets = \"targets.toml\"    # a plan's targets; without it no verdicts")
        }
        if let rain = finds.rain {
            lines.append(
                "rain = \(quote(rain))   # mm a year by zone: decides which shrub is special")
        } else {
            lines.append("# rain = \"rain.csv\"           # columns zone, precipitation_mm")
        }
        return lines
    }

    /// The chosen layer, and the others as comments.
    private var zones: [String] {
        guard !finds.zones.isEmpty else {
            return [
                "", "# [zones]                    # without it, the whole raster is the one zone",
                "# file = \"banners.geojson\"   # polygons, in any CRS", "# id = \"adcode\"",
            ]
        }
        return finds.zones.enumerated().flatMap { index, zones in
            let mark = index == 0 ? "" : "# "
            let why = "# \(zones.reasons.joined(separator: ", "))".replacing("\n", with: " ")
            var lines = index == 0 ? ["", why, "[zones]"] : ["# or: \(why.dropFirst(2))"]
            lines.append("\(mark)file = \(quote(zones.path))")
            if let layer = zones.layer { lines.append("\(mark)layer = \(quote(layer))") }
            if let id = zones.id { lines.append("\(mark)id = \(quote(id))") }
            if let name = zones.name { lines.append("\(mark)name = \(quote(name))") }
            if let name = zones.englishName { lines.append("\(mark)name_en = \(quote(name))") }
            return lines
        }
    }

    private var landCover: [String] {
        let scheme =
            finds.scheme.map { "scheme = \(quote($0.id))        # see: steppe schemes" }
            ?? "scheme = \"auto\"             # or a name, here or in a [[year]]; see: steppe schemes"
        return [
            "", "[landcover]", scheme,
            "unknown = \"error\"           # codes that the scheme lacks: error or ignore",
        ]
    }

    private var vegetation: [String] {
        let rasters = finds.ndvi.filter { finds.years.contains($0.key) }.flatMap(\.value)
        let isScaled = rasters.contains { raster in
            raster.info.bands.first.map { !$0.dataType.isFloatingPoint && $0.scale == 1 } ?? false
        }
        return [
            "", "[vegetation]                # NDVI of bare soil and of full canopy",
            "soil = 0.04", "canopy = 0.91", "source = \"白壮壮 et al. 2020, Ordos plateau\"",
            (isScaled ? "" : "# ")
                + "scale = 0.0001            # where NDVI is stored as integers and does not say so",
            "# percentiles = [5, 95]     # end members from the NDVI of all years together",
            "# by = \"category\"           # class, category, zone or region: a pair for each",
        ]
    }

    // MARK: Variants

    /// Definitions that the data can be counted by.
    private var variants: [String] {
        mutating get {
            [
                "",
                "[variants]                  # which definition is meant; see: steppe explain INDICATOR",
                forest, grassland, desert, wetland,
            ]
        }
    }

    private var forest: String {
        mutating get {
            let choices = "official, no_special_shrub, no_belts or greening"
            for scheme in finds.schemes {
                guard let limit = scheme.limit(on: .specialShrub) else { continue }
                notes.append(
                    "forest: \(scheme.id) cannot give the official coverage: \(limit.en). Its figure "
                        + "is indicative only")
                return
                    "# forest = \"official\"       # indicative only: \(scheme.id) cannot give it; \(choices)"
            }
            let hasShrub = finds.schemes.contains { $0.categories.contains(.shrub) }
            if finds.rain == nil && hasShrub {
                notes.append(
                    "forest: which shrub counts depends on the county's rain: without it the "
                        + "official coverage is a range from low to high. A table of zone and "
                        + "precipitation_mm (rain = \"rain.csv\") makes it a figure, where the "
                        + "scheme tells the shrub's cover")
                return
                    "forest = \"official\"         # a range until 'rain' is given; \(choices)"
            }
            if hasShrub {
                notes.append(
                    "forest: shrub counts where it is protective; state it as shrub = { use = "
                        + "\"protective\" }, or the lower bound has none of it")
            }
            return "forest = \"official\"         # \(choices)"
        }
    }

    private var grassland: String {
        let hasCover = finds.years.contains { finds.ndvi[$0] != nil || finds.cover[$0] != nil }
        return "# grassland = \"fvc_mean\"    # plots where there are plots and areas, else "
            + "fvc_mean; or fvc_by_type, vegetated_share"
            + (hasCover ? "" : "; needs NDVI or cover")
    }

    private var desert: String {
        let choice = finds.years.count > 1 ? "change" : "state"
        return (finds.deserts.isEmpty ? "# " : "")
            + "desert = \"\(choice)\"         # change, state, step or ledger"
            + (finds.deserts.isEmpty ? "; needs a [[desert]]" : "")
    }

    /// Codes of the third survey have a wetland class of their own; others are counted wide.
    private var wetland: String {
        mutating get {
            let choices = "survey2, survey2+1107 or sandiao00"
            if finds.schemes.contains(where: { $0.id == "sandiao" }) {
                notes.append(
                    "wetland: the polygons' codes are the third survey's, so wetland is its group 00; "
                        + "survey2 would add rivers, lakes and ponds")
                return "wetland = \"sandiao00\"       # \(choices)"
            }
            for scheme in finds.schemes {
                guard let limit = scheme.limit(on: .wetland) else { continue }
                notes.append(
                    "wetland: \(scheme.id) cannot tell it: \(limit.en). Its figure is indicative only"
                )
                return
                    "# wetland = \"survey2\"       # indicative only: \(scheme.id) cannot tell it; \(choices)"
            }
            return "wetland = \"survey2\"         # \(choices)"
        }
    }

    // MARK: Years and deserts

    private func lines(ofYear year: Int) -> [String] {
        var lines = ["", "[[year]]", "year = \(year)"]
        if let path = finds.parcels[year] {
            lines.append("parcels = { file = \(quote(path)) }   # survey polygons, DLBM")
        }
        for (key, source) in [
            ("landcover", finds.landCover), ("ndvi", finds.ndvi), ("cover", finds.cover),
            ("volume", finds.volume),
        ] {
            guard let rasters = source[year] else { continue }
            if key == "cover" && finds.ndvi[year] != nil { continue }
            let list = rasters.map { quote($0.path) }.joined(separator: ", ")
            lines.append("\(key) = \(rasters.count > 1 ? "[\(list)]" : list)")
            if key == "ndvi" || key == "cover" {
                lines.append(
                    "# season = { months = [7, 8], dates = 4, sensor = \"…\", rain_mm = 300 }   "
                        + "# without it what rests on NDVI is indicative")
            }
        }
        return lines + finds.ledgers.lines(ofYear: year)
    }

    private var deserts: [String] {
        finds.deserts.flatMap { desert in
            var lines = [
                "", "[[desert]]", "indicator = \(quote(desert.indicator))",
                "file = \(quote(desert.path))", "where = \(quote(desert.filter))",
            ]
            if desert.isSchematic {
                lines.append("schematic = true            # drawn by hand, not official")
            }
            if let path = finds.ledgers.measures(ofDesert: desert.indicator) {
                lines.append("measures = \(quote(path))   # accepted, for the variant ledger")
            }
            return lines
        }
    }
}

/// Text as a TOML file writes it.
func quote(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "\"": escaped += "\\\(scalar)"
        case "\u{0}"..."\u{1F}", "\u{7F}":
            let digits = String(scalar.value, radix: 16)
            escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return "\"\(escaped)\""
}
