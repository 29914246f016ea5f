// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Tables
internal import Words
internal import Zonal

/// The tables of an accuracy assessment.
struct AccuracyTables {
    let estimator: AreaEstimator
    let labels: ClassLabels
    let language: Language

    /// A row a class, then `all` with the overall accuracy; half-widths are of 95 % intervals.
    var classes: Table {
        var table = Table(
            "accuracy",
            columns: [
                "class", "label", "units", "mapped_m2", "area_m2", "area_ci95_m2", "users",
                "users_ci95", "producers", "producers_ci95", "overall", "overall_ci95",
            ])
        for name in estimator.classes {
            let users = estimator.users(name)
            let producers = estimator.producers(name)
            let area = estimator.area(of: [name])
            table.append([
                .text(name), .text(labels.name(of: name, in: language)),
                .integer(estimator.units.count { $0.map == name }),
                Table.Cell(estimator.mapped.isEmpty ? nil : estimator.mapped[name] ?? 0),
                .number(area.value), .number(area.halfWidth),
                Table.Cell(users?.value), Table.Cell(users?.halfWidth),
                Table.Cell(producers?.value), Table.Cell(producers?.halfWidth), .missing, .missing,
            ])
        }
        let overall = estimator.overall
        table.append([
            .text("all"), .text(""), .integer(estimator.units.count),
            Table.Cell(estimator.mapped.isEmpty ? nil : estimator.total), .number(estimator.total),
            .missing, .missing, .missing, .missing, .missing, .number(overall.value),
            .number(overall.halfWidth),
        ])
        return table
    }

    /// Sample units by map class and reference class; pairs that do not occur are zeros.
    var matrix: Table {
        var table = Table("confusion", columns: ["map", "reference", "units"])
        for map in estimator.classes {
            for reference in estimator.classes {
                table.append([
                    .text(map), .text(reference),
                    .integer(
                        estimator.units.count { $0.map == map && $0.reference == reference }),
                ])
            }
        }
        return table
    }

    /// Each class in each zone; no interval where the rule allows none.
    func zones(
        _ zones: [Tally.ZoneKey], mapped: [String: [String: Double]], rule: DomainRule
    ) -> Table {
        var table = Table(
            "accuracy_zones",
            columns: [
                "zone", "name", "class", "label", "units", "units_of_class", "share", "share_ci95",
                "area_m2", "area_ci95_m2",
            ])
        for zone in zones {
            let area = mapped[zone.id].map { areas in
                areas.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            }
            for name in estimator.classes {
                let share = estimator.share(of: [name], in: zone.id, rule: rule)
                table.append([
                    .text(zone.id), .text(zone.name), .text(name),
                    .text(labels.name(of: name, in: language)), .integer(share.units),
                    .integer(share.unitsOfClass), Table.Cell(share.value),
                    Table.Cell(share.estimate?.halfWidth),
                    Table.Cell(share.value.flatMap { value in area.map { $0 * value } }),
                    Table.Cell(
                        share.estimate.flatMap { estimate in area.map { $0 * estimate.halfWidth } }),
                ])
            }
        }
        return table
    }
}
