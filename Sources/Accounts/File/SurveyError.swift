// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import LandCover
internal import Zonal

/// Why a survey cannot be run as its file asks.
public enum SurveyError: Failure, Hashable, CustomStringConvertible {
    /// NDVI beyond −1…1: its scale is not declared.
    case notNDVI(raster: String, pixels: Int)
    /// A region that no zone touches.
    case regionMissesZones(region: String, file: String)
    /// A region that covers more of the zones than a desert would.
    case implausibleRegion(file: String, why: String)
    /// A zone with the id that means the whole.
    case reservedZone(file: String)
    /// An error of an earlier step, its remedy told in the survey file's terms.
    case retold(String)
    /// Nothing to work on in a folder.
    case nothingFound(folder: String, what: String)
    /// A finished survey that cannot be read.
    case notASurvey(folder: String)
    /// A file of a finished survey that is no longer what the survey wrote.
    case changedAfterRun(file: String, why: String)
    /// Classes of two schemes cannot be compared one by one.
    case differentSchemes(String, String)
    /// Categories are asked for, but no scheme tells them.
    case schemeNeeded
    /// Input that cannot be used, and how to mend it.
    case unusable(file: String, why: String)

    /// Where, what is wrong, how to mend it.
    public var description: String {
        switch self {
        case .notNDVI(let raster, let pixels):
            "\(raster): \(pixels) pixels lie outside −1…1, so this is not NDVI as it stands. If it is "
                + "stored as integers, say so in the survey file: [vegetation] scale = 0.0001"
        case .regionMissesZones(let region, let file):
            "\(file): region '\(region)' touches none of the zones. "
                + "Is its CRS right? See: steppe inspect \(file)"
        case .implausibleRegion(let file, let why):
            "\(file): \(why). Where it is the desert's own polygon, and the zones lie within it, "
                + "say so in the survey file: [[desert]] whole_city = true"
        case .reservedZone(let file):
            "\(file): a zone has the id 'all', which stands for all zones together. "
                + "Name another field in the survey file: [zones] id = …"
        case .retold(let message): message
        case .nothingFound(let folder, let what):
            "\(folder): holds \(what). See: steppe inspect \(folder)"
        case .notASurvey(let folder):
            "\(folder): is not the output of a survey: it has no indicators.csv"
        case .changedAfterRun(let file, let why):
            "\(file): was changed after the survey was run: \(why) (provenance.json). What it says is "
                + "not the survey's; restore it, or run the survey again"
        case .differentSchemes(let one, let other):
            "the classes of '\(one)' and '\(other)' are not the same; compare them by category"
        case .schemeNeeded:
            "categories come from a class scheme: name the scheme of both years (--scheme NAME, "
                + "--scheme-before NAME, --scheme-after NAME, or auto)"
        case .unusable(let file, let why): "\(file): \(why)"
        }
    }
}

extension SurveyFile {
    /// An error with its remedy as a survey file writes it, in place of command-line options.
    package func retold(_ error: any Error) -> any Error {
        let remedies = [
            ("add --raster-crs EPSG:4490", "add to the survey file: raster_crs = \"EPSG:4490\""),
            (
                "add --zones-crs EPSG:4490",
                "add to its table in the survey file: crs = \"EPSG:4490\""
            ),
            ("try --scheme ", "try in the survey file: [landcover] scheme = "),
            ("name the scheme with --scheme", "name it in the survey file: [landcover] scheme = …"),
            ("--unknown ignore", "[landcover] unknown = \"ignore\""),
            ("leave it out with --where", "leave it out with where = … in its table"),
        ]
        switch error {
        case is ZoneError, is UnknownCodeError, is SchemeUnsureError:
            let told = remedies.reduce("\(error)") { $0.replacing($1.0, with: $1.1) }
            return SurveyError.retold(told)
        default: return error
        }
    }
}
