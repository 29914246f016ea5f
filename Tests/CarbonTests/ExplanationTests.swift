// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import LandCover
import Testing

@Suite struct ExplanationTests {
    func account() throws -> CarbonAccount {
        let histories = [
            LandHistory(
                from: LandType(.sandBare), to: LandType(.specialShrub), year: 2015, hectares: 600),
            LandHistory(
                from: LandType(.grassland), to: LandType(.cropland), year: 2015, hectares: 100),
        ]
        return try CarbonAccount.landUseChange(
            of: [ZoneHistories(zone: "150622", histories: histories, areaPercent: 12)], from: 2015,
            to: 2020, accounting: .transition(years: 20),
            with: CoefficientSet(named: "ordos_synthesis"))
    }

    @Test("a sink walks back to the area, the coefficients, their spread and their sources")
    func walk() throws {
        let account = try account()
        let walk = try #require(account.explain(.init(zone: "all", quantity: .sink)))
        #expect(walk.value == account.value(.sink))
        let text = walk.text()
        for part in [
            "transition20", "tier 2", "soil 0–30 cm", "2015–2020", "divided by 5 years",
            "area of special_shrub (was sand_bare), 2015 = 600 ha  (±12 %, normal)",
            "ordos_synthesis:land_use.annual_crops = 0.77 1", "verified: read",
            "not verified: synthesis", "Table 5.5",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(walk.coefficients.contains { $0.id == "ordos_synthesis:special_shrub:above" })
        #expect(
            text.split(separator: "\n").count > walk.text(depth: 1).split(separator: "\n").count)
    }

    @Test("the parts of every number add up to it")
    func addsUp() throws {
        let account = try account()
        func check(_ node: Explanation) {
            guard !node.parts.isEmpty, node.detail.hasPrefix("sum of its parts") else {
                node.parts.forEach(check)
                return
            }
            let sum = node.parts.reduce(0) { $0 + $1.value }
            #expect((sum - node.value).magnitude < 1e-5)
            node.parts.forEach(check)
        }
        for key in account.model.keys { check(try #require(account.explain(key))) }
    }

    @Test("a number that is not there has no explanation")
    func unknown() throws {
        #expect(try account().explain(.init(zone: "nowhere", quantity: .sink)) == nil)
    }
}
