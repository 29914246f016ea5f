// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

extension IndicatorDefinition {
    /// The definition as text for a terminal, with a run's numbers behind it where there are any.
    ///
    /// - Parameters:
    ///   - language: Of the words; numbers are the same.
    ///   - results: Results of this indicator; results of others are passed over.
    /// - Returns: Lines that end in a newline.
    public func explanation(in language: Language, with results: [IndicatorResult] = []) -> String {
        explanation(
            in: language, of: results.map { Assessment(result: $0, verdict: nil, unit: $0.unit) })
    }

    /// The same with what each result was held against, and its verdict.
    ///
    /// - Parameters:
    ///   - language: Of the words; numbers are the same.
    ///   - assessments: Of this indicator; those of others are passed over.
    /// - Returns: Lines that end in a newline.
    public func explanation(in language: Language, of assessments: [Assessment]) -> String {
        let zh = language == .zh
        let other = name[zh ? .en : .zh]
        var lines = ["\(name[language])  \(id)  (\(other))", "", meaning[language], ""]
        lines.append(zh ? "公式" : "Formula")
        lines += formula.split(separator: "\n").map { "    \($0)" }
        let unitName = unit.symbol[language].isEmpty ? unit.rawValue : unit.symbol[language]
        lines += ["", (zh ? "单位  " : "Unit  ") + unitName]
        lines += [(zh ? "输入  " : "Inputs  ") + inputs[language]]
        lines += section(zh ? "口径" : "Variants", variants.map { $0.line(in: language) })
        lines += section(zh ? "阈值" : "Thresholds", thresholds.map { $0.line(in: language) })
        lines += section(zh ? "注意" : "Mind", pitfalls.map { $0[language] })
        lines += section(zh ? "来源" : "Sources", sources.map { $0.line(in: language) })
        if !isVerified {
            lines += [
                "",
                zh
                    ? "带“待核实”或“综合判断”标记者未经查证，使用前请核对原文。"
                    : "Marks 'to be verified' and 'judgement' were not checked; "
                        + "read the source before calling them official.",
            ]
        }
        let indicatorAssessments = assessments.filter { $0.result.indicator == id }
        lines += section(
            zh ? "本次结果" : "This run", indicatorAssessments.map { $0.explanation(in: language) })
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ rows: [String]) -> [String] {
        rows.isEmpty ? [] : ["", title] + rows.map { "  - \($0)" }
    }
}

extension IndicatorDefinition.Variant {
    fileprivate func line(in language: Language) -> String {
        let mark = isDefault ? (language == .zh ? "（默认）" : " (default)") : ""
        return "\(id)\(mark)  \(name[language]): \(meaning[language])"
    }
}

extension IndicatorDefinition.Threshold {
    fileprivate func line(in language: Language) -> String {
        let number = quantity.text(in: language, digits: printedDecimals(of: quantity.value))
        return "\(name[language]): \(number)  [\(evidence.text[language])]"
    }
}

extension IndicatorDefinition.Source {
    fileprivate func line(in language: Language) -> String {
        let behind = note.map { " \($0[language])" } ?? ""
        return "\(title)  [\(evidence.text[language])]\(behind)"
    }
}

extension Assessment {
    /// One paragraph: the result's own, then what it was held against and what came of it.
    public func explanation(in language: Language) -> String {
        let text = result.explanation(in: language)
        guard let verdict, let target = verdict.target else { return text }
        let zh = language == .zh
        let head =
            verdict.origin.isIssued
            ? zh ? "目标" : "target" : zh ? "推算目标（非规划下达）" : "derived target (not issued)"
        return text + (zh ? "；" : "; ") + "\(head) \(target.shown(in: language))"
            + (zh ? "：" : ": ") + verdict.name[language]
    }
}

extension IndicatorResult {
    /// One paragraph: zone, year, the numbers put into the formula, and what to mind.
    public func explanation(in language: Language) -> String {
        let zh = language == .zh
        let counted = variant.isEmpty ? "" : ", \(variant)"
        var parts = ["\(name) (\(zone)), \(year)\(counted): "]
        if let numerator, let denominator {
            parts.append(
                "\(numerator.shown(in: language)) / \(denominator.shown(in: language)) = ")
        }
        if let value {
            parts.append(Quantity(value, unit).shown(in: language))
        } else if bounds == nil {
            parts.append(zh ? "无值" : "no value")
        }
        if let bounds {
            let low = Quantity(bounds.lower, unit).shown(in: language)
            let high = Quantity(bounds.upper, unit).shown(in: language)
            parts.append(" [\(low), \(high)]")
        }
        switch status {
        case .official: break
        case .indicative(let reason):
            parts.append((zh ? "；仅供参考：" : "; indicative: ") + reason[language])
        case .notAssessed(let reason):
            parts.append((zh ? "；未评估：" : "; not assessed: ") + reason[language])
        }
        for note in notes { parts.append((zh ? "；" : "; ") + note[language]) }
        return parts.joined()
    }
}

extension Quantity {
    /// As text, in the unit that people use for it and with enough digits to check a sum.
    fileprivate func shown(in language: Language) -> String {
        switch unit {
        case .fraction:
            Quantity(value * 100, .percent).text(in: language, digits: 4)
        case .squareMetres where abs(value) >= 1e5:
            Quantity(value / 1e6, .squareKilometres).text(in: language, digits: 6)
        default:
            text(in: language, digits: 4)
        }
    }
}
