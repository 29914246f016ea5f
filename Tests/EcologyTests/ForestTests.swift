// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

@Suite("Forest")
struct ForestTests {
    /// Trees 12,000 ha, special shrub 40,000, other 5,000, belts 300, of 200,000 ha.
    private func worked() throws -> ForestAreas {
        try ForestAreas(
            CategoryAreas(
                zoneArea: 200_000 * hectare,
                areas: [
                    "forest": 12_000 * hectare, "other_wood": 5_000 * hectare,
                    "special_shrub": 40_000 * hectare, "other_shrub": 5_000 * hectare,
                    "sand_bare": 138_000 * hectare,
                ]),
            belts: 300 * hectare)
    }

    @Test(
        "each variant counts its own forest; open and young woods count nowhere",
        arguments: [
            (ForestVariant.official, 26.15), (.noSpecialShrub, 6.15), (.noBelts, 26.00),
            (.greening, 28.65),
        ])
    func variants(variant: ForestVariant, percent: Double) throws {
        let result = try forestCoverage(of: worked(), variant: variant, at: somewhere)
        #expect(close(result.percent, percent, within: 1e-12))
        #expect(result.variant == variant.rawValue)
        #expect(result.isOfficial)
    }

    @Test("forest area is the numerator of coverage: 52,300 ha, 78.45万亩")
    func area() throws {
        let result = forestArea(of: try worked(), at: somewhere)
        #expect(try result.quantity(in: .hectares)?.value == 52_300)
        #expect(try result.quantity(in: .tenThousandMu)?.value == 78.45)
    }

    @Test("undetermined shrub gives a range without a central value")
    func undetermined() throws {
        let areas = try ForestAreas(
            trees: 5_000 * hectare, specialShrub: 10_000 * hectare,
            undeterminedShrub: 8_000 * hectare, belts: 0, land: 100_000 * hectare)
        let result = try forestCoverage(of: areas, at: somewhere)
        #expect(result.value == nil)
        #expect(result.bounds == Bounds(0.15, 0.23, kind: .range))
        #expect(
            try forestCoverage(of: areas, variant: .noSpecialShrub, at: somewhere).value == 0.05)
    }

    @Test("a scheme without shrub gives an indicative figure, and says why")
    func unresolved() throws {
        let why = LocalizedText(zh: "无灌木类", en: "WorldCover files sparse shrub under grass")
        let result = try forestCoverage(of: worked(), at: somewhere, shrub: .unresolved(why))
        #expect(result.status == .indicative(why))
        #expect(close(result.percent, 26.15, within: 1e-12))
    }

    @Test("a published land area divides only under its own variant's name")
    func publishedArea() throws {
        let result = try forestCoverage(
            of: worked(), at: somewhere, land: .published(209_200 * hectare))
        #expect(result.variant == "official+official_area")
        #expect(close(result.percent, 25, within: 1e-12))
    }

    @Test("unclassified ground stays in the denominator, and may all be forest")
    func unclassified() throws {
        let zone = 1000.0
        let few = try CategoryAreas(zoneArea: zone, areas: ["forest": 400, "cropland": 595])
        let result = try forestCoverage(of: ForestAreas(few, belts: 0), at: somewhere)
        #expect(result.value == 0.4)
        let many = try CategoryAreas(
            zoneArea: zone, areas: ["forest": 400, "cropland": 592, "nodata": 4])
        #expect(abs(many.unclassifiedShare - 0.008) < 1e-15)
        let widened = try forestCoverage(of: ForestAreas(many, belts: 0), at: somewhere)
        #expect(widened.value == 0.4 && widened.bounds?.lower == 0.4)
        #expect(abs((widened.bounds?.upper ?? 0) - 0.408) < 1e-12)
        #expect(widened.uncertainty.included == [.unclassified])
        let refused = try forestCoverage(
            of: ForestAreas(many, belts: 0), at: somewhere,
            rules: AssessmentRules(maximumUnclassifiedShare: 0.005))
        #expect(refused.isNotAssessed)
        #expect(refused.value == nil)
    }

    @Test("a negative area is refused by name, and so are categories larger than their zone")
    func badAreas() {
        #expect(throws: EcologyError.negative(what: "the area of 'forest'", value: -1)) {
            try CategoryAreas(zoneArea: 10, areas: ["forest": -1])
        }
        #expect(throws: EcologyError.self) {
            try CategoryAreas(zoneArea: 10, areas: ["forest": 6, "water": 6])
        }
    }

    @Test("standing volume adds stands, scattered trees and trees beside fields")
    func volume() throws {
        var volume = try StandingVolume([
            .init(area: 12_000 * hectare, volumePerHectare: 30),
            .init(area: 3_000 * hectare, volumePerHectare: 8, kind: .open),
        ])
        volume.scattered = 5_000
        volume.besideFields = 20_000 * 0.08
        #expect(volume.total == 390_600)
        let result = volume.result(at: somewhere)
        #expect(try result.quantity(in: .tenThousandCubicMetres)?.value == 39.06)
        #expect(volume.forest == 360_000)
        #expect(volume.warning == nil)
        #expect(result.variant == "stands")
    }

    @Test("a raster of m³/ha gives the same volume as its stands, and skips nodata")
    func volumeRaster() throws {
        let perHectare: [Float] = [30, 30, .nan, 15]
        let pixels = [900.0, 450, 900, 900]
        let sum = try StandingVolume.sum(perHectare.span, over: pixels.span)
        #expect(abs(sum.volume - (0.135 * 30 + 0.09 * 15)) < 1e-12)
        #expect(sum.area == 2250)
        let volume = try StandingVolume(
            rasterForest: sum.volume, open: 0, treeArea: sum.area)
        #expect(volume.result(at: somewhere).notes.contains { $0.en.contains("partial") })
    }

    @Test(
        "3 m³/ha of forest is doubted aloud, and 30 is not", arguments: [(3.0, true), (30, false)])
    func sanity(perHectare: Double, isDoubted: Bool) throws {
        let volume = try StandingVolume([.init(area: hectare, volumePerHectare: perHectare)])
        #expect((volume.warning != nil) == isDoubted)
    }

    @Test("the pass rate depends on the survival limit: 82.0 % at 0.70, 65.79 % at 0.85")
    func afforestation() throws {
        let parcels = [(4000, 0.91), (3500, 0.86), (1848, 0.72), (1200, 0.65), (852, 0.38)].map {
            AfforestationParcel(area: $0 * hectare, survival: $1)
        }
        let account = try AfforestationAccount(parcels, reported: 12_000 * hectare)
        let result = account.result(at: somewhere)
        #expect(close(result.percent, 82, within: 1e-12))
        #expect(result.variant == "survival_70")
        #expect(close(account.result(at: somewhere, limit: 0.85).percent, 65.79, within: 0.005))
        #expect(close(account.verificationRate, 0.95, within: 1e-15))
        #expect(close(account.meanSurvival * 100, 79.69, within: 0.005))
        #expect(account.failed == 852 * hectare)
    }

    @Test("a survival of 91 is a percentage, and refused")
    func survivalInPercent() {
        #expect(throws: EcologyError.self) {
            try AfforestationAccount([.init(area: 1, survival: 91)])
        }
    }
}
