// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
public import Words
public import Tables

/// What one method finds of so many zones that their numbers are worked out some zones at a time.
struct PartedFinding: Sendable {
    let account: PartedAccount
    let zones: Int
    /// All but the numbers.
    let outline: CarbonFinding
}

/// The rows of `steppe carbon`, and what is to be said beside them; of 10⁵ zones they are made as they
/// are handed out.
public struct CarbonRows: TablePieces {
    /// What a reader must know.
    public let notes: [LocalizedText]
    /// A table without rows.
    public var head: Table { CarbonTable.empty() }

    /// What a method found, at once or in parts.
    enum Finding: Sendable {
        case whole(CarbonFinding)
        case parted(PartedFinding)

        /// What is said of all its numbers.
        var outline: CarbonFinding {
            switch self {
            case .whole(let finding): finding
            case .parted(let finding): finding.outline
            }
        }
    }

    /// Rows of methods that know no zones.
    let first: Table
    let findings: [Finding]
    let layout: CarbonTable
    let request: CarbonRequest

    /// So many zones make a part: some tens of megabytes.
    private static let partSize = 256

    /// Makes the rows some hundred zones at a time, and hands them out in their order.
    ///
    /// - Parameters:
    ///   - form: What is wanted of some rows, such as their CSV.
    ///   - receive: Takes it.
    /// - Throws: What `receive` throws; `CarbonError`.
    public func each<Form: Sendable>(
        _ form: @escaping @Sendable (Table) -> Form, _ receive: (Form) throws -> Void
    ) async throws {
        if !first.rows.isEmpty { try receive(form(first)) }
        for finding in findings {
            switch finding {
            case .whole(let finding): try receive(form(layout.table(finding)))
            case .parted(let finding): try await each(of: finding, form, receive)
            }
        }
    }

    private func each<Form: Sendable>(
        of finding: PartedFinding, _ form: @escaping @Sendable (Table) -> Form,
        _ receive: (Form) throws -> Void
    ) async throws {
        let starts = Array(stride(from: 0, to: finding.zones, by: Self.partSize))
        let jobs = max(1, request.jobs)
        let layout = layout
        var whole = PartedAccount.Whole(of: finding.account)
        try await withThrowingTaskGroup(of: (Int, PartedAccount.Part, Form).self) { group in
            var waiting: [Int: (PartedAccount.Part, Form)] = [:]
            var (started, taken) = (0, 0)
            while taken < starts.count {
                // A part more than there are threads is under way while the next in turn is taken.
                while started < starts.count, started <= taken + jobs {
                    let index = started
                    let zones = starts[index]..<min(starts[index] + Self.partSize, finding.zones)
                    group.addTask {
                        let part = try finding.account.part(zones)
                        let partFinding = finding.outline.with(
                            part.estimates, linear: part.estimates)
                        return (index, part, form(layout.table(partFinding)))
                    }
                    started += 1
                }
                while let (part, rows) = waiting.removeValue(forKey: taken) {
                    whole.add(part)
                    try receive(rows)
                    taken += 1
                }
                guard taken < started, let (index, part, rows) = try await group.next() else {
                    continue
                }
                waiting[index] = (part, rows)
            }
        }
        let city = try await whole.estimates(
            draws: request.draws, seed: request.seed, jobs: request.jobs)
        try receive(
            form(layout.table(finding.outline.with(city.headline, linear: city.linear))))
    }
}
