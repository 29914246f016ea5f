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
            var landVariables: [(land: LandType, variable: Int)] = []
            for (land, hectares) in lands {
                let spread: Distribution
                do { spread = try .stated(hectares, percent: percent) } catch {
                    throw .badArea(zone: areas.zone, land: land.description, hectares: hectares)
                }
                landVariables.append((land, area(land, areas.zone, year, spread)))
            }
            return landVariables
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
            let landVariables =
                try adjusted(sampled, areas.zone, year)
                + exact.map { ($0.land, exactArea($0.land, $0.hectares, areas.zone, year)) }
            return landVariables.sorted { $0.land < $1.land }
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
        var landVariables = Array(zip(order, variables)).map { (land: $0, variable: $1) }
        for (land, hectares) in lands where !order.contains(land) {
            landVariables.append((land, exactArea(land, hectares, zone, year)))
        }
        return landVariables.sorted { $0.land < $1.land }
    }

    private mutating func adjusted(
        _ areas: [LandType: SampledArea], _ zone: String, _ year: Int?
    ) throws(CarbonError) -> [(land: LandType, variable: Int)] {
        var landVariables: [(land: LandType, variable: Int)] = []
        for (land, area) in areas.sorted(by: { $0.key < $1.key }) {
            let name = "adjusted area \(land) \(year.map(String.init) ?? "")"
            let origin = CarbonModel.Origin.area(
                land: land.description, from: nil, year: year)
            landVariables.append(
                (land, try variable(area, named: name, zone: zone, origin: origin)))
        }
        return landVariables
    }
}
