// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

extension SchemeCatalogue {
    /// Recognises the scheme of a raster or code field.
    ///
    /// O(schemes × (colours + names + codes)).
    public func recognise(_ traits: RasterTraits) -> SchemeRecognition {
        guard traits.dataType != .fractional else {
            return .unsure(
                [], hint: "the values have fractions: this is a measurement, not a map of classes")
        }
        let all = schemes.map { SchemeEvidence(of: traits, for: $0).candidate }
        let alone = all.filter { !$0.isExcluded }.count == 1
        let weighed = all.map { $0.isExcluded ? $0 : addingCodes(to: $0, traits, isAlone: alone) }
        let supported = weighed.filter { !$0.isExcluded && $0.score > 0 }
        let ranked = supported.filter { one in !supported.contains { one.isWithin($0) } }
            .sorted { ($1.score, $0.scheme.id) < ($0.score, $1.scheme.id) }
        let likely = ranked.isEmpty ? weighed.filter { !$0.isExcluded && $0.score >= 0 } : ranked
        guard let best = ranked.first, best.score >= SchemeRecognition.sufficientScore else {
            return .unsure(Array(likely.prefix(5)), hint: hint(for: traits, weighed))
        }
        let rivals = ranked.dropFirst().filter { rival in
            rival.score > best.score - SchemeRecognition.sufficientLead
        }
        let named = weighed.filter { $0.isNamed && $0.scheme.id != best.scheme.id }
        if !rivals.isEmpty || (!named.isEmpty && !best.isNamed) {
            let others = (rivals + named.filter { name in !rivals.contains { $0.is(name) } })
            return .unsure(
                [best] + others,
                hint: "the evidence points to more than one scheme: "
                    + "\(([best] + others).map(\.scheme.id).joined(separator: ", ")); "
                    + Remedy.nameScheme.text)
        }
        return .recognised(best.scheme, reasons: best.reasons)
    }

    /// Weighs the codes: they confirm a product that is named, and on rare occasions suffice.
    private func addingCodes(
        to candidate: SchemeRecognition.Candidate, _ traits: RasterTraits, isAlone: Bool
    ) -> SchemeRecognition.Candidate {
        guard let counts = traits.codes else { return candidate }
        let scheme = candidate.scheme
        let codes = Set(counts.keys).subtracting(scheme.nodata)
        let telling = codes.intersection(scheme.clues.distinctive).sorted()
        if !telling.isEmpty, candidate.score > 0, !candidate.hasColours {
            return candidate.adding(
                2, "code \(telling[0]) tells it from the product's other legends")
        }
        let isDistinct = scheme.clues.distinctive.isEmpty || !telling.isEmpty
        guard isAlone, candidate.score == 0, candidate.objections.isEmpty, isDistinct,
            Self.havePattern(codes), codes.count * 10 >= scheme.classes.count * 3
        else { return candidate }
        return candidate.adding(
            SchemeRecognition.sufficientScore,
            "of \(schemes.count) schemes it alone reads all \(codes.count) codes found, and they "
                + "are no mere sequence")
    }

    /// Whether codes say more than a count: six or more, and not simply one after another.
    static func havePattern(_ codes: Set<Int>) -> Bool {
        guard codes.count >= 6, let low = codes.min(), let high = codes.max() else { return false }
        var step = 0
        for code in codes { step = greatestCommonDivisor(step, code - low) }
        let places = (high - low) / max(step, 1) + 1
        return codes.count * 10 <= places * 7
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }

    private func hint(
        for traits: RasterTraits, _ candidates: [SchemeRecognition.Candidate]
    ) -> String {
        let advice = "\(Remedy.nameScheme.text), or describe the classes in a scheme file"
        let shared = schemes.map { SchemeEvidence.coloursUnderOtherCodes(traits, $0) }
        if let most = shared.max(), most >= 4, let place = shared.firstIndex(of: most) {
            return "\(most) of its colours are those of \(schemes[place].id), under other codes: "
                + "perhaps a regrouped product; \(advice)"
        }
        if let named = candidates.first(where: { $0.isExcluded && ($0.isNamed || $0.hasColours) }),
            let objection = named.objections.first
        {
            return "it looks like \(named.scheme.id), but \(objection); \(advice)"
        }
        let fitting = candidates.filter { !$0.isExcluded && $0.score >= 0 }.map(\.scheme.id)
        if traits.codes == nil {
            return "too little is known of the raster: no code of it was read; \(advice)"
        }
        return fitting.isEmpty
            ? "no scheme fits both the codes and the colours or names; \(advice)"
            : "the codes alone may be \(fitting.joined(separator: ", ")); \(advice)"
    }
}

extension SchemeRecognition.Candidate {
    func adding(_ points: Int, _ reason: String) -> Self {
        Self(
            scheme: scheme, score: score + points, reasons: reasons + [reason],
            objections: objections, isExcluded: isExcluded, isNamed: isNamed,
            hasColours: hasColours, matchedCodes: matchedCodes)
    }

    func `is`(_ other: Self) -> Bool { scheme.id == other.scheme.id }

    /// Whether another explains the same colours and at least three codes' more.
    func isWithin(_ other: Self) -> Bool {
        hasColours && !isNamed && matchedCodes.isSubset(of: other.matchedCodes)
            && other.matchedCodes.count >= matchedCodes.count + 3
    }
}
