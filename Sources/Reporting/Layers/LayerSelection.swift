// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Foundation
package import LandCover
internal import Zonal

/// What of a raster becomes polygons.
public enum LayerSelection: Hashable, Sendable {
    /// Ecological categories: all classes of one category together.
    case categories([String])
    /// Class codes, each for itself.
    case classes([Int])
    /// Every class, each for itself.
    case everyClass
    /// What changed since an earlier raster.
    case changes(LandChange)

    /// The changes that are asked for; `nil` for what one year shows.
    package var changes: LandChange? { if case .changes(let change) = self { change } else { nil } }
}

extension LayerSelection {
    /// The kinds that are in a raster, in order, from every code in it and what the codes mean.
    package func kinds(
        amongCodes codes: [Int], scheme: ClassScheme?, raster: String
    ) throws(LayerError) -> [PatchKind] {
        let known = codes.filter { !(scheme?.nodata.contains($0) ?? false) }
        let kinds: [PatchKind]
        let what: String
        switch self {
        case .categories(let names):
            guard let scheme else { throw .needsScheme(raster: raster) }
            what = names.joined(separator: ", ")
            var categoryKinds: [PatchKind] = []
            for name in names {
                guard let category = Category(rawValue: name) else {
                    throw .unknownCategory(name: name)
                }
                let categoryCodes = known.filter {
                    scheme.landClass(of: .value($0))?.category == category
                }
                guard !categoryCodes.isEmpty else { continue }
                categoryKinds.append(
                    PatchKind(
                        codes: Set(categoryCodes),
                        code: categoryCodes.count == 1 ? "\(categoryCodes[0])" : "",
                        zh: category.nameZH, en: category.nameEN, category: category,
                        colour: category.colour))
            }
            kinds = categoryKinds
        case .classes(let wanted):
            what = "class " + wanted.map(String.init).joined(separator: ", ")
            kinds = known.filter(wanted.contains).map { kind(of: $0, scheme) }
        case .everyClass:
            what = "any class"
            kinds = known.map { kind(of: $0, scheme) }
        case .changes(let change):
            what = change.words
            kinds = []
        }
        guard !kinds.isEmpty else { throw .nothingSelected(raster: raster, what: what) }
        return kinds
    }

    private func kind(of code: Int, _ scheme: ClassScheme?) -> PatchKind {
        let landClass = scheme?.landClass(of: .value(code))
        return PatchKind(
            codes: [code], code: "\(code)", zh: landClass?.nameZH ?? "",
            en: landClass?.nameEN ?? "",
            category: landClass?.category,
            colour: landClass?.colour ?? LandCover.Category.allCases[abs(code) % 14].colour)
    }
}

/// Reads an area such as `1ha`, `15mu`, `15亩`, `500m2` or `0.1km2`, in m².
///
/// - Throws: ``LayerError/badAmount(text:example:)``.
public func squareMetres(ofArea text: String) throws(LayerError) -> Double {
    let units = [
        ("km2", 1e6), ("ha", 1e4), ("公顷", 1e4), ("万亩", 1e8 / 15), ("wan_mu", 1e8 / 15),
        ("mu", 1e4 / 15), ("亩", 1e4 / 15), ("m2", 1),
    ]
    guard let value = amount(text, units) else {
        throw .badAmount(text: text, example: "1ha, 15mu, 500m2 or 0.1km2")
    }
    return value
}

/// Reads a length such as `30m` or `0.5km`, in metres.
///
/// - Throws: ``LayerError/badAmount(text:example:)``.
public func metres(ofLength text: String) throws(LayerError) -> Double {
    guard let value = amount(text, [("km", 1e3), ("m", 1)]) else {
        throw .badAmount(text: text, example: "30m or 0.5km")
    }
    return value
}

private func amount(_ text: String, _ units: [(name: String, worth: Double)]) -> Double? {
    let text = text.filter { !$0.isWhitespace }.lowercased()
    for unit in units where text.hasSuffix(unit.name) {
        guard let number = Double(text.dropLast(unit.name.count)), number.isFinite, number >= 0
        else { return nil }
        return number * unit.worth
    }
    return nil
}
