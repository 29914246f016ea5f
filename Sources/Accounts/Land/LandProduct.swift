// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
package import GDAL
package import LandCover
package import Words

extension MapProduct {
    /// What a raster is of, by its files' names, its metadata, its year and what its scheme was called.
    package init(
        _ scheme: ClassScheme, raster: RasterInfo, files: [String], year: Int?,
        stated: String? = nil, choice: SchemeChoice
    ) {
        self.init(
            scheme, year: year,
            texts: files.map(\.fileName)
                + raster.metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
            stated: stated, alias: choice.word)
    }

    /// What a scheme's file remarks, in one note; `nil` where there is nothing.
    package var remarks: LocalizedText? {
        guard !scheme.notes.isEmpty else { return nil }
        let notes = scheme.notes.joined(separator: " ")
        return LocalizedText(zh: "分类体系\(scheme.id)：\(notes)", en: "scheme \(scheme.id): \(notes)")
    }

    /// Why what changed between two maps is indicative; `nil` where nothing says so.
    package func warning(before: MapProduct) -> LocalizedText? {
        let pair = before.name == name ? name : "\(before.name) → \(name)"
        if let why = incomparability(with: before) {
            return LocalizedText(
                zh: "\(pair)：\(why.zh)（\(why.source)）；变化仅供参考",
                en: "\(pair): \(why.en) (\(why.source)); the change is indicative")
        }
        guard let why = possibleIncomparability(with: before) else { return nil }
        let unsure = before.isVersionUntold ? before.scheme : scheme
        let (settle, which) = (Self.settling(unsure), Self.untold(before, self))
        return LocalizedText(
            zh: "\(pair)：无从得知\(which.zh)是哪一版；若版本不同，则\(why.zh)（\(why.source)）；变化仅供参考。"
                + settle.zh,
            en: "\(pair): nothing tells which version \(which.en); if they are not the same: "
                + "\(why.en) (\(why.source)); the change is indicative. \(settle.en)")
    }

    private static func untold(_ before: MapProduct, _ after: MapProduct) -> LocalizedText {
        switch (before.isVersionUntold, after.isVersionUntold) {
        case (true, true): LocalizedText(zh: "两图", en: "the two maps are")
        case (true, false): LocalizedText(zh: "前一图", en: "the earlier map is")
        default: LocalizedText(zh: "后一图", en: "the later map is")
        }
    }

    /// How the version of a map is told.
    private static func settling(_ scheme: ClassScheme) -> LocalizedText {
        let ids = scheme.versions.map(\.id)
        let names = scheme.versions.compactMap { version in
            scheme.aliases.first { MapProduct(scheme, year: nil, alias: $0).version == version }
        }
        let zh = "说明版本（\(ids.joined(separator: "、"))）：写入文件名；或在调查文件中写 [[year]] version = …"
        let en =
            "Say the version (\(ids.joined(separator: ", "))) in the file's name, by [[year]] version = … "
            + "in a survey file"
        guard !names.isEmpty else { return LocalizedText(zh: zh, en: en) }
        return LocalizedText(
            zh: zh + "；或以体系名区分（\(names.joined(separator: "、"))），如 --scheme-before",
            en: en + ", or by the scheme's name (\(names.joined(separator: ", "))), as in "
                + "--scheme-before \(names[0])")
    }
}

extension SchemeChoice {
    /// What the scheme was asked for by; `nil` where it was not named.
    package var word: String? { if case .named(let name) = self { name } else { nil } }
}

extension LandYear {
    /// What the year's map is of.
    package var product: MapProduct {
        switch self {
        case .raster(let rasters, let account):
            MapProduct(
                account.scheme.scheme, raster: rasters.info, files: rasters.landCover.files,
                year: year, stated: rasters.version, choice: rasters.scheme)
        case .parcels(let parcels):
            MapProduct(
                scheme, year: year, texts: [parcels.file.fileName], stated: parcels.version)
        }
    }

    /// The document that makes the year's polygons a complete count; `nil` for a map.
    package var official: String? {
        if case .parcels(let parcels) = self { parcels.source.official } else { nil }
    }

    /// The remarks of every scheme that years are read by, once each.
    package static func remarks(_ lands: [LandYear]) -> [LocalizedText] {
        var seen: Set<String> = []
        return lands.map(\.product).filter { seen.insert($0.scheme.id).inserted }
            .compactMap(\.remarks)
    }
}

extension SurveyFile {
    /// Refuses a version that a year's scheme does not have.
    func checkVersions(_ lands: [LandYear]) throws(SurveyError) {
        for land in lands {
            let stated = years.first { $0.year == land.year }?.version
            let known = land.scheme.versions.map(\.id)
            guard let stated, !known.contains(stated) else { continue }
            throw .unusable(
                file: path,
                why: "[[year]] \(land.year) states the version '\(stated)', which the scheme "
                    + "\(land.scheme.id) has not; "
                    + (known.isEmpty
                        ? "it tells no versions apart" : "it has \(known.joined(separator: ", "))"))
        }
    }
}
