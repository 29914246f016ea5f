// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
public import Files
internal import Foundation
internal import GDAL
internal import Reporting
internal import Words
public import Zonal

/// What processes that measure parts of a plan must have in common with the one that made it.
public struct PlanSetting: Hashable, Sendable, Codable {
    /// The version of Steppe.
    public let steppe: String
    /// The version of GDAL.
    public let gdal: String
    /// The version of PROJ.
    public let proj: String
    /// The survey file's full path.
    public let survey: String
    /// The full path of the folder that tallies are kept in; `nil` where none was named.
    public let store: String?
    /// The language asked for, `zh` or `en`: zones are named in it.
    public let language: String?
    /// On which figure of the earth areas are.
    public let area: String

    init(of run: SurveyRun) {
        steppe = SteppeVersion.current
        gdal = GDALRuntime.version
        proj = GDALRuntime.projVersion
        survey = Self.fullPath(run.survey.path)
        store = run.store.map { Self.fullPath($0.folder) }
        language = run.language?.rawValue
        area = run.survey.area.rawValue
    }

    private static func fullPath(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// Refuses to measure where another version would.
    ///
    /// - Parameter name: What errors call the plan.
    /// - Throws: ``PlanError/anotherVersion(file:made:here:)``.
    public func check(named name: String) throws(PlanError) {
        let made = "Steppe \(steppe), GDAL \(gdal), PROJ \(proj)"
        let here =
            "Steppe \(SteppeVersion.current), GDAL \(GDALRuntime.version), "
            + "PROJ \(GDALRuntime.projVersion)"
        guard made == here else {
            throw .anotherVersion(file: name, made: made, here: here)
        }
    }
}

/// Why a plan's parts cannot be measured.
public enum PlanError: Failure, Hashable, CustomStringConvertible {
    case notAPlan(file: String)
    case noParts(file: String)
    case noStore(file: String)
    case anotherVersion(file: String, made: String, here: String)
    case anotherSurvey(missing: Int)
    case noSuchPart(Part, count: Int)
    case noArrayTask
    case badArrayTask(variable: String, value: String)

    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .notAPlan(let file):
            "\(file): is no plan; make one with steppe survey SURVEY --plan \(file)"
        case .noParts(let file):
            "\(file): its work is not shared out; make it with steppe survey SURVEY --plan FILE"
        case .noStore(let file):
            "\(file): names no folder to keep tallies in; add --store FOLDER"
        case .anotherVersion(let file, let made, let here):
            "\(file): was made with \(made); here is \(here), which may measure otherwise. Run the "
                + "versions of the plan, or plan again"
        case .anotherSurvey(let missing):
            "\(missing) of the plan's measurements are not those of the survey as it is here: an input, "
                + "the survey file or a --config option is another, or they were measured meanwhile. "
                + "Plan again"
        case .noSuchPart(let part, let count):
            "part \(part) of a plan of \(count): give at most as many processes as the plan has parts"
        case .noArrayTask:
            "no variable of a batch system says which task this is (known are "
                + "\(ArrayTask.variables.joined(separator: ", "))); give --part K/N"
        case .badArrayTask(let variable, let value):
            "the environment's \(variable) is '\(value)', which is no number of a task; give --part K/N"
        }
    }

    /// How the program ends.
    public var failureKind: FailureKind {
        switch self {
        case .noArrayTask, .badArrayTask, .noSuchPart: .failed
        default: .badData
        }
    }
}
