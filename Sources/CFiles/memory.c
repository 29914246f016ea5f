// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

#include "memory.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

void steppe_return_memory(void) { malloc_trim(0); }
#else
void steppe_return_memory(void) {}
#endif
