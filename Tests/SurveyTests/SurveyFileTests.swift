// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import Foundation
import Ecology
import Indicators
import Survey
import Testing
import Words
import Zonal

@Suite("Survey files")
struct SurveyFileTests {
    private static let minimal = """
        [zones]
        file = "z.geojson"
        [[year]]
        year = 2020
        landcover = "lc.tif"
        """

    private func read(_ text: String) throws -> SurveyFile {
        let folder = NSTemporaryDirectory() + "steppe-file-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/survey.toml"))
        return try SurveyFile(readingFrom: "\(folder)/survey.toml")
    }

    private func fault(_ text: String) -> DataFileError? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error as? DataFileError
        }
    }

    @Test("what is left out has its default, and paths start from the file's folder")
    func defaults() throws {
        let file = try read(Self.minimal)
        #expect(file.zones?.path == "\(file.path.dropLast("survey.toml".count))z.geojson")
        #expect(file.output.hasSuffix("/out"))
        #expect(file.baseline == 2020 && file.unknown == .error && file.scheme == .automatic)
        #expect(file.languages == [.zh, .en] && !file.isSynthetic && file.deserts.isEmpty)
    }

    @Test("a year's land cover has the survey's scheme unless it names its own")
    func schemes() throws {
        let file = try read(
            "landcover = { scheme = 'clcd' }\n" + Self.minimal
                + "\n[[year]]\nyear = 2015\nlandcover = 'a.tif'\nscheme = 'own.toml'")
        #expect(file.scheme == .named("clcd"))
        #expect(
            file.years[0].scheme == .named("\(file.path.dropLast("survey.toml".count))own.toml"))
        #expect(file.years[1].scheme == nil)
    }

    @Test("years come in order, and the first is the baseline")
    func years() throws {
        let file = try read(
            Self.minimal + "\n[[year]]\nyear = 2015\nlandcover = ['a.tif', 'b.tif']")
        #expect(file.years.map(\.year) == [2015, 2020])
        #expect(file.years[0].landCover.count == 2)
        #expect(file.baseline == 2015)
    }

    @Test(
        "a fault is told with its line and how to mend it",
        arguments: [
            ("titel = 'x'\n" + minimal, 1, "did you mean 'title'?"),
            (minimal + "\n[[year]]\nyear = 2020\nlandcover = 'a.tif'", 3, "a year comes twice"),
            ("baseline = 2019\n" + minimal, 1, "not among the years [2020]"),
            (
                "baseline = 2020\n" + minimal + "\n[[year]]\nyear = 2015\nlandcover = 'a.tif'", 1,
                "2020 is the last of the years [2015, 2020]"
            ),
            (
                "[zones]\nfile = 'z'\n[[year]]\nyear = 2020\nparcels = 'p.gpkg'\nscheme = 'erdiao'",
                6, "name their scheme with them"
            ),
            ("[zones]\nfile = 'z'\n[[year]]\nyear = 2020\nlandcover = []", 5, "names no file"),
            (minimal + "\n[vegetation]\nsoil = 0.9\ncanopy = 0.1", 7, "soil below canopy"),
            (minimal + "\n[landcover]\nunknown = 'ignroe'", 7, "did you mean 'ignore'?"),
            ("unclassified_limit = 7\n" + minimal, 1, "from 0 to 1"),
            (
                minimal
                    + "\n[[desert]]\nindicator='d'\nfile='a'\n[[desert]]\nindicator='d'\nfile='b'",
                6, "comes twice"
            ),
            (minimal + "\nndvi = 'a'\ncover = 'b'", 3, "give one of them"),
            (minimal + "\n[variants]\ndesert = 'ledger'", 7, "needs a ledger"),
        ])
    func faults(text: String, line: Int, says: String) {
        let fault = fault(text)
        #expect(fault?.line == line)
        #expect(fault?.message.contains(says) == true, "\(String(describing: fault))")
    }

    @Test("a year that data cannot be of is refused wherever the file has one")
    func absurdYears() {
        for number in ["-5", "20190", "9223372036854775807"] {
            let texts = [
                Self.minimal.replacing("year = 2020", with: "year = \(number)"),
                "baseline = \(number)\n" + Self.minimal,
                Self.minimal + "\n[erosion]\nmeasures = \"m.gpkg\"\nsince = \(number)",
                Self.minimal + "\n[[urban]]\nyear = \(number)\nbuilt_up = \"t.gpkg\"",
                Self.minimal + "\n[accuracy]\nsamples = \"s.csv\"\nyear = \(number)",
            ]
            for text in texts {
                let found = fault(text)
                #expect(found?.message.contains(number) == true, "\(text)")
                #expect(found?.line != nil && found?.message.contains("1900 to 2100") == true)
            }
        }
    }

    @Test("samples judge a year each: one table, or several; two of one year are refused by line")
    func sampleYears() throws {
        let two = Self.minimal + "\n[[year]]\nyear = 2015\nlandcover = \"old.tif\""
        let one = try read(two + "\n[accuracy]\nsamples = \"s.csv\"")
        #expect(one.accuracy.map(\.year) == [2020])
        let tables = ["2020", "2015"].map {
            "\n[[accuracy]]\nsamples = \"\($0).csv\"\nyear = \($0)"
        }
        #expect(try read(two + tables.joined()).accuracy.map(\.year) == [2015, 2020])
        let text = two + tables.joined() + tables[1]
        let found = fault(text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(found?.line == lines.count)
        #expect(found?.message.contains("a second sample judges 2015") == true)
    }

    @Test("without zones the survey is of the whole raster, and nothing can be by zone")
    func whole() throws {
        let rasters = "[[year]]\nyear = 2020\nlandcover = \"lc.tif\"\nndvi = \"n.tif\""
        #expect(try read(rasters).zones == nil)
        let found = fault(rasters + "\n[vegetation]\nby = \"zone\"\npercentiles = [5, 95]")
        #expect(found?.message.contains("[zones]") == true)
    }

    @Test("every path that the file names is known, and no other text")
    func paths() throws {
        let file = try read("title = \"x\"\nmosaic = true\n" + Self.minimal)
        #expect(file.namedPaths.map { $0.split(separator: "/").last } == ["lc.tif", "z.geojson"])
        #expect(file.allowsMosaics)
    }
}
