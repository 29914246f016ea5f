// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Words

extension SurveyReport {
    /// What differs from an earlier survey: figures, verdicts and causes.
    func previous(_ comparison: SurveyComparison) throws -> ReportSection {
        var blocks: [ReportSection.Block] = [
            .paragraph(
                LocalizedText(
                    zh: "\(comparison.differences.count)个数值或结论不同，"
                        + "\(comparison.sameCount)个相同（comparison.csv）",
                    en: "\(comparison.differences.count) figures or verdicts differ, "
                        + "\(comparison.sameCount) are the same (comparison.csv)"))
        ]
        if !comparison.causes.isEmpty {
            blocks += [
                .folded(
                    LocalizedText(
                        zh: "两次调查的输入、方法有何不同",
                        en: "In what the two surveys' inputs and methods differ")),
                .list(comparison.causes), .unfolded,
            ]
        }
        if !comparison.differences.isEmpty {
            blocks.append(
                .table(
                    ReportTable(
                        zoneShare: 0.12,
                        columns: [
                            .init(LocalizedText(zh: "指标", en: "Indicator"), share: 0.16),
                            .init(
                                LocalizedText(zh: "上次", en: "Earlier"), isNumeric: true, share: 0.14
                            ),
                            .init(LocalizedText(zh: "本次", en: "Now"), isNumeric: true, share: 0.14),
                            .init(
                                LocalizedText(zh: "变化", en: "Change"), isNumeric: true, share: 0.1),
                            .init(LocalizedText(zh: "上次结论", en: "Verdict then"), share: 0.1),
                            .init(LocalizedText(zh: "本次结论", en: "Verdict now"), share: 0.1),
                            .init(LocalizedText(zh: "说明", en: "Why"), share: 0.14),
                        ], rows: try comparison.differences.map(row))))
        }
        return ReportSection(
            anchor: "previous", title: LocalizedText(zh: "与上次调查相比", en: "Since the earlier survey"),
            blocks: blocks)
    }

    private func row(_ difference: SurveyComparison.Difference) throws -> ReportTable.Row {
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
        let why = LocalizedText(
            zh: difference.reasons.map(\.zh).joined(separator: "；"),
            en: difference.reasons.map(\.en).joined(separator: "; "))
        return ReportTable.Row(
            zone: zone,
            [
                .init(definition?.name ?? LocalizedText(id)), .init(try figure(difference.old)),
                .init(try figure(difference.new)), .init(change), .init(verdict(difference.old)),
                .init(verdict(difference.new)), .init(why),
            ])
    }
}
