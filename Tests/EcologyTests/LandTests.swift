// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing

@Suite("Wetland")
struct WetlandTests {
    private let codes = [
        "1101": 620, "1102": 180, "1103": 90, "1104": 40, "1106": 410, "1107": 25, "1108": 55,
        "0402": 500, "0306": 15, "1205": 9000,
    ].mapValues { Double($0) * squareKilometre }

    @Test(
        "the class set decides the area",
        arguments: [
            (WetlandVariant.sandiao00, 980.0, 147.0), (.survey2, 1910, 286.5),
            (.survey2WithDitches, 1935, 290.25),
        ])
    func variants(variant: WetlandVariant, squareKilometres: Double, wan: Double) throws {
        let result = try wetlandArea(byCode: codes, variant: variant, at: somewhere)
        #expect(try result.quantity(in: .squareKilometres)?.value == squareKilometres)
        #expect(try result.quantity(in: .tenThousandMu)?.value == wan)
    }

    @Test("a code with a letter behind it counts as its class")
    func letters() throws {
        #expect(try wetlandArea(byCode: ["1104A": 7], at: somewhere).value == 7)
    }

    @Test("a land-cover product gives an indicative area; 三调's set leaves open water out")
    func categories() throws {
        let areas = try CategoryAreas(
            zoneArea: 100, areas: ["wetland": 5, "water": 3, "forest": 92])
        let both = wetlandArea(of: areas, at: somewhere)
        #expect(both.value == 8)
        #expect(both.isIndicative)
        #expect(wetlandArea(of: areas, variant: .sandiao00, at: somewhere).value == 5)
    }

    @Test("wetland is held only where the target is reached and nothing was lost on balance")
    func holding() {
        #expect(HoldingTest(area: 2010, baseline: 2009, target: 2009).isHeld)
        #expect(!HoldingTest(area: 2010, baseline: 2011, target: 2009).isHeld)
        #expect(!HoldingTest(area: 2008, baseline: 2000, target: 2009).isHeld)
    }
}
