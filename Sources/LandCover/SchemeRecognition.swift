// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Which scheme a raster's codes are in, as far as the raster itself tells.
///
/// Five kinds of evidence count: a colour table with the product's colours, class names, names
/// in the metadata, the file's name, and the codes found. Each adds to a score, and each can
/// speak against. A scheme is recognised only if it reads every code found, has a score of
/// ``sufficientScore``, leads by ``sufficientLead``, and no name speaks for another scheme.
/// Codes alone suffice only where they have a pattern (1, 2, 3 … has none, nor has 10, 20,
/// 30 …), come from a fair part of the scheme, and no other scheme reads them. All else is
/// ``unsure(_:hint:)``: a wrong answer is worse than none.
public enum SchemeRecognition: Sendable {
    /// It is this scheme, for these reasons.
    case recognised(ClassScheme, reasons: [String])
    /// It cannot be told; the likeliest come first, and the hint says what to do.
    case unsure([Candidate], hint: String)

    /// A scheme that the raster may be in.
    public struct Candidate: Sendable {
        /// The scheme.
        public let scheme: ClassScheme
        /// How much speaks for it; see ``SchemeRecognition/sufficientScore``.
        public let score: Int
        /// What speaks for it.
        public let reasons: [String]
        /// What speaks against it.
        public let objections: [String]
        let isExcluded: Bool
        let isNamed: Bool
        let hasColours: Bool
        let matchedCodes: Set<Int>
    }

    /// The score that a scheme must reach: one clear piece of evidence.
    public static let sufficientScore = 4
    /// By how much it must lead the next one.
    public static let sufficientLead = 2
}
