// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Testing

@Suite struct RasterTests {
    @Test("codes become densities, and nodata stays nodata")
    func densities() throws {
        let lookup = try DensityRaster.Lookup([10: 36, 20: 11.4, 30: 0], nodata: [0, 255])
        var found = [Float](repeating: 7, count: 5)
        var span = found.mutableSpan
        try lookup.fill(&span, from: ([10, 20, 30, 0, 255] as [UInt8]).span)
        #expect(found[0] == 36 && found[1] == 11.4 && found[2] == 0)
        #expect(found[3].isNaN && found[4].isNaN)
    }

    @Test("a code without a density stops the block and is named", arguments: [5, 40, -1])
    func unknown(code: Int32) throws {
        let lookup = try DensityRaster.Lookup([10: 36, 20: 11.4])
        var found = [Float](repeating: 7, count: 2)
        #expect(throws: UnknownClassCode(code: Int(code), index: 1)) {
            var span = found.mutableSpan
            try lookup.fill(&span, from: [10, code].span)
        }
    }

    @Test("a change of −1 t/ha is kept, and only InVEST's nodata swallows it")
    func minusOne() throws {
        let before: [Float] = [5, 5, .nan, 3]
        let after: [Float] = [4, 5, 4, 8]
        var change = [Float](repeating: 0, count: 4)
        var span = change.mutableSpan
        DensityRaster.change(from: before.span, to: after.span, into: &span)
        #expect(change[0] == -1 && change[1] == 0 && change[2].isNaN && change[3] == 5)
        var sink = [Float](repeating: 0, count: 4)
        var sinkSpan = sink.mutableSpan
        DensityRaster.sink(of: change.span, years: 5, into: &sinkSpan)
        #expect(sink[0] == -0.2 && sink[2].isNaN && sink[3] == 1)
        var invest = change.mutableSpan
        #expect(DensityRaster.withInvestNodata(&invest) == 1)
        #expect(change == [-1, 0, -1, 5])
    }

    @Test("pixel values are InVEST's: −3422.079 a hectare in EX-3.8")
    func value() throws {
        let factor = try InvestCarbon.Valuation(
            price: 43, discountPercent: -7.1, priceChangePercent: 2.8
        ).factor(from: 2016, to: 2030)
        var value: [Float] = [0]
        var span = value.mutableSpan
        DensityRaster.netPresentValue(of: ([-58] as [Float]).span, factor: factor, into: &span)
        #expect((value[0] + 3422.079).magnitude < 1e-3)
    }

    @Test("changes that depend on both years are looked up by pair")
    func pairs() throws {
        let lookup = try DensityRaster.PairLookup([
            .init(before: 1, after: 1): 0, .init(before: 1, after: 2): 2.5,
            .init(before: 2, after: 1): -4,
        ])
        var found = [Float](repeating: 9, count: 6)
        var span = found.mutableSpan
        let (old, new): ([UInt8], [UInt8]) = ([1, 1, 2, 2, 0, 1], [1, 2, 1, 2, 0, 1])
        lookup.fill(&span, before: old.span, after: new.span)
        #expect(found[0] == 0 && found[1] == 2.5 && found[2] == -4 && found[5] == 0)
        #expect(found[3].isNaN && found[4].isNaN)
    }
}
