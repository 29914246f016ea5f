// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
import Ecology
internal import LandCover
internal import Words

/// The areas of a zone by kind of land, and how sure they are.
public struct ZoneAreas: Sendable {
    /// The zone's id.
    public let zone: String
    /// Hectares of each kind of land; `nodata` is left out of the account and noted.
    public let hectares: [LandType: Double]
    /// How sure the areas are.
    public let uncertainty: AreaUncertainty

    /// The areas of a zone.
    public init(
        zone: String, hectares: [LandType: Double], uncertainty: AreaUncertainty = .exact
    ) {
        self.zone = zone
        self.hectares = hectares
        self.uncertainty = uncertainty
    }
}

/// How sure areas are.
public enum AreaUncertainty: Sendable {
    /// As measured, without error.
    case exact
    /// Half of a 95 % interval in %, for each kind of land on its own; the zone does not close.
    case relative(percent: Double)
    /// Jointly normal, with variances and covariances in ha², in the order of `lands`.
    ///
    /// Areas that add up to the zone have negative covariances. Lands left out are exact.
    case covariance(lands: [LandType], matrix: [[Double]])
    /// An accuracy sample with the map's classes as strata: each draw makes new shares of each
    /// stratum, and areas close on the zone in every draw. The central areas are the adjusted ones.
    case confusion(ConfusionSample)
    /// Areas put together from an accuracy sample by the caller; lands left out are exact.
    case sampled([LandType: SampledArea])
}

/// Counts of an accuracy sample: rows are mapped classes, columns reference classes.
///
/// Samples of the same name are one sample: zones and years that use it share its error.
public struct ConfusionSample: Hashable, Sendable {
    /// The sample's name, with its year.
    public let name: String
    /// The reference classes, in the order of the counts.
    public let references: [LandType]
    /// For each mapped class, the sample units found to be of each reference class.
    public let counts: [LandType: [Double]]

    /// A sample.
    ///
    /// - Parameters:
    ///   - name: The sample's name, with its year.
    ///   - references: The reference classes, in the order of the counts.
    ///   - counts: For each mapped class, its units by reference class.
    ///   - addsHalf: Adds ½ to every cell, so that classes never met may occur; say so in the result.
    /// - Throws: ``CarbonError`` where a row does not fit, is negative or has fewer than 2 units.
    public init(
        name: String, references: [LandType], counts: [LandType: [Double]], addsHalf: Bool = false
    ) throws(CarbonError) {
        for (mapped, row) in counts.sorted(by: { $0.key < $1.key }) {
            guard row.count == references.count else {
                throw .badSample(
                    name: name,
                    reason:
                        "row '\(mapped)' has \(row.count) counts for \(references.count) classes")
            }
            guard row.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
                throw .badSample(name: name, reason: "row '\(mapped)' has a negative count")
            }
            guard row.reduce(0, +) >= 2 else {
                throw .badSample(
                    name: name,
                    reason:
                        "row '\(mapped)' has fewer than 2 units, so no variance; sample more of "
                        + "it, or merge it with another class")
            }
        }
        self.name = name
        self.references = references
        self.counts = addsHalf ? counts.mapValues { $0.map { $0 + 0.5 } } : counts
    }

    /// The counts of a row whose units stand for unlike areas, as where strata are not mapped classes:
    /// the units' shares by weight, of as many units of one weight as tell as much, (Σw)² / Σw².
    ///
    /// - Source: Kish 1965, *Survey Sampling* (from memory). Units of one weight are counted as they are.
    /// - Parameters:
    ///   - columns: How many reference classes there are.
    ///   - units: The reference class of each unit, and the area that it stands for, above 0.
    /// - Returns: A count for each reference class, not whole.
    public static func row(_ columns: Int, of units: [(column: Int, weight: Double)]) -> [Double] {
        var row = [Double](repeating: 0, count: columns)
        guard let scale = units.first?.weight else { return row }
        var (sum, squares) = (0.0, 0.0)
        for unit in units {
            let weight = unit.weight / scale
            row[unit.column] += weight
            sum += weight
            squares += weight * weight
        }
        return row.map { $0 * sum / squares }
    }

    /// What a row's shares are drawn by: its counts, and one unit more, shared by the classes that none
    /// was found to be, so that the row of a flawless sample varies too: with n units, up to some 3/n
    /// may be otherwise.
    ///
    /// The shares themselves, and what they say of areas, stay those of the sample.
    static func drawn(_ counts: [Double]) -> [Double] {
        let unseen = Double(counts.count { $0 == 0 })
        return counts.map { $0 == 0 ? 1 / unseen : $0 }
    }
}

extension ModelBuilder {
    /// The variables of a zone's areas in hectares, in the order of the lands.
    mutating func areas(
        _ areas: ZoneAreas, year: Int?, notes: inout [LocalizedText]
    ) throws(CarbonError) -> [(land: LandType, variable: Int)] {
        mention(areas.zone)
        var lands: [(land: LandType, hectares: Double)] = []
        for (land, hectares) in areas.hectares.sorted(by: { $0.key < $1.key }) {
            guard hectares >= 0, hectares.isFinite else {
                throw .badArea(zone: areas.zone, land: land.description, hectares: hectares)
            }
            if land.category == .nodata {
                if hectares > 0 {
                    notes.append(
                        LocalizedText(
                            zh: "“\(areas.zone)”：\(hectares)公顷无数据，未计入",
                            en: "zone '\(areas.zone)': \(hectares) ha without data are not in the "
                                + "account"))
                }
            } else if hectares > 0 {
                lands.append((land, hectares))
            }
        }
        switch areas.uncertainty {
        case .exact:
            return lands.map { ($0.land, exactArea($0.land, $0.hectares, areas.zone, year)) }
        case .relative(let percent):
            var found: [(land: LandType, variable: Int)] = []
            for (land, hectares) in lands {
                let spread: Distribution
                do { spread = try .stated(hectares, percent: percent) } catch {
                    throw .badArea(zone: areas.zone, land: land.description, hectares: hectares)
                }
                found.append((land, area(land, areas.zone, year, spread)))
            }
            return found
        case .covariance(let order, let matrix):
            return try joint(lands, order, matrix, areas.zone, year)
        case .confusion(let sample):
            var sampled: [LandType: [SampledArea.Part]] = [:]
            for (land, hectares) in lands {
                let references = try sample.references(
                    of: land, hectares: hectares, zone: areas.zone)
                for reference in references {
                    sampled[reference, default: []].append(
                        .init(mapped: land, reference: reference, hectares: hectares))
                }
            }
            return try adjusted(
                sampled.mapValues { SampledArea($0, of: sample) }, areas.zone, year)
        case .sampled(let sampled):
            let exact = lands.filter { sampled[$0.land] == nil }
            let found =
                try adjusted(sampled, areas.zone, year)
                + exact.map { ($0.land, exactArea($0.land, $0.hectares, areas.zone, year)) }
            return found.sorted { $0.land < $1.land }
        }
    }

    mutating func area(
        _ land: LandType, _ zone: String, _ year: Int?, _ spread: Distribution
    ) -> Int {
        variable(
            "area \(land) \(year.map(String.init) ?? "")", zone: zone, spread,
            origin: .area(land: land.description, from: nil, year: year),
            group: "area of \(land) in \(zone)" + (year.map { ", \($0)" } ?? ""))
    }

    private mutating func exactArea(
        _ land: LandType, _ hectares: Double, _ zone: String, _ year: Int?
    ) -> Int {
        let label = land.description
        return exactArea(
            hectares, zone: zone, label: label,
            origin: .area(land: label, from: nil, year: year))
    }

    private mutating func joint(
        _ lands: [(land: LandType, hectares: Double)], _ order: [LandType], _ matrix: [[Double]],
        _ zone: String, _ year: Int?
    ) throws(CarbonError) -> [(land: LandType, variable: Int)] {
        let name = "areas of \(zone)" + (year.map { " in \($0)" } ?? "")
        guard order.count == matrix.count else {
            throw .badCovariance(name: name, reason: "is not square")
        }
        let known = Dictionary(lands.map { ($0.land, $0.hectares) }) { first, _ in first }
        let variables = try joint(
            name, zone: zone, means: order.map { known[$0] ?? 0 }, covariance: matrix,
            origins: order.map { .area(land: $0.description, from: nil, year: year) }, group: name)
        var found = Array(zip(order, variables)).map { (land: $0, variable: $1) }
        for (land, hectares) in lands where !order.contains(land) {
            found.append((land, exactArea(land, hectares, zone, year)))
        }
        return found.sorted { $0.land < $1.land }
    }

    private mutating func adjusted(
        _ areas: [LandType: SampledArea], _ zone: String, _ year: Int?
    ) throws(CarbonError) -> [(land: LandType, variable: Int)] {
        var found: [(land: LandType, variable: Int)] = []
        for (land, area) in areas.sorted(by: { $0.key < $1.key }) {
            let name = "adjusted area \(land) \(year.map(String.init) ?? "")"
            let origin = CarbonModel.Origin.area(
                land: land.description, from: nil, year: year)
            found.append((land, try variable(area, named: name, zone: zone, origin: origin)))
        }
        return found
    }
}
