// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
//
// A library to preload: it counts the calls that write files, and lets one, or all from one on, fail.
//
//   FAULT_FOLDERS  Folders, with colons between, whose files count. Others are left alone.
//   FAULT_AT       The call that fails, from 1; 0 fails none.
//   FAULT_LASTING  Not empty: every later call fails too, with "no space left on device"; else only
//                  the one, with "input/output error".
//   FAULT_LOG      A file that each call's number, name and file are added to, a line each.
//   FAULT_READS    Not empty: opening and reading files counts, and writing does not.
//
// What a failing call was to write is lost, as on a real disk. What a stream takes into its buffer
// touches no disk: the call that empties it counts.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static long fault_at;
static int lasting, reads;
static const char *folders, *log_file;

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("FAULT_AT");
    fault_at = at ? atol(at) : 0;
    lasting = getenv("FAULT_LASTING") && *getenv("FAULT_LASTING");
    reads = getenv("FAULT_READS") && *getenv("FAULT_READS");
    folders = getenv("FAULT_FOLDERS");
    log_file = getenv("FAULT_LOG");
    if (log_file && !*log_file) log_file = NULL;
}

static int counts(const char *path) {
    if (!folders || !path) return 0;
    char whole[PATH_MAX];
    if (path[0] != '/') {
        if (!getcwd(whole, sizeof whole)) return 0;
        strncat(whole, "/", sizeof whole - strlen(whole) - 1);
        strncat(whole, path, sizeof whole - strlen(whole) - 1);
        path = whole;
    }
    for (const char *folder = folders; *folder;) {
        size_t length = strcspn(folder, ":");
        if (length && !strncmp(path, folder, length)) return 1;
        folder += length + (folder[length] == ':');
    }
    return 0;
}

// Whether this call is to fail.
static int fails(const char *call, const char *path) {
    long number = atomic_fetch_add(&calls, 1) + 1;
    if (log_file) {
        int (*open_file)(const char *, int, ...) = dlsym(RTLD_NEXT, "open64");
        ssize_t (*put)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        int (*shut)(int) = dlsym(RTLD_NEXT, "close");
        char text[PATH_MAX + 64];
        int length = snprintf(text, sizeof text, "%ld %s %s\n", number, call, path);
        int file = open_file(log_file, O_WRONLY | O_CREAT | O_APPEND, 0644);
        if (file >= 0) { put(file, text, (size_t)length); shut(file); }
    }
    if (!fault_at || number < fault_at || (number > fault_at && !lasting)) return 0;
    errno = lasting ? ENOSPC : EIO;
    return 1;
}

static int call_fails(const char *call, const char *path) {
    return counts(path) ? fails(call, path) : 0;
}

// The same of an open file, where it is a file of those folders, opened for writing.
static int open_fails(const char *call, int file, int wants_write) {
    if (!folders || file < 0) return 0;
    int kept = errno;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    int flags = fcntl(file, F_GETFL);
    errno = kept;
    if (length <= 0 || path[0] != '/') return 0;  // a pipe, a socket
    path[length] = 0;
    int writes = flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
    if (wants_write >= 0 && writes != wants_write) return 0;
    return call_fails(call, path);
}

static int stream_fails(const char *call, FILE *stream) {
    if (reads || !stream || !open_fails(call, fileno_unlocked(stream), 1)) return 0;
    int code = errno;
    __fpurge(stream);
    stream->_flags |= 0x20;  // what ferror() looks at
    errno = code;
    return 1;
}

// The same of a call that adds bytes to a stream, where they do not fit into its buffer.
static int adding_fails(const char *call, FILE *stream, size_t bytes) {
    // A stream has no buffer before its first byte.
    size_t room = stream && __fbufsize(stream) ? __fbufsize(stream) : 4096;
    if (stream && __fpending(stream) + bytes <= room) return 0;
    return stream_fails(call, stream);
}

static int begins(int flags) { return (flags & (O_CREAT | O_TRUNC)) || (flags & O_ACCMODE) != O_RDONLY; }

static int opening_fails(const char *path, int flags) {
    return begins(flags) != reads && call_fails("open", path);
}

#define OPEN(name) \
int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list list; va_start(list, flags); \
    mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(list, mode_t) : 0; va_end(list); \
    return opening_fails(path, flags) ? -1 : real(path, flags, mode); \
}
OPEN(open)
OPEN(open64)

#define FOPEN(name) \
FILE *name(const char *path, const char *mode) { \
    REAL(name); \
    int writes = mode && strpbrk(mode, "wa+") != NULL; \
    return writes != reads && call_fails("fopen", path) ? NULL : real(path, mode); \
}
FOPEN(fopen)
FOPEN(fopen64)

#define WRITING(call, file, result, ...) \
    REAL(call); \
    return !reads && open_fails(#call, file, 1) ? (result) : real(__VA_ARGS__);

ssize_t write(int file, const void *bytes, size_t count) { WRITING(write, file, -1, file, bytes, count) }
ssize_t writev(int file, const struct iovec *parts, int count) { WRITING(writev, file, -1, file, parts, count) }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) { WRITING(pwrite, file, -1, file, bytes, count, place) }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) { WRITING(pwrite64, file, -1, file, bytes, count, place) }
int ftruncate(int file, off_t size) { WRITING(ftruncate, file, -1, file, size) }
int ftruncate64(int file, off64_t size) { WRITING(ftruncate64, file, -1, file, size) }
int fdatasync(int file) { WRITING(fdatasync, file, -1, file) }
int fsync(int file) {
    REAL(fsync);
    return !reads && open_fails("fsync", file, -1) ? -1 : real(file);
}

ssize_t read(int file, void *bytes, size_t count) {
    REAL(read);
    return reads && open_fails("read", file, 0) ? -1 : real(file, bytes, count);
}
ssize_t pread(int file, void *bytes, size_t count, off_t place) {
    REAL(pread);
    return reads && open_fails("pread", file, 0) ? -1 : real(file, bytes, count, place);
}
ssize_t pread64(int file, void *bytes, size_t count, off64_t place) {
    REAL(pread64);
    return reads && open_fails("pread", file, 0) ? -1 : real(file, bytes, count, place);
}
size_t fread(void *bytes, size_t size, size_t count, FILE *stream) {
    REAL(fread);
    if (reads && open_fails("fread", fileno_unlocked(stream), 0)) {
        stream->_flags |= 0x20;
        return 0;
    }
    return real(bytes, size, count, stream);
}

int close(int file) {
    REAL(close);
    int fault = !reads && open_fails("close", file, 1);
    int code = errno;
    int status = real(file);
    if (!fault) return status;
    errno = code;
    return -1;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return !reads && call_fails("rename", to) ? -1 : real(from, to);
}
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    REAL(renameat2);
    return !reads && call_fails("renameat2", to) ? -1 : real(from_folder, from, to_folder, to, flags);
}
int link(const char *from, const char *to) {
    REAL(link);
    return !reads && call_fails("link", to) ? -1 : real(from, to);
}
int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return !reads && call_fails("mkdir", path) ? -1 : real(path, mode);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
    REAL(fwrite);
    return adding_fails("fwrite", stream, size * count) ? 0 : real(bytes, size, count, stream);
}
int fflush(FILE *stream) {
    REAL(fflush);
    return stream_fails("fflush", stream) ? EOF : real(stream);
}
int fclose(FILE *stream) {
    REAL(fclose);
    int fault = stream_fails("fclose", stream);
    int code = errno;
    int status = real(stream);
    if (!fault) return status;
    errno = code;
    return EOF;
}
int fputs(const char *text, FILE *stream) {
    REAL(fputs);
    return adding_fails("fputs", stream, strlen(text)) ? EOF : real(text, stream);
}
int fputc(int letter, FILE *stream) {
    REAL(fputc);
    return adding_fails("fputc", stream, 1) ? EOF : real(letter, stream);
}
int vfprintf(FILE *stream, const char *form, va_list list) {
    REAL(vfprintf);
    va_list again;
    va_copy(again, list);
    int length = vsnprintf(NULL, 0, form, again);
    va_end(again);
    int fails = adding_fails("fprintf", stream, length > 0 ? (size_t)length : 0);
    return fails ? -1 : real(stream, form, list);
}
int fprintf(FILE *stream, const char *form, ...) {
    va_list list;
    va_start(list, form);
    int count = vfprintf(stream, form, list);
    va_end(list);
    return count;
}
int __fprintf_chk(FILE *stream, int flag, const char *form, ...) {
    (void)flag;
    va_list list;
    va_start(list, form);
    int count = vfprintf(stream, form, list);
    va_end(list);
    return count;
}
