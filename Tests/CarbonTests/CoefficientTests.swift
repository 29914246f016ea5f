// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Carbon
import DataFiles
import LandCover
import Testing

@Suite struct CoefficientTests {
    @Test("every bundled set reads, and what is from memory or judged is not called verified")
    func bundled() throws {
        let names = try CoefficientSet.bundledNames()
        #expect(
            names == [
                "invest_mata", "ipcc_tier1", "ordos_flux", "ordos_synthesis", "provincial_guide",
            ])
        for name in names {
            let set = try CoefficientSet(named: name)
            #expect(set.name == name)
            #expect(!set.coefficients.isEmpty)
            for coefficient in set.coefficients {
                #expect(!coefficient.source.isEmpty)
                if [.fromMemory, .synthesis].contains(coefficient.evidence) {
                    #expect(!coefficient.isVerified)
                }
            }
        }
    }

    static let totals: [(LandType, Double)] = [
        (LandType(.forest), 36.0),
        (LandType(.specialShrub), 11.4),
        (LandType(.otherWood), 10.3),
        (LandType(.grassland), 16.19),
        (LandType(.grassland, type: "typical"), 43.8),
        (LandType(.sandBare), 4.1),
        (LandType(.sandBare, type: "semi_fixed"), 7.9),
        (LandType(.wetland), 66.5),
        (LandType(.water), 0.0),
        (LandType(.cropland), 28.2),
        (LandType(.orchard), 35.1),
        (LandType(.built), 10.8),
    ]

    @Test("the starter set has its table's densities", arguments: totals)
    func starterSet(land: LandType, total: Double) throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        #expect(near(try set.totalDensity(of: land), total))
        #expect(set.soilDepthCentimetres == 30)
    }

    @Test("the Mata table has its rows, to 100 cm, with assumed spreads marked")
    func mata() throws {
        let set = try CoefficientSet(named: "invest_mata")
        #expect(set.soilDepthCentimetres == 100)
        #expect(near(try set.totalDensity(of: LandType(.forest)), 44.60 + 11.10 + 106.10 + 1.90))
        #expect(near(try set.totalDensity(of: LandType(.sandBare)), 40.90))
        let soil = try #require(
            set.densities(of: LandType(.forest)).first { $0.pool == .soil }?.factors.first)
        #expect(soil.isUncertaintyAssumed)
        #expect(near(soil.distribution.halfWidthPercent, 60))
    }

    @Test("the IPCC set makes grassland's biomass of dry matter and carbon fraction")
    func ipcc() throws {
        let set = try CoefficientSet(named: "ipcc_tier1")
        let pools = try set.densities(of: LandType(.grassland))
        func value(_ pool: Pool) -> Double? {
            pools.first { $0.pool == pool }?.factors.reduce(1) { $0 * $1.value }
        }
        #expect(near(value(.above), 0.799))
        #expect(near(value(.below), 2.256))
        #expect(value(.soil) == 13)
        let degraded = try set.densities(of: LandType(.sandBare)).first { $0.pool == .soil }
        #expect(near(degraded?.factors.reduce(1) { $0 * $1.value }, 9.1))
        #expect(near(try set.totalDensity(of: LandType(.cropland, type: "hac")), 43 * 0.77))
        #expect(set.tier == .one)
    }

    @Test("a low–high range becomes a spread whose own 95 % interval it is")
    func ranges() throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let above = try #require(set.densities(of: LandType(.forest)).first?.factors.first)
        #expect(above.distribution.shape == .shiftedLogNormal)
        #expect(above.statedInterval == 4...35)
        #expect(near(above.distribution.quantile(0.025), 4))
        #expect(near(above.distribution.quantile(0.975), 35))
        let litter = try #require(
            set.densities(of: LandType(.grassland)).first { $0.pool == .deadOrganic }?.factors.first
        )
        #expect(litter.distribution.shape == .truncatedNormal)
        #expect(near(litter.distribution.mean, 0.2))
    }

    @Test(
        "a declared unit is converted",
        arguments: [
            ("kg C/m2", 0.5, 5.0), ("Mg C/ha", 5, 5), ("g C/m²", 500, 5), ("kg C/ha", 5000, 5),
            ("t CO2/ha", 44, 12), ("tC/ha", 5, 5),
        ])
    func units(unit: String, written: Double, stored: Double) throws {
        let set = try forestOnly("{ value = \(written), unit = \"\(unit)\" }")
        #expect(near(try set.totalDensity(of: forest), stored))
    }

    @Test("flux in g C/m²/yr is converted")
    func fluxUnit() throws {
        let set = try coefficientSet(
            """
            [[fluxes]]
            categories = ["forest"]
            flux = { value = -49, unit = "g C/m2/yr" }
            """)
        #expect(near(try set.flux(of: forest).coefficient.value, -0.49))
    }

    @Test(
        "what cannot be meant is refused at its line, with the way out",
        arguments: [
            ("above = { value = 4460 }", "allow_magnitude"),
            ("above = { value = -1 }", "cannot be negative"),
            ("above = { value = 5, unit = \"t/ha\" }", "does not say of what"),
            ("above = { value = 5, unit = \"t d.m./ha\" }", "carbon_fraction"),
            ("above = { value = 5, unit = \"bushels\" }", "kg C/m2"),
            ("above = { value = 5, low = 6, high = 9 }", "must rise"),
            ("above = { value = 5, low = 3, high = 9, sd = 1 }", "twice"),
            ("above = { value = 5, hig = 3 }", "did you mean 'high'"),
            ("above = { value = 5, evidence = \"memory\", verified = true }", "read the source"),
            ("above = { product = [\"nothing\"] }", "no factor 'nothing'"),
            ("deadwood = 1", "only one of deadwood and litter"),
            ("dead_organic = 1\ndeadwood = 1\nlitter = 1", "its parts"),
            ("soil = 0.35", "another unit"),
        ])
    func refused(row: String, hint: String) throws {
        let error = #expect(throws: DataFileError.self) {
            try coefficientSet("[[densities]]\ncategories = [\"forest\"]\n\(row)")
        }
        #expect(error?.description.contains(hint) == true, "\(String(describing: error))")
        #expect(error?.line != nil)
    }

    @Test("soil without a stated depth is refused")
    func depthless() throws {
        let error = #expect(throws: DataFileError.self) {
            try coefficientSet(
                "[[densities]]\ncategories = [\"forest\"]\nsoil = 15", depth: nil)
        }
        #expect(error?.description.contains("soil_depth_cm") == true)
    }

    @Test("soils of two depths are never mixed")
    func depths() throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let deep = try coefficientSet(
            "[[densities]]\ncategories = [\"forest\"]\nsoil = 50", depth: 100)
        let error = #expect(throws: CoefficientError.self) { try set.overridden(by: deep) }
        #expect(error?.description.contains("cannot be mixed") == true)
    }

    @Test("the user's own goes first: by class, by zone, by forest type; the rest stays")
    func overrides() throws {
        let own = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = 20
            [[densities]]
            categories = ["forest"]
            zone = "150622"
            above = 25
            [[densities]]
            categories = ["forest"]
            type = "populus"
            above = 30
            """)
        let set = try CoefficientSet(named: "ordos_synthesis").overridden(by: own)
        let poplar = LandType(.forest, type: "populus")
        #expect(near(try set.totalDensity(of: forest), 20 + 5 + 2 + 15))
        #expect(near(try set.totalDensity(of: forest, zone: "150622"), 25 + 5 + 2 + 15))
        #expect(near(try set.totalDensity(of: poplar, zone: "150622"), 30 + 5 + 2 + 15))
        #expect(near(try set.totalDensity(of: LandType(.grassland)), 16.19))
        #expect(set.overrides == ["test"])
        let error = #expect(throws: CoefficientError.self) {
            try set.totalDensity(of: LandType(.forest, type: "pinus"))
        }
        #expect(error?.description.contains("it has populus") == true)
    }

    @Test("the tier is the lowest of the coefficients that are really used")
    func tier() throws {
        let local = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = 20
            below = 5
            dead_organic = 1
            soil = 9
            """, tier: 3)
        let set = try CoefficientSet(named: "ipcc_tier1").overridden(by: local)
        func tier(_ areas: [LandType: Double]) throws -> Tier {
            try CarbonAccount.stock(
                of: [ZoneAreas(zone: "a", hectares: areas)], year: 2020, with: set
            ).tier
        }
        #expect(try tier([forest: 1]) == .three)
        #expect(try tier([forest: 1, LandType(.grassland): 1]) == .one)
    }

    @Test("a missing pool is an error that names class and pool")
    func missingPool() throws {
        let set = try coefficientSet(
            "[[densities]]\ncategories = [\"forest\"]\nabove = 1\nbelow = 1\nsoil = 5")
        let error = #expect(throws: CoefficientError.self) { try set.totalDensity(of: forest) }
        #expect(error?.description.contains("dead_organic") == true)
        #expect(error?.description.contains("class 'forest'") == true)
    }

    @Test("a set's name that is mistyped gets the nearest")
    func mistyped() {
        let error = #expect(throws: DataFileError.self) {
            try CoefficientSet(named: "ordos_sinthesis")
        }
        #expect(error?.description.contains("ordos_synthesis") == true)
    }
}
