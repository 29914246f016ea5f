// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What mends an error, in the terms of where its reader wrote what is wrong: options of a command, or
/// keys of a survey file.
package enum Remedy: Sendable {
    /// The CRS of rasters that name none.
    case rasterCRS(String)
    /// The CRS of polygons that name none.
    case zonesCRS(String)
    /// Leaving features out.
    case leaveOut
    /// A class scheme that fits.
    case tryScheme(String)
    /// A class scheme that cannot be told.
    case nameScheme
    /// Counting codes that a scheme lacks as unclassified.
    case ignoreUnknown

    /// Where a reader writes.
    package enum Place: Sendable { case commandLine, surveyFile }

    /// Where the reader of errors writes at present.
    @TaskLocal package static var place = Place.commandLine

    /// What to write there, after "add", "try" or "with" where that reads well.
    package var text: String {
        switch (self, Self.place) {
        case (.rasterCRS(let crs), .commandLine): "add --raster-crs \(crs)"
        case (.rasterCRS(let crs), .surveyFile):
            "add to the survey file: raster_crs = \"\(crs)\""
        case (.zonesCRS(let crs), .commandLine): "add --zones-crs \(crs)"
        case (.zonesCRS(let crs), .surveyFile):
            "add to its table in the survey file: crs = \"\(crs)\""
        case (.leaveOut, .commandLine): "leave it out with --where"
        case (.leaveOut, .surveyFile): "leave it out with where = … in its table"
        case (.tryScheme(let name), .commandLine): "try --scheme \(name)"
        case (.tryScheme(let name), .surveyFile):
            "try in the survey file: [landcover] scheme = \"\(name)\""
        case (.nameScheme, .commandLine): "name the scheme with --scheme"
        case (.nameScheme, .surveyFile):
            "name it in the survey file: [landcover] scheme = …"
        case (.ignoreUnknown, .commandLine): "--unknown ignore"
        case (.ignoreUnknown, .surveyFile): "[landcover] unknown = \"ignore\""
        }
    }
}
