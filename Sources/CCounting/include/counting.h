// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <stddef.h>
#include <stdint.h>

/// Adds to `counts[i]` how many of the bytes equal `classes[i]`, until all bytes are counted.
///
/// In C because Swift cannot choose wider vectors at run time: on x86-64 the loader picks AVX2
/// where the processor has it. `classes` holds each of the 256 codes once; four are counted at a
/// time, so those that are frequent should stand in front. As many as 32 bytes beyond `length` are
/// read, and not counted.
void steppe_count_classes(
    const uint8_t *_Nonnull bytes, size_t length, const uint8_t *_Nonnull classes,
    uint32_t *_Nonnull counts);
