// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import Tables

extension [Contribution] {
    /// All results, each with what is known of how sure it is: those by the survey's variants, then those
    /// by all others.
    ///
    /// Where an indicator is counted, as from statistics, a figure of it from land cover is another variant.
    package func judgedResults() -> (main: [IndicatorResult], others: [IndicatorResult]) {
        let counted = reduce(into: Set<String>()) { $0.formUnion($1.counted) }
        func isOther(_ result: IndicatorResult) -> Bool {
            counted.contains(result.indicator) && result.variant == "land_cover"
        }
        let judges = compactMap(\.judge)
        func judged(_ results: [IndicatorResult]) -> [IndicatorResult] {
            results.map { result in judges.reduce(result) { $1($0) } }
        }
        let main = flatMap(\.results)
        return (
            judged(main.filter { !isOther($0) }),
            judged(flatMap(\.variants) + main.filter(isOther))
        )
    }

    /// Every table, each family's together.
    package func tables(_ assessments: [Assessment], _ plan: TargetPlan?) throws -> [Table] {
        try flatMap { contribution in
            contribution.tables + (try contribution.concludingTables?(assessments, plan) ?? [])
        }
    }
}
