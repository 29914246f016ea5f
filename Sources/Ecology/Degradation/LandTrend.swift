// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// What became of land by one sub-indicator of SDG 15.3.1, or by all of them.
///
/// - Source: the codes of Trends.Earth (read in its source).
public enum LandTrend: Int, CaseIterable, Hashable, Sendable {
    case degraded = -1
    case stable = 0
    case improved = 1

    /// The code of ground without a value in rasters.
    public static let noData = -32_768

    /// The trend of a trajectory's code, −3…3: from ±2 on, 95 %.
    public init(trajectory code: Int) {
        self = code <= -2 ? .degraded : code >= 2 ? .improved : .stable
    }

    /// The trend of a relative change, such as −0.1: from ±10 % on, inclusive.
    ///
    /// Rounding does not lift −10 % over the limit: it is taken to 10⁻⁹.
    public init(relativeChange change: Double) {
        self = change <= -0.1 + 1e-9 ? .degraded : change >= 0.1 - 1e-9 ? .improved : .stable
    }

    /// The word that tables use.
    public var key: String {
        switch self {
        case .degraded: "degraded"
        case .stable: "stable"
        case .improved: "improved"
        }
    }

    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .degraded: LocalizedText(zh: "退化", en: "degraded")
        case .stable: LocalizedText(zh: "稳定", en: "stable")
        case .improved: LocalizedText(zh: "改善", en: "improved")
        }
    }
}

/// Land degradation, SDG 15.3.1: its three sub-indicators in one, *one out, all out*.
///
/// - Source: Trends.Earth (read in its source). Its last step makes nodata of any sub-indicator the
///   answer's, even over one that is degraded; `degradedBeatsNoData` is Steppe's option.
public enum LandDegradation {
    /// What three sub-indicators make together.
    ///
    /// - Parameters:
    ///   - productivity: `nil` is nodata, as in the others.
    ///   - landCover: By its transition.
    ///   - soilCarbon: By its relative change.
    ///   - degradedBeatsNoData: Whether one that is degraded decides though another is unknown.
    /// - Returns: `nil` is nodata.
    public static func combined(
        productivity: LandTrend?, landCover: LandTrend?, soilCarbon: LandTrend?,
        degradedBeatsNoData: Bool = false
    ) -> LandTrend? {
        let isDegraded = [productivity, landCover, soilCarbon].contains(.degraded)
        if degradedBeatsNoData && isDegraded { return .degraded }
        guard let productivity, let landCover, let soilCarbon else { return nil }
        if isDegraded { return .degraded }
        return [productivity, landCover, soilCarbon].contains(.improved) ? .improved : .stable
    }
}

/// What a later period did to land whose state a baseline period left behind.
///
/// - Source: the status of Trends.Earth (read in its source), in seven codes and in three.
public enum DegradationStatus: Int, CaseIterable, Hashable, Sendable {
    /// Degraded, and degraded again.
    case persistentDegradation = 1
    /// Stable or improved, degraded since.
    case recentDegradation = 2
    /// Degraded, and no different since.
    case baselineDegradation = 3
    /// Stable twice.
    case stability = 4
    /// Improved, and no different since.
    case baselineImprovement = 5
    /// Degraded or stable, improved since.
    case recentImprovement = 6
    /// Improved, and improved again.
    case persistentImprovement = 7

    /// The status of land by what a baseline and a later period say of it.
    public init(baseline: LandTrend, period: LandTrend) {
        self =
            switch (baseline, period) {
            case (.degraded, .degraded): .persistentDegradation
            case (_, .degraded): .recentDegradation
            case (.degraded, .stable): .baselineDegradation
            case (.stable, .stable): .stability
            case (.improved, .stable): .baselineImprovement
            case (.improved, .improved): .persistentImprovement
            case (_, .improved): .recentImprovement
            }
    }

    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .persistentDegradation:
            LocalizedText(zh: "持续退化", en: "degraded again")
        case .recentDegradation: LocalizedText(zh: "新近退化", en: "recently degraded")
        case .baselineDegradation: LocalizedText(zh: "基线期退化未恢复", en: "degraded before")
        case .stability: LocalizedText(zh: "稳定", en: "stable")
        case .baselineImprovement: LocalizedText(zh: "基线期已改善", en: "improved before")
        case .recentImprovement: LocalizedText(zh: "新近改善", en: "recently improved")
        case .persistentImprovement: LocalizedText(zh: "持续改善", en: "improved again")
        }
    }

    /// The same in three codes.
    public var trend: LandTrend { rawValue < 4 ? .degraded : rawValue > 4 ? .improved : .stable }
}
