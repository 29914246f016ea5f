// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "spawning.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC 4
#endif

// In the child: only calls that are safe between fork and exec.
static int begin(pid_t parent, int nothing, int errors) {
    if (setpgid(0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
    // The parent may have ended before that was asked for.
    if (getppid() != parent) return ESRCH;
    for (int number = 1; number < NSIG; number++) {
        if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0)
        return errno;
    // What is open without a mark to close it would be held as long as the child lives.
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    return 0;
}

pid_t steppe_spawn(const char *program, char *const arguments[], char *const environment[], int errors) {
    int failure[2];
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0) return -1;
    if (pipe2(failure, O_CLOEXEC) != 0) {
        int code = errno;
        close(nothing);
        errno = code;
        return -1;
    }
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        int code = begin(parent, nothing, errors);
        if (code == 0) {
            execve(program, arguments, environment);
            code = errno;
        }
        (void)!write(failure[1], &code, sizeof code);
        _exit(127);
    }
    int code = child < 0 ? errno : 0;
    close(nothing);
    close(failure[1]);
    // The pipe ends without a word when the program has begun.
    if (child > 0) {
        while (read(failure[0], &code, sizeof code) < 0 && errno == EINTR) {}
    }
    close(failure[0]);
    if (code == 0) return child;
    if (child > 0) waitpid(child, NULL, 0);
    errno = code;
    return -1;
}
