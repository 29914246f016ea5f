// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a file may be, by its name.
package enum DataKind {
    package static let rasters: Set = ["tif", "tiff", "img", "vrt", "jp2", "asc", "nc", "hdf"]
    package static let vectors: Set = [
        "geojson", "json", "gpkg", "shp", "fgb", "kml", "gml", "gdb",
    ]
    package static let extensions = rasters.union(vectors)
}
