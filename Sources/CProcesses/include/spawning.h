// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

// What Swift cannot do between fork and exec. Starts a program in a process group of its own, with no
// standard input or output, its standard error going to `errors`, and no signal blocked or ignored. The
// kernel kills it when the thread that called this ends, however the calling process ends. `arguments` and
// `environment` end with a null pointer. The process's number, or -1 with `errno`.
pid_t steppe_spawn(const char *program, char *const arguments[], char *const environment[], int errors);
