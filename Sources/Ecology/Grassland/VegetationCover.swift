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
