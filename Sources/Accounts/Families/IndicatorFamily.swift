// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import Tables
package import Words
package import Zonal

/// A family of indicators in a survey: what it measures, and what it concludes from that.
///
/// A family is one folder: its section of the survey file, what it asks to have measured, and what it
/// makes of it. ``FamilyCatalogue/all`` lists the families; nothing else names them.
///
/// Nothing is declared apart from asking: families run side by side, and what they ask for at the same
/// time is measured in one pass (see `MeasurementQueue`).
package protocol IndicatorFamily: Sendable {
    /// What the family reads of a survey file.
    static var sections: [any SurveySection.Type] { get }
    /// The families whose findings this one rests on; they run before it.
    static var foundations: [any IndicatorFamily.Type] { get }

    /// Whether a figure of an indicator needs the family to run, beside those that rest on it.
    static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool
    /// What it does of a survey beside measuring, where that is worth telling.
    static func work(in survey: SurveyFile) -> FamilyWork

    /// The charts that can be made of its tables, of a run or of a finished survey.
    ///
    /// - Parameter table: A table by its name; `nil` where there is none.
    /// - Returns: None where the family has no table that a chart is made of.
    /// - Throws: What `table` throws.
    static func charts(of table: (String) throws -> Table?) throws -> [FamilyChart]

    /// Measures what the family needs; `nil` where the survey does not ask for the family.
    ///
    /// - Parameters:
    ///   - setting: The survey, its zones and the land of its years.
    ///   - earlier: The families that ran before, ``foundations`` among them.
    /// - Throws: What is wrong with its data.
    init?(_ setting: FamilySetting, after earlier: Families) async throws

    /// What the family adds to the survey.
    func contribution(to setting: FamilySetting) throws -> Contribution
}

extension IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [] }
    package static var foundations: [any IndicatorFamily.Type] { [] }
    package static func work(in survey: SurveyFile) -> FamilyWork { FamilyWork() }
    package static func charts(of table: (String) throws -> Table?) throws -> [FamilyChart] { [] }
}

/// What a family does beside measuring, for the progress and the plan of a run.
package struct FamilyWork: Sendable {
    /// What it works out; `nil` for next to nothing.
    package var name: LocalizedText?
    /// How many pixels could be decoded meanwhile.
    package var pixels = 0.0
    /// Maps that it has drawn.
    package var maps = 0

    package init(name: LocalizedText? = nil, pixels: Double = 0, maps: Int = 0) {
        self.name = name
        self.pixels = pixels
        self.maps = maps
    }
}

/// What every family of a survey starts from.
package struct FamilySetting: Sendable {
    package let survey: SurveyFile
    package let catalogue: IndicatorCatalogue
    package let zones: ZoneLayer
    /// The land cover of each year, oldest first.
    package let lands: [LandYear]
    /// The language of tables and of the whole's name.
    package let language: Language
    /// Threads; what is found is the same for any number.
    package let jobs: Int
    /// What could not be read so far.
    package let gaps: SurveyGaps
    /// Whether only what would be measured is asked for: chance has no part in that.
    package let isPlan: Bool

    package init(
        survey: SurveyFile, catalogue: IndicatorCatalogue, zones: ZoneLayer, lands: [LandYear],
        language: Language, jobs: Int, gaps: SurveyGaps, isPlan: Bool
    ) {
        self.survey = survey
        self.catalogue = catalogue
        self.zones = zones
        self.lands = lands
        self.language = language
        self.jobs = jobs
        self.gaps = gaps
        self.isPlan = isPlan
    }

    /// What all zones together are called.
    package var wholeName: String { SurveyFile.allZones[language] }

    /// m² of each zone in the first year.
    package var zoneAreas: [String: Double] { lands.first?.zoneAreas ?? [:] }
}

/// The families of a survey that ran, in the order of their list.
package struct Families: Sendable {
    private let all: [any IndicatorFamily]

    /// Runs families, each as soon as those that it rests on are done, side by side with all others.
    ///
    /// - Parameters:
    ///   - types: The families; what they contribute keeps their order.
    ///   - setting: The survey.
    ///   - willStart: Told of each family before it starts, from any thread.
    /// - Throws: What the first family in the list throws that fails.
    package init(
        _ types: [any IndicatorFamily.Type], in setting: FamilySetting,
        willStart: @escaping @Sendable (any IndicatorFamily.Type) -> Void = { _ in }
    ) async throws {
        let places = Dictionary(
            types.enumerated().map { (ObjectIdentifier($1), $0) },
            uniquingKeysWith: { first, _ in first })
        let made = try await MeasurementQueue.sideBySide(types) { place in
            types[place].foundations.compactMap { places[ObjectIdentifier($0)] }
        } _: { type, earlier -> (any IndicatorFamily)? in
            willStart(type)
            return try await type.init(
                setting,
                after: Families(earlier.sorted { $0.key < $1.key }.compactMap(\.value)))
        }
        all = made.compactMap(\.self)
    }

    private init(_ all: [any IndicatorFamily]) { self.all = all }

    /// A family that ran; `nil` where the survey does not ask for it.
    package subscript<Family: IndicatorFamily>(_: Family.Type) -> Family? {
        all.lazy.compactMap { $0 as? Family }.first
    }

    /// What every family adds, in the order of the list.
    package func contributions(to setting: FamilySetting) throws -> [Contribution] {
        try all.map { try $0.contribution(to: setting) }
    }
}
