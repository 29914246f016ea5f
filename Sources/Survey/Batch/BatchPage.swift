// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Foundation
internal import Reporting
internal import Words

/// `batch.html`: how the units of a batch stand, on one page that leads to their reports.
struct BatchPage {
    private let outcome: BatchRun.Outcome
    private let units: [BatchUnit]
    private let language: Language

    init(of outcome: BatchRun.Outcome, units: [BatchUnit], language: Language) {
        self.outcome = outcome
        self.units = units
        self.language = language
    }

    /// The page.
    ///
    /// - Throws: `DataFileError` where its template is not beside the program.
    func html() throws -> String {
        let title = LocalizedText(zh: "批量调查", en: "Batch of surveys")
        return try ReportPage(of: "batch").html([
            "language": language.rawValue, "version": SteppeVersion.current,
            "title": both(title).merging(["page": title[language]]) { a, _ in a },
            "lead": both(
                LocalizedText(
                    zh: "共\(outcome.rows.count)个单元，其中\(outcome.kept)个先前已完成",
                    en: "\(outcome.rows.count) units, of which \(outcome.kept) were there already")),
            "counts": BatchRow.Status.allCases.compactMap { status -> ReportPage.Content? in
                let count = outcome.count(status)
                guard count > 0 else { return nil }
                return ["n": "\(count)", "class": look(of: status), "word": both(status.name)]
            },
            "advice": both(advice), "units": outcome.rows.map(content),
        ])
    }

    private var advice: LocalizedText {
        let retry = outcome.rows.count { $0.remedy == .retry }
        let mend = outcome.rows.count { $0.remedy == .mend }
        if retry == 0 && mend == 0 { return LocalizedText(zh: "全部完成。", en: "All are done.") }
        return LocalizedText(
            zh: "\(retry)个待重试，\(mend)个待修正。",
            en: "\(retry) to be tried again, \(mend) to be mended.")
    }

    private func content(of row: BatchRow) -> ReportPage.Content {
        func rounded(_ bytes: Int?) -> String {
            bytes.map { String(format: "%.1f", Double($0) / 1e6) } ?? ""
        }
        var content: ReportPage.Content = [
            "name": row.unit, "status": both(row.status.name), "class": look(of: row.status),
            "rank": "\(BatchRow.Status.allCases.firstIndex(of: row.status) ?? 0)",
            "seconds": row.seconds.map { String(format: "%.2f", $0) } ?? "",
            "peak": rounded(row.peakBytes), "read": rounded(row.bytesRead),
            "measured": row.measured.map { "\($0)" } ?? "",
            "kept": row.kept.map { "\($0)" } ?? "", "reason": row.reason,
        ]
        if let remedy = row.remedy { content["remedy"] = both(remedy.name) }
        if [.done, .partial].contains(row.status) {
            let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ":/"))
            let path = row.unit.addingPercentEncoding(withAllowedCharacters: allowed) ?? row.unit
            content["link"] = "\(path)/report.html"
        }
        return content
    }

    private func both(_ text: LocalizedText) -> [String: String] { ["zh": text.zh, "en": text.en] }

    /// The look of a verdict, by the page's style sheet.
    private func look(of status: BatchRow.Status) -> String {
        switch status {
        case .done: "met"
        case .partial: "inconclusive"
        case .failed, .timedOut, .tooLarge, .crashed: "missed"
        case .interrupted: "indicative"
        case .waiting, .running: "not_assessed"
        }
    }
}
