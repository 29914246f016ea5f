#pragma once

#include <glib.h>
#include <dlfcn.h>

/// Whether the library is there. Tools/build leaves loading it until this is called.
static inline int steppe_load_glib(void) {
#if defined(__linux__)
    return dlopen("libglib-2.0.so.0", RTLD_LAZY | RTLD_GLOBAL) != 0;
#else
    return 1;
#endif
}
