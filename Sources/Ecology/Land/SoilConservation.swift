// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// A piece of ground that measures cover, cut so that no two pieces overlap.
public struct TreatedPiece: Hashable, Sendable {
    /// m².
    public let area: Double
    /// The years in which measures on it were accepted.
    public let years: Set<Int>
    /// Whether the measures are still there.
    public let isKept: Bool

    /// A piece that an overlay of measure polygons gave.
    public init(area: Double, years: Set<Int>, isKept: Bool = true) {
        self.area = area
        self.years = years
        self.isKept = isKept
    }
}

/// Soil and water conservation by its ledger: each hectare once, however often it was treated.
///
/// - Source: GB/T 15773-2008, from memory. Treated area is not the reduction of eroded area.
public struct ConservationLedger: Hashable, Sendable {
    /// Pieces that do not overlap.
    public let pieces: [TreatedPiece]

    /// A ledger of pieces that do not overlap.
    ///
    /// - Throws: ``EcologyError`` at a negative area, or a piece without a year.
    public init(_ pieces: [TreatedPiece]) throws(EcologyError) {
        for (index, piece) in pieces.enumerated() {
            try nonNegative(piece.area, "the area of treated piece \(index + 1)")
            guard !piece.years.isEmpty else {
                throw .nothing(what: "year of treated piece \(index + 1)")
            }
        }
        self.pieces = pieces
    }

    /// m² first treated within the years: ground that was treated before is not new.
    public func newlyTreated(in years: ClosedRange<Int>) -> Double {
        pieces.reduce(0) { sum, piece in
            guard let first = piece.years.min(), years.contains(first) else { return sum }
            return sum + piece.area
        }
    }

    /// m² treated up to a year and still kept.
    public func kept(to year: Int) -> Double {
        pieces.reduce(0) { sum, piece in
            guard piece.isKept, let first = piece.years.min(), first <= year else { return sum }
            return sum + piece.area
        }
    }

    /// 新增综合治理面积 of a period that ends in the place's year.
    ///
    /// - Parameters:
    ///   - first: The first year of the period.
    ///   - place: The zone, and the last year of the period.
    /// - Returns: An area in m².
    /// - Throws: ``EcologyError`` where the period ends before it begins.
    public func newResult(since first: Int, at place: ZoneYear) throws(EcologyError)
        -> IndicatorResult
    {
        guard first <= place.year else {
            throw .refused("the period \(first)–\(place.year) ends before it begins")
        }
        return IndicatorResult(
            "erosion_new", variant: "official", at: place,
            amount: Quantity(newlyTreated(in: first...place.year), .squareMetres),
            notes: [LocalizedText("\(first)–\(place.year)")])
    }

    /// 累计治理程度: what is treated and kept, of the baseline's eroded area.
    ///
    /// - Parameters:
    ///   - eroded: m² eroded at the fixed baseline.
    ///   - earlier: m² treated and kept that the ledger does not hold.
    ///   - place: The zone and year.
    /// - Returns: A ratio.
    /// - Throws: ``EcologyError`` where an area is negative or nothing was eroded.
    public func ratioResult(
        eroded: Double, earlier: Double = 0, at place: ZoneYear
    ) throws(EcologyError) -> IndicatorResult {
        try nonNegative(earlier, "the area treated earlier")
        guard eroded > 0, eroded.isFinite else {
            throw .nothing(what: "eroded area at the baseline")
        }
        return IndicatorResult(
            "erosion_ratio", variant: "official", at: place,
            numerator: Quantity(earlier + kept(to: place.year), .squareMetres),
            over: Quantity(eroded, .squareMetres))
    }
}
