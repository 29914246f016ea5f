// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology

/// A number walked back: what it is made of, down to areas, coefficients and their sources.
public struct Explanation: Hashable, Sendable {
    /// What the number is.
    public let title: String
    /// The number at central values.
    public let value: Double
    /// Its unit.
    public let unit: String
    /// How it is made of its parts, or where it comes from.
    public let detail: String
    /// The coefficient, where it is one.
    public let coefficient: Coefficient?
    /// What it is made of, in order of size; empty for areas, inputs and coefficients.
    public let parts: [Explanation]

    init(
        _ title: String, _ value: Double, _ unit: String, _ detail: String,
        coefficient: Coefficient? = nil, parts: [Explanation] = []
    ) {
        self.title = title
        self.value = value
        self.unit = unit
        self.detail = detail
        self.coefficient = coefficient
        self.parts = parts
    }

    /// Every coefficient that the number rests on, each once, in the order of their names.
    public var coefficients: [Coefficient] {
        var coefficients: Set<Coefficient> = []
        collect(into: &coefficients)
        return coefficients.sorted { $0.id < $1.id }
    }

    private func collect(into coefficients: inout Set<Coefficient>) {
        if let coefficient { coefficients.insert(coefficient) }
        for part in parts { part.collect(into: &coefficients) }
    }

    /// The walk as indented text, a line a part.
    ///
    /// - Parameter depth: How many levels below the number are written.
    /// - Returns: The lines, two spaces deeper a level.
    public func text(depth: Int = .max) -> String {
        lines(depth, indent: "").joined(separator: "\n")
    }

    private func lines(_ depth: Int, indent: String) -> [String] {
        let end = detail.isEmpty ? "" : "  (\(detail))"
        let line = "\(indent)\(title) = \(brief(value)) \(unit)\(end)"
        guard depth > 0 else { return [line] }
        return [line] + parts.flatMap { $0.lines(depth - 1, indent: indent + "  ") }
    }
}

extension CarbonAccount {
    /// Walks a number back to areas, coefficients and sources; `nil` where there is no such number.
    public func explain(_ key: CarbonModel.Key) -> Explanation? {
        model.places[key].map { explain(output: $0) }
    }

    private var circumstances: String {
        var parts = [method.rawValue]
        if let accounting { parts.append(accounting.description) }
        parts.append("tier \(tier.rawValue)")
        parts.append("coefficients \(coefficientSets.joined(separator: " + "))")
        if !soilDepthsCentimetres.isEmpty {
            let depths = soilDepthsCentimetres.map { "0–\(brief($0))" }
            parts.append("soil \(depths.joined(separator: " and ")) cm")
        }
        if isUpperEnd { parts.append("upper end of a band: land of unknown age taken for young") }
        if let fromYear, let toYear {
            parts.append("\(fromYear)–\(toYear)")
        } else if let fromYear {
            parts.append("\(fromYear)")
        }
        return parts.joined(separator: ", ")
    }

    private func explain(output index: Int) -> Explanation {
        let output = model.outputs[index]
        let unit = output.key.quantity.unit
        if let multiple = output.multiple {
            let source = explain(output: multiple.of)
            let years = Int((1 / multiple.by).rounded())
            return Explanation(
                output.key.description, output.value, unit,
                "change divided by \(years) years; \(circumstances)", parts: [source])
        }
        let parts =
            output.parts.map { explain(output: $0) } + output.entries.map { explain(entry: $0) }
        return Explanation(
            output.key.description, output.value, unit, "sum of its parts; \(circumstances)",
            parts: Self.bySize(parts))
    }

    private static func bySize(_ parts: [Explanation]) -> [Explanation] {
        parts.filter { $0.value != 0 }
            .sorted { ($1.value.magnitude, $0.title) < ($0.value.magnitude, $1.title) }
    }

    /// Every coefficient that the account rests on, each once.
    public var coefficients: [Coefficient] {
        model.variables.compactMap { variable in
            if case .coefficient(let coefficient) = variable.origin { coefficient } else { nil }
        }
    }

    /// The sum of products that a line of the account is, and the coefficients in it.
    ///
    /// - Parameter index: The line's place in the model's entries.
    /// - Returns: The products as text, areas before coefficients, and the coefficients' names.
    public func formula(ofEntry index: Int) -> (text: String, coefficients: [String]) {
        var names: Set<String> = []
        let products = model.terms[model.entries[index].terms].map { term in
            for factor in model.factors[term.factors] {
                if case .coefficient(let coefficient) = model.variables[factor.variable].origin {
                    names.insert(coefficient.id)
                }
            }
            return product(term)
        }
        return (products.joined(separator: " + "), names.sorted())
    }

    private func product(_ term: CarbonModel.Term) -> String {
        func isCoefficient(_ factor: CarbonModel.Factor) -> Bool {
            if case .coefficient = model.variables[factor.variable].origin { true } else { false }
        }
        let termFactors = model.factors[term.factors]
        let ordered = termFactors.filter { !isCoefficient($0) } + termFactors.filter(isCoefficient)
        let factors = ordered.map { factor in
            let mean = brief(model.variables[factor.variable].mean)
            return factor.exponent == 1 ? mean : "\(mean)^\(factor.exponent)"
        }
        let weight = term.weight == 1 ? [] : [brief(term.weight)]
        return (weight + factors).joined(separator: " × ")
    }

    private func explain(entry index: Int) -> Explanation {
        let entry = model.entries[index]
        let pool = entry.pool.map { "\($0.rawValue) of " } ?? ""
        let from = entry.from.map { " (was \($0))" } ?? ""
        let process = entry.process.isEmpty ? "" : ", \(entry.process)"
        let terms = model.terms[entry.terms].map { explain($0, unit: entry.quantity.unit) }
        let single = terms.count == 1 ? terms.first : nil
        return Explanation(
            "\(pool)\(entry.land)\(from)\(process)", entry.value, entry.quantity.unit,
            single?.title ?? "sum of \(terms.count) products", parts: single?.parts ?? terms)
    }

    private func explain(_ term: CarbonModel.Term, unit: String) -> Explanation {
        Explanation(
            product(term), model.value(of: term), unit, "",
            parts: model.factors[term.factors].map { explain(variable: $0.variable) })
    }

    private func explain(variable index: Int) -> Explanation {
        let variable = model.variables[index]
        let parts: [Explanation] =
            if case .combination(let sum) = variable.definition {
                sum.map { part in
                    let share = explain(variable: part.variable)
                    return Explanation(
                        "\(brief(part.weight)) ha mapped, \(share.title)",
                        part.weight * share.value, "ha", share.detail, parts: [share])
                }
            } else { [] }
        switch variable.origin {
        case .coefficient(let coefficient):
            return Explanation(
                coefficient.id, coefficient.value, coefficient.dimension.rawValue,
                Self.detail(of: coefficient), coefficient: coefficient)
        case .area(let land, let from, let year):
            let was = from.map { " (was \($0))" } ?? ""
            let when = year.map { ", \($0)" } ?? ""
            return Explanation(
                "area of \(land)\(was)\(when)", variable.mean, "ha",
                parts.isEmpty
                    ? Self.spread(of: variable.definition) : "adjusted by the accuracy sample",
                parts: parts)
        case .accuracy(let sample, let mapped, let reference):
            return Explanation(
                "share of '\(mapped)' that is \(reference)", variable.mean, "1",
                "accuracy sample \(sample)")
        case .input(let name, let unit, let source):
            let spread = Self.spread(of: variable.definition)
            return Explanation(
                name, variable.mean, unit, spread.isEmpty ? source : "\(spread); \(source)")
        }
    }

    private static func spread(of definition: CarbonModel.Definition) -> String {
        guard case .sampled(let distribution) = definition, distribution.shape != .fixed else {
            return ""
        }
        return spread(of: distribution)
    }

    private static func spread(of distribution: Distribution) -> String {
        let percent = (distribution.halfWidthPercent * 10).rounded() / 10
        return "±\(brief(percent)) %, \(distribution.shape.rawValue)"
    }

    private static func detail(of coefficient: Coefficient) -> String {
        var parts: [String] = []
        if coefficient.distribution.shape != .fixed {
            let assumed = coefficient.isUncertaintyAssumed ? " (assumed)" : ""
            parts.append(spread(of: coefficient.distribution) + assumed)
        }
        parts.append("written \(coefficient.written)")
        parts.append(coefficient.source)
        parts.append(
            coefficient.isVerified
                ? "verified: \(coefficient.evidence.rawValue)"
                : "not verified: \(coefficient.evidence.rawValue)")
        if !coefficient.region.isEmpty { parts.append(coefficient.region) }
        if !coefficient.note.isEmpty { parts.append(coefficient.note) }
        return parts.joined(separator: "; ")
    }
}
