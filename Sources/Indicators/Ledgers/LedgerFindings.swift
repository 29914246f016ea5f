// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Words

/// What a ledger gives: results, and what a reader should know of it.
struct LedgerFindings {
    var main: [IndicatorResult] = []
    var others: [IndicatorResult] = []
    var notes: [LocalizedText] = []

    static func += (a: inout LedgerFindings, b: LedgerFindings) {
        a.main += b.main
        a.others += b.others
        a.notes += b.notes
    }

    /// The same, as a complete count where a document issued the data.
    func counted(by document: String?) -> LedgerFindings {
        var findings = self
        for index in findings.main.indices { findings.main[index].count(by: document) }
        for index in findings.others.indices { findings.others[index].count(by: document) }
        return findings
    }
}

extension IndicatorResult {
    /// Makes a figure a complete count where a document issued the data.
    mutating func count(by document: String?) {
        guard let document, value != nil || bounds != nil else { return }
        uncertainty.completeCount = .survey(document: document)
    }
}
