// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// The schemes that can be called by name.
public struct SchemeCatalogue: Sendable {
    /// The schemes, in the order in which they are listed.
    public let schemes: [ClassScheme]
    private let places: [String: Int]

    /// A catalogue of these schemes; where two share a name, the earlier one has it.
    public init(_ schemes: [ClassScheme]) {
        self.schemes = schemes
        var places: [String: Int] = [:]
        for (place, scheme) in schemes.enumerated() {
            places[Self.folded(scheme.id)] = places[Self.folded(scheme.id)] ?? place
        }
        for (place, scheme) in schemes.enumerated() {
            for alias in scheme.aliases {
                places[Self.folded(alias)] = places[Self.folded(alias)] ?? place
            }
        }
        self.places = places
    }

    /// The schemes that ship with Steppe, from `GeoData/schemes`.
    ///
    /// - Throws: ``SchemeError`` where they cannot be found or one is damaged.
    public static func builtIn() throws(SchemeError) -> SchemeCatalogue {
        try bundled.get()
    }

    /// Read once: the bundled files do not change while the program runs.
    private static let bundled: Result<SchemeCatalogue, SchemeError> = readBundled()

    private static func readBundled() -> Result<SchemeCatalogue, SchemeError> {
        do throws(DataFileError) {
            var schemes: [ClassScheme] = []
            for file in try BundledData.files(in: "GeoData/schemes", ending: ".toml") {
                do throws(SchemeError) {
                    schemes.append(try ClassScheme(readingFrom: file))
                } catch {
                    return .failure(error)
                }
            }
            return .success(SchemeCatalogue(schemes))
        } catch {
            return .failure(.notBundled(error))
        }
    }

    /// The same catalogue with the user's schemes before it.
    public func adding(_ userSchemes: [ClassScheme]) -> SchemeCatalogue {
        SchemeCatalogue(userSchemes + schemes)
    }

    /// The scheme of a short name or alias, in any case, or of a `.toml` file.
    ///
    /// - Throws: ``SchemeError``, with the nearest name, where there is none.
    public func scheme(named name: String) throws(SchemeError) -> ClassScheme {
        if let place = places[Self.folded(name)] { return schemes[place] }
        if name.contains("/") || name.lowercased().hasSuffix(".toml") {
            return try ClassScheme(readingFrom: name)
        }
        let folded = Self.folded(name)
        let guess = nearest(to: folded, among: places.keys.sorted()).flatMap { places[$0] }
        throw .unknown(
            name: name, known: schemes.map(\.id), nearest: guess.map { schemes[$0].id })
    }

    /// The short names of the schemes that can read every one of these codes.
    ///
    /// A scheme that reads them all only because it reads any code (a range over most of them)
    /// is listed like any other: the names are hints, not findings.
    public func schemes(knowing codes: some Sequence<Int>) -> [String] {
        let codes = Array(codes)
        return schemes.filter { scheme in
            guard let reading = try? scheme.readingLostZeros(among: codes) else { return false }
            return codes.allSatisfy(reading.knows)
        }.map(\.id)
    }

    /// Completes an error with the schemes that know every code found beside it.
    public func mending(
        _ error: UnknownCodeError, amongCodes codes: some Sequence<Int>
    ) -> UnknownCodeError {
        var mended = error
        mended.betterSchemes = schemes(knowing: codes).filter { $0 != error.scheme }
        return mended
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().map { $0 == "_" || $0 == " " ? "-" : String($0) }.joined()
    }
}
