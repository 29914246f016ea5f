// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#include "counting.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef uint8_t lanes __attribute__((vector_size(32), aligned(1)));

#if defined(__x86_64__) && defined(__ELF__)
#define WIDEST __attribute__((target_clones("avx2", "default")))
#else
#define WIDEST
#endif

/// The sum of 32 bytes.
static inline __attribute__((always_inline)) uint32_t sum(const lanes *counts) {
#if defined(__SSE2__)
    // Sums of eight bytes each, which compilers do not find by themselves.
    const __m128i *halves = (const __m128i *)counts, zero = _mm_setzero_si128();
    __m128i sums = _mm_add_epi64(
        _mm_sad_epu8(_mm_loadu_si128(halves), zero), _mm_sad_epu8(_mm_loadu_si128(halves + 1), zero));
    return (uint32_t)_mm_cvtsi128_si32(_mm_add_epi64(sums, _mm_unpackhi_epi64(sums, sums)));
#else
    uint32_t total = 0;
    for (int i = 0; i < 32; i++) total += (*counts)[i];
    return total;
#endif
}

/// Ones, then zeroes: from 32 − n on it lets the first n of 32 bytes through.
static const uint8_t window[64] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

static inline __attribute__((always_inline)) uint32_t count_four(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *counts) {
    lanes zero = {0};
    lanes class_a = zero + classes[0], class_b = zero + classes[1];
    lanes class_c = zero + classes[2], class_d = zero + classes[3];
    uint32_t total[4] = {0, 0, 0, 0};
    while (length > 0) {
        // A lane counts to 255 before it must be emptied.
        size_t blocks = length / 32 < 254 ? length / 32 : 254;
        lanes a = zero, b = zero, c = zero, d = zero;
        for (size_t i = 0; i < blocks; i++) {
            lanes value = *(const lanes *)(bytes + 32 * i);
            a -= (lanes)(value == class_a);
            b -= (lanes)(value == class_b);
            c -= (lanes)(value == class_c);
            d -= (lanes)(value == class_d);
        }
        bytes += 32 * blocks;
        length -= 32 * blocks;
        if (length < 32) {
            lanes value = *(const lanes *)bytes;
            lanes counted = *(const lanes *)(window + 32 - length);
            a -= (lanes)(value == class_a) & counted;
            b -= (lanes)(value == class_b) & counted;
            c -= (lanes)(value == class_c) & counted;
            d -= (lanes)(value == class_d) & counted;
            length = 0;
        }
        total[0] += sum(&a);
        total[1] += sum(&b);
        total[2] += sum(&c);
        total[3] += sum(&d);
    }
    for (int i = 0; i < 4; i++) counts[i] += total[i];
    return total[0] + total[1] + total[2] + total[3];
}

WIDEST void steppe_count_classes(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *counts) {
    size_t left = length;
    for (size_t i = 0; i < 256 && left > 0; i += 4) {
        left -= count_four(bytes, length, classes + i, counts + i);
    }
}
