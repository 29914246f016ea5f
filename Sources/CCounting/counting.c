// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#include "counting.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef uint8_t lanes __attribute__((vector_size(32), aligned(1)));

#if defined(__x86_64__) && defined(__ELF__)
#define WIDEST __attribute__((target_clones("avx2", "default")))
#else
#define WIDEST
#endif

#define INLINE static inline __attribute__((always_inline))

/// The sum of 32 bytes.
INLINE uint32_t sum(const lanes *counts) {
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

/// Counts four classes, and answers how many bytes are of them.
INLINE size_t add_four(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, uint64_t area,
    steppe_total *totals) {
    const lanes zero = {0};
    const lanes class_a = zero + classes[0], class_b = zero + classes[1];
    const lanes class_c = zero + classes[2], class_d = zero + classes[3];
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
    for (int i = 0; i < 4; i++) {
        steppe_total *found = totals + classes[i];
        seen[i] += total[i];
        found->pixels += total[i];
        found->area += total[i] * area;
    }
    return total[0] + total[1] + total[2] + total[3];
}

WIDEST size_t steppe_add_classes(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, uint64_t area,
    steppe_total *totals) {
    size_t left = length, place = 0;
    while (left > 0 && place < 256) {
        left -= add_four(bytes, length, classes + place, seen + place, area, totals);
        place += 4;
    }
    return place;
}

WIDEST size_t steppe_add_classes_apart(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, const int64_t *areas,
    steppe_total *totals, uint64_t *scratch) {
    // Four sums take turns, so that a pixel need not wait for the one before it of the same class.
    size_t i = 0;
    for (; i + 4 <= length; i += 4) {
        scratch[4 * bytes[i]] += (uint64_t)areas[i];
        scratch[4 * bytes[i + 1] + 1] += (uint64_t)areas[i + 1];
        scratch[4 * bytes[i + 2] + 2] += (uint64_t)areas[i + 2];
        scratch[4 * bytes[i + 3] + 3] += (uint64_t)areas[i + 3];
    }
    for (; i < length; i++) scratch[4 * bytes[i]] += (uint64_t)areas[i];
    size_t left = length, place = 0;
    while (left > 0 && place < 256) {
        left -= add_four(bytes, length, classes + place, seen + place, 0, totals);
        for (size_t end = place + 4; place < end; place++) {
            uint64_t *sums = scratch + 4 * classes[place];
            totals[classes[place]].area += sums[0] + sums[1] + sums[2] + sums[3];
            memset(sums, 0, 4 * sizeof *sums);
        }
    }
    return place;
}

/// Four pairs to be counted, and what was met of them.
typedef struct {
    lanes a[4], b[4], counts[4];
} four_pairs;

/// Counts in 32 pairs, of which `kept` lets some through, and marks those that were met.
INLINE void meet(
    four_pairs *pairs, const uint8_t *a, const uint8_t *b, uint8_t *marks, const lanes *kept) {
    lanes x = *(const lanes *)a, y = *(const lanes *)b, met = *(const lanes *)marks;
    for (int i = 0; i < 4; i++) {
        lanes same = (lanes)(x == pairs->a[i]) & (lanes)(y == pairs->b[i]) & *kept;
        pairs->counts[i] -= same;
        met |= same;
    }
    *(lanes *)marks = met;
}

/// Counts four pairs, marks where they are, and answers how many there are.
INLINE size_t count_four_pairs(
    const uint8_t *a, const uint8_t *b, size_t length, const uint8_t *first, const uint8_t *second,
    uint32_t *counts, uint8_t *marks) {
    const lanes zero = {0}, all = ~zero;
    four_pairs pairs;
    for (int i = 0; i < 4; i++) {
        pairs.a[i] = zero + first[i];
        pairs.b[i] = zero + second[i];
        counts[i] = 0;
    }
    for (size_t start = 0; start < length;) {
        for (int i = 0; i < 4; i++) pairs.counts[i] = zero;
        size_t end = start + 32 * 254 < length ? start + 32 * 254 : length;
        for (; start + 32 <= end; start += 32) {
            meet(&pairs, a + start, b + start, marks + start, &all);
        }
        if (start < end) {
            const lanes *kept = (const lanes *)(window + 32 - (end - start));
            meet(&pairs, a + start, b + start, marks + start, kept);
            start = end;
        }
        for (int i = 0; i < 4; i++) counts[i] += sum(&pairs.counts[i]);
    }
    return counts[0] + counts[1] + counts[2] + counts[3];
}

WIDEST size_t steppe_count_pairs(
    const uint8_t *a, const uint8_t *b, size_t length, const uint8_t *first, const uint8_t *second,
    size_t fours, uint32_t *counts, const int32_t *numbers, int32_t *others, uint8_t *scratch) {
    memset(scratch, 0, length);
    memset(scratch + length, 255, 32);
    memset(counts, 0, 4 * fours * sizeof *counts);
    size_t left = length, found = 0;
    // Looking four pairs up together costs as much as one in fourteen of them one by one.
    for (size_t i = 0; i < fours && left > length / 14; i++) {
        left -= count_four_pairs(
            a, b, length, first + 4 * i, second + 4 * i, counts + 4 * i, scratch);
    }
    for (size_t start = 0; found < left; start += 8) {
        uint64_t marks;
        memcpy(&marks, scratch + start, 8);
        for (uint64_t open = ~marks & 0x0101010101010101; open != 0; open &= open - 1) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            size_t i = start + (size_t)__builtin_ctzll(open) / 8;
#else
            size_t i = start + 7 - (size_t)__builtin_ctzll(open) / 8;
#endif
            others[found++] = numbers[a[i] << 8 | b[i]];
        }
    }
    return found;
}

WIDEST void steppe_parabola(
    int64_t *values, size_t count, double first, double step, double start, double slope, double bend,
    double largest) {
    // A fused multiplication would give other bits where the processor has one.
#pragma STDC FP_CONTRACT OFF
    // From here on doubles have no fraction, and their bits are those of the integer.
    const double whole = 0x1.8p52;
    for (size_t i = 0; i < count; i++) {
        double t = first + step * (double)(int32_t)i;
        double value = start + t * (slope + t * bend);
        value = value < 0 ? 0 : value > largest ? largest : value;
        double shifted = value + whole;
        int64_t bits;
        memcpy(&bits, &shifted, sizeof bits);
        values[i] = bits & ((INT64_C(1) << 51) - 1);
    }
}

// Numbers are held within what 32 bits hold before they are converted: beyond, C defines nothing. The
// least is no code, so that it may stand for what is none.
#define INTEGERS(name, type, least, most)                                                   \
    WIDEST void name(const type *numbers, size_t count, int32_t *integers) {                \
        for (size_t i = 0; i < count; i++) {                                                \
            type number = numbers[i];                                                       \
            type held = number > least ? number : least;                                    \
            held = held < most ? held : most;                                               \
            int32_t integer = (int32_t)held;                                                \
            integers[i] = (type)integer == number ? integer : INT32_MIN;                    \
        }                                                                                   \
    }

INTEGERS(steppe_integers_of_floats, float, -0x1p30f, 0x1p30f)
INTEGERS(steppe_integers_of_doubles, double, -0x1p30, 0x1p30)
