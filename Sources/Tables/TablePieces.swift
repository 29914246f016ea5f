// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A table that is made piece by piece, because it is too long to be held as a whole.
public protocol TablePieces: Sendable {
    /// Makes the pieces, several at a time, and hands them out in the order of their rows.
    ///
    /// - Parameters:
    ///   - form: What is wanted of a piece, such as its CSV: worked out where the piece is made.
    ///   - receive: Takes what is wanted of each piece.
    /// - Throws: What `receive` throws, and where a piece cannot be made.
    func each<Form: Sendable>(
        _ form: @escaping @Sendable (Table) -> Form, _ receive: (Form) throws -> Void
    ) async throws
}
