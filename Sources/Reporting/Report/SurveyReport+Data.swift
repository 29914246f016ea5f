// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Foundation
internal import GDAL
internal import Indicators
internal import LandCover
internal import Words
internal import Zonal

extension SurveyReport {
    /// The inputs by year, what all years share, parameters and notes.
    func dataContent() throws -> Content {
        var content: Content = [
            "data_years": years,
            "shared": sharedFiles,
            "parameters": survey.parameters.sorted { $0.key < $1.key }.map {
                ["key": $0.key, "value": $0.value]
            },
        ]
        if !survey.source.zh.isEmpty || !survey.source.en.isEmpty {
            content["source"] = both(survey.source)
        }
        if !output.notes.isEmpty {
            content["has_notes"] = true
            content["notes"] = output.notes.map(both)
        }
        return content
    }

    private func year(_ raster: YearRasters, _ account: YearAccount) -> Content {
        let scheme = account.scheme.scheme
        let reasons = account.scheme.reasons.joined(separator: "; ")
        let why = reasons.isEmpty ? ("", "") : ("（\(reasons)）", " (\(reasons))")
        var files = files(
            raster.landCover.files, as: LocalizedText(zh: "土地覆盖", en: "land cover"))
        files += self.files(
            raster.cover?.files ?? [],
            as: LocalizedText(zh: "NDVI或植被盖度", en: "NDVI or cover"))
        files += self.files(
            raster.volume?.files ?? [], as: LocalizedText(zh: "蓄积", en: "standing volume"))
        return [
            "year": "\(account.year)", "files": files, "limits": account.notes.map(both),
            "scheme": [
                "zh": "分类体系：\(scheme.titleZH)\(why.0)", "en": "Classes: \(scheme.titleEN)\(why.1)",
            ],
        ]
    }

    /// Years of rasters and years of polygons, oldest first.
    private var years: [Content] {
        output.lands.map { land in
            switch land {
            case .raster(let rasters, let account): return year(rasters, account)
            case .parcels(let parcels):
                let scheme = LocalizedText(zh: "土地调查图斑", en: "land-survey polygons")
                return [
                    "year": "\(parcels.year)", "scheme": both(scheme), "limits": [Content](),
                    "files": files(
                        land.files, as: LocalizedText(zh: "图斑与盖度", en: "polygons and cover")),
                ]
            }
        }
    }

    private var sharedFiles: [Content] {
        files([survey.zones?.path].compactMap(\.self), as: LocalizedText(zh: "旗区界", en: "zones"))
            + files(
                survey.targets.map { [$0] } ?? [], as: LocalizedText(zh: "目标", en: "targets"))
            + files(
                [survey.rainFile].compactMap(\.self), as: LocalizedText(zh: "降水", en: "rain"))
            + output.contributions.flatMap(\.sharedInputs).flatMap {
                files($0.files, as: $0.use)
            }
    }

    private func files(_ paths: [String], as use: LocalizedText) -> [Content] {
        paths.compactMap { path in
            guard let input = inputs.first(where: { $0.path == path }) else { return nil }
            return [
                "name": (path as NSString).lastPathComponent, "bytes": "\(input.bytes)",
                "sha256": input.sha256, "use": both(use),
            ]
        }
    }
}
