// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Words

extension SurveyReport {
    /// What differs from an earlier survey: figures, verdicts and causes.
    func previous(_ comparison: SurveyComparison) throws -> Content {
        [
            "count": both(
                LocalizedText(
                    zh: "\(comparison.differences.count)个数值或结论不同，"
                        + "\(comparison.sameCount)个相同（comparison.csv）",
                    en: "\(comparison.differences.count) figures or verdicts differ, "
                        + "\(comparison.sameCount) are the same (comparison.csv)")),
            "has_causes": !comparison.causes.isEmpty,
            "causes": comparison.causes.map(both),
            "has_rows": !comparison.differences.isEmpty,
            "rows": try comparison.differences.map(row),
        ]
    }

    private func row(_ difference: SurveyComparison.Difference) throws -> Content {
        let some = difference.new ?? difference.old
        let id = some?.result.indicator ?? ""
        let zone = some?.result.zone ?? ""
        let definition = output.catalogue[id]
        let unit = (definition?.unit ?? some?.unit ?? .fraction).written
        func figure(_ assessment: Assessment?) throws -> LocalizedText {
            guard let assessment else { return LocalizedText("—") }
            let year = assessment.result.year
            guard let value = try assessment.result.quantity(in: unit) else {
                return LocalizedText(zh: "—（\(year)年）", en: "— (\(year))")
            }
            return LocalizedText(
                zh: "\(value.text(in: .zh, digits: 2))（\(year)年）",
                en: "\(value.text(in: .en, digits: 2)) (\(year))")
        }
        func verdict(_ assessment: Assessment?) -> LocalizedText {
            assessment?.verdict?.kind.name ?? LocalizedText("—")
        }
        var change = LocalizedText("—")
        if difference.change != nil, let now = try difference.new?.result.quantity(in: unit)?.value,
            let then = try difference.old?.result.quantity(in: unit)?.value
        {
            let amount = Quantity(now - then, unit)
            let sign = now > then ? "+" : ""
            change = LocalizedText(
                zh: sign + amount.text(in: .zh, digits: 2),
                en: sign + amount.text(in: .en, digits: 2))
        }
        let name =
            zone == "all"
            ? SurveyFile.allZones
            : LocalizedText(
                zh: some?.result.name ?? zone, en: englishNames[zone] ?? some?.result.name ?? zone)
        return [
            "name": both(definition?.name ?? LocalizedText(id)), "zone": both(name),
            "old": both(try figure(difference.old)), "new": both(try figure(difference.new)),
            "change": both(change), "was": both(verdict(difference.old)),
            "is": both(verdict(difference.new)), "reasons": difference.reasons.map(both),
        ]
    }
}
