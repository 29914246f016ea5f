// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

/// Every class of every product in the colours that its maker or its catalogue publishes.
///
/// Typed from the sources named beside each, not from the schemes.
@Suite("published colours")
struct PublishedColourTests {
    static let published: [(id: String, colours: String)] = [
        // Earth Engine catalogue, ESA/WorldCover, gee:classes of band Map.
        (
            "worldcover",
            """
            10 006400 20 ffbb22 30 ffff4c 40 f096ff 50 fa0000 60 b4b4b4 70 f0f0f0 80 0064c8
            90 0096a0 95 00cf75 100 fae6a0
            """
        ),
        // Earth Engine catalogue, GOOGLE/DYNAMICWORLD/V1, gee:classes of band label.
        (
            "dynamic-world",
            """
            0 419bdf 1 397d49 2 88b053 3 7a87c6 4 e49635 5 dfc35a 6 c4281b 7 a59b8f 8 b39fe1
            """
        ),
        // Earth Engine catalogue, COPERNICUS/CORINE/V20/100m, gee:classes of band landcover.
        (
            "corine",
            """
            111 e6004d 112 ff0000 121 cc4df2 122 cc0000 123 e6cccc 124 e6cce6 131 a600cc
            132 a64dcc 133 ff4dff 141 ffa6ff 142 ffe6ff 211 ffffa8 212 ffff00 213 e6e600
            221 e68000 222 f2a64d 223 e6a600 231 e6e64d 241 ffe6a6 242 ffe64d 243 e6cc4d
            244 f2cca6 311 80ff00 312 00a600 313 4dff00 321 ccf24d 322 a6ff80 323 a6e64d
            324 a6f200 331 e6e6e6 332 cccccc 333 ccffcc 334 000000 335 a6e6cc 411 a6a6ff
            412 4d4dff 421 ccccff 422 e6e6ff 423 a6a6e6 511 00ccf2 512 80f2e6 521 00ffa6
            522 a6ffe6 523 e6f2ff
            """
        ),
        // Earth Engine catalogue, MODIS/061/MCD12Q1, gee:classes of band LC_Type1.
        (
            "igbp",
            """
            1 05450a 2 086a10 3 54a708 4 78d203 5 009900 6 c6b044 7 dcd159 8 dade48 9 fbff13
            10 b6ff05 11 27ff87 12 c24f44 13 a5a5a5 14 ff6d4c 15 69fff8 16 f9ffa4 17 1c0dff
            """
        ),
        // Earth Engine catalogue, USGS/NLCD_RELEASES/2021_REL/NLCD and, for the classes of Alaska,
        // USGS/NLCD_RELEASES/2016_REL: gee:classes of band landcover.
        (
            "nlcd",
            """
            11 466b9f 12 d1def8 21 dec5c5 22 d99282 23 eb0000 24 ab0000 31 b3ac9f 41 68ab5f
            42 1c5f2c 43 b5c58f 51 af963c 52 ccb879 71 dfdfc2 72 d1d182 73 a3cc51 74 82ba9e
            81 dcd939 82 ab6c28 90 b8d9eb 95 6c9fb8
            """
        ),
        // Community catalogue of Earth Engine, ESRI 10m Annual Land Cover, column Hex Code; the two
        // classes of the first release alone have none.
        (
            "esri",
            """
            1 1a5bab 2 358221 4 87d19e 5 ffdb5c 7 ed022a 8 ede9e4 9 f2faff 10 c8c8c8 11 c6ad8d
            """
        ),
        // ESACCI-LC-Legend.csv, columns R, G and B.
        (
            "cci",
            """
            10 ffff64 11 ffff64 12 ffff00 20 aaf0f0 30 dcf064 40 c8c864 50 006400 60 00a000
            61 00a000 62 aac800 70 003c00 71 003c00 72 005000 80 285000 81 285000 82 286400
            90 788200 100 8ca000 110 be9600 120 966400 121 784b00 122 966400 130 ffb432
            140 ffdcd2 150 ffebaf 151 ffc864 152 ffd278 153 ffebaf 160 00785a 170 009678
            180 00dc82 190 c31400 200 fff5d7 201 dcdcdc 202 fff5d7 210 0046c8 220 ffffff
            """
        ),
        // Community catalogue of Earth Engine, GLC_FCS30D, column RGB value; level-1 classes have none.
        (
            "glc-fcs30",
            """
            10 ffff64 11 ffff64 12 ffff00 20 aaf0f0 51 4c7300 52 006400 61 aac800 62 00a000
            71 005000 72 003c00 81 286400 82 285000 91 a0b432 92 788200 120 966400 121 964b00
            122 966400 130 ffb432 140 ffdcd2 150 ffebaf 152 ffd278 153 ffebaf 181 00a884
            182 73ffdf 183 9ebbd7 184 828282 185 f57ab6 186 66cdab 187 444f89 190 c31400
            200 fff5d7 201 dcdcdc 202 fff5d7 210 0046c8 220 ffffff
            """
        ),
    ]

    @Test("each class has its own, and none has another", arguments: published.map(\.id))
    func asPublished(id: String) throws {
        let text = try #require(Self.published.first { $0.id == id }).colours
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let pairs = stride(from: 0, to: words.count, by: 2).map {
            (words[$0], words[$0 + 1].uppercased())
        }
        let scheme = try SchemeCatalogue.builtIn().scheme(named: id)
        let found = scheme.classes.compactMap { item in
            item.productColour.map { (item.code.description, $0.hex) }
        }
        #expect(
            Dictionary(found, uniquingKeysWith: { a, _ in a })
                == Dictionary(pairs, uniquingKeysWith: { a, _ in a }))
    }

    @Test("a scheme is listed here, or says that its colours were not checked")
    func allAreListed() throws {
        for scheme in try SchemeCatalogue.builtIn().schemes
        where !Self.published.contains(where: { $0.id == scheme.id }) {
            #expect(!scheme.areColoursVerified, "\(scheme.id)")
        }
    }

    @Test(
        "classes without a published colour have shades of their category's, each its own",
        arguments: ["cnlucc", "sandiao", "erdiao", "cnlucc-level1"])
    func shades(name: String) throws {
        let scheme = try SchemeCatalogue.builtIn().scheme(named: name)
        #expect(!scheme.areColoursVerified)
        let colours = scheme.classes.map(\.colour)
        #expect(Set(colours).count == colours.count)
        for (category, classes) in Dictionary(grouping: scheme.classes, by: \.category)
        where classes.count == 1 {
            #expect(classes[0].colour == category.colour)
        }
    }
}
