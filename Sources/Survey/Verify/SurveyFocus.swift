// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Zonal

/// One figure of a survey: an indicator in a zone.
struct SurveyFocus: Sendable {
    /// A zone's id, or `all`.
    let zone: String
    let indicator: String

    /// The families that the figure rests on.
    func families(in setting: FamilySetting) throws -> [any IndicatorFamily.Type] {
        guard let definition = setting.catalogue[indicator] else { return FamilyCatalogue.all }
        var wanted: Set<ObjectIdentifier> = []
        func want(_ family: any IndicatorFamily.Type) {
            guard wanted.insert(ObjectIdentifier(family)).inserted else { return }
            for foundation in family.foundations { want(foundation) }
        }
        for family in FamilyCatalogue.all where family.serves(definition, in: setting.survey) {
            want(family)
        }
        return FamilyCatalogue.all.filter { wanted.contains(ObjectIdentifier($0)) }
    }

    /// The zone alone; all of them for the whole, which is their sum.
    func narrowed(_ zones: ZoneLayer) -> ZoneLayer {
        guard zone != "all" else { return zones }
        return ZoneLayer(
            zones: zones.zones.filter { $0.id == zone }, crs: zones.crs, name: zones.name)
    }
}
