// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are the same in every run: SplitMix64.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A sequence of its own for each seed.
    public init(seed: UInt64) { state = seed }

    /// A sequence of its own for each key of a seed, such as a simulated survey's number.
    public init(seed: UInt64, key: UInt64) {
        state = seed
        state = next() ^ (key &* 0x9E37_79B9_7F4A_7C15)
        state = next()
    }

    /// A number from 0 to below 1.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
