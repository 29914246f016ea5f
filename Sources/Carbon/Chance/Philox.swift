// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Philox4x32-10: a random block that is a pure function of a counter and a key.
///
/// Nothing is carried from one draw to the next, so any thread may make any draw.
///
/// - Source: Salmon, Moraes, Dror & Shaw 2011, *Parallel random numbers: as easy as 1, 2, 3*, SC11.
enum Philox {
    /// The 128 random bits of one counter under one key.
    @inline(__always)
    static func block(_ counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var (a, b, c, d) = (counter.x, counter.y, counter.z, counter.w)
        var (k0, k1) = (key.x, key.y)
        for _ in 0..<10 {
            let first = UInt64(a) &* 0xD251_1F53
            let second = UInt64(c) &* 0xCD9E_8D57
            (a, b, c, d) = (
                UInt32(truncatingIfNeeded: second >> 32) ^ b ^ k0,
                UInt32(truncatingIfNeeded: second),
                UInt32(truncatingIfNeeded: first >> 32) ^ d ^ k1,
                UInt32(truncatingIfNeeded: first)
            )
            k0 &+= 0x9E37_79B9
            k1 &+= 0xBB67_AE85
        }
        return SIMD4(a, b, c, d)
    }
}

/// One variable's own endless row of random numbers, addressed by draw.
///
/// Keyed by the run's seed and by the variable's name and zone: other variables, zones and threads
/// come and go without changing it.
struct RandomStream: Sendable {
    private let key: SIMD2<UInt32>
    private let name: SIMD2<UInt32>

    init(seed: UInt64, variable: String, zone: String?) {
        key = Self.words(seed)
        // FNV-1a, 64 bits; the separators occur in no name.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(variable)\u{1F}\(zone ?? "\u{1E}")".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        name = Self.words(hash)
    }

    /// Two uniform numbers in the open interval 0…1 for one counter.
    @inline(__always)
    func pair(_ draw: UInt32, attempt: UInt32 = 0) -> (Double, Double) {
        let bits = Philox.block(SIMD4(draw, attempt, name.x, name.y), key: key)
        return (Self.uniform(bits.x, bits.y), Self.uniform(bits.z, bits.w))
    }

    /// The uniform number of one draw; two draws share a block.
    @inline(__always)
    func uniform(_ draw: UInt32) -> Double {
        let both = pair(draw >> 1)
        return draw & 1 == 0 ? both.0 : both.1
    }

    /// 52 bits and a half: never 0, never 1.
    @inline(__always)
    private static func uniform(_ low: UInt32, _ high: UInt32) -> Double {
        let bits = (UInt64(high) << 32 | UInt64(low)) >> 12
        return (Double(bits) + 0.5) * 0x1p-52
    }

    private static func words(_ value: UInt64) -> SIMD2<UInt32> {
        SIMD2(UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
    }
}
