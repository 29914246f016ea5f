// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <stddef.h>
#include <stdint.h>

// In C because Swift cannot choose wider vectors at run time: on x86-64 AVX2 or AVX-512 serve
// where the processor has them.

/// How many bytes beyond those to be counted must be readable; they are not counted.
enum { steppe_overread = 64 };

/// What was counted of one class.
typedef struct {
    uint64_t pixels;
    /// Pixels times the area of each.
    uint64_t area;
} steppe_total;

/// Adds bytes to the totals of their classes.
///
/// `classes` holds each of the 256 codes once; four are counted at a time, so those that are frequent
/// should stand in front. `seen` has a place for each of `classes`, and grows by what was met there.
/// `totals` has a place for each code. `area` is that of one pixel. Answers how many places of
/// `classes` were looked at.
size_t steppe_add_classes(
    const uint8_t *_Nonnull bytes, size_t length, const uint8_t *_Nonnull classes,
    uint32_t *_Nonnull seen, uint64_t area, steppe_total *_Nonnull totals);

/// Adds bytes to the totals of their classes, each with an area of its own.
///
/// As ``steppe_add_classes``; `scratch` has four zeros for each code, before and after.
size_t steppe_add_classes_apart(
    const uint8_t *_Nonnull bytes, size_t length, const uint8_t *_Nonnull classes,
    uint32_t *_Nonnull seen, const int64_t *_Nonnull areas, steppe_total *_Nonnull totals,
    uint64_t *_Nonnull scratch);

/// Adds pairs of bytes, of one area each, to the totals of their numbers.
///
/// `numbers` gives the number of a pair by `a << 8 | b`, and −1 for one that has none. Answers how many
/// pairs were added: all, or those before one that has no number, or some fewer.
size_t steppe_add_pairs(
    const uint8_t *_Nonnull a, const uint8_t *_Nonnull b, size_t length,
    const int32_t *_Nonnull numbers, uint64_t area, steppe_total *_Nonnull totals);

/// Looks up the numbers of a row's codes, as far as they have one; answers how many that are.
///
/// `symbols` gives the number of a code, and −1 for one that has none; it has a place for every number
/// of the pixels' type, below 0 too.
size_t steppe_numbers_of_u8(
    const uint8_t *_Nonnull pixels, size_t length, const int32_t *_Nonnull symbols,
    int32_t *_Nonnull numbers);
size_t steppe_numbers_of_i8(
    const int8_t *_Nonnull pixels, size_t length, const int32_t *_Nonnull symbols,
    int32_t *_Nonnull numbers);
size_t steppe_numbers_of_u16(
    const uint16_t *_Nonnull pixels, size_t length, const int32_t *_Nonnull symbols,
    int32_t *_Nonnull numbers);
size_t steppe_numbers_of_i16(
    const int16_t *_Nonnull pixels, size_t length, const int32_t *_Nonnull symbols,
    int32_t *_Nonnull numbers);

/// The numbers of pairs, in a table of rows by the first number and columns by the second; −1 is none.
/// A −1 stands behind the last row.
typedef struct {
    const int32_t *_Nonnull numbers;
    uint32_t width;
    uint32_t height;
} steppe_pair_table;

/// Looks up the numbers of pairs, up to one that has none; answers how many that are, or some fewer.
///
/// `numbers` may be `a`: beyond what was found it is left as it is.
size_t steppe_fold(
    const int32_t *_Nonnull a, const int32_t *_Nonnull b, size_t length,
    const steppe_pair_table *_Nonnull pairs, int32_t *_Nonnull numbers);

/// Pixels and their values as one number of 64 bits each, which add up as they are: the pixels in the
/// upper ten bits, those with a value in the next ten, and in the rest the values. 512 pixels fit, if
/// their values are below the limit in magnitude.
#define steppe_packed_pixel (UINT64_C(1) << 54)
#define steppe_packed_valued (UINT64_C(1) << 44)
#define steppe_packed_limit (INT64_C(1) << 34)

/// Packs pixels; INT64_MIN is one without a value. Answers whether all values are below the limit.
int steppe_pack(
    const int64_t *_Nonnull values, size_t length, uint64_t *_Nonnull packed);

/// How many packed pixels may be added up.
enum { steppe_packed_most = 512 };

/// What packed pixels add up to.
typedef struct {
    int64_t pixels;
    /// Those with a value, and the values' sum.
    int64_t valued, sum;
} steppe_unpacked;

static inline steppe_unpacked steppe_unpack(uint64_t packed) {
    // The values may be below 0 together, and have borrowed from the counts.
    const int64_t sum = (int64_t)(packed << 20) >> 20;
    const uint64_t counts = (packed - (uint64_t)sum) >> 44;
    return (steppe_unpacked){(int64_t)(counts >> 10), (int64_t)(counts & 0x3ff), sum};
}

/// Rounds `t · (slope + t · bend) + start` to the nearest integers, within 0 and `largest`, for
/// `t` = `first`, `first + step`, ….
///
/// The same bits on every processor. `largest` is below 2⁵¹.
void steppe_parabola(
    int64_t *_Nonnull values, size_t count, double first, double step, double start, double slope,
    double bend, double largest);

/// Makes integers of whole numbers that 32 bits hold, and INT32_MIN of all others.
void steppe_integers_of_floats(
    const float *_Nonnull numbers, size_t count, int32_t *_Nonnull integers);
void steppe_integers_of_doubles(
    const double *_Nonnull numbers, size_t count, int32_t *_Nonnull integers);

/// Where the first byte is that is one of `wanted`, or `length` where there is none.
size_t steppe_find_any(
    const uint8_t *_Nonnull bytes, size_t length, const uint8_t *_Nonnull wanted, size_t count);
