// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import Testing

@testable import Cartography

@Suite("A document of several pages")
struct PaperDocumentTests {
    private func document(rows: Int) throws -> [UInt8] {
        let paper = try PaperDocument(title: "年报", foot: "合成数据", language: .chinese)
        try paper.heading("摘要")
        try paper.paragraph(String(repeating: "森林覆盖率。", count: 60))
        let chart = try Chart.trend(SampleCharts.trend).drawing(
            width: 260, height: 150, language: .chinese, typesetter: paper.typesetter)
        try paper.row([("历年", chart), ("历年", chart)])
        try paper.table(
            [.init("旗区", share: 0.5), .init("数值", share: 0.5, isNumeric: true)],
            (0..<rows).map { [.init("旗\($0)", mark: .met), .init("\($0)")] })
        return try paper.finish()
    }

    private func pages(of pdf: [UInt8]) -> Int {
        String(decoding: pdf, as: UTF8.self).matches(of: #/\/Type \/Page\b/#).count
    }

    @Test("lets a table run onto as many pages as it needs")
    func pages() throws {
        #expect(try pages(of: document(rows: 5)) == 1)
        // A row is 14.36 points high, and an A4 page has room for about 50.
        #expect(try pages(of: document(rows: 150)) == 4)
    }

    @Test("written twice is the same bytes")
    func repeats() throws {
        #expect(try document(rows: 60) == document(rows: 60))
    }
}
