// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
package import LandCover
package import Tables
internal import Zonal

/// What is known of the error of the net change between two maps.
///
/// A sample of change estimates it for all zones together. Without one, each year's area has a range,
/// by a sample of that year or by what the map's publisher states, and the change lies between the
/// least later area less the largest earlier one, and the reverse: nothing is known of how the errors
/// of the two maps go together, and this holds however they do. Maps whose pixels do not lie on one
/// another widen that by what the shift alone shows as change.
package struct ChangeErrors: Sendable {
    /// m² of a class in a zone, between what bounds, and by what error; a complete count has none.
    /// `nil` where nothing is known of its error.
    package typealias Range =
        @Sendable (
            _ label: String, _ zone: String, _ mapped: [String: Double]
        ) -> (range: ClosedRange<Double>, source: ErrorSource?)?

    package var before: Range = { _, _, _ in nil }
    package var after: Range = { _, _, _ in nil }
    package var registration: Registration?
    /// Whether the grids differ in more than their place, so that their shift is not known.
    var isRegistrationUnknown = false
    package var estimates: ChangeEstimates?

    package static let columns = [
        "shift_swap_m2", "net_lower_m2", "net_upper_m2", "range_kind", "errors_held",
        "errors_left_out",
    ]

    /// The cells of a class of a zone.
    package func cells(
        of account: TransitionMatrix<Int128>.Account, in change: ZoneChange,
        _ mapped: MappedYears, isWhole: Bool
    ) -> [Table.Cell] {
        let zone = change.zone.id
        let misregistration = registration.map { $0.zones[zone]?[account.label] ?? .init() }
        let swap = Table.Cell(misregistration?.swap)
        guard !["nodata", "outside"].contains(account.label) else {
            return [.missing] + [Table.Cell](repeating: .missing, count: Self.columns.count - 1)
        }
        if isWhole, let net = estimates?.net(of: account.label) {
            return [
                swap, .number(net.lower), .number(net.upper), .text(Bounds.Kind.confidence95.word),
                .text(Uncertainty.words([.changeSample])), .text(""),
            ]
        }
        let net = ZoneChange.squareMetres(account.net)
        let early = before(account.label, zone, mapped.before)
        let late = after(account.label, zone, mapped.after)
        var included: Set<ErrorSource> = []
        var leftOut: Set<ErrorSource> = []
        var (lower, upper) = (net, net)
        var isComplete = false
        if let early, let late {
            included = Set([early.source, late.source].compactMap(\.self))
            isComplete = included.isEmpty
            lower = min(net, late.range.lowerBound - early.range.upperBound)
            upper = max(net, late.range.upperBound - early.range.lowerBound)
        } else {
            leftOut.insert(.mapError)
        }
        if let misregistration {
            included.insert(.registration)
            lower -= misregistration.reach
            upper += misregistration.reach
        }
        // Two complete counts are compared as they are.
        if isRegistrationUnknown && !isComplete { leftOut.insert(.registration) }
        if isComplete && misregistration == nil {
            return [
                swap, .number(net), .number(net), .text(Self.completeCount), .text(""), .text(""),
            ]
        }
        guard !included.isEmpty else {
            return [
                swap, .missing, .missing, .text(""), .text(""), .text(Uncertainty.words(leftOut)),
            ]
        }
        return [
            swap, .number(lower), .number(upper), .text(Bounds.Kind.range.word),
            .text(Uncertainty.words(included)), .text(Uncertainty.words(leftOut)),
        ]
    }

    /// The interval that a sample of the year's map gives for all zones together; of single zones another
    /// range.
    package static func sampled(by estimator: AreaEstimator, elsewhere: @escaping Range) -> Range {
        return { label, zone, mapped in
            guard zone == "all" else { return elsewhere(label, zone, mapped) }
            let area = estimator.area(of: [label])
            return (range: max(0, area.lower)...max(0, area.upper), source: ErrorSource.mapSample)
        }
    }

    /// The kind of a range that is a figure alone, because both years are complete counts.
    package static let completeCount = "complete_count"

    /// The area as it is, of official survey polygons.
    package static let counted: Range = { label, _, mapped in
        let area = mapped[label] ?? 0
        return (range: area...area, source: nil)
    }

    /// The range that a publisher's figures give; nothing where there are none.
    package static func published(_ product: MapProduct) -> Range {
        guard let accuracy = product.accuracy else { return { _, _, _ in nil } }
        return { label, _, mapped in
            accuracy.area(
                counting: [label: mapped[label] ?? 0],
                of: mapped.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            ).map { (range: $0, source: ErrorSource.productAccuracy) }
        }
    }
}

/// m² of each class of a zone in the two years of a change.
package struct MappedYears {
    let before: [String: Double]
    let after: [String: Double]

    init(_ change: ZoneChange) {
        before = change.mapped(\.before)
        after = change.mapped(\.after)
    }
}

extension ZoneChange {
    /// m² of each class in one of the years; what has none is left out.
    fileprivate func mapped(
        _ year: KeyPath<TransitionMatrix<Int128>, [Int128]>
    ) -> [String: Double] {
        var mapped: [String: Double] = [:]
        for (label, weight) in zip(matrix.labels, matrix[keyPath: year])
        where label != "nodata" && label != "outside" {
            mapped[label] = Self.squareMetres(weight)
        }
        return mapped
    }
}
