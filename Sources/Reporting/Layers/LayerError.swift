// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// Why a layer of polygons cannot be made.
public enum LayerError: Failure, Hashable, CustomStringConvertible {
    /// The ending of a path names no format that is written.
    case unknownFormat(path: String)
    /// A size or length that cannot be read.
    case badAmount(text: String, example: String)
    /// A category that does not exist.
    case unknownCategory(name: String)
    /// Categories were asked for without a scheme that tells them.
    case needsScheme(raster: String)
    /// The raster holds nothing of what was asked for.
    case nothingSelected(raster: String, what: String)
    /// What cannot be said of a raster, or without an earlier one.
    case cannot(String)
    /// The rows of a layer do not add up to the tabulation: a fault of the program.
    case doesNotAddUp(zone: String, layer: Double, tabulation: Double)

    /// Where, what is wrong, how to mend it; in the user's words.
    public var description: String {
        switch self {
        case .unknownFormat(let path):
            "'\(path)' must end in .gpkg, .geojson, .geojsonl, .geojsons, .fgb, .shp or .tif"
        case .badAmount(let text, let example): "'\(text)' cannot be read; write it as \(example)"
        case .unknownCategory(let name):
            "there is no category '\(name)'. Categories: "
                + "forest, shrub, special_shrub, other_shrub, other_wood, orchard, grassland, "
                + "sand_bare, wetland, water, cropland, built, snow_ice, other"
        case .needsScheme(let raster):
            "\(raster): categories need a class scheme; name one with --scheme (see: steppe schemes)"
        case .nothingSelected(let raster, let what):
            "\(raster): holds nothing of \(what). See: steppe tabulate \(raster) --scheme auto -f text"
        case .cannot(let why): why
        case .doesNotAddUp(let zone, let layer, let tabulation):
            "zone '\(zone)': polygons of \(layer) m² do not add up to the tabulation's "
                + "\(tabulation) m²; nothing was written. Please report this"
        }
    }
}
