// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import LandCover

/// Why a coefficient cannot be had from a set.
public enum CoefficientError: Failure, Hashable, CustomStringConvertible {
    /// The set has nothing for a pool of a kind of land.
    case missing(set: String, land: LandType, pool: String)
    /// The set knows the category, but not the type.
    case unknownType(set: String, land: LandType, known: [String])
    /// Shrub that no rule has judged yet.
    case undeterminedShrub(set: String)
    /// The set has no factor of this name.
    case missingFactor(set: String, name: String)
    /// A factor that no source establishes, and that the user must give.
    case requiredInput(set: String, name: String, note: String)
    /// Two sets speak of different soil depths.
    case soilDepths(base: String, baseDepth: Double, other: String, otherDepth: Double)
    /// A volume outside the range of a table.
    case noStratum(set: String, table: String, group: String, value: Double)

    /// What is missing, and how to mend it.
    public var description: String {
        switch self {
        case .missing(let set, let land, let pool):
            "coefficient set '\(set)' has no \(pool) for class '\(land)'; add it in a coefficients "
                + "file of your own, with categories = [\"\(land.category.key)\"]"
        case .unknownType(let set, let land, let known):
            "coefficient set '\(set)' has no type '\(land.type ?? "")' of '\(land.category.key)'; "
                + (known.isEmpty
                    ? "it has no types of it" : "it has \(known.joined(separator: ", "))")
        case .undeterminedShrub(let set):
            "coefficient set '\(set)' has nothing for class 'shrub', whose kind is open; give the "
                + "counties' rain so that the shrub rule can judge it, or add a row with "
                + "categories = [\"shrub\"]"
        case .missingFactor(let set, let name):
            "coefficient set '\(set)' has no factor '\(name)'; add it under [[factors]]"
        case .requiredInput(let set, let name, let note):
            "coefficient set '\(set)' leaves '\(name)' open, so you must give it"
                + (note.isEmpty ? "" : ": \(note)")
        case .soilDepths(let base, let baseDepth, let other, let otherDepth):
            "'\(base)' has soil carbon to \(brief(baseDepth)) cm and '\(other)' to "
                + "\(brief(otherDepth)) cm; depths cannot be mixed: convert one with its layers, or "
                + "leave 'soil' out of '\(other)'"
        case .noStratum(let set, let table, let group, let value):
            "coefficient set '\(set)' has no \(table) of '\(group)' for \(brief(value)); "
                + "see its tables with their groups and limits"
        }
    }
}

/// A number without a needless `.0`.
func brief(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
}
