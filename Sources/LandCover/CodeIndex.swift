// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The way from a code to its class.
struct CodeIndex: Sendable {
    private struct Span: Sendable {
        let codes: ClosedRange<Int>
        let landClass: LandClass
    }

    private var numbers: [Int: LandClass] = [:]
    private var spans: [Span] = []
    private var texts: [String: LandClass] = [:]
    private var lostZeros: [Int: LandClass] = [:]
    var readsLostZeros = false

    /// Indexes classes whose codes have been checked not to overlap.
    init(classes: [LandClass], nodata: [Int], digits: Int?, hasAdjustable: Bool) {
        for code in nodata { numbers[code] = .nodata(code) }
        for landClass in classes {
            for range in landClass.numbers {
                if range.count == 1 {
                    numbers[range.lowerBound] = landClass
                } else {
                    spans.append(Span(codes: range, landClass: landClass))
                }
            }
            guard let digits else { continue }
            var spellings = [(landClass.code.description, landClass)]
            spellings += landClass.otherTexts.map { ($0, landClass) }
            if hasAdjustable {
                let marked = landClass.marked("K", as: .adjustable, zh: "可调整", en: "adjustable")
                spellings += spellings.map { ($0.0 + "K", marked) }
            }
            for (text, meaning) in spellings { add(text, meaning, digits) }
        }
        spans.sort { $0.codes.lowerBound < $1.codes.lowerBound }
    }

    private mutating func add(_ text: String, _ landClass: LandClass, _ digits: Int) {
        texts[text] = landClass
        guard text.utf8.count == digits, let number = Int(text) else { return }
        if text.hasPrefix("0") {
            lostZeros[number] = landClass
        } else {
            numbers[number] = landClass
        }
    }

    func landClass(for code: Int) -> LandClass? {
        if let listed = numbers[code] { return listed }
        if readsLostZeros, let padded = lostZeros[code] { return padded }
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].codes.upperBound < code { low = middle + 1 } else { high = middle }
        }
        guard low < spans.count, spans[low].codes.contains(code) else { return nil }
        return spans[low].landClass
    }

    func landClass(forText text: String) -> LandClass? { texts[text] }

    /// Why a number is not read: it may have lost a zero, or mean nothing here.
    func readings(of code: Int, in scheme: String) -> UnknownCodeError.Reason {
        guard let padded = lostZeros[code] else { return .unknown }
        return .ambiguous([
            "\(padded.code) \(padded.nameZH) (\(padded.nameEN)) with its zero lost",
            "a code of another survey, such as 'erdiao' or an outline code (CZCSXM)",
        ])
    }
}
