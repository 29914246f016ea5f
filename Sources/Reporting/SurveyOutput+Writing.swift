// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import Tables
internal import Words
internal import Zonal

extension SurveyOutput {
    /// What is being written.
    package enum Stage: Sendable {
        /// Tables, layers and what else needs no drawing.
        case tables
        /// Rasters made small for maps.
        case pictures
        /// Maps and the report to print.
        case drawing
    }

    /// Fills a folder; returns the names of its files, and what its drawings lack.
    package func write(
        to folder: String, progress: @Sendable (Stage, Double) -> Void
    ) async throws -> (files: [String], gaps: [String]) {
        let tables = SurveyTables(language: language, catalogue: catalogue)
        let inputs = try self.inputs
        let indicators = try tables.indicators(assessments)
        let comparison = try previous.map { old in
            // As they will be read back: two folders are compared by what stands in them.
            let path = "\(folder)/\(indicators.name).csv"
            try WholeFile.write(indicators.csv, to: path)
            let record = try self.record(madeOf: inputs)
            return try SurveyComparison(
                from: old, to: record,
                FinishedSurvey.assessments(reading: path, counted: record.counted ?? []))
        }
        let all =
            ([
                indicators, try tables.variants(variants), try tables.sensitivity(assessments),
                try TrendTable(assessments: assessments, plan: plan).table(in: language),
            ] + (try contributions.tables(assessments, plan))
            + [try comparison?.table(in: language)].compactMap(\.self))
            .filter { !$0.rows.isEmpty }
        var files: [String] = []
        for table in all {
            try WholeFile.write(table.csv, to: "\(folder)/\(table.name).csv")
            files.append("\(table.name).csv")
        }
        progress(.tables, 0.3)
        let year = assessments.map(\.result.year).max() ?? 0
        let columns = contributions.flatMap(\.columns)
        let styles = SurveyStyles(
            assessments: assessments, year: year, language: language, columns: columns)
        let englishNames = try englishNames()
        let layers = SurveyLayers(
            zones: zones, englishNames: englishNames, assessments: assessments, year: year,
            columns: columns, contributed: contributions.flatMap(\.layers))
        try layers.writeGeoJSON(to: "\(folder)/banners.geojson")
        try layers.writeGeoPackage(
            to: "\(folder)/survey.gpkg", tables: all, styles: styles)
        files += ["banners.geojson", "survey.gpkg"]
        progress(.tables, 0.6)
        try WholeFile.write(project(styles).xml, to: "\(folder)/survey.qgs")
        files.append("survey.qgs")
        for write in contributions.compactMap(\.write) { files += try await write(folder) }
        let report = try SurveyReport(
            self, tables: all, inputs: inputs, comparison: comparison, englishNames: englishNames)
        var gaps = DrawingGaps()
        progress(.tables, 0.9)
        let pictures =
            drawsMaps
            ? try LandPictures(
                lands, over: zones, band: survey.landCoverBand, mapPixels: mapPixels,
                jobs: jobs
            ) { progress(.pictures, $0 / 2) } : nil
        if let pictures {
            files += try drawMaps(report, pictures, in: folder, gaps: &gaps, progress: progress)
        }
        files += try writeReport(report, to: folder, tables: all)
        try WholeFile.write(item(of: files).json(), to: "\(folder)/stac_item.json")
        files.append("stac_item.json")
        let record = try provenance(of: files, in: folder, inputs: inputs, gaps: gaps.notes).json
        try WholeFile.write(record, to: "\(folder)/\(FinishedSurvey.marker)")
        files.append(FinishedSurvey.marker)
        if let seal {
            try WholeFile.write(
                seal.seal(Array(record.utf8)), to: "\(folder)/\(FinishedSurvey.seal)")
            files.append(FinishedSurvey.seal)
        }
        return (files, gaps.notes)
    }

    /// What a map has along its longer side at most, in pixels: on an A4 page, in the report too.
    private var mapPixels: Int {
        Int(PageSize.a4Landscape.width * 0.72 * max(dpi, ReportDocument.dpi) / 72)
    }

    /// Draws the maps and the report to print, by several threads.
    private func drawMaps(
        _ report: SurveyReport, _ lands: LandPictures, in folder: String,
        gaps: inout DrawingGaps, progress: @Sendable (Stage, Double) -> Void
    ) throws -> [String] {
        for name in drawsAtlas ? ["maps", "maps/atlas"] : ["maps"] {
            guard mkdir("\(folder)/\(name)", 0o755) == 0 else {
                throw WriteError(
                    path: "\(folder)/\(name)", code: errno)
            }
        }
        let maps = try self.maps
        var sheets = try maps.sheets(lands.years, assessments)
        let pictures = try contributions.compactMap(\.rasterMaps).flatMap { try $0() }
        progress(.pictures, 1)
        sheets += pictures.map(maps.sheet(of:))
        sheets += contributions.flatMap(\.zoneMaps).map(maps.sheet(of:))
        var plates = sheets.map { sheet in
            SurveyMaps.Plate(name: sheet.name, formats: mapFormats) {
                try sheet.map.write(to: $0)
            }
        }
        if drawsAtlas { plates += try atlas(maps, report, lands) }
        let files = plates.flatMap { plate in
            plate.formats.map { ("maps/\(plate.name).\($0.rawValue)", plate.write) }
        }
        // Drawing takes most memory: what tables and layers no longer need is the system's first.
        ProcessMemory.giveBack()
        // The longest drawing first; what it lacks is told last.
        let document = ReportDocument(
            report: report, language: language, sheets: try maps.sheets(lands.years, []))
        let missing = try inThreads(
            files.count + 1, jobs: jobs, progress: { progress(.drawing, $0) }
        ) { place in
            guard place > 0 else {
                let (bytes, missing) = try document.pdf()
                try WholeFile.write(bytes, to: "\(folder)/report.pdf")
                return missing
            }
            let (name, write) = files[place - 1]
            return try write("\(folder)/\(name)")
        }
        for missing in missing.dropFirst() + missing.prefix(1) { gaps.add(missing) }
        withExtendedLifetime(pictures) {}
        return files.map(\.0)
    }

    /// A plate of each zone's land cover in the newest year, with its place among all zones, and a
    /// profile.
    private func atlas(
        _ maps: SurveyMaps, _ report: SurveyReport, _ lands: LandPictures
    ) throws -> [SurveyMaps.Plate] {
        let names = SurveyMaps.fileNames(of: zones.zones.map(\.id))
        let profiles = ZoneProfiles(report: report, maps: maps)
        let forms = mapFormats.contains(.pdf) ? mapFormats : mapFormats + [.pdf]
        return try zones.zones.indices.flatMap { index -> [SurveyMaps.Plate] in
            guard let land = try lands.newest(ofZone: index) else { return [] }
            let map = maps.classMap(land, ofZone: index)
            let profile = try profiles.profile(land, ofZone: index)
            return [
                SurveyMaps.Plate(name: "atlas/\(names[index])", formats: mapFormats) {
                    try map.write(to: $0)
                },
                SurveyMaps.Plate(name: "atlas/\(names[index])_profile", formats: forms) {
                    try profile.write(to: $0)
                },
            ]
        }
    }

    private var maps: SurveyMaps {
        get throws {
            SurveyMaps(
                survey: survey, zones: zones, englishNames: try englishNames(),
                catalogue: catalogue, dpi: dpi)
        }
    }

    private func englishNames() throws -> [String: String] {
        guard let field = survey.englishNameField, var source = survey.zones else { return [:] }
        source.nameField = field
        let layer = try ZoneLayer(reading: source)
        return Dictionary(layer.zones.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    }

    /// The report to read, and the workbook to work in.
    private func writeReport(
        _ report: SurveyReport, to folder: String, tables: [Table]
    ) throws -> [String] {
        try WholeFile.write(report.html(), to: "\(folder)/report.html")
        try SurveyWorkbook(
            survey: survey, catalogue: catalogue, assessments: assessments, tables: tables,
            sheets: contributions.compactMap(\.sheet), language: language
        ).write(to: "\(folder)/survey.xlsx")
        return drawsMaps
            ? ["report.html", "report.pdf", "survey.xlsx"] : ["report.html", "survey.xlsx"]
    }

    /// Every file that was read, once, with its fingerprint.
    private var inputs: [Provenance.Input] {
        get throws {
            var paths = [survey.zones?.path, survey.targets, survey.rainFile].compactMap(\.self)
            for case .named(let scheme) in survey.years.map(survey.scheme(of:))
            where scheme.hasSuffix(".toml") {
                paths.append(scheme)
            }
            paths += contributions.flatMap(\.inputs)
            // Whatever else was opened, such as a raster's side files and a mosaic's tiles; what ships
            // with the program goes with its version.
            let bundled = try BundledData.path("GeoData") + "/"
            let home = survey.path.folderPath + "/"
            paths += (InputWatch.current?.files ?? []).filter {
                $0 != survey.path && (!$0.hasPrefix(bundled) || $0.hasPrefix(home))
            }
            var seen: Set<String> = []
            return try paths.flatMap(Provenance.Input.files).filter {
                seen.insert($0).inserted
            }.map { try Provenance.Input(of: $0) }
        }
    }

    /// What the record will tell of how the survey was made, for a comparison.
    private func record(madeOf inputs: [Provenance.Input]) throws -> FinishedSurvey.Record {
        let record = try provenance(of: [], in: "", inputs: inputs, gaps: [])
        return FinishedSurvey.Record(
            version: record.version, programSHA256: nil, libraries: record.libraries, seconds: nil,
            tallies: nil, directory: nil, options: nil, survey: record.survey,
            inputs: record.inputs, schemes: record.schemes,
            parameters: record.parameters, counted: record.counted, references: record.references,
            unread: nil, sealedBy: nil, outputs: [])
    }

    private func provenance(
        of files: [String], in folder: String, inputs: [Provenance.Input], gaps: [String]
    ) throws -> Provenance {
        let unverified = Set(assessments.map(\.result.indicator)).sorted().compactMap { id in
            catalogue[id].map { (id, $0.isVerified ? "verified" : "partly unverified") }
        }
        return Provenance(
            program: "steppe", version: SteppeVersion.current,
            programSHA256: SteppeVersion.program, libraries: SteppeVersion.libraries,
            started: start.formatted(.iso8601),
            seconds: (Date().timeIntervalSince(start) * 1000).rounded() / 1000, jobs: jobs,
            tallies: TallyStore.current.map {
                Provenance.Tallies(kept: $0.counts.kept, measured: $0.counts.measured)
            },
            directory: FileManager.default.currentDirectoryPath,
            options: Provenance.Options(
                language: language.rawValue, area: survey.area.rawValue, maps: drawsMaps,
                atlas: drawsAtlas, mapFormats: mapFormats.map(\.rawValue), dpi: dpi,
                set: survey.overrides),
            survey: try Provenance.Input(of: survey.path), inputs: inputs,
            schemes: lands.map { Provenance.Scheme(of: $0) },
            parameters: survey.parameters,
            counted: Provenance.Counted.all(of: assessments.map(\.result)),
            evidence: Dictionary(unverified, uniquingKeysWith: { a, _ in a }),
            references: survey.references.texts,
            notes: notes.map { $0[language] } + gaps,
            unread: unread.isEmpty
                ? nil
                : Dictionary(
                    unread.map { ($0.subject[language], $0.reason) },
                    uniquingKeysWith: { first, _ in first }),
            sealedBy: seal?.publicText,
            outputs: try files.map { try Provenance.Input(of: "\(folder)/\($0)", as: $0) })
    }
}
