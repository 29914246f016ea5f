// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Gives memory that was freed back to the system, where the C library would keep it for later.
void steppe_return_memory(void);
