// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
package import LandCover
package import Tables
public import Words
package import Zonal

/// What became what, zone by zone, between two years of land cover.
///
/// Codes that a scheme does not know count as nodata. `nodata` and `outside` are classes like any
/// other, so that each matrix adds up to its zone.
public struct ChangeAccount: Sendable {
    /// The zones' matrices, in the order of the zone layer.
    public let zones: [ZoneChange]
    /// Whether classes are compared by category, because the two years have different schemes.
    public let isByCategory: Bool
    private let names: [String: LocalizedText]

    /// How a code is called in an account, in order.
    package struct Label {
        package let key: String
        package let name: LocalizedText
    }

    /// Groups the combinations of a tally whose first two codes are the earlier and the later class.
    ///
    /// - Parameters:
    ///   - tally: Of two rasters seen together.
    ///   - isByCategory: Whether labels are categories.
    ///   - before: The label of a code of the earlier year in a zone.
    ///   - after: The label of a code of the later year in a zone.
    /// - Throws: `EcologyError` where a matrix does not close on its zone.
    package init(
        _ tally: Tally, isByCategory: Bool,
        before: (Code, _ zone: String) -> Label, after: (Code, _ zone: String) -> Label
    ) throws(EcologyError) {
        var names: [String: LocalizedText] = [:]
        var cells: [[Pair: Int128]] = []
        for (zone, amounts) in zip(tally.zones, tally.amounts) {
            var pairs: [Pair: Int128] = [:]
            for (codes, amount) in amounts {
                let from = before(codes[0], zone.id)
                let to = after(codes[1], zone.id)
                names[from.key] = from.name
                names[to.key] = to.name
                pairs[Pair(before: from.key, after: to.key), default: 0] += amount.weight
            }
            cells.append(pairs)
        }
        try self.init(
            cells, of: tally.zones,
            closingOn: tally.zones.indices.map {
                tally.total(ofZone: $0).weight
            }, names: names, isByCategory: isByCategory)
    }

    /// An account of cells that were found otherwise.
    ///
    /// - Parameters:
    ///   - cells: By zone: areas in 2⁻⁴⁷ · 10⁻⁹ m².
    ///   - zones: The zones.
    ///   - totals: Each zone's area, in the same unit.
    ///   - names: What labels are called.
    ///   - isByCategory: Whether labels are categories.
    /// - Throws: `EcologyError` where a matrix does not close on its zone.
    package init(
        _ cells: [[Pair: Int128]], of zones: [Tally.ZoneKey], closingOn totals: [Int128],
        names: [String: LocalizedText], isByCategory: Bool
    ) throws(EcologyError) {
        let labels = names.keys.sorted(by: Self.comesBefore)
        var changes: [ZoneChange] = []
        for (index, zone) in zones.enumerated() {
            var matrix = TransitionMatrix<Int128>(labels: labels)
            for (pair, weight) in cells[index] { matrix[pair.before, pair.after] = weight }
            try matrix.requireClosed(on: totals[index])
            changes.append(ZoneChange(zone: zone, matrix: matrix))
        }
        self.zones = changes
        self.isByCategory = isByCategory
        self.names = names
    }

    /// What a piece of ground was, and what it is.
    package struct Pair: Hashable {
        package let before: String
        package let after: String
    }

    /// Codes by number, texts by letter, then nodata, then what lies outside.
    private static func comesBefore(_ a: String, _ b: String) -> Bool {
        func key(_ label: String) -> (Int, Int, String) {
            switch label {
            case "outside": (4, 0, "")
            case "nodata": (3, 0, "")
            default:
                if let code = Int(label) {
                    (0, code, label)
                } else if let place = LandCover.Category.allCases.firstIndex(where: {
                    $0.key == label
                }) {
                    (1, place, label)
                } else {
                    (2, 0, label)
                }
            }
        }
        return key(a) < key(b)
    }

    /// The zones' matrices added up, as one zone.
    package func total(id: String = "all", name: String) throws(EcologyError) -> ZoneChange? {
        guard var sum = zones.first?.matrix else { return nil }
        for zone in zones.dropFirst() { try sum.add(zone.matrix) }
        return ZoneChange(zone: Tally.ZoneKey(id: id, name: name), matrix: sum)
    }

    /// What a class is called; nothing where no scheme is known.
    public func name(of label: String) -> LocalizedText { names[label] ?? LocalizedText("") }

    // MARK: Tables

    /// The columns of ``rows(of:in:)``.
    package static let columns = [
        "zone", "name", "before", "before_label", "after", "after_label", "area_m2", "share",
    ]

    /// Every transition of a zone, a row each.
    package func rows(of change: ZoneChange, in language: Language) -> [[Table.Cell]] {
        let matrix = change.matrix
        let total = ZoneChange.squareMetres(matrix.total)
        var rows: [[Table.Cell]] = []
        for (row, before) in matrix.labels.enumerated() {
            for (column, after) in matrix.labels.enumerated() where matrix.values[row][column] != 0
            {
                let area = ZoneChange.squareMetres(matrix.values[row][column])
                rows.append([
                    .text(change.zone.id), .text(change.zone.name),
                    .text(before), .text(name(of: before)[language]),
                    .text(after), .text(name(of: after)[language]),
                    .number(area), Table.Cell(total > 0 ? area / total : nil),
                ])
            }
        }
        return rows
    }

    /// The columns of ``summaryRows(of:in:)``.
    static let summaryColumns =
        [
            "zone", "name", "class", "label", "before_m2", "after_m2", "gain_m2", "loss_m2",
            "net_m2",
            "swap_m2",
        ] + ChangeErrors.columns

    /// What each class of a zone gained and lost, a row each, with what is known of its error.
    ///
    /// - Parameters:
    ///   - change: The zone.
    ///   - language: Of labels.
    ///   - errors: Of the two maps.
    ///   - isWhole: Whether the zone is all that a sample of change was drawn from.
    /// - Returns: The rows, without classes that neither year has.
    func summaryRows(
        of change: ZoneChange, in language: Language, _ errors: ChangeErrors = ChangeErrors(),
        isWhole: Bool = false
    ) -> [[Table.Cell]] {
        let mapped = MappedYears(change)
        return change.matrix.accounts.filter { $0.before != 0 || $0.after != 0 }.map { account in
            let areas = [
                account.before, account.after, account.gain, account.loss, account.net,
                account.swap,
            ]
            return [
                .text(change.zone.id), .text(change.zone.name), .text(account.label),
                .text(name(of: account.label)[language]),
            ] + areas.map { .number(ZoneChange.squareMetres($0)) }
                + errors.cells(of: account, in: change, mapped, isWhole: isWhole)
        }
    }
}

extension ChangeAccount.Label {
    /// The label of a class by its own code.
    package init(ofClass code: Code, _ scheme: ClassScheme?) {
        let meaning = scheme?.meaning(of: code) ?? code
        if let landClass = scheme?.landClass(of: meaning), landClass.category != .nodata {
            self.init(
                key: "\(meaning)", name: LocalizedText(zh: landClass.nameZH, en: landClass.nameEN))
        } else {
            self.init(key: "\(meaning)", name: Self.emptiness["\(meaning)"] ?? LocalizedText(""))
        }
    }

    /// The label of a class of parcels by its code.
    package init(ofParcels code: String, _ account: ParcelAccount) {
        let landClass = account.landClass(code)
        self.init(
            key: code,
            name: landClass.map { LocalizedText(zh: $0.nameZH, en: $0.nameEN) }
                ?? Self.emptiness[code] ?? LocalizedText(""))
    }

    /// The label of a category by its key.
    package init(ofCategory key: String) {
        let category = LandCover.Category(rawValue: key)
        self.init(
            key: key,
            name: Self.emptiness[key]
                ?? LocalizedText(zh: category?.nameZH ?? key, en: category?.nameEN ?? key))
    }

    private static let emptiness = [
        "nodata": LocalizedText(zh: "无数据", en: "No data"),
        "outside": LocalizedText(zh: "数据范围之外", en: "Off the data"),
    ]
}
