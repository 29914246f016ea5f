// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
public import Files
internal import GDAL
internal import Synchronization
public import Words

/// An input of a survey that could not be read, and what goes without it.
public struct SurveyGap: Sendable {
    /// What is missing: the land cover of a year, a desert's outline, a ledger.
    public let subject: LocalizedText
    /// What failed.
    package let error: any Error
    /// What figures of ``year`` rest on it; `nil` where it is of ``indicators`` alone.
    package let aspect: Basis.Aspect?
    /// The year that it is of; `nil` for all.
    package let year: Int?
    /// The indicators that rest on nothing else.
    package let indicators: Set<String>

    /// Why, in the words of whatever failed; they name the file.
    public var reason: String { "\(error)" }

    /// What can be done about it.
    public var kind: FailureKind { (error as? any Failure)?.failureKind ?? .badData }

    /// The gap in a sentence.
    public var note: LocalizedText {
        LocalizedText(
            zh: "未能读取：\(subject.zh)：\(reason)", en: "could not be read: \(subject.en): \(reason)")
    }

    /// What is said of a figure that goes without it.
    package var status: ResultStatus {
        .notAssessed(
            LocalizedText(
                zh: "\(subject.zh)未能读取：\(reason)", en: "\(subject.en) could not be read: \(reason)")
        )
    }
}

/// What a run could not read, gathered so that all the rest is done.
package final class SurveyGaps: Sendable {
    /// Whether the first one ends the run.
    private let isStrict: Bool
    private let all = Mutex<[SurveyGap]>([])

    package init(isStrict: Bool) { self.isStrict = isStrict }

    /// The gaps, year by year, in the order of their subjects.
    package var gaps: [SurveyGap] {
        all.withLock(\.self).sorted {
            ($0.year ?? 0, $0.subject.en) < ($1.year ?? 0, $1.subject.en)
        }
    }

    /// The error that came first; `nil` without gaps.
    var firstError: (any Error)? { all.withLock { $0.first?.error } }

    /// Whether a run goes on after an error: a file cannot be read, and trying again would not help.
    ///
    /// What the survey file itself has wrong is for its author to mend, and what may pass, such as an
    /// input that is written to meanwhile, is for another run.
    func canGoOn(after error: any Error) -> Bool {
        guard !isStrict, let failure = error as? any Failure else { return false }
        return (failure is GDALError || failure is ReadError) && failure.failureKind != .tryAgain
    }

    package func add(
        _ subject: LocalizedText, _ error: any Error, aspect: Basis.Aspect? = nil, year: Int? = nil,
        indicators: Set<String> = []
    ) {
        all.withLock {
            $0.append(
                SurveyGap(
                    subject: subject, error: error, aspect: aspect, year: year,
                    indicators: indicators))
        }
    }

    /// Does something that may wait; as ``attempt(_:year:indicators:_:)`` otherwise.
    package func attempt<Value: Sendable>(
        _ subject: LocalizedText, aspect: Basis.Aspect? = nil, year: Int? = nil,
        indicators: Set<String> = [], waiting body: () async throws -> Value
    ) async throws -> Value? {
        do { return try await body() } catch {
            guard canGoOn(after: error) else { throw error }
            add(subject, error, aspect: aspect, year: year, indicators: indicators)
            return nil
        }
    }

    /// Does something; where it fails on what cannot be read, notes that and gives `nil`.
    package func attempt<Value>(
        _ subject: LocalizedText, year: Int? = nil, indicators: Set<String> = [],
        _ body: () throws -> Value
    ) throws -> Value? {
        do { return try body() } catch {
            guard canGoOn(after: error) else { throw error }
            add(subject, error, year: year, indicators: indicators)
            return nil
        }
    }

    /// The results with the reason where they go without what could not be read, and *not assessed*
    /// for what they lack altogether: whatever an indicator has in another year.
    package func explained(
        _ results: [IndicatorResult], catalogue: IndicatorCatalogue
    ) -> [IndicatorResult] {
        let gaps = gaps
        guard !gaps.isEmpty else { return results }
        func gap(_ result: IndicatorResult, in year: Int) -> SurveyGap? {
            gaps.first { gap in
                if gap.indicators.contains(result.indicator) { return true }
                guard let aspect = gap.aspect, gap.year == year else { return false }
                return catalogue[result.indicator]?.measuredOn(variant: result.variant)
                    .contains(aspect) ?? false
            }
        }
        var explained = results
        for index in explained.indices {
            guard case .notAssessed = explained[index].status,
                let gap = gap(explained[index], in: explained[index].year)
            else { continue }
            explained[index].status = gap.status
        }
        struct Place: Hashable {
            let indicator: String
            let zone: String
            let year: Int
        }
        var known = Set(
            results.map { Place(indicator: $0.indicator, zone: $0.zone, year: $0.year) })
        for year in Set(gaps.compactMap(\.year)).sorted() {
            for result in results where result.year != year {
                let place = Place(indicator: result.indicator, zone: result.zone, year: year)
                guard let gap = gap(result, in: year), known.insert(place).inserted else {
                    continue
                }
                explained.append(
                    IndicatorResult(
                        result.indicator, variant: result.variant,
                        at: ZoneYear(year: year, zone: result.zone, name: result.name),
                        unit: result.unit, status: gap.status))
            }
        }
        return explained
    }
}
