// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import Words

/// Unbiased areas and accuracies of a map, by the estimator that fits its sample.
package struct AreaEstimator: Sendable {
    /// Where the map's classes are the strata.
    package let matrix: ConfusionMatrix?
    /// The sample by strata, for zones, and for strata that are not map classes.
    package let sample: StratifiedSample
    package let classes: [String]
    package let units: [SampleUnit]
    /// m² by class; empty where the map's areas are unknown.
    package let mapped: [String: Double]
    /// m² in all, or units where areas are unknown.
    package let total: Double

    /// Strata are the map's classes (Olofsson et al. 2014).
    package init(units: [SampleUnit], mapped: [String: Double]) throws(AccuracyError) {
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
    package init(
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

    /// The estimator that fits a sample: strata of its own where the file names them. Their sizes are
    /// those of the CSV `strata`; where it is left out, a column `weight` tells them.
    package init(
        _ units: [SampleUnit], of file: SampleFile, strata: String?, mapped: [String: Double]
    ) throws {
        let hasStrata = file.points.contains { $0.stratum != nil }
        guard hasStrata || strata != nil else {
            guard !mapped.isEmpty else {
                throw SurveyError.unusable(
                    file: file.name,
                    why: "the mapped area of each class is needed for unbiased estimates. Give the "
                        + "map with --map, or its areas with --areas AREAS.csv")
            }
            self = try AreaEstimator(units: units, mapped: mapped)
            return
        }
        if let strata {
            let sizes = try MappedAreas(
                readingFrom: strata, keys: ["stratum", "class"],
                sizes: ["size", "pixels", "area_m2"])
            self = try AreaEstimator(units: units, strata: sizes.total, mapped: mapped)
            return
        }
        var sizes: [String: Double] = [:]
        for point in file.points {
            guard let stratum = point.stratum, let weight = point.weight, weight > 0 else {
                throw SurveyError.unusable(
                    file: file.name,
                    why: "sample \(point.number) has no stratum or no weight above 0. Strata that "
                        + "are not map classes need a column 'weight' (N/n), or their sizes: "
                        + "--strata STRATA.csv (carbon: --change-strata), in a survey file strata = …"
                )
            }
            sizes[stratum, default: 0] += weight
        }
        self = try AreaEstimator(units: units, strata: sizes, mapped: mapped)
    }

    /// Classes whose interval is of no width because their sample found no error.
    package var notes: [LocalizedText] {
        let flawless = Dictionary(grouping: units, by: \.map).filter { _, classUnits in
            classUnits.allSatisfy { $0.map == $0.reference }
        }
        guard matrix != nil, let least = flawless.values.map(\.count).min() else { return [] }
        let list = classes.filter { flawless[$0] != nil }.joined(separator: ", ")
        let most = Quantity(min(100, 300 / Double(least)), .percent)
        return [
            LocalizedText(
                zh: "样本中下列类别无一错判：\(list)。其区间宽度为零只表示未发现错误；最少者\(least)个样本，"
                    + "真实错误率仍可达约\(most.text(in: .zh, digits: 1))（3/n）",
                en:
                    "no unit was found wrong in: \(list). An interval of no width says that no error "
                    + "was found, not that there is none: with the fewest units, \(least), some "
                    + "\(most.text(in: .en, digits: 1)) may still be wrong (3/n)")
        ]
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

    package var overall: Estimate { matrix?.overall ?? sample.overall }

    package func users(_ name: String) -> Estimate? {
        if let matrix { return matrix.usersAccuracy(of: name) }
        return sample.usersAccuracy(of: name)
    }

    package func producers(_ name: String) -> Estimate? {
        if let matrix { return matrix.producersAccuracy(of: name) }
        return sample.producersAccuracy(of: name)
    }

    /// The true area of some classes less that of others, m².
    package func area(of names: Set<String>, minus others: Set<String>) -> Estimate {
        if let matrix { return matrix.area(of: names, minus: others) }
        return sample.share(
            where: { names.contains($0.reference) }, minus: { others.contains($0.reference) }
        ).scaled(by: total)
    }

    /// The true area of some classes together, m².
    package func area(of names: Set<String>) -> Estimate {
        if let matrix { return matrix.area(of: names) }
        return sample.share { names.contains($0.reference) }.scaled(by: total)
    }

    /// The share of a zone that truly is one of some classes, by domain estimation.
    package func share(of names: Set<String>, in zone: String, rule: DomainRule) -> DomainEstimate {
        sample.share(ofAny: names, in: zone, rule: rule)
    }
}
