// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

@testable import Carbon

@Suite("PartedAccount: an account of many zones, made of some of them at a time")
struct PartedAccountTests {
    private static let lands = [
        Category.water, .forest, .grassland, .cropland, .sandBare, .built, .wetland,
    ].map { LandType($0) }

    /// So many zones that their numbers are many.
    private func count(_ method: Method) -> Int { method == .stock ? 810 : 230 }

    /// Zones of several kinds of land each; the first ones lack most kinds.
    private func areas(_ zone: Int) -> ZoneAreas {
        let kinds = 1 + min(zone / 33, Self.lands.count - 2)
        return ZoneAreas(
            zone: "z\(zone)",
            hectares: Dictionary(
                (0...kinds).map {
                    (Self.lands[($0 * 3 + zone / 50) % Self.lands.count], Double($0 + 1) / 7)
                }, uniquingKeysWith: +))
    }

    private func histories(_ zone: Int) -> ZoneHistories {
        let own = areas(zone).hectares.sorted { $0.key < $1.key }
        return ZoneHistories(
            zone: "z\(zone)",
            histories: own.enumerated().map { index, land in
                LandHistory(
                    from: land.key, to: own[(index + zone) % own.count].key, year: 2015,
                    hectares: land.value)
            })
    }

    private enum Method: CaseIterable { case stock, transition20 }

    private func account(
        _ method: Method, _ zones: [Int], in frame: AccountFrame?, _ set: CoefficientSet
    ) throws -> CarbonAccount {
        switch method {
        case .stock: return try .stock(of: zones.map(areas), year: 2020, with: set, in: frame)
        case .transition20:
            return try .landUseChange(
                of: zones.map(histories), from: 2015, to: 2020,
                accounting: .transition(years: 20), with: set, in: frame)
        }
    }

    /// The zones with a kind of land, or a change of it, that none before has.
    private func firsts(_ count: Int) -> [Int] {
        var seen: Set<[LandType]> = []
        return (0..<count).filter { zone in
            let kinds =
                areas(zone).hectares.keys.map { [$0] }
                + histories(zone).histories.map { [$0.start] + $0.conversions.map(\.land) }
            return kinds.reduce(false) { seen.insert($1).inserted || $0 }
        }
    }

    private func numbers(_ estimates: [CarbonEstimate]) -> [String] {
        estimates.map {
            "\($0.key) \($0.approach) \($0.central) \($0.lower) \($0.upper) \($0.mean) "
                + "\($0.median) \($0.standardDeviation) \($0.probabilityPositive)"
        }
    }

    @Test(
        "its numbers are to the last bit those of the account of all zones, whatever the parts",
        arguments: [7, 256])
    func sameBits(size: Int) async throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        for method in Method.allCases {
            let count = count(method)
            let all = try account(method, Array(0..<count), in: nil, set)
            let whole = try await all.model.estimates(draws: 512, seed: 3, jobs: 2)
            let parted = try PartedAccount(firsts: firsts(count)) {
                try account(method, $0, in: $1, set)
            }
            let isLarge = all.model.isLarge && parted.isLarge(zones: count)
            #expect(isLarge)
            var sum = PartedAccount.Whole(of: parted)
            var found: [CarbonEstimate] = []
            for start in stride(from: 0, to: count, by: size) {
                let part = try parted.part(start..<min(start + size, count))
                found += part.estimates
                sum.add(part)
            }
            let city = try await sum.estimates(draws: 512, seed: 3, jobs: 1)
            let isSame = numbers(found + city.headline) == numbers(whole.headline)
            #expect(isSame, "\(method)")
            let isSameLinear = numbers(found + city.linear) == numbers(whole.linear)
            #expect(isSameLinear, "\(method)")
        }
    }

    @Test("what it says of tier, sets and coefficients is what the account of all zones says")
    func outline() throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let all = try account(.transition20, Array(0..<230), in: nil, set)
        let outline = try PartedAccount(firsts: firsts(230)) {
            try account(.transition20, $0, in: $1, set)
        }.outline
        #expect(outline.tier == all.tier && outline.notes == all.notes)
        #expect(outline.coefficients == all.coefficients)
    }

    @Test("few numbers are not large")
    func small() throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let parted = try PartedAccount(firsts: firsts(230)) { try account(.stock, $0, in: $1, set) }
        #expect(!parted.isLarge(zones: 9))
    }
}
