// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import LandCover
internal import Words

extension SurveyFile {
    /// Refuses tables of the survey file that give numbers for zones which the survey has not: a
    /// misspelt zone would count as one without a number.
    ///
    /// - Parameter zones: The ids of the zones.
    /// - Throws: ``SurveyError/unusable(file:why:)``.
    func checkZones(_ zones: [String]) throws(SurveyError) {
        let tables: [(key: String, zones: [String])] = [
            ("[afforestation] reported_ha", ledgers.afforestation?.reported.keys.sorted() ?? []),
            ("[livestock] other_forage_kg", ledgers.livestock?.other.keys.sorted() ?? []),
            ("[erosion] baseline_km2", ledgers.erosion?.baseline.keys.sorted() ?? []),
            ("[erosion] earlier_km2", ledgers.erosion?.earlier.keys.sorted() ?? []),
            ("[volume] scattered_m3", volume.scattered.keys.sorted()),
            ("[volume] beside_fields_m3", volume.besideFields.keys.sorted()),
            ("[rain]", rainFile == nil ? rain.keys.sorted() : []),
        ]
        for (key, named) in tables {
            for zone in named where zone != "all" && !zones.contains(zone) {
                let hint =
                    nearest(to: zone, among: zones).map { "did you mean '\($0)'?" }
                    ?? "it has \(zones.prefix(20).joined(separator: ", "))"
                throw .unusable(
                    file: path,
                    why: "\(key) names the zone '\(zone)', which the survey has not; \(hint)")
            }
        }
    }

    /// Refuses a mean volume of a class that no year's scheme has: it would be of nothing.
    ///
    /// - Throws: ``SurveyError/unusable(file:why:)``.
    func checkClassMeans(_ lands: [LandYear]) throws(SurveyError) {
        let known = Set(lands.flatMap { $0.scheme.classes.map { "\($0.code)" } })
        for code in volume.classMeans.keys.sorted() where !known.contains(code) {
            // Survey polygons may have codes with a suffix, told by what they hold.
            guard !lands.contains(where: { $0.classAreas.values.contains { $0[code] != nil } })
            else { continue }
            let schemes = Set(lands.map(\.scheme.id)).sorted().joined(separator: ", ")
            throw .unusable(
                file: path,
                why: "[volume] class_means names the class '\(code)', which \(schemes) has not")
        }
    }

    /// Names the zones that a table of rain lacks, whose shrub stays undetermined, and its rows that
    /// are of no zone.
    func rainNotes(_ zones: [String]) -> [LocalizedText] {
        guard !rain.isEmpty else { return [] }
        let name = rainFile?.fileName ?? "[rain]"
        let lacking = zones.filter { rain[$0] == nil }
        let strange = rain.keys.filter { !zones.contains($0) }.sorted()
        var notes: [LocalizedText] = []
        if !lacking.isEmpty {
            notes.append(
                LocalizedText(
                    zh: "\(name)缺\(lacking.joined(separator: "、"))的降水，其灌木归属未定",
                    en:
                        "\(name) has no rain for \(lacking.joined(separator: ", ")): whether shrub there "
                        + "is special stays undetermined"))
        }
        if !strange.isEmpty {
            notes.append(
                LocalizedText(
                    zh: "\(name)中\(strange.joined(separator: "、"))不是调查的分区，未使用",
                    en:
                        "\(name): \(strange.joined(separator: ", ")) are no zones of the survey and are "
                        + "not used"))
        }
        return notes
    }
}
