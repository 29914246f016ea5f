// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Zonal

/// What all indicators say of a pixel, as one class code: two bits each, three for the status.
struct DegradationCode {
    private(set) var code: UInt16 = 0

    /// Nothing known.
    init() {}

    /// As it was measured; ground off the raster has nothing known.
    init(_ code: Code) {
        if case .value(let value) = code { self.code = UInt16(truncatingIfNeeded: value) }
    }

    /// As it was stored.
    init(stored: UInt16) { code = stored }

    /// What one indicator says; `nil` is no data. A status is set by ``status`` alone.
    subscript(indicator: DegradationTabulation.Indicator) -> LandTrend? {
        get {
            guard indicator != .status else { return status?.trend }
            let bits = Int(code >> indicator.shift & 3)
            return bits == 0 ? nil : LandTrend(rawValue: bits - 2)
        }
        set {
            guard indicator != .status else { return }
            code &= ~(3 << indicator.shift)
            code |= UInt16((newValue?.rawValue ?? -2) + 2) << indicator.shift
        }
    }

    /// The status against a baseline; `nil` is no data.
    var status: DegradationStatus? {
        get { DegradationStatus(rawValue: Int(code >> Self.statusShift)) }
        set {
            code &= (1 << Self.statusShift) - 1
            code |= UInt16(newValue?.rawValue ?? 0) << Self.statusShift
        }
    }

    private static let statusShift: UInt16 = 8

    /// What a raster of an indicator holds.
    func stored(of indicator: DegradationTabulation.Indicator) -> Int {
        (indicator == .status ? status?.rawValue : self[indicator]?.rawValue) ?? LandTrend.noData
    }
}

extension DegradationTabulation.Indicator {
    fileprivate var shift: UInt16 {
        switch self {
        case .productivity: 0
        case .landCover: 2
        case .soilCarbon: 4
        case .degradation: 6
        case .status: 8
        }
    }
}
