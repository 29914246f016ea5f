// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import LandCover
internal import Words
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
    /// Nothing to work on in a folder.
    case nothingUsable(folder: String, what: String)
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
        case .nothingUsable(let folder, let what):
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

/// An error of a survey's data, with what mends it in the terms of the survey file.
package struct SurveyDataError: Failure, CustomStringConvertible {
    /// What failed.
    package let error: any Failure

    /// An error as a run of a survey passes it on: the same, where nothing in it is said of options.
    package static func inTerms(ofSurvey error: any Error) -> any Error {
        switch error {
        case let error as any Failure
        where error is ZoneError || error is UnknownCodeError || error is SchemeUnsureError:
            SurveyDataError(error: error)
        default: error
        }
    }

    package var failureKind: FailureKind { error.failureKind }

    package var description: String {
        Remedy.$place.withValue(.surveyFile) { "\(error)" }
    }
}
