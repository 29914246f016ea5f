// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
public import Words

/// How well a value or a rule is vouched for.
public enum Evidence: String, CaseIterable, Sendable {
    /// Read in a source: a paper, a standard's abstract, an official page.
    case read
    /// Read in third-party code or an encyclopedia, not at the publisher.
    case thirdParty = "third party"
    /// Measured on the spot, by the user.
    case measured
    /// Not read in any source; to be verified before it is called official.
    case fromMemory = "from memory"
    /// A judgement made from listed ranges; never a measurement.
    case synthesis
    /// Arithmetic, or a definition chosen here.
    case definition
    /// Given by whoever made the survey, who vouches for it.
    case stated = "stated by the survey"

    /// Whether the value may be called official without looking further.
    public var isVerified: Bool { self != .fromMemory && self != .synthesis }

    /// The mark in words.
    public var text: LocalizedText {
        switch self {
        case .read: LocalizedText(zh: "已查阅来源", en: "read in its source")
        case .measured: LocalizedText(zh: "实地测定", en: "measured on the spot")
        case .thirdParty: LocalizedText(zh: "第三方转引", en: "read in a third party's text")
        case .fromMemory: LocalizedText(zh: "凭记忆，待核实", en: "from memory, to be verified")
        case .synthesis: LocalizedText(zh: "综合判断，非实测", en: "a judgement, not a measurement")
        case .definition: LocalizedText(zh: "本软件的约定", en: "a definition chosen here")
        case .stated: LocalizedText(zh: "调查文件给出", en: "as the survey file states")
        }
    }

    /// Reads the word in a file; `third_party` and `memory` are other ways to write two of them.
    package init(word node: DataNode) throws(DataFileError) {
        switch try node.string() {
        case "third_party": self = .thirdParty
        case "memory": self = .fromMemory
        default: self = try node.choice(Evidence.self)
        }
    }

    /// Reads `evidence` and `verified` from a table, and refuses a claim that contradicts itself.
    package init(in table: DataNode) throws(DataFileError) {
        try self.init(word: table.required("evidence"))
        let claim = try table.required("verified")
        if try claim.boolean() && !isVerified {
            throw claim.error(
                "'\(claim.name)' is true, but its evidence is '\(rawValue)': "
                    + "say verified = false, or name the source as read")
        }
    }
}
