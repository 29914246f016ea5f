// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a file may be, by its name.
enum DataKind {
    static let rasters: Set = ["tif", "tiff", "img", "vrt", "jp2", "asc", "nc", "hdf"]
    static let vectors: Set = ["geojson", "json", "gpkg", "shp", "fgb", "kml", "gml", "gdb"]
    static let extensions = rasters.union(vectors)
}
