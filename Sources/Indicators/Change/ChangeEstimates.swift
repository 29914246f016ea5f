// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
package import GDAL
internal import LandCover
package import Tables
package import Words
internal import Zonal

/// What became what in truth, as a sample of change estimates it for all zones together.
///
/// Strata are the mapped transitions, or the sample's own. Every number is a sum over strata of shares
/// that the sample counted, with the interval of such sums.
///
/// - Source: Olofsson et al. 2014, *Remote Sensing of Environment* 148, 42–57, with transitions as
///   classes.
package struct ChangeEstimates: Sendable {
    package let estimator: AreaEstimator
    /// The sample's file.
    package let file: String
    package let notes: [LocalizedText]

    /// - Parameters:
    ///   - source: The sample; where it does not name the maps' classes, the rasters tell them.
    ///   - strata: A CSV with the sizes of strata that are not transitions.
    ///   - matrix: What became what on the maps.
    ///   - maps: The earlier and the later raster, each with its band; `nil` for polygons.
    ///   - crs: What rasters without a CRS are taken for.
    ///   - label: How the account calls a class of either year.
    /// - Throws: `SurveyError` where the file is no sample of change, `AccuracyError` where a mapped
    ///   transition has no units.
    package init(
        reading source: SampleSource, strata: String?, of matrix: TransitionMatrix<Int128>,
        maps: [(raster: Raster, band: Int)]?, assuming crs: CRS?,
        label: (_ text: String, _ isLater: Bool, _ file: String) throws -> String
    ) throws {
        var file = try SampleFile(reading: source)
        guard file.isOfChange else {
            throw SurveyError.unusable(
                file: file.name,
                why: "a sample of change needs the columns '\(source.referenceField)_before' and "
                    + "'\(source.referenceField)_after'")
        }
        if file.points.contains(where: { $0.map == nil }) {
            guard let maps else {
                throw SurveyError.unusable(
                    file: file.name,
                    why:
                        "it lacks '\(source.mapField)_before' or '\(source.mapField)_after' in a row, "
                        + "and polygons cannot tell them")
            }
            try file.readChange(maps, assuming: crs)
        }
        func labelled(_ text: String) throws -> String? {
            guard let change = Transition(text) else { return nil }
            return try Transition(
                label(change.before, false, file.name), label(change.after, true, file.name)
            ).label
        }
        let lost = file.points.count { $0.map == nil }
        let units = try file.points.compactMap { point -> SampleUnit? in
            guard let map = try point.map.flatMap(labelled),
                let reference = try labelled(point.reference)
            else { return nil }
            return SampleUnit(
                stratum: point.stratum ?? map, map: map, reference: reference, zone: point.zone)
        }
        estimator = try AreaEstimator(
            units, of: file, strata: strata, mapped: Self.mapped(matrix))
        self.file = file.name
        notes =
            (lost == 0
                ? []
                : [
                    LocalizedText(
                        zh: "\(file.name)：\(lost)个样本不在图上或为无数据，未计入",
                        en: "\(file.name): \(lost) samples lie off the maps or on nodata and are "
                            + "left out")
                ]) + estimator.notes
    }

    /// m² of each mapped transition; what has no class in a year is left out.
    private static func mapped(_ matrix: TransitionMatrix<Int128>) -> [String: Double] {
        var mapped: [String: Double] = [:]
        for (row, before) in matrix.labels.enumerated() where !Self.empty.contains(before) {
            for (column, after) in matrix.labels.enumerated() where !Self.empty.contains(after) {
                let weight = matrix.values[row][column]
                guard weight != 0 else { continue }
                mapped[Transition(before, after).label] = ZoneChange.squareMetres(weight)
            }
        }
        return mapped
    }

    private static let empty: Set<String> = ["nodata", "outside"]

    // MARK: Estimates

    private func transitions(where isWanted: (Transition) -> Bool) -> Set<String> {
        Set(estimator.classes.filter { Transition($0).map(isWanted) ?? false })
    }

    /// m² that a class lost and gained, and the one less the other.
    package func gain(of name: String) -> Estimate { estimator.area(of: gains(of: name)) }
    package func loss(of name: String) -> Estimate { estimator.area(of: losses(of: name)) }
    package func net(of name: String) -> Estimate {
        estimator.area(of: gains(of: name), minus: losses(of: name))
    }

    private func gains(of name: String) -> Set<String> {
        transitions { $0.after == name && $0.before != name }
    }

    private func losses(of name: String) -> Set<String> {
        transitions { $0.before == name && $0.after != name }
    }

    /// The classes of either year, in the order of the transitions.
    package var classes: [String] {
        var seen: Set<String> = []
        return estimator.classes.compactMap { Transition($0) }
            .flatMap { [$0.before, $0.after] }.filter { seen.insert($0).inserted }
    }

    // MARK: Table

    package static let columns = [
        "quantity", "before", "before_label", "after", "after_label", "units", "mapped_m2",
        "area_m2", "standard_error_m2", "lower_m2", "upper_m2", "range_kind", "errors_held",
    ]

    /// The error-adjusted transition matrix, a row a transition, then what each class was, is, gained
    /// and lost, and its net change.
    package func rows(
        named name: (String) -> LocalizedText, in language: Language
    ) -> [[Table.Cell]] {
        func row(
            _ quantity: String, _ before: String, _ after: String, _ mapped: Double?,
            _ estimate: Estimate, units: Int?
        ) -> [Table.Cell] {
            [
                .text(quantity), .text(before),
                .text(before.isEmpty ? "" : name(before)[language]), .text(after),
                .text(after.isEmpty ? "" : name(after)[language]),
                units.map { .integer($0) } ?? .missing, Table.Cell(mapped), .number(estimate.value),
                .number(estimate.standardError), .number(estimate.lower), .number(estimate.upper),
                .text(Bounds.Kind.confidence95.word),
                .text(Uncertainty.words([.changeSample])),
            ]
        }
        func mapped(_ names: Set<String>) -> Double {
            names.sorted().reduce(0) { $0 + (estimator.mapped[$1] ?? 0) }
        }
        var rows: [[Table.Cell]] = []
        for label in estimator.classes {
            guard let change = Transition(label) else { continue }
            rows.append(
                row(
                    "transition", change.before, change.after, mapped([label]),
                    estimator.area(of: [label]), units: estimator.units.count { $0.map == label }))
        }
        for name in classes {
            let (was, now) = (
                transitions { $0.before == name }, transitions { $0.after == name }
            )
            let (gains, losses) = (gains(of: name), losses(of: name))
            rows += [
                row("before", name, "", mapped(was), estimator.area(of: was), units: nil),
                row("after", "", name, mapped(now), estimator.area(of: now), units: nil),
                row("gain", "", name, mapped(gains), gain(of: name), units: nil),
                row("loss", name, "", mapped(losses), loss(of: name), units: nil),
                row("net", name, name, mapped(gains) - mapped(losses), net(of: name), units: nil),
            ]
        }
        return rows
    }
}

extension SampleFile {
    /// Reads both maps' classes at each point; points off either keep none.
    mutating func readChange(
        _ maps: [(raster: Raster, band: Int)], assuming crs: CRS?
    ) throws {
        var labels: [[String?]] = []
        for map in maps {
            try readMap(map.raster, band: map.band, assuming: crs)
            labels.append(points.map(\.map))
        }
        for index in points.indices {
            let both = labels.compactMap { $0[index] }
            points[index].map = both.count == maps.count ? both.joined(separator: ">") : nil
        }
    }
}
