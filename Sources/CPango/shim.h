#pragma once

#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>
#include <dlfcn.h>

/// Whether the library is there. Tools/build leaves loading it until this is called.
static inline int steppe_load_pango(void) {
#if defined(__linux__)
    return dlopen("libpangocairo-1.0.so.0", RTLD_LAZY | RTLD_GLOBAL) != 0;
#else
    return 1;
#endif
}
