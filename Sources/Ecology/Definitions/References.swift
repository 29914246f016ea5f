// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import DataFiles

/// Citations that a survey file gives in place of those that Steppe has from memory.
///
/// Whoever gives one vouches for it: it loses the mark of what was not read.
public struct References: Hashable, Sendable {
    /// The citations given, by what they replace: a whole citation, or its beginning.
    public let texts: [String: String]

    /// Citations by what they replace.
    public init(_ texts: [String: String] = [:]) { self.texts = texts }

    /// Reads a table of citations.
    ///
    /// - Parameters:
    ///   - table: Keys are citations, or the beginnings of some such as `"GB/T 26424-2010"`.
    ///   - replaceable: The citations that Steppe has from memory.
    /// - Throws: `DataFileError` at a key that begins none of them, with all that there are.
    public init(_ table: DataNode, replaceable: [String]) throws(DataFileError) {
        var texts: [String: String] = [:]
        for key in try table.keys() {
            let node = try table.required(key)
            guard replaceable.contains(where: { Self.begins($0, with: key) }) else {
                let all = replaceable.map { "\n  \"\($0)\"" }.joined()
                throw node.error(
                    "'\(key)' is no citation that can be replaced; those from memory are:\(all)")
            }
            let text = try node.string()
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw node.error("the citation for '\(key)' is empty")
            }
            texts[key] = text
        }
        self.texts = texts
    }

    /// What stands in place of a citation: by the longest key that it begins with; `nil` for none.
    public func citation(for citation: String) -> String? {
        texts.filter { Self.begins(citation, with: $0.key) }
            .max { $0.key.count < $1.key.count }?.value
    }

    /// Whether a citation is the words of a key, or goes on after them with another word.
    private static func begins(_ citation: String, with key: String) -> Bool {
        guard !key.isEmpty, citation.hasPrefix(key) else { return false }
        guard let next = citation.dropFirst(key.count).first else { return true }
        return !(next.isLetter || next.isNumber) || key.last.map { !$0.isASCII } ?? false
    }
}
