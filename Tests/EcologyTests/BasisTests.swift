// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

@testable import Ecology
import Foundation
import Testing
import Words

@Suite("Differences between years")
struct BasisTests {
    private func result(
        _ year: Int, _ value: Double, variant: String = "official", _ basis: Basis = Basis()
    ) -> IndicatorResult {
        var result = IndicatorResult(
            "cropland", variant: variant, at: ZoneYear(year: year, zone: "a", name: "a"),
            amount: Quantity(value, .squareMetres))
        result.basis = basis
        return result
    }

    @Test("like figures are subtracted, in the unit asked for")
    func like() throws {
        let basis = Basis([.scheme: "clcd", .land: "30 units"], coverage: 0.999)
        let other = Basis([.scheme: "clcd", .land: "30 units"], coverage: 0.997)
        let change = try result(2020, 50_000, basis).change(
            since: result(2015, 20_000, other), in: .hectares)
        #expect(change == .by(3))
        #expect(change.difference == 3 && change.reason == nil)
    }

    @Test(
        "unlike figures give a reason and no difference",
        arguments: [
            (Basis([.scheme: "clcd"]), Basis([.scheme: "cnlucc"]), "class scheme"),
            (Basis([.land: "0.1°"]), Basis([.land: "0.05°"]), "0.1° then, 0.05° now"),
            (Basis([.land: "polygons"]), Basis([.land: "0.05°"]), "polygons or pixels"),
            (Basis(), Basis([.sample: "sample"]), "way that areas are estimated"),
            (Basis([.zones: "a"]), Basis(), "zones that it holds"),
            (Basis(coverage: 0.6), Basis(coverage: 1), "60.0 % then, 100.0 % now"),
        ])
    func unlike(earlier: Basis, later: Basis, says: String) throws {
        let change = try result(2020, 5, later).change(since: result(2015, 2, earlier))
        #expect(change.difference == nil)
        #expect(change.reason?.en.contains(says) == true, "\(change)")
        #expect(change.reason?.zh.contains("不与2015年相减") == true)
    }

    @Test("another definition or method is unlike, whatever the rest")
    func variants() throws {
        let change = try result(2022, 5, variant: "class_means").change(
            since: result(2015, 2, variant: "raster"))
        #expect(change.reason?.en.contains("raster then, class_means now") == true)
    }

    @Test("without a value there is nothing to subtract, and no reason is needed")
    func unknown() throws {
        var lacking = result(2015, 2)
        lacking.value = nil
        #expect(try result(2020, 5).change(since: lacking) == .unknown)
    }

    @Test("a basis is kept in the record as an object, and read back")
    func record() throws {
        let basis = Basis([.scheme: "clcd", .cover: "250 units"], coverage: 0.5)
        let data = try JSONEncoder().encode(basis)
        #expect(String(decoding: data, as: UTF8.self).contains("\"scheme\":\"clcd\""))
        #expect(try JSONDecoder().decode(Basis.self, from: data) == basis)
    }

    @Test("every indicator made from land cover says what it is measured on")
    func definitions() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        #expect(catalogue["forest_coverage"]?.measuredOn(variant: "official") == [.scheme, .land])
        #expect(catalogue["standing_volume"]?.measuredOn(variant: "raster") == [.volume])
        #expect(catalogue["standing_volume"]?.measuredOn(variant: "stands") == [])
        #expect(
            catalogue["standing_volume"]?.measuredOn(variant: "class_means") == [.scheme, .land])
    }
}
