// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#include "counting.h"

#include <string.h>

#if defined(__x86_64__) && defined(__ELF__)
#include <immintrin.h>
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
/// The loader would choose before a sanitizer is ready.
#define WIDEST
#else
/// Compiled for wider vectors too; the loader chooses.
#define WIDEST __attribute__((target_clones("avx2", "default")))
#endif
#define AVX2 __attribute__((target("avx2,bmi,popcnt")))
#define AVX512 __attribute__((target("avx512bw,bmi,popcnt")))
#define HAS(set) __builtin_cpu_supports(set)
#else
#define WIDEST
#endif

#define INLINE static inline __attribute__((always_inline))

// MARK: - Classes

typedef uint8_t lanes __attribute__((vector_size(32), aligned(1)));

/// The sums of four times 32 bytes, none of them above 127: 16 bits each, the first one lowest.
INLINE uint64_t sums(const lanes *a, const lanes *b, const lanes *c, const lanes *d) {
    const lanes *all[4] = {a, b, c, d};
#if defined(__SSE2__)
    // Sums of eight bytes each, which compilers do not find by themselves.
    const __m128i zero = _mm_setzero_si128();
    __m128i found = zero;
    for (int i = 0; i < 4; i++) {
        const __m128i *halves = (const __m128i *)all[i];
        __m128i both = _mm_add_epi8(_mm_loadu_si128(halves), _mm_loadu_si128(halves + 1));
        found = _mm_add_epi64(found, _mm_slli_epi64(_mm_sad_epu8(both, zero), 16 * i));
    }
    return (uint64_t)_mm_cvtsi128_si64(_mm_add_epi64(found, _mm_unpackhi_epi64(found, found)));
#else
    uint64_t found = 0;
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 32; j++) found += (uint64_t)(*all[i])[j] << 16 * i;
    }
    return found;
#endif
}

/// Ones, then zeroes: from 32 − n on it lets the first n of 32 bytes through.
static const uint8_t window[64] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

/// Adds what was met of one class, and answers how often that was.
INLINE size_t add(uint64_t met, uint32_t *seen, uint64_t area, steppe_total *total) {
    *seen += (uint32_t)met;
    total->pixels += met;
    total->area += met * area;
    return met;
}

/// Counts four classes, and answers how many bytes are of them.
INLINE size_t add_four(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, uint64_t area,
    steppe_total *totals) {
    const lanes zero = {0};
    const lanes class_a = zero + classes[0], class_b = zero + classes[1];
    const lanes class_c = zero + classes[2], class_d = zero + classes[3];
    size_t met = 0;
    while (length > 0) {
        // A lane counts to 127 before it must be emptied.
        size_t blocks = length / 32 < 126 ? length / 32 : 126;
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
        uint64_t found = sums(&a, &b, &c, &d);
        for (int i = 0; i < 4; i++, found >>= 16) {
            met += add(found & 0xffff, seen + i, area, totals + classes[i]);
        }
    }
    return met;
}

WIDEST static size_t add_classes(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, uint64_t area,
    steppe_total *totals) {
    size_t left = length, place = 0;
    for (; left > 0 && place < 256; place += 4) {
        left -= add_four(bytes, length, classes + place, seen + place, area, totals);
    }
    return place;
}

#if defined(AVX512)
/// The same with a bit for each of 64 bytes.
AVX512 static size_t add_classes_by_bits(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, uint64_t area,
    steppe_total *totals) {
    const size_t blocks = length / 64;
    const __mmask64 rest = (UINT64_C(1) << length % 64) - 1;
    size_t left = length, place = 0;
    for (; left > 0 && place < 256; place += 4) {
        __m512i class[4];
        uint64_t met[4];
        __m512i value = _mm512_maskz_loadu_epi8(rest, bytes + 64 * blocks);
        for (int i = 0; i < 4; i++) {
            class[i] = _mm512_set1_epi8((char)classes[place + i]);
            met[i] = (uint64_t)_mm_popcnt_u64(_mm512_mask_cmpeq_epi8_mask(rest, value, class[i]));
        }
        for (size_t block = 0; block < blocks; block++) {
            value = _mm512_loadu_si512(bytes + 64 * block);
            for (int i = 0; i < 4; i++) {
                met[i] += (uint64_t)_mm_popcnt_u64(_mm512_cmpeq_epi8_mask(value, class[i]));
            }
        }
        for (int i = 0; i < 4; i++) {
            left -= add(met[i], seen + place + i, area, totals + classes[place + i]);
        }
    }
    return place;
}
#endif

size_t steppe_add_classes(
    const uint8_t *bytes, size_t length, const uint8_t *classes, uint32_t *seen, uint64_t area,
    steppe_total *totals) {
#if defined(AVX512)
    if (HAS("avx512bw")) {
        return add_classes_by_bits(bytes, length, classes, seen, area, totals);
    }
#endif
    return add_classes(bytes, length, classes, seen, area, totals);
}

size_t steppe_add_classes_apart(
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
    size_t looked = steppe_add_classes(bytes, length, classes, seen, 0, totals);
    for (size_t place = 0; place < looked; place++) {
        uint64_t *sums = scratch + 4 * classes[place];
        totals[classes[place]].area += sums[0] + sums[1] + sums[2] + sums[3];
        memset(sums, 0, 4 * sizeof *sums);
    }
    return looked;
}

// MARK: - Pairs

/// Adds pairs to the totals of their numbers: of each block the first, with all that are like it, and
/// so on with what is left.
#define ADD_PAIRS(name, block, bits, vector, load, like, first, count)                            \
    static size_t name(                                                                            \
        const uint8_t *a, const uint8_t *b, size_t length, const int32_t *numbers, uint64_t area,  \
        steppe_total *totals) {                                                                    \
        for (size_t start = 0; start < length; start += block) {                                   \
            const size_t width = length - start < block ? length - start : block;                  \
            const bits all = (bits)-1 >> (block - width);                                          \
            const vector x = load(a + start), y = load(b + start);                                 \
            int32_t numbered[block];                                                               \
            size_t met[block], kinds = 0;                                                          \
            for (bits left = all; left != 0; kinds++) {                                            \
                const size_t i = start + (size_t)first(left);                                      \
                const bits same = left & like(x, a[i]) & like(y, b[i]);                            \
                numbered[kinds] = numbers[a[i] << 8 | b[i]];                                       \
                if (numbered[kinds] < 0) return start;                                             \
                met[kinds] = (size_t)count(same);                                                  \
                left &= ~same;                                                                     \
            }                                                                                      \
            for (size_t i = 0; i < kinds; i++) {                                                   \
                totals[numbered[i]].pixels += met[i];                                              \
                totals[numbered[i]].area += met[i] * area;                                         \
            }                                                                                      \
        }                                                                                          \
        return length;                                                                             \
    }

#if defined(AVX512)
#define LOAD_64(bytes) _mm512_loadu_si512(bytes)
#define LIKE_64(values, byte) _mm512_cmpeq_epi8_mask(values, _mm512_set1_epi8((char)(byte)))
AVX512 ADD_PAIRS(
    add_pairs_of_64, 64, uint64_t, __m512i, LOAD_64, LIKE_64, __builtin_ctzll, __builtin_popcountll)

#define LOAD_32(bytes) _mm256_loadu_si256((const __m256i *)(bytes))
#define LIKE_32(values, byte)                                                                      \
    (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(values, _mm256_set1_epi8((char)(byte))))
AVX2 ADD_PAIRS(
    add_pairs_of_32, 32, uint32_t, __m256i, LOAD_32, LIKE_32, __builtin_ctz, __builtin_popcount)
#endif

/// The same one run of equal pairs after the other.
static size_t add_pairs(
    const uint8_t *a, const uint8_t *b, size_t length, const int32_t *numbers, uint64_t area,
    steppe_total *totals) {
    for (size_t start = 0, end; start < length; start = end) {
        const int32_t number = numbers[a[start] << 8 | b[start]];
        if (number < 0) return start;
        for (end = start + 1; end < length && a[end] == a[start] && b[end] == b[start];) end++;
        totals[number].pixels += end - start;
        totals[number].area += (end - start) * area;
    }
    return length;
}

size_t steppe_add_pairs(
    const uint8_t *a, const uint8_t *b, size_t length, const int32_t *numbers, uint64_t area,
    steppe_total *totals) {
#if defined(AVX512)
    if (HAS("avx512bw")) return add_pairs_of_64(a, b, length, numbers, area, totals);
    if (HAS("avx2")) return add_pairs_of_32(a, b, length, numbers, area, totals);
#endif
    return add_pairs(a, b, length, numbers, area, totals);
}

// MARK: - Combinations

#define NUMBERS(name, type)                                                                        \
    size_t name(const type *pixels, size_t length, const int32_t *symbols, int32_t *numbers) {      \
        for (size_t i = 0; i < length; i++) {                                                      \
            const int32_t number = symbols[pixels[i]];                                             \
            if (number < 0) return i;                                                              \
            numbers[i] = number;                                                                   \
        }                                                                                          \
        return length;                                                                             \
    }

NUMBERS(steppe_numbers_of_u8, uint8_t)
NUMBERS(steppe_numbers_of_i8, int8_t)
NUMBERS(steppe_numbers_of_u16, uint16_t)
NUMBERS(steppe_numbers_of_i16, int16_t)

INLINE int32_t pair(int32_t a, int32_t b, const steppe_pair_table *pairs) {
    const uint32_t row = (uint32_t)a, column = (uint32_t)b;
    const int is_inside = row < pairs->height && column < pairs->width;
    return pairs->numbers[is_inside ? row * pairs->width + column : pairs->width * pairs->height];
}

static size_t fold(
    const int32_t *a, const int32_t *b, size_t length, const steppe_pair_table *pairs,
    int32_t *numbers) {
    for (size_t i = 0; i < length; i++) {
        const int32_t number = pair(a[i], b[i], pairs);
        if (number < 0) return i;
        numbers[i] = number;
    }
    return length;
}

#if defined(AVX2)
/// The same eight at a time.
AVX2 static size_t fold_by_eight(
    const int32_t *a, const int32_t *b, size_t length, const steppe_pair_table *pairs,
    int32_t *numbers) {
    if (pairs->width == 0 || pairs->height == 0) return 0;
    const __m256i width = _mm256_set1_epi32((int)pairs->width);
    const __m256i last_row = _mm256_set1_epi32((int)pairs->height - 1);
    const __m256i last_column = _mm256_set1_epi32((int)pairs->width - 1);
    const __m256i none = _mm256_set1_epi32((int)(pairs->width * pairs->height));
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        const __m256i row = _mm256_loadu_si256((const __m256i *)(a + i));
        const __m256i column = _mm256_loadu_si256((const __m256i *)(b + i));
        const __m256i is_inside = _mm256_and_si256(
            _mm256_cmpeq_epi32(_mm256_min_epu32(row, last_row), row),
            _mm256_cmpeq_epi32(_mm256_min_epu32(column, last_column), column));
        const __m256i place = _mm256_blendv_epi8(
            none, _mm256_add_epi32(_mm256_mullo_epi32(row, width), column), is_inside);
        const __m256i number = _mm256_i32gather_epi32(pairs->numbers, place, 4);
        if (_mm256_movemask_ps(_mm256_castsi256_ps(number)) != 0) return i;
        _mm256_storeu_si256((__m256i *)(numbers + i), number);
    }
    return i + fold(a + i, b + i, length - i, pairs, numbers + i);
}
#endif

size_t steppe_fold(
    const int32_t *a, const int32_t *b, size_t length, const steppe_pair_table *pairs,
    int32_t *numbers) {
#if defined(AVX2)
    if (HAS("avx2")) return fold_by_eight(a, b, length, pairs, numbers);
#endif
    return fold(a, b, length, pairs, numbers);
}

// MARK: - Values

WIDEST int steppe_pack(const int64_t *values, size_t length, uint64_t *packed) {
    int64_t magnitudes = 0;
    for (size_t i = 0; i < length; i++) {
        const int64_t value = values[i], has_value = value == INT64_MIN ? 0 : -1;
        packed[i] = steppe_packed_pixel +
                    ((uint64_t)has_value & (steppe_packed_valued + (uint64_t)value));
        // The bits of what is below 0 turned over: one less than its magnitude.
        magnitudes |= has_value & (value < 0 ? ~value : value);
    }
    return magnitudes < steppe_packed_limit;
}

// MARK: - Numbers

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

// MARK: - Search

WIDEST static size_t find_any(
    const uint8_t *bytes, size_t length, const uint8_t *wanted, size_t count) {
    const lanes zero = {0};
    for (size_t start = 0; start < length; start += 32) {
        lanes value = *(const lanes *)(bytes + start);
        lanes found = zero;
        for (size_t i = 0; i < count; i++) found |= (lanes)(value == zero + wanted[i]);
        uint64_t parts[4];
        memcpy(parts, &found, sizeof parts);
        if (!(parts[0] | parts[1] | parts[2] | parts[3])) continue;
        for (size_t i = 0; i < 32 && start + i < length; i++) {
            if (found[i]) return start + i;
        }
    }
    return length;
}

size_t steppe_find_any(
    const uint8_t *bytes, size_t length, const uint8_t *wanted, size_t count) {
    return find_any(bytes, length, wanted, count);
}
