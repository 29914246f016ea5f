// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Which features a rule takes.
///
/// - Source: OGC 02-059 (Filter Encoding 1.0.0), OGC 04-095 (1.1.0).
public indirect enum StyleFilter: Hashable, Sendable {
    /// How two values are compared.
    public enum Comparison: String, CaseIterable, Hashable, Sendable {
        case equal = "PropertyIsEqualTo"
        case notEqual = "PropertyIsNotEqualTo"
        case less = "PropertyIsLessThan"
        case lessOrEqual = "PropertyIsLessThanOrEqualTo"
        case greater = "PropertyIsGreaterThan"
        case greaterOrEqual = "PropertyIsGreaterThanOrEqualTo"
    }

    /// A feature's field against a value.
    case compares(String, Comparison, String)
    /// A feature's field from one value to another, both included.
    case between(String, String, String)
    /// A feature's field against a pattern: `*` for any text, `?` for one character.
    case like(String, String)
    /// A feature's field without a value.
    case isNull(String)
    case and([StyleFilter])
    case or([StyleFilter])
    case not(StyleFilter)

    /// Whether a feature passes. Two numbers are compared as numbers, anything else as text; where
    /// the feature has no value, no comparison holds.
    ///
    /// - Parameter value: A field's value by its name.
    /// - Returns: Whether the rule takes the feature.
    public func passes(_ value: (String) -> String?) -> Bool {
        switch self {
        case .compares(let field, let comparison, let literal):
            guard let text = value(field) else { return false }
            let order = order(of: text, literal)
            return switch comparison {
            case .equal: order == 0
            case .notEqual: order != 0
            case .less: order < 0
            case .lessOrEqual: order <= 0
            case .greater: order > 0
            case .greaterOrEqual: order >= 0
            }
        case .between(let field, let low, let high):
            guard let text = value(field) else { return false }
            return order(of: text, low) >= 0 && order(of: text, high) <= 0
        case .like(let field, let pattern):
            guard let text = value(field) else { return false }
            return matches(Array(text), Array(pattern))
        case .isNull(let field): return value(field) == nil
        case .and(let filters): return filters.allSatisfy { $0.passes(value) }
        case .or(let filters): return filters.contains { $0.passes(value) }
        case .not(let filter): return !filter.passes(value)
        }
    }

    /// The fields that it asks for.
    public var fields: Set<String> {
        switch self {
        case .compares(let field, _, _), .between(let field, _, _), .like(let field, _),
            .isNull(let field):
            [field]
        case .and(let filters), .or(let filters):
            filters.reduce(into: []) { $0.formUnion($1.fields) }
        case .not(let filter): filter.fields
        }
    }
}

private func order(of a: String, _ b: String) -> Int {
    if let x = Double(a), let y = Double(b) { return x < y ? -1 : x > y ? 1 : 0 }
    return a < b ? -1 : a > b ? 1 : 0
}

/// Whether a pattern takes a text; `*` at first takes nothing, and one character more each time that
/// the rest does not follow. O(text × pattern).
private func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
    var (place, step) = (0, 0)
    var star: (place: Int, step: Int)?
    while place < text.count {
        if step < pattern.count, pattern[step] == "*" {
            star = (place, step)
            step += 1
        } else if step < pattern.count, pattern[step] == "?" || pattern[step] == text[place] {
            place += 1
            step += 1
        } else if let last = star {
            star = (last.place + 1, last.step)
            (place, step) = (last.place + 1, last.step + 1)
        } else {
            return false
        }
    }
    return pattern[step...].allSatisfy { $0 == "*" }
}
