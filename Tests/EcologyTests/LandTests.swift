// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

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
        #expect(HoldingTest(area: 2010, baseline: 2009, target: 2009).isMet)
        #expect(!HoldingTest(area: 2010, baseline: 2011, target: 2009).isMet)
        #expect(!HoldingTest(area: 2008, baseline: 2000, target: 2009).isMet)
    }
}

@Suite("Towns")
struct TownTests {
    @Test("canopy meets 40 % where green land does not: 40.39 and 37.55 %")
    func green() throws {
        let coverage = try urbanGreen(
            canopy: 41.2 * squareKilometre, greenLand: 38.3 * squareKilometre,
            builtUp: 102 * squareKilometre, at: somewhere)
        #expect(close(coverage.percent, 40.39, within: 0.005))
        #expect(coverage.notes.contains { $0.en == "green land is 37.55 %" })
        let land = try urbanGreen(
            canopy: 41.2, greenLand: 38.3, builtUp: 102, variant: .greenLand, at: somewhere)
        #expect(close(land.percent, 37.55, within: 0.005))
        let target = Quantity(40, .percent)
        #expect(try Verdict(of: coverage.completelyCounted, against: target).kind == .met)
        #expect(try Verdict(of: land.completelyCounted, against: target).kind == .missed)
    }

    @Test("land cover gives an indicative figure, and no layer gives none")
    func sources() throws {
        #expect(
            try urbanGreen(
                canopy: 1, greenLand: nil, builtUp: 2, source: .landCover(metres: 10),
                at: somewhere
            ).isIndicative)
        #expect(
            try urbanGreen(canopy: nil, greenLand: 1, builtUp: 2, at: somewhere).isNotAssessed)
        #expect(throws: EcologyError.self) {
            try urbanGreen(canopy: 3, greenLand: nil, builtUp: 2, at: somewhere)
        }
    }

    @Test("temporary residents share the parks: 35.0 m² a person, 35.71 without them")
    func parks() throws {
        let result = try parkGreen(
            parks: 2_100 * hectare, residents: 588_000, temporary: 12_000, at: somewhere)
        #expect(result.value == 35)
        #expect(
            try Verdict(
                of: result.completelyCounted, against: Quantity(35, .squareMetresPerPerson)
            ).kind == .met)
        let without = try parkGreen(
            parks: 2_100 * hectare, residents: 588_000, temporary: nil, at: somewhere)
        #expect(close(without.value, 35.71, within: 0.005))
        #expect(without.notes.count == 1)
    }
}

@Suite("Cropland and soil")
struct CroplandTests {
    @Test("field ridges are deducted: 100,000 m² at 0.0850 leave 137.25 亩")
    func ridges() throws {
        let parcel = CroplandParcel(area: 100_000, ridgeCoefficient: 0.0850)
        #expect(close(parcel.ridges, 8_500, within: 1e-9))
        let result = try cropland(
            of: [parcel, CroplandParcel(area: 500, ridgeCoefficient: 0, isConvertible: true)],
            at: somewhere)
        #expect(close(result.value, 91_500, within: 1e-9))
        #expect(close(try result.quantity(in: .mu)?.value, 137.25, within: 1e-10))
        #expect(result.notes.first?.en.contains("0.05 ha of convertible land") == true)
    }

    @Test("land cover gives gross cropland, indicative")
    func gross() throws {
        let areas = try CategoryAreas(zoneArea: 10, areas: ["cropland": 4, "built": 6])
        let result = cropland(of: areas, at: somewhere)
        #expect(result.value == 4)
        #expect(result.variant == "gross")
        #expect(result.isIndicative)
    }

    @Test("every wooded and grassy class is forest and grass coverage once; orchards are not")
    func forestAndGrass() throws {
        let areas = try CategoryAreas(
            zoneArea: 100,
            areas: [
                "forest": 10, "special_shrub": 5, "other_shrub": 4, "other_wood": 1,
                "grassland": 40,
                "orchard": 10, "cropland": 30,
            ])
        let result = forestGrassCoverage(of: areas, at: somewhere)
        #expect(result.value == 0.6)
        #expect(result.numerator == Quantity(60, .squareMetres))
        #expect(result.bounds == nil)
    }

    @Test("ground without a class may be forest or grass")
    func unknownForestAndGrass() throws {
        let areas = try CategoryAreas(zoneArea: 100, areas: ["grassland": 40, "cropland": 40])
        let result = forestGrassCoverage(of: areas, at: somewhere)
        let bounds = try #require(result.bounds)
        #expect(bounds.lower == 0.4 && abs(bounds.upper - 0.6) < 1e-12)
    }

    @Test("10 and 8 km² that overlap by 3 are 15 treated, also when treated in two years")
    func overlap() throws {
        let ledger = try ConservationLedger([
            TreatedPiece(area: 7 * squareKilometre, years: [2017]),
            TreatedPiece(area: 3 * squareKilometre, years: [2017, 2019]),
            TreatedPiece(area: 5 * squareKilometre, years: [2019]),
        ])
        let result = try ledger.newResult(since: 2016, at: somewhere)
        #expect(try result.quantity(in: .squareKilometres)?.value == 15)
        #expect(ledger.newlyTreated(in: 2018...2020) == 5 * squareKilometre)
        #expect(throws: EcologyError.self) { try ledger.newResult(since: 2021, at: somewhere) }
    }
}
