// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
package import Ecology
internal import Files

/// What a family of indicators reads of a survey file: its own tables.
package protocol SurveySection: Sendable {
    /// The keys of the file's top level that it reads.
    static var keys: [String] { get }
    /// What `[references]` may give in place of what the family's data have from memory.
    static var replaceable: [String] { get throws }

    /// What `steppe init` writes of it as comments, for what no data in a folder tell.
    static var draft: [DraftLine] { get }

    /// Reads its tables; `nil` where the file has none of them, and nothing holds without them.
    ///
    /// - Parameters:
    ///   - file: The whole file.
    ///   - context: What the file says otherwise.
    /// - Throws: `DataFileError` at the line and column of what is wrong.
    init?(_ file: DataNode, in context: SectionContext) throws

    /// What decided results, beside data, for the record of provenance.
    var parameters: [String: String] { get }
    /// Its tables by zone, by what errors call them, with the zones that they name.
    var zoneTables: [(key: String, zones: [String])] { get }
    /// Settles which definitions are meant, where the file leaves that to its tables.
    func settle(_ variants: inout IndicatorVariants)
}

extension SurveySection {
    package static var replaceable: [String] { [] }
    package static var draft: [DraftLine] { [] }
    package var parameters: [String: String] { [:] }
    package var zoneTables: [(key: String, zones: [String])] { [] }
    package func settle(_ variants: inout IndicatorVariants) {}
}

/// What a section needs to know of the rest of the survey file.
package struct SectionContext: Sendable {
    /// The years, oldest first.
    package let years: [Int]
    /// The folder that relative paths start from.
    package let folder: String
    /// Citations in place of those that Steppe has from memory.
    package let references: References

    /// A path, seen from the file's folder.
    package func resolved(_ node: DataNode) throws -> String {
        try node.string().resolved(against: folder)
    }
}
