// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// Why carbon cannot be computed from what was given.
public enum CarbonError: Failure, Hashable, CustomStringConvertible {
    /// A coefficient cannot be had.
    case coefficient(CoefficientError)
    /// An area is negative or not a number.
    case badArea(zone: String, land: String, hectares: Double)
    /// The same zone is there twice.
    case repeatedZone(String)
    /// The two years' zones differ.
    case zonesDiffer(missing: String, year: Int)
    /// The two years do not rise.
    case yearsDoNotRise(from: Int, to: Int)
    /// A history's years do not rise, or it has no state at the start.
    case badHistory(zone: String, reason: String)
    /// A covariance that is none.
    case badCovariance(name: String, reason: String)
    /// A confusion matrix that does not fit the land it is for.
    case badSample(name: String, reason: String)
    /// An input outside what it can be.
    case badInput(zone: String, name: String, value: Double, reason: String)
    /// A number of draws that cannot be made.
    case badDraws(Int)
    /// Depths of soil that differ between accounts.
    case soilDepthUnknown(set: String)

    /// What is wrong, where, and how to mend it.
    public var description: String {
        switch self {
        case .coefficient(let error): error.description
        case .badArea(let zone, let land, let hectares):
            "zone '\(zone)': the area of '\(land)' is \(hectares) ha; areas are 0 or more"
        case .repeatedZone(let zone): "zone '\(zone)' is there twice; give each zone once"
        case .zonesDiffer(let missing, let year):
            "zone '\(missing)' has no areas in \(year); measure both years with the same zones"
        case .yearsDoNotRise(let from, let to):
            "the years are \(from) and \(to); a change needs a later second year"
        case .badHistory(let zone, let reason): "zone '\(zone)': \(reason)"
        case .badCovariance(let name, let reason):
            "the covariance of \(name) \(reason); give variances and covariances in ha²"
        case .badSample(let name, let reason): "accuracy sample '\(name)': \(reason)"
        case .badInput(let zone, let name, let value, let reason):
            "zone '\(zone)': \(name) is \(brief(value)); \(reason)"
        case .badDraws(let draws):
            "\(draws) draws cannot be made; give 2 to 4294967295, such as 100000"
        case .soilDepthUnknown(let set):
            "coefficient set '\(set)' does not say to which depth its soil carbon goes; add "
                + "soil_depth_cm"
        }
    }
}
