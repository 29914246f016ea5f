// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <stddef.h>
#include <stdint.h>

/// Adds to `counts[i]` how many of the bytes equal `classes[i]`; `length` is a multiple of 32.
///
/// In C because Swift cannot choose wider vectors at run time: on x86-64 the loader picks AVX2
/// where the processor has it.
///
/// Returns how many bytes were counted: less than `length` where some byte is of no class given.
size_t steppe_count_classes(
    const uint8_t *_Nonnull bytes, size_t length, const uint8_t *_Nonnull classes,
    size_t class_count, uint32_t *_Nonnull counts);
