// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// How a raster writes NDVI: `ndvi = code × scale + offset`.
public struct NDVIEncoding: Hashable, Sendable {
    /// NDVI per code, as GDAL's scale.
    public let scale: Double
    /// NDVI of code 0, as GDAL's offset.
    public let offset: Double
    /// The code that means no value; `nil` if none.
    public let nodata: Double?
    /// Codes outside this range are no value, either.
    public let validCodes: ClosedRange<Double>
    /// 10,000 for a scale of 0.0001: dividing by it keeps code 1800 at 0.18 to the last bit.
    private let divisor: Double?

    /// An encoding; a plain NDVI raster has scale 1 and offset 0.
    public init(
        scale: Double = 1, offset: Double = 0, nodata: Double? = nil,
        validCodes: ClosedRange<Double> = -.infinity ... .infinity
    ) {
        self.scale = scale
        self.offset = offset
        self.nodata = nodata
        self.validCodes = validCodes
        let inverse = (1 / scale).rounded()
        divisor = scale < 1 && abs(inverse * scale - 1) < 1e-12 ? inverse : nil
    }

    /// MOD13: × 0.0001, −2000…10000, −3000 is fill.
    public static let modis = NDVIEncoding(scale: 0.0001, nodata: -3000, validCodes: -2000...10000)

    /// Whether a code is a value.
    func isValid(_ code: Double) -> Bool {
        !code.isNaN && code != nodata && validCodes.contains(code)
    }

    /// The NDVI that a code stands for.
    func ndvi(_ code: Double) -> Double {
        (divisor.map { code / $0 } ?? code * scale) + offset
    }

    /// Refuses what is no NDVI.
    func check(_ code: Double, _ pixel: Int) throws(VegetationCoverError) {
        let value = ndvi(code)
        guard abs(value) <= 1 + 1e-9 else { throw .notNDVI(value: value, pixel: pixel) }
    }
}

/// How cover grows between the end members.
public enum CoverModel: String, CaseIterable, Sendable {
    /// Gutman & Ignatov 1998.
    case linear
    /// Carlson & Ripley 1997, from memory.
    case squared
}

/// Fractional vegetation cover of one NDVI, by the dimidiate pixel model.
///
/// `(ndvi − soil) / (canopy − soil)`, held within 0…1.
public func vegetationCover(
    of ndvi: Double, between members: EndMembers, model: CoverModel = .linear
) -> Double {
    let share = min(max((ndvi - members.soil) / (members.canopy - members.soil), 0), 1)
    return model == .squared ? share * share : share
}

/// Replaces each NDVI by its fractional vegetation cover; NaN stays.
///
/// - Parameters:
///   - pixels: NDVI, any shape.
///   - members: NDVI of bare soil and full canopy.
///   - model: Linear, or squared.
public func vegetationCover(
    ofEach pixels: inout MutableSpan<Double>, between members: EndMembers,
    model: CoverModel = .linear
) {
    let (soil, span) = (members.soil, members.canopy - members.soil)
    pixels.withUnsafeMutableBufferPointer { pixels in
        for index in pixels.indices {
            let ndvi = pixels[index]
            let share = (ndvi - soil) / span
            let clamped = share < 0 ? 0 : share > 1 ? 1 : share
            pixels[index] = model == .squared ? clamped * clamped : clamped
        }
    }
}

/// Fractional vegetation cover from integer NDVI, by the dimidiate pixel model 像元二分模型.
///
/// A pixel mixes bare soil and full canopy; its cover is where its NDVI lies between theirs:
/// `(ndvi − soil) / (canopy − soil)`, held within 0…1. O(`codes.count`), no allocation.
///
/// - Source: Gutman & Ignatov 1998, *Int. J. Remote Sensing* 19(8), 1533–1543.
/// - Parameters:
///   - codes: NDVI codes, any shape. Mask water beforehand.
///   - encoding: Scale, offset and nodata of the codes.
///   - members: NDVI of bare soil and full canopy.
///   - model: Linear, or squared.
///   - cover: The same shape; a fraction, or NaN for nodata: bare ground is not missing ground.
/// - Throws: ``VegetationCoverError/notNDVI(value:pixel:)`` at a valid code outside −1…1.
public func vegetationCover(
    of codes: Span<Int16>, _ encoding: NDVIEncoding, between members: EndMembers,
    model: CoverModel = .linear, into cover: inout MutableSpan<Float>
) throws(VegetationCoverError) {
    precondition(codes.count == cover.count, "\(cover.count) covers for \(codes.count) pixels")
    for index in codes.indices {
        let code = Double(codes[index])
        cover[index] = try coverOfPixel(code, index, encoding, members, model)
    }
}

/// Fractional vegetation cover from floating NDVI, as for integer codes; NaN is nodata too.
public func vegetationCover(
    of codes: Span<Float>, _ encoding: NDVIEncoding, between members: EndMembers,
    model: CoverModel = .linear, into cover: inout MutableSpan<Float>
) throws(VegetationCoverError) {
    precondition(codes.count == cover.count, "\(cover.count) covers for \(codes.count) pixels")
    for index in codes.indices {
        let code = Double(codes[index])
        cover[index] = try coverOfPixel(code, index, encoding, members, model)
    }
}

@inline(__always)
private func coverOfPixel(
    _ code: Double, _ pixel: Int, _ encoding: NDVIEncoding, _ members: EndMembers,
    _ model: CoverModel
) throws(VegetationCoverError) -> Float {
    guard encoding.isValid(code) else { return .nan }
    try encoding.check(code, pixel)
    return Float(vegetationCover(of: encoding.ndvi(code), between: members, model: model))
}

/// Takes one date into a maximum value composite.
///
/// - Parameters:
///   - composite: The composite so far; start with a copy of the first date.
///   - date: Another date, the same shape and encoding.
///   - encoding: Tells codes that are no value: such a pixel takes the other date's code.
public func takeMaximum(
    into composite: inout MutableSpan<Int16>, of date: Span<Int16>, _ encoding: NDVIEncoding
) {
    precondition(composite.count == date.count, "\(date.count) pixels for \(composite.count)")
    for index in date.indices where encoding.isValid(Double(date[index])) {
        if !encoding.isValid(Double(composite[index])) || date[index] > composite[index] {
            composite[index] = date[index]
        }
    }
}

/// Takes one date into a maximum value composite of floating values; NaN is no value.
public func takeMaximum(
    into composite: inout MutableSpan<Float>, of date: Span<Float>, _ encoding: NDVIEncoding
) {
    precondition(composite.count == date.count, "\(date.count) pixels for \(composite.count)")
    for index in date.indices where encoding.isValid(Double(date[index])) {
        if !encoding.isValid(Double(composite[index])) || date[index] > composite[index] {
            composite[index] = date[index]
        }
    }
}

/// Classes of vegetation cover for maps: below 10, 30, 45, 60, 75 %, and above.
///
/// - Source: breaks 30/45/60/75 as in SL 190-2007, from memory; 10 added for mobile sand.
public enum CoverClass: Int, CaseIterable, Sendable {
    case below10, below30, below45, below60, below75, atLeast75

    /// The lowest cover of each class but the first.
    public static let breaks = [0.10, 0.30, 0.45, 0.60, 0.75]

    /// The class of a cover, 0…1; a cover on a break belongs above it. `nil` for NaN.
    public init?(cover: Double) {
        guard !cover.isNaN else { return nil }
        self.init(rawValue: Self.breaks.count { cover >= $0 })
    }
}
