// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Zonal

/// One figure of a survey: an indicator in a zone.
struct SurveyFocus: Sendable {
    /// A zone's id, or `all`.
    let zone: String
    let indicator: String

    /// The survey without what the figure does not rest on.
    func narrowed(_ survey: SurveyFile) -> SurveyFile {
        var survey = survey
        survey.carbon = nil
        survey.changeSample = nil
        survey.deserts.removeAll { $0.indicator != indicator }
        if !indicator.hasPrefix("wetland") { survey.minimumWetlandPatch = 0 }
        return survey
    }

    /// The zone alone; all of them for the whole, which is their sum.
    func narrowed(_ zones: ZoneLayer) -> ZoneLayer {
        guard zone != "all" else { return zones }
        return ZoneLayer(
            zones: zones.zones.filter { $0.id == zone }, crs: zones.crs, name: zones.name)
    }
}
