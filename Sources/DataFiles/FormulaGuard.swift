// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Keeps a spreadsheet from taking text for a formula.
///
/// Spreadsheets run a CSV's cell that begins with `=`, `+`, `-`, `@`, a tab or a line end, so that a
/// zone's name could command them. An apostrophe before such text makes it text. A number stays as
/// it is. What is guarded reads back as it was: text that begins with apostrophes before such a
/// character takes one more.
public enum FormulaGuard {
    /// The text with an apostrophe before it, where a spreadsheet would run it.
    public static func added(to text: String) -> String {
        isFormula(text) ? "'" + text : text
    }

    /// The text that ``added(to:)`` was given.
    public static func removed(from text: String) -> String {
        text.utf8.first == apostrophe && isFormula(text)
            ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func isFormula(_ text: String) -> Bool {
        // Nearly all text begins with a letter or a digit.
        if let byte = text.utf8.first, byte < 0x80, byte > 0x40 || 0x30...0x39 ~= byte {
            return false
        }
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        switch first {
        case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
        case "+", "-": return text.utf8.first == apostrophe || !isNumber(text)
        default: return false
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        let digits = "0123456789+-.eE"
        return text.unicodeScalars.allSatisfy(digits.unicodeScalars.contains) && Double(text) != nil
    }
}
