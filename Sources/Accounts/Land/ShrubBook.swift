// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import Ecology
public import LandCover
internal import Words
internal import Zonal

extension SurveyFile {
    /// What the survey knows of its shrub, beside classes and rain: `[shrub]`.
    public struct Shrub: Sendable {
        /// What the shrub is for; `nil` takes it to be protective, and says so.
        public var use: ShrubEvidence.Use?
        /// How near the rule's 400 mm a county's rain may be before shrub may count or not, mm.
        ///
        /// The standard error of a 30-year mean where single years vary by 90 mm is 16 mm (a
        /// judgement).
        public var rainMarginMillimetres = 25.0

        /// What is known where a survey file says nothing.
        public init() {}

        package init(_ table: DataNode?) throws {
            guard let table else { return }
            try table.allow(only: ["use", "rain_margin_mm"])
            use = try table["use"]?.choice(ShrubEvidence.Use.self)
            guard let node = table["rain_margin_mm"] else { return }
            rainMarginMillimetres = try node.number()
            guard (0...400).contains(rainMarginMillimetres) else {
                throw node.error(
                    "'rain_margin_mm' is \(rainMarginMillimetres); give millimetres, from 0 to 400")
            }
        }
    }
}

/// What shrubland counts as, by class and zone.
package struct ShrubBook: Sendable {
    private let rule = ShrubRule()
    private let rain: [String: Double]
    private let shrub: SurveyFile.Shrub

    /// Rain in mm a year by zone, and what is known of the shrub beside it.
    package init(rain: [String: Double], _ shrub: SurveyFile.Shrub = .init()) {
        self.rain = rain
        self.shrub = shrub
    }

    package init(of survey: SurveyFile) { self.init(rain: survey.rain, survey.shrub) }

    private func resolve(_ shrub: LandClass, rain: Double?) -> LandCover.ShrubResolution {
        rule.resolve(
            ShrubEvidence(
                cover: .byDefinition(shrub.shrubCover ?? .undetermined),
                countyRainMillimetres: rain, use: self.shrub.use))
    }

    package func category(of shrub: LandClass, zone: String) -> LandCover.Category {
        resolve(shrub, rain: rain[zone]).category
    }

    /// Why shrub of a class may count otherwise in a zone than it does.
    func doubts(about shrub: LandClass, zone: String) -> Set<ShrubDoubts.Reason> {
        let now = resolve(shrub, rain: rain[zone])
        var doubts: Set<ShrubDoubts.Reason> = []
        if now.category == .specialShrub && !now.assumptions.isEmpty { doubts.insert(.use) }
        guard let mean = rain[zone] else { return doubts }
        let limit = rule.rainThresholdMillimetres
        guard abs(mean - limit) <= self.shrub.rainMarginMillimetres else { return doubts }
        let then = resolve(shrub, rain: mean < limit ? limit : limit.nextDown)
        let counted: Set<LandCover.Category> = [.specialShrub, .shrub]
        if now.category == .specialShrub && !counted.contains(then.category) {
            doubts.insert(.rainBelow)
        }
        if now.category == .otherShrub && counted.contains(then.category) {
            doubts.insert(.rainAbove)
        }
        return doubts
    }
}

/// Shrub that may count otherwise, added up over zones.
struct ShrubDoubts {
    /// Why it may.
    enum Reason: CaseIterable {
        /// Its use is unknown, and taken to be protective.
        case use
        /// The rain is below the limit, but near it.
        case rainBelow
        /// The rain is at the limit or above, but near it.
        case rainAbove
    }

    private var sums: [Reason: (area: Double, zones: [Tally.ZoneKey])] = [:]

    mutating func add(_ area: Double, in zone: Tally.ZoneKey, for reasons: Set<Reason>) {
        guard area > 0 else { return }
        for reason in reasons {
            sums[reason, default: (0, [])].area += area
            if sums[reason]?.zones.last != zone { sums[reason]?.zones.append(zone) }
        }
    }

    mutating func add(_ other: ShrubDoubts) {
        for (reason, sum) in other.sums {
            sums[reason, default: (0, [])].area += sum.area
            sums[reason]?.zones += sum.zones
        }
    }

    /// By reason, in words.
    var areas: [ShrubInDoubt] {
        Reason.allCases.compactMap { reason in
            guard let (area, zones) = sums[reason] else { return nil }
            let zh = zones.map { $0.name.isEmpty ? $0.id : $0.name }.joined(separator: "、")
            let en = zones.map(\.id).joined(separator: ", ")
            return switch reason {
            case .use:
                ShrubInDoubt(
                    LocalizedText(
                        zh: "用途未知、按防护计的灌木林不计入（[shrub] use可注明）",
                        en: "shrub of unknown use, taken to be protective, does not count ([shrub] "
                            + "use states it)"), area: area, counts: true)
            case .rainBelow:
                ShrubInDoubt(
                    LocalizedText(
                        zh: "\(zh)降水达到400毫米，其灌木林不计入",
                        en: "\(en): rain reaches 400 mm, and the shrub does not count"),
                    area: area, counts: true)
            case .rainAbove:
                ShrubInDoubt(
                    LocalizedText(
                        zh: "\(zh)降水低于400毫米，其灌木林计入",
                        en: "\(en): rain stays below 400 mm, and the shrub counts"),
                    area: area, counts: false)
            }
        }
    }
}
