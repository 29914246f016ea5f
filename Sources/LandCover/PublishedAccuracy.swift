// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// How accurate the publisher of a product states it to be, for want of a sample of one's own.
///
/// ## What it says of an area
///
/// Of a class with the mapped area A, user's accuracy u and producer's accuracy p, a part c of what is
/// mapped is something else, and a part of the truth T is mapped as something else:
///
///     T = A − c + o,   0 ≤ c ≤ A·(1 − u),   0 ≤ o ≤ T·(1 − p)
///
/// T is least where all that may be wrong is wrong and nothing is omitted, A·u, and largest where
/// nothing is wrong and all that may be omitted is: T = A + T·(1 − p), which is A/p. Both A and the
/// estimate A·u/p lie between the two. Classes that are counted together are added up at either end;
/// what is confused among them is counted as if it were lost, so that the range is rather too wide.
///
/// Where only the overall accuracy a is stated, a share of 1 − a of all mapped land is wrong, and all
/// of that may be the class, or none: A ± (1 − a)·(mapped land), within what there is.
///
/// A published figure is that of the whole product. It is taken to hold in each zone, which a sample
/// of the zones themselves need not assume.
public struct PublishedAccuracy: Hashable, Sendable {
    /// Of one class, 0…1.
    public struct OfClass: Hashable, Sendable {
        /// The share of what is mapped as the class that is it.
        public let users: Double?
        /// The share of the class that is mapped as it.
        public let producers: Double?
    }

    /// The share of the map that is right, 0…1; `nil` where it is not stated.
    public let overall: Double?
    /// By the class's code, as the scheme writes it.
    public let classes: [String: OfClass]
    /// Where it is stated.
    public let source: String
    /// Whether it was read there.
    public let isVerified: Bool

    /// Between what areas the truth of some classes lies, where the publisher's figures hold.
    ///
    /// - Parameters:
    ///   - areas: The mapped area of each class that is counted, by code.
    ///   - whole: All mapped land, in the same unit.
    /// - Returns: The range in that unit; `nil` where nothing that is stated says anything of it, such
    ///   as of classes that are not mapped at all.
    public func area(
        counting areas: [String: Double], of whole: Double
    ) -> ClosedRange<Double>? {
        let mappedAreas = areas.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let area = mappedAreas.reduce(0) { $0 + $1.value }
        let wrong = overall.map { (1 - $0) * whole }
        func sum(_ part: (Double, OfClass?) -> Double?) -> Double? {
            guard !mappedAreas.isEmpty else { return nil }
            var sum = 0.0
            for (code, mapped) in mappedAreas {
                guard let part = part(mapped, classes[code]) else { return nil }
                sum += part
            }
            return sum
        }
        let right = sum { area, figures in figures?.users.map { area * $0 } }
        let withOmitted = sum { area, figures in figures?.producers.map { area / $0 } }
        guard right != nil || withOmitted != nil || wrong != nil else { return nil }
        let least = right ?? wrong.map { area - $0 } ?? 0
        let most = withOmitted ?? wrong.map { area + $0 } ?? whole
        return max(0, min(least, area))...max(area, min(most, whole))
    }
}
