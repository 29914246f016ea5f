// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Words
internal import Zonal

/// A layer of polygons that may be the zones of a survey, and what speaks for and against it.
struct ZoneCandidate {
    let path: String
    /// `nil` where the file has but one layer with geometry.
    let layer: String?
    let id: String?
    let name: String?
    let englishName: String?
    let zoneIDs: Set<String>
    /// The higher, the more it looks like administrative zones.
    private(set) var score = 0.0
    /// What the score rests on, for people.
    private(set) var reasons: [LocalizedText] = []

    /// Layers of more features are patches or parcels; how they lie to one another is not looked at.
    private static let mostZones = 2000

    /// Looks at one layer of polygons.
    ///
    /// - Parameters:
    ///   - full: The path to open.
    ///   - relative: The path to write.
    ///   - layer: `nil` where the file has but one layer with geometry.
    ///   - raster: The land cover that zones should lie on; `nil` where there is none.
    ///   - listed: Zone ids that tables beside it name.
    /// - Throws: Where it cannot be read, or cannot be zones; the error says why.
    init(
        _ full: String, relative: String, layer: String?, on raster: Grid?,
        listed: Set<String>
    ) throws {
        let file = try VectorSource(opening: full)
        let info = try file.layer(layer)
        let fields = ZoneFields(guessing: file, layer: info.name)
        path = relative
        self.layer = layer
        (id, name) = (fields.id, fields.name)
        englishName = info.index(ofField: "name_en").map { info.fields[$0].name }
        guard info.featureCount <= Self.mostZones else {
            zoneIDs = []
            weigh(
                -3, zh: "\(info.featureCount)个要素：更像图斑而不是分区",
                en: "\(info.featureCount) features: patches or parcels rather than zones")
            return
        }
        let source = ZoneSource(path: full, layer: layer, idField: id, nameField: name)
        let zones = try ZoneLayer(reading: source)
        let ids = zones.zones.map(\.id)
        zoneIDs = Set(ids)
        guard !zoneIDs.contains("all") else {
            throw SurveyError.unusable(
                file: relative, why: "a zone has the id 'all', which stands for all zones together")
        }
        weigh(
            ids.count > 1 ? 1 : 0, zh: "\(ids.count)个分区",
            en: ids.count == 1 ? "1 zone" : "\(ids.count) zones")
        weighNames(zones, listed)
        try weighCoverage(zones)
        if let raster { try weighPlace(zones, raster) }
        if let shift = try ShiftCheck.note(on: zones, source: source) {
            let isShifted = shift.kind == .datum
            weigh(
                -4, zh: isShifted ? "有GCJ-02那样的偏移" : shift.description,
                en: isShifted ? "lies off as GCJ-02 does" : shift.description)
        }
    }

    private mutating func weigh(_ points: Double, zh: String, en: String) {
        score += points
        reasons.append(LocalizedText(zh: zh, en: en))
    }

    /// All of ``reasons``, on one line.
    func reasons(in language: Language) -> String {
        reasons.map { $0[language] }.joined(separator: language == .zh ? "，" : ", ")
            .replacing("\n", with: " ")
    }

    private mutating func weighNames(_ zones: ZoneLayer, _ listed: Set<String>) {
        let ids = zones.zones.map(\.id)
        if !listed.isEmpty, !listed.isDisjoint(with: ids) {
            weigh(4, zh: "旁边的表格写有它的分区代码", en: "the tables beside it name its zones")
        }
        if let id, ids.allSatisfy(\.isAdministrativeCode) {
            weigh(4, zh: "“\(id)”为行政区划代码", en: "administrative codes in '\(id)'")
        } else if let id {
            weigh(1, zh: "“\(id)”为代码", en: "ids in '\(id)'")
        } else {
            weigh(-1, zh: "没有能区分各分区的字段", en: "no field that tells zones apart")
        }
        let names = zones.zones.map(\.name)
        guard let name, !names.contains(""), Set(names).count == names.count else {
            return weigh(0, zh: "没有名称", en: "no names")
        }
        let isOfPlaces = names.allSatisfy { name in
            Self.placeWords.contains { name.lowercased().hasSuffix($0) }
        }
        weigh(
            isOfPlaces ? 2 : 1, zh: isOfPlaces ? "“\(name)”为地名" : "“\(name)”为名称",
            en: isOfPlaces ? "names of places in '\(name)'" : "names in '\(name)'")
    }

    private static let placeWords = [
        "省", "市", "盟", "州", "县", "区", "旗", "镇", "乡", "村", "苏木", "街道", "banner", "county",
        "district", "city", "league", "town",
    ]

    /// Zones of administration lie side by side, without overlaps and with few gaps.
    private mutating func weighCoverage(_ zones: ZoneLayer) throws {
        guard zones.zones.count > 1 else { return }
        let overlaps = try zones.topologyNotes().filter { $0.kind == .overlap }
        weigh(
            overlaps.isEmpty ? 1 : -2, zh: overlaps.isEmpty ? "互不重叠" : "互相重叠",
            en: overlaps.isEmpty ? "no overlaps" : "zones overlap")
        let pieces = try zones.union().zones.first?.polygons.count ?? 0
        let parts = zones.zones.reduce(0) { $0 + $1.polygons.count }
        let isJoined = pieces * 2 <= parts
        weigh(
            isJoined ? 2 : -1, zh: isJoined ? "彼此相邻" : "零散分布",
            en: isJoined ? "side by side" : "scattered")
    }

    /// How much of the land cover lies in the zones, and of the zones on the land cover.
    private mutating func weighPlace(_ zones: ZoneLayer, _ grid: Grid) throws {
        let transform =
            zones.crs.isSame(as: grid.crs)
            ? nil : try CoordinateTransform(from: zones.crs, to: grid.crs)
        let polygons = zones.zones.flatMap(\.polygons).map { polygon in
            Polygon(
                rings: polygon.rings.map { ring in
                    transform.map { $0.transformed(ring).compactMap(\.self) } ?? ring
                })
        }
        let ground = try Geometry(polygons).dissolved()
        let raster = Geometry([grid.outline])
        let shared = try ground.intersection(raster).area
        guard shared > 0 else {
            throw SurveyError.unusable(file: path, why: "none of it lies on the land cover")
        }
        let share = min(1, shared / raster.area)
        let percent = Int((100 * share).rounded())
        weigh(
            3 * share, zh: "占土地覆盖栅格的\(percent)%", en: "\(percent) % of the land cover")
        if shared < 0.9 * ground.area {
            let off = Int((100 * (1 - shared / ground.area)).rounded())
            weigh(
                -2, zh: "\(off)%在土地覆盖栅格之外", en: "\(off) % of it lies off the land cover")
        }
    }
}

extension String {
    /// Whether it reads like a code of GB/T 2260 or of a township: 6, 9 or 12 digits.
    fileprivate var isAdministrativeCode: Bool {
        [6, 9, 12].contains(utf8.count) && allSatisfy { ("0"..."9").contains($0) }
            && ("1"..."8").contains(first ?? "0")
    }
}
