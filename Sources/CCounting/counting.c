// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#include "counting.h"

typedef uint8_t lanes __attribute__((vector_size(32), aligned(1)));

#if defined(__x86_64__) && defined(__ELF__)
#define WIDEST __attribute__((target_clones("avx2", "default")))
#else
#define WIDEST
#endif

/// The sum of 32 bytes.
static inline __attribute__((always_inline)) uint32_t sum(const lanes *counts) {
    typedef uint16_t wide __attribute__((vector_size(32)));
    wide pairs = ((wide)*counts & 0xff) + ((wide)*counts >> 8);
    uint32_t total = 0;
    for (int i = 0; i < 16; i++) total += pairs[i];
    return total;
}

static inline __attribute__((always_inline)) uint32_t count_four(
    const uint8_t *bytes, size_t blocks, const uint8_t *classes, uint32_t *counts) {
    lanes a = {0}, b = {0}, c = {0}, d = {0};
    lanes class_a = a + classes[0], class_b = a + classes[1];
    lanes class_c = a + classes[2], class_d = a + classes[3];
    uint32_t total[4] = {0, 0, 0, 0};
    while (blocks > 0) {
        // A lane counts to 255 before it must be emptied.
        size_t turn = blocks < 255 ? blocks : 255;
        a = b = c = d = (lanes){0};
        for (size_t i = 0; i < turn; i++) {
            lanes value = *(const lanes *)(bytes + 32 * i);
            a -= (lanes)(value == class_a);
            b -= (lanes)(value == class_b);
            c -= (lanes)(value == class_c);
            d -= (lanes)(value == class_d);
        }
        total[0] += sum(&a);
        total[1] += sum(&b);
        total[2] += sum(&c);
        total[3] += sum(&d);
        bytes += 32 * turn;
        blocks -= turn;
    }
    for (int i = 0; i < 4; i++) counts[i] += total[i];
    return total[0] + total[1] + total[2] + total[3];
}

static inline __attribute__((always_inline)) uint32_t count_one(
    const uint8_t *bytes, size_t blocks, uint8_t class, uint32_t *count) {
    lanes zero = {0}, wanted = zero + class;
    uint32_t total = 0;
    while (blocks > 0) {
        size_t turn = blocks < 255 ? blocks : 255;
        lanes a = {0};
        for (size_t i = 0; i < turn; i++) {
            a -= (lanes)(*(const lanes *)(bytes + 32 * i) == wanted);
        }
        total += sum(&a);
        bytes += 32 * turn;
        blocks -= turn;
    }
    *count += total;
    return total;
}

WIDEST size_t steppe_count_classes(
    const uint8_t *bytes, size_t length, const uint8_t *classes, size_t class_count,
    uint32_t *counts) {
    size_t blocks = length / 32, counted = 0, i = 0;
    for (; i + 4 <= class_count && counted < 32 * blocks; i += 4) {
        counted += count_four(bytes, blocks, classes + i, counts + i);
    }
    for (; i < class_count && counted < 32 * blocks; i++) {
        counted += count_one(bytes, blocks, classes[i], counts + i);
    }
    return counted;
}
