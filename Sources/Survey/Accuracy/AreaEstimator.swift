// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology

/// Unbiased areas and accuracies of a map, by the estimator that fits its sample.
struct AreaEstimator: Sendable {
    /// Where the map's classes are the strata.
    let matrix: ConfusionMatrix?
    /// The sample by strata, for zones, and for strata that are not map classes.
    let sample: StratifiedSample
    let classes: [String]
    let units: [SampleUnit]
    /// m² by class; empty where the map's areas are unknown.
    let mapped: [String: Double]
    /// m² in all, or units where areas are unknown.
    let total: Double

    /// Strata are the map's classes (Olofsson et al. 2014).
    init(units: [SampleUnit], mapped: [String: Double]) throws(AccuracyError) {
        let classes = Self.classes(units, mapped)
        for unit in units where mapped[unit.map, default: 0] == 0 {
            throw .unknown(unit.map, known: mapped.keys.sorted())
        }
        matrix = try ConfusionMatrix(
            pairs: units.map { ($0.map, $0.reference) }, classes: classes,
            mapped: classes.map { mapped[$0] ?? 0 })
        sample = try StratifiedSample(
            strata: mapped.filter { $0.value > 0 }.sorted { $0.key < $1.key }
                .map { Stratum(id: $0.key, size: $0.value) },
            units: units)
        self.classes = classes
        self.units = units
        self.mapped = mapped
        total = classes.reduce(0) { $0 + (mapped[$1] ?? 0) }
    }

    /// Strata of their own, with their sizes (Stehman 2014).
    init(
        units: [SampleUnit], strata: [String: Double], mapped: [String: Double]
    ) throws(AccuracyError) {
        matrix = nil
        sample = try StratifiedSample(
            strata: strata.sorted { $0.key < $1.key }.map { Stratum(id: $0.key, size: $0.value) },
            units: units)
        classes = Self.classes(units, mapped)
        self.units = units
        self.mapped = mapped
        total =
            mapped.isEmpty
            ? sample.strata.reduce(0) { $0 + $1.size }
            : classes.reduce(0) { $0 + (mapped[$1] ?? 0) }
    }

    /// Numbers in their order, then texts.
    private static func classes(_ units: [SampleUnit], _ mapped: [String: Double]) -> [String] {
        let all = Set(units.flatMap { [$0.map, $0.reference] })
            .union(mapped.filter { $0.value > 0 }.keys)
        return all.sorted { a, b in
            switch (Int(a), Int(b)) {
            case (let x?, let y?) where x != y: x < y
            case (_?, nil): true
            case (nil, _?): false
            default: a < b
            }
        }
    }

    var overall: Estimate { matrix?.overall ?? sample.overall }

    func users(_ name: String) -> Estimate? {
        if let matrix { return matrix.usersAccuracy(of: name) }
        return sample.usersAccuracy(of: name)
    }

    func producers(_ name: String) -> Estimate? {
        if let matrix { return matrix.producersAccuracy(of: name) }
        return sample.producersAccuracy(of: name)
    }

    /// The true area of some classes together, m².
    func area(of names: Set<String>) -> Estimate {
        if let matrix { return matrix.area(of: names) }
        return sample.mean { names.contains($0.reference) ? 1 : 0 }.scaled(by: total)
    }

    /// The share of a zone that truly is one of some classes, by domain estimation.
    func share(of names: Set<String>, in zone: String, rule: DomainRule) -> DomainEstimate {
        sample.share(ofAny: names, in: zone, rule: rule)
    }
}
