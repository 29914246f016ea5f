// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import GDAL
internal import LandCover

extension MapProduct {
    /// What a raster is of, by its files' names, its metadata and its year.
    init(_ scheme: ClassScheme, raster: RasterInfo, files: [String], year: Int?) {
        self.init(
            scheme, year: year,
            texts: files.map(\.fileName)
                + raster.metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    }

    /// What a scheme's file remarks, in one note; `nil` where there is nothing.
    var remarks: LocalizedText? {
        guard !scheme.notes.isEmpty else { return nil }
        let notes = scheme.notes.joined(separator: " ")
        return LocalizedText(zh: "分类体系\(scheme.id)：\(notes)", en: "scheme \(scheme.id): \(notes)")
    }

    /// Why what changed between two maps is indicative; `nil` where nothing says so.
    func warning(before: MapProduct) -> LocalizedText? {
        incomparability(with: before).map { why in
            let pair = before.name == name ? name : "\(before.name) → \(name)"
            return LocalizedText(
                zh: "\(pair)：\(why.zh)（\(why.source)）；变化仅供参考",
                en: "\(pair): \(why.en) (\(why.source)); the change is indicative")
        }
    }
}

extension LandYear {
    /// What the year's map is of.
    var product: MapProduct {
        switch self {
        case .raster(let rasters, let account):
            MapProduct(
                account.scheme.scheme, raster: rasters.info, files: rasters.landCover.files,
                year: year)
        case .parcels: MapProduct(scheme, year: year)
        }
    }

    /// The remarks of every scheme that years are read by, once each.
    static func remarks(_ lands: [LandYear]) -> [LocalizedText] {
        var seen: Set<String> = []
        return lands.map(\.product).filter { seen.insert($0.scheme.id).inserted }
            .compactMap(\.remarks)
    }
}
