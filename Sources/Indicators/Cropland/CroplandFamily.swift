// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import LandCover
internal import Words
internal import Zonal

/// Cropland of each year: without its ridges where polygons tell them, gross elsewhere.
package struct CroplandFamily: IndicatorFamily {
    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        indicator.id == "cropland"
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        FamilyWork(maps: 1)
    }

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {}

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        let rules = setting.survey.rules
        var contribution = Contribution()
        for land in setting.lands {
            for part in try land.parts(wholeName: setting.wholeName) {
                let place = ZoneYear(year: land.year, zone: part.key.id, name: part.key.name)
                contribution.results.append(try result(part, land, at: place, rules))
            }
        }
        return contribution
    }

    private func result(
        _ part: LandPart, _ land: LandYear, at place: ZoneYear, _ rules: AssessmentRules
    ) throws -> IndicatorResult {
        if case .parcels(let year) = land, year.account.hasRidges {
            var result = try cropland(of: year.cropland(part.parcels), at: place)
            rules.limit(&result, part.areas)
            return result
        }
        var result = cropland(of: part.areas, at: place, rules: rules)
        if case .parcels = land, case .indicative = result.status {
            result.status = .indicative(
                LocalizedText(zh: "图层无田坎系数，未扣田坎", en: "the layer tells no ridges: a gross area"))
        }
        return land.noted(result)
    }
}

extension ParcelYear {
    /// Cropland, and what can be turned back into it, with the share that ridges take.
    fileprivate func cropland(_ classes: [String: ParcelAmount]) -> [CroplandParcel] {
        classes.sorted { $0.key < $1.key }.compactMap { code, amount in
            guard let landClass = account.landClass(code), amount.area > 0 else { return nil }
            let isConvertible = landClass.flags.contains(.adjustable)
            guard landClass.category == .cropland || isConvertible else { return nil }
            return CroplandParcel(
                area: amount.areaSquareMetres,
                ridgeCoefficient: Double(amount.ridges) / Double(amount.area),
                isConvertible: isConvertible)
        }
    }
}
