// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a raster's traits say for and against one scheme.
struct SchemeEvidence {
    private let traits: RasterTraits
    private let scheme: ClassScheme
    private var score = 0
    private var reasons: [String] = []
    private var objections: [String] = []
    private var isExcluded = false
    private var isNamed = false
    private var hasColours = false
    private var matchedCodes: Set<Int> = []

    /// How far a channel may be off, 0…255: editions of one product differ by up to 13.
    private static let colourTolerance = 16

    init(of traits: RasterTraits, for scheme: ClassScheme) {
        self.traits = traits
        self.scheme = (try? scheme.readingLostZeros(among: (traits.codes ?? [:]).keys)) ?? scheme
        weighCodes()
        weighColours()
        weighNames()
        weighWords()
    }

    var candidate: SchemeRecognition.Candidate {
        SchemeRecognition.Candidate(
            scheme: scheme, score: score, reasons: reasons, objections: objections,
            isExcluded: isExcluded, isNamed: isNamed, hasColours: hasColours,
            matchedCodes: matchedCodes)
    }

    // MARK: Codes

    /// Excludes a scheme that cannot read all that was found.
    private mutating func weighCodes() {
        guard let codes = traits.codes?.keys.sorted() else { return }
        let unknown = codes.filter { !scheme.knows($0) }
        let foreign = codes.filter { scheme.clues.foreign.contains($0) }
        let known = codes.filter { scheme.knows($0) && !scheme.nodata.contains($0) }
        if let first = foreign.first {
            exclude("code \(first) belongs to another scheme")
        } else if !unknown.isEmpty {
            exclude("it does not know code\(unknown.count > 1 ? "s" : "") \(Self.list(unknown))")
        } else if known.isEmpty {
            exclude("none of its classes was found")
        }
    }

    // MARK: Colours

    private mutating func weighColours() {
        let table = Self.meaningfulColours(traits.colours)
        guard table.count >= 3 else { return }
        var compared = 0
        for (code, colour) in table {
            guard let off = Self.offset(of: colour, from: code, in: scheme) else { continue }
            compared += 1
            if off <= Self.colourTolerance { matchedCodes.insert(code) }
        }
        let matched = matchedCodes.count
        let share = compared == 0 ? 0 : Double(matched) / Double(compared)
        let kinds = Set(matchedCodes.compactMap { table[$0] }).count
        switch (share, kinds) {
        case (0.9..., 5...): support(6, "\(matched) of \(compared) colours are its own")
        case (0.9..., 3...): support(4, "\(matched) of \(compared) colours are its own")
        case (0.7..., 4...): support(3, "\(matched) of \(compared) colours are its own")
        case (..<0.5, _) where compared >= 3:
            score -= scheme.areColoursVerified ? 4 : 2
            objections.append("only \(matched) of \(compared) colours are its own")
        default: break
        }
        hasColours = share >= 0.7 && kinds >= 3
    }

    /// The colours that a table really assigns: no filler, and no plain ramp of greys.
    private static func meaningfulColours(_ table: [Int: Colour]) -> [Int: Colour] {
        var uses: [Colour: Int] = [:]
        for colour in table.values { uses[colour, default: 0] += 1 }
        let chosen = table.filter { _, colour in
            uses[colour, default: 0] <= 8 && colour.hex != "000000" && colour.hex != "FFFFFF"
        }
        let isRamp = chosen.values.allSatisfy { $0.red == $0.green && $0.green == $0.blue }
        return isRamp ? [:] : chosen
    }

    /// How far a colour is from the nearest that the product gives a code; `nil` if it gives none.
    private static func offset(of colour: Colour, from code: Int, in scheme: ClassScheme) -> Int? {
        guard let landClass = scheme.index.landClass(for: code) else { return nil }
        return colours(of: landClass).map { $0.distance(to: colour) }.min()
    }

    /// A class's colours, without those that tables are filled up with.
    private static func colours(of landClass: LandClass) -> [Colour] {
        ([landClass.productColour].compactMap(\.self) + landClass.otherColours)
            .filter { $0.hex != "000000" && $0.hex != "FFFFFF" }
    }

    /// How many of the table's colours the scheme has, though under other codes.
    static func coloursUnderOtherCodes(_ traits: RasterTraits, _ scheme: ClassScheme) -> Int {
        let schemeColours = scheme.classes.flatMap(Self.colours)
        let strayed = meaningfulColours(traits.colours).filter { code, colour in
            let inPlace = offset(of: colour, from: code, in: scheme) ?? 255
            return inPlace > colourTolerance
                && schemeColours.contains { $0.distance(to: colour) <= 4 }
        }
        return Set(strayed.values).count
    }

    // MARK: Class names

    private mutating func weighNames() {
        var compared = 0
        var matched = 0
        for (code, name) in traits.names where !Self.words(in: name).isEmpty {
            guard let landClass = scheme.index.landClass(for: code), landClass.category != .nodata
            else {
                continue
            }
            compared += 1
            if Self.isSameName(name, landClass.nameZH) || Self.isSameName(name, landClass.nameEN) {
                matched += 1
            }
        }
        guard compared >= 3 else { return }
        if matched * 10 >= compared * 7 {
            support(5, "\(matched) of \(compared) class names are its own")
        } else if matched * 10 < compared * 4 {
            score -= 4
            objections.append("only \(matched) of \(compared) class names are its own")
        }
    }

    /// Equal, or sharing half of their words or Chinese characters.
    static func isSameName(_ a: String, _ b: String) -> Bool {
        let (x, y) = (words(in: a), words(in: b))
        guard !x.isEmpty, !y.isEmpty else { return false }
        return 2 * x.intersection(y).count >= x.union(y).count
    }

    /// Lower-case words without a plural s; each Chinese character is a word of its own.
    private static func words(in text: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        for letter in text.lowercased() + " " {
            if letter.isASCII, letter.isLetter {
                word.append(letter)
                continue
            }
            if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { word.removeLast() }
            if !word.isEmpty, !["and", "or", "of", "with", "land"].contains(word) {
                words.insert(word)
            }
            word = ""
            if letter.isLetter { words.insert(String(letter)) }
        }
        return words
    }

    // MARK: Names of the product

    private mutating func weighWords() {
        let metadata = traits.metadata.sorted { $0.key < $1.key }
        let texts =
            metadata.map { ("metadata \($0.key)", "\($0.key)=\($0.value)") }
            + [("the band's description", traits.description), ("the file name", traits.fileName)]
        let clues = scheme.clues
        var isHinted = false
        for (place, text) in texts where !text.isEmpty {
            let isMetadata = place.hasPrefix("metadata")
            // Metadata may list every layer of a product; what it names, it does not rule out.
            let isListed = isMetadata && RecognitionClues.match(clues.names, in: text) != nil
            if !isListed, let other = RecognitionClues.match(clues.notNames, in: text) {
                exclude("\(place) says '\(other)', which is another layer or legend")
            } else if !isNamed, let name = RecognitionClues.match(clues.names, in: text) {
                isNamed = true
                support(isHinted ? 2 : 4, "\(place) says '\(name)'")
            } else if !isNamed, !isHinted,
                let name = RecognitionClues.match(clues.weakNames, in: text)
            {
                isHinted = true
                support(2, "\(place) says '\(name)'")
            }
        }
        if isNamed, traits.codes == nil, traits.colours.isEmpty, traits.names.isEmpty {
            score = min(score, SchemeRecognition.sufficientScore - 1)
            objections.append("a name alone is no proof: no code, colour or class name was seen")
        }
    }

    // MARK: Weighing

    private mutating func support(_ points: Int, _ reason: String) {
        score += points
        reasons.append(reason)
    }

    private mutating func exclude(_ objection: String) {
        isExcluded = true
        objections.insert(objection, at: 0)
    }

    private static func list(_ codes: [Int]) -> String {
        let shown = codes.prefix(6).map(String.init).joined(separator: ", ")
        return codes.count > 6 ? "\(shown) and \(codes.count - 6) more" : shown
    }
}
