// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

@Suite struct CategoryTests {
    @Test("a colour is read and written as six digits")
    func hex() {
        #expect(Colour(hex: "#0064c8")?.hex == "0064C8")
        #expect(Colour(hex: "00000A")?.hex == "00000A")
        for text in ["", "12345", "1234567", "+12345", "GGGGGG"] {
            #expect(Colour(hex: text) == nil)
        }
        #expect(Category.forest.colour.description == "#1B7837")
    }
}
