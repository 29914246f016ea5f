// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import Testing

@testable import Cartography

@Suite("A zone's profile")
struct ProfileTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func text(_ sheet: ProfileSheet) throws -> String {
        String(decoding: try sheet.encoded(as: .svg), as: UTF8.self)
    }

    @Test("is one page, the same bytes twice, in every format", arguments: ImageFormat.allCases)
    func repeats(format: ImageFormat) throws {
        let sheet = try GoldenPictures.profile(scratch)
        let bytes = try sheet.encoded(as: format)
        #expect(try sheet.encoded(as: format) == bytes)
        if format == .pdf {
            let pages = String(decoding: bytes, as: UTF8.self).matches(of: #/\/Type \/Page\b/#)
            #expect(pages.count == 1)
        }
    }

    @Test("gives the map what many figures leave, and counts those that find no room")
    func manyFigures() throws {
        var sheet = try GoldenPictures.profile(scratch)
        let one = try #require(sheet.figures.first)
        sheet.figures = Array(repeating: one, count: 60)
        var fewer = sheet
        fewer.figures.removeLast(3)
        // What stands at the foot of the table is all that differs.
        #expect(try text(sheet) != text(fewer))
        sheet.panels = []
        #expect(try !text(sheet).isEmpty)
    }

    @Test("is drawn in every language, with one panel or none, and refuses a page across")
    func variants() throws {
        for language in MapLanguage.allCases {
            for count in 0...3 {
                var sheet = try GoldenPictures.profile(scratch)
                sheet.map.language = language
                sheet.panels = Array(sheet.panels.prefix(count))
                #expect(try !text(sheet).isEmpty)
            }
        }
        var across = try GoldenPictures.profile(scratch)
        across.page = .a4Landscape
        #expect(throws: MapError.self) { try across.encoded(as: .png) }
    }
}
