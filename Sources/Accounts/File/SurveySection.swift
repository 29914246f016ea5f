// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import Files

/// What a family of indicators reads of a survey file: its own tables.
package protocol SurveySection: Sendable {
    /// The keys of the file's top level that it reads.
    static var keys: [String] { get }
    /// What `[references]` may give in place of what the family's data have from memory.
    static var replaceable: [String] { get throws }

    /// What `steppe init` writes of it as comments, for what no data in a folder tell.
    static var draft: [String] { get }

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
    /// Settles what the rest of the file leaves to it.
    func settle(in survey: inout SurveyFile)
}

extension SurveySection {
    package static var replaceable: [String] { [] }
    package static var draft: [String] { [] }
    package var parameters: [String: String] { [:] }
    package var zoneTables: [(key: String, zones: [String])] { [] }
    package func settle(in survey: inout SurveyFile) {}
}

/// What a section needs to know of the rest of the survey file.
package struct SectionContext: Sendable {
    /// The years, oldest first.
    package let years: [Int]
    /// The folder that relative paths start from.
    package let folder: String

    /// A path, seen from the file's folder.
    package func resolved(_ node: DataNode) throws -> String {
        try node.string().resolved(against: folder)
    }
}

extension SurveyFile {
    /// A family's section; `nil` where the file has none of its tables.
    package subscript<Section: SurveySection>(_ section: Section.Type) -> Section? {
        get { sections[ObjectIdentifier(section)] as? Section }
        set { sections[ObjectIdentifier(section)] = newValue }
    }
}
