// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Cartography
package import Ecology
package import Foundation
package import Words
package import Zonal

/// Everything that a survey found, ready to be written.
package struct SurveyOutput {
    package let survey: SurveyFile
    package let catalogue: IndicatorCatalogue
    package let plan: TargetPlan?
    package let zones: ZoneLayer
    /// The land cover of each year, oldest first.
    package let lands: [LandYear]
    package let families: Families
    /// What each family adds.
    package let contributions: [Contribution]
    package let assessments: [Assessment]
    package let variants: [IndicatorResult]
    /// What a reader should know, beside what could not be read.
    package let remarks: [LocalizedText]
    package let language: Language
    package let jobs: Int
    package let start: Date
    package let drawsMaps: Bool
    package let drawsAtlas: Bool
    package let mapFormats: [ImageFormat]
    package let dpi: Double
    package let unread: [SurveyGap]
    /// A finished survey to compare with.
    package let previous: FinishedSurvey?
    package let seal: SealKey?

    package init(
        survey: SurveyFile, catalogue: IndicatorCatalogue, plan: TargetPlan?, zones: ZoneLayer,
        lands: [LandYear], families: Families, contributions: [Contribution],
        assessments: [Assessment], variants: [IndicatorResult], remarks: [LocalizedText],
        language: Language, jobs: Int, start: Date, drawsMaps: Bool, drawsAtlas: Bool,
        mapFormats: [ImageFormat], dpi: Double, unread: [SurveyGap], previous: FinishedSurvey?,
        seal: SealKey?
    ) {
        self.survey = survey
        self.catalogue = catalogue
        self.plan = plan
        self.zones = zones
        self.lands = lands
        self.families = families
        self.contributions = contributions
        self.assessments = assessments
        self.variants = variants
        self.remarks = remarks
        self.language = language
        self.jobs = jobs
        self.start = start
        self.drawsMaps = drawsMaps
        self.drawsAtlas = drawsAtlas
        self.mapFormats = mapFormats
        self.dpi = dpi
        self.unread = unread
        self.previous = previous
        self.seal = seal
    }

    /// What could not be read, then all else that a reader should know.
    package var notes: [LocalizedText] { unread.map(\.note) + remarks }
}
