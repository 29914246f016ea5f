#pragma once

#include <xlsxwriter.h>
#include <dlfcn.h>

/// Whether the library is there. Tools/build leaves loading it until this is called.
static inline int steppe_load_xlsxwriter(void) {
#if defined(__linux__)
    return dlopen("libxlsxwriter.so.4", RTLD_LAZY | RTLD_GLOBAL) != 0;
#else
    return 1;
#endif
}
