// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Cartography
package import Words

/// A chapter of the report, the same on the page and on paper.
package struct ReportSection: Sendable {
    /// A part of a chapter, in the order of reading.
    package enum Block: Sendable {
        /// Charts side by side.
        case charts([(caption: LocalizedText, chart: Chart)])
        case heading(LocalizedText)
        case paragraph(LocalizedText)
        /// What helps a reader of the page; paper goes without.
        case hint(LocalizedText)
        case table(ReportTable)
        case list([LocalizedText])
        /// What was taken from where; a source stands as its authors wrote it.
        case sources([(subject: LocalizedText, source: String, remark: LocalizedText)])
        /// What follows, up to ``unfolded``, is folded away on the page until it is asked for.
        case folded(LocalizedText)
        case unfolded
    }

    /// What links lead to: letters alone.
    package let anchor: String
    package let title: LocalizedText
    package let blocks: [Block]

    package init(anchor: String, title: LocalizedText, blocks: [Block]) {
        self.anchor = anchor
        self.title = title
        self.blocks = blocks
    }
}

/// A table of a report's chapter.
package struct ReportTable: Sendable {
    /// A column, after that of the zones.
    package struct Column: Sendable {
        package let title: LocalizedText
        package let isNumeric: Bool
        /// Its share of the paper's width; `nil` for a column of the page alone.
        package let share: Double?

        package init(_ title: LocalizedText, isNumeric: Bool = false, share: Double? = nil) {
            self.title = title
            self.isNumeric = isNumeric
            self.share = share
        }
    }

    package struct Cell: Sendable {
        package let text: LocalizedText
        /// What rows are sorted by, where that is not the text.
        package var sort: Double?
        /// What to know of the number: beside it on the page, below the table on paper.
        package var note: LocalizedText?

        package init(_ text: LocalizedText, sort: Double? = nil, note: LocalizedText? = nil) {
            self.text = text
            self.sort = sort
            self.note = note
        }

        package init(_ text: String, sort: Double? = nil, note: LocalizedText? = nil) {
            self.init(LocalizedText(text), sort: sort, note: note)
        }
    }

    package struct Row: Sendable {
        /// The zone that heads it; `nil` for a row of no zone.
        package let zone: String?
        package let cells: [Cell]
        /// Whether it stands on paper too.
        package let isOnPaper: Bool

        package init(zone: String? = nil, _ cells: [Cell], isOnPaper: Bool = true) {
            self.zone = zone
            self.cells = cells
            self.isOnPaper = isOnPaper
        }
    }

    /// The share of the paper's width that zones' names take; `nil` for a table of no zones.
    package let zoneShare: Double?
    package let columns: [Column]
    package let rows: [Row]

    package init(zoneShare: Double?, columns: [Column], rows: [Row]) {
        self.zoneShare = zoneShare
        self.columns = columns
        self.rows = rows
    }
}
