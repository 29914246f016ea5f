// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "the plan's areas in 万亩 are whole hectares and square kilometres, to the last bit",
        arguments: [
            (3558, 2_372_000, 23_720), (301.35, 200_900, 2_009), (411.60, 274_400, 2_744),
        ])
    func planAreas(tenThousandMu: Double, hectares: Double, squareKilometres: Double) throws {
        let area = Quantity(tenThousandMu, .tenThousandMu)
        #expect(try area.converted(to: .hectares).value == hectares)
        #expect(try area.converted(to: .squareKilometres).value == squareKilometres)
        #expect(
            try Quantity(squareKilometres, .squareKilometres).converted(to: .tenThousandMu).value
                == tenThousandMu)
    }

    @Test("a square kilometre is 1500 亩 and 0.15 万亩, and 15 亩 are a hectare")
    func mu() throws {
        let area = Quantity(1, .squareKilometres)
        #expect(try area.converted(to: .mu).value == 1500)
        #expect(try area.converted(to: .tenThousandMu).value == 0.15)
        #expect(try Quantity(15, .mu).converted(to: .hectares).value == 1)
    }

    @Test("carbon becomes carbon dioxide by 44/12, not by 3.67")
    func carbonDioxide() throws {
        #expect(try Quantity(3, .tonnesCarbon).converted(to: .tonnesCarbonDioxide).value == 11)
        #expect(
            try Quantity(1, .kilogramsCarbonPerSquareMetre).converted(to: .tonnesCarbonPerHectare)
                .value == 10)
        #expect(
            try Quantity(1, .gramsCarbonPerSquareMetre).converted(to: .tonnesCarbonPerHectare).value
                == 0.01)
    }

    @Test("an area does not become a volume")
    func unlike() {
        #expect(throws: EcologyError.unlike(.hectares, .cubicMetres)) {
            try Quantity(1, .hectares).converted(to: .cubicMetres)
        }
    }

    @Test("people read grouped digits, with the unit where their language puts it")
    func text() {
        #expect(Quantity(3558, .tenThousandMu).text(in: .zh, digits: 2) == "3,558.00万亩")
        #expect(Quantity(2_372_000, .hectares).text(in: .en, digits: 0) == "2,372,000 ha")
        #expect(Quantity(-27.3, .percent).text(in: .en, digits: 1) == "-27.3%")
        #expect(Quantity(.nan, .percent).text(in: .en, digits: 1) == "—")
    }
}
