// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What Swift does not see of Linux.

// Renaming without replacing, and two names changed for each other in
// one step. 0, or -1 with `errno`: EINVAL where the disk cannot do it.
int steppe_rename_to_new(const char *from, const char *to);
int steppe_exchange(const char *one, const char *other);

// Gives memory that nothing uses back to the system.
void steppe_return_memory(void);
