// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Synchronization
public import Words

/// How far a run of a survey is, and what it is doing.
public struct SurveyStep: Sendable {
    /// What is being done.
    public let name: LocalizedText
    /// Of all the work, 0…1.
    public let fraction: Double
}

/// Adds up what a run has done, by the work that its parts take.
///
/// Work is counted in pixels decoded, and all else in as many pixels as take the same time: what the
/// survey file and its rasters tell before the first one is decoded.
final class SurveyProgress: Sendable {
    /// A part of a run, in the order in which they come.
    enum Part: Int, CaseIterable {
        /// The years' own land, cover and volume.
        case years
        /// What rests on those: changes, deserts, patches, and what rests on these.
        case relations
        /// What families work out beside measuring.
        case computing
        /// Tables, layers, report.
        case writing
        /// Rasters made small for maps.
        case reducing
        /// Maps.
        case drawing

        var name: LocalizedText {
            switch self {
            case .years: LocalizedText(zh: "量算各年", en: "measuring the years")
            case .relations:
                LocalizedText(zh: "量算变化、沙区、图斑", en: "measuring changes, deserts, patches")
            case .computing: LocalizedText(zh: "推算", en: "working out results")
            case .writing: LocalizedText(zh: "写表格与图层", en: "writing tables and layers")
            case .reducing:
                LocalizedText(zh: "缩制底图", en: "making rasters small for maps")
            case .drawing: LocalizedText(zh: "绘图与报告", en: "drawing maps and the report")
            }
        }
    }

    private struct State {
        var weights = [Part: Double]()
        var part = Part.years
        var fraction = 0.0
        var reportedFraction = 0.0
    }

    private let state = Mutex(State())
    private let tell: @Sendable (SurveyStep) -> Void

    init(_ tell: @escaping @Sendable (SurveyStep) -> Void) { self.tell = tell }

    /// Says how much work there is.
    ///
    /// - Parameters:
    ///   - pixels: Of the years' rasters.
    ///   - land: Those of them that are land cover.
    ///   - relations: Whether years are compared, or parts of them measured.
    ///   - computing: Pixels that could be decoded while families work things out.
    ///   - maps: To be drawn.
    func plan(
        pixels: Int, land: Int, relations: Bool, computing: Double, maps: Int
    ) {
        let (all, land) = (Double(pixels), Double(land))
        state.withLock {
            // Half a billion pixels are decoded in the time that counts as a second here.
            $0.weights = [
                .years: all + 6e7,
                .relations: (relations ? land : 0.3 * land) + 2e7,
                .computing: computing, .writing: 4e8,
                .reducing: maps == 0 ? 0 : land, .drawing: 5e7 * Double(maps),
            ]
        }
    }

    /// A family begins to work something out.
    func start(_ name: LocalizedText) { reach(.computing, as: name) }

    /// A part is so far; earlier ones are done.
    func reach(_ part: Part, _ fraction: Double = 0, as name: LocalizedText? = nil) {
        let step = state.withLock { state -> SurveyStep? in
            guard (part.rawValue, fraction) >= (state.part.rawValue, state.fraction) else {
                return nil
            }
            (state.part, state.fraction) = (part, fraction)
            let whole = state.weights.values.reduce(0, +)
            guard whole > 0 else { return SurveyStep(name: name ?? part.name, fraction: 0) }
            let done = Part.allCases.prefix(part.rawValue).reduce(0) {
                $0 + (state.weights[$1] ?? 0)
            }
            let now = (done + fraction * (state.weights[part] ?? 0)) / whole
            state.reportedFraction = max(state.reportedFraction, min(now, 1))
            return SurveyStep(name: name ?? part.name, fraction: state.reportedFraction)
        }
        if let step { tell(step) }
    }

    /// A round of measuring is so far: the first is of the years, later ones are of what rests on them.
    func measured(round: Int, _ fraction: Double) {
        guard round > 1 else { return reach(.years, fraction) }
        // How many rounds will come is not known: each takes half of what is left.
        let rest = 1 / Double(1 << min(round - 2, 20))
        reach(.relations, 1 - rest + fraction * rest / 2)
    }
}
