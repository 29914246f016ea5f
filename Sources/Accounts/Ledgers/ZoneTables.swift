// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import LandCover
package import Words

extension SurveyFile {
    /// Refuses tables of the survey file that give numbers for zones which the survey has not: a
    /// misspelt zone would count as one without a number.
    ///
    /// - Parameter zones: The ids of the zones.
    /// - Throws: ``SurveyError/unusable(file:why:)``.
    package func checkZones(_ zones: [String]) throws(SurveyError) {
        var tables = sections.values.flatMap { $0.zoneTables }.sorted { $0.key < $1.key }
        if rainFile == nil { tables.append(("[rain]", rain.keys.sorted())) }
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

    /// Names the zones that a table of rain lacks, whose shrub stays undetermined, and its rows that
    /// are of no zone.
    package func rainNotes(_ zones: [String]) -> [LocalizedText] {
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
