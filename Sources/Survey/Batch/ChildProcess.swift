// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CProcesses
internal import Files
internal import Foundation

/// Another program that runs apart from this one: what becomes of it touches nothing here.
///
/// It leads a process group of its own, which ends with it, and with this program however that ends.
struct ChildProcess: Sendable {
    /// The program's file.
    let program: String
    /// What it is told, without its own name.
    let arguments: [String]
    /// The most seconds that it may take; `nil` for any time.
    var timeout: Double?
    /// The most bytes that may lie in memory at once, looked at ten times a second; `nil` for any.
    var memory: Int?
    /// How many seconds a program that was told to end has for it, before it is killed.
    var grace = 10.0

    /// How it ended.
    enum End: Hashable, Sendable {
        /// By itself, with a status.
        case exited(Int32)
        /// By a signal that did not come from here.
        case signalled(Int32)
        /// It took longer than it may.
        case timedOut
        /// It took more memory than it may.
        case tooLarge
        /// It was told to end.
        case stopped
    }

    /// What it took.
    struct Usage: Sendable {
        let end: End
        /// Wall time, s.
        let seconds: Double
        /// The most bytes that lay in memory at once.
        let peakBytes: Int
        /// Bytes that were read, from the disk or from what the system had of it; `nil` where the system
        /// does not tell.
        let bytesRead: Int?
    }

    /// Runs the program to its end, on a thread of its own.
    ///
    /// - Parameters:
    ///   - stop: Tells it to end.
    ///   - line: Takes each line of its standard error, without the line's end.
    /// - Returns: How it ended, and what it took.
    /// - Throws: `WriteError` where it cannot be started.
    func run(
        until stop: BatchRun.Stop, line: @escaping @Sendable (String) -> Void
    ) async throws -> Usage {
        try await withCheckedThrowingContinuation { continuation in
            // The kernel ends the child with the thread that began it.
            Thread.detachNewThread {
                continuation.resume(with: Result { try begin().wait(until: stop, of: self, line) })
            }
        }
    }

    private func begin() throws(WriteError) -> RunningProcess {
        var pipe: [Int32] = [-1, -1]
        guard Foundation.pipe(&pipe) == 0 else { throw WriteError(path: program, code: errno) }
        for file in pipe { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let id = withStrings([program] + arguments) { arguments in
            withStrings(environment) { steppe_spawn(program, arguments, $0, pipe[1]) }
        }
        let code = errno
        close(pipe[1])
        guard id > 0 else {
            close(pipe[0])
            throw WriteError(path: program, message: systemMessage(code), kind: .tryAgain)
        }
        return RunningProcess(id: id, errors: pipe[0])
    }
}

/// Texts as C has them, with a null pointer at the end.
private func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}

/// A program that has begun.
private struct RunningProcess {
    let id: pid_t
    let errors: Int32

    func wait(
        until stop: BatchRun.Stop, of child: ChildProcess, _ line: (String) -> Void
    ) -> ChildProcess.Usage {
        let start = ProcessInfo.processInfo.systemUptime
        var lines = LineReader(errors)
        var end: ChildProcess.End?
        var told = 0.0
        var peak = 0
        while !hasEnded {
            lines.read(within: 0.1, line)
            let now = ProcessInfo.processInfo.systemUptime
            peak = max(peak, ProcessMemory.resident(of: id) ?? 0)
            if end == nil {
                if stop.isAsked {
                    end = .stopped
                } else if let timeout = child.timeout, now - start > timeout {
                    end = .timedOut
                } else if let memory = child.memory, peak > memory {
                    end = .tooLarge
                }
                if end != nil {
                    told = now
                    kill(-id, SIGTERM)
                }
            } else if now - told > child.grace {
                kill(-id, SIGKILL)
            }
        }
        lines.read(within: 0, line)
        lines.finish(line)
        close(errors)
        // While its parent has not waited for it, what it read can still be asked for.
        let bytesRead = bytesRead
        kill(-id, SIGKILL)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(id, &status, 0, &usage) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return ChildProcess.Usage(
            end: end ?? (signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)),
            seconds: ProcessInfo.processInfo.systemUptime - start,
            peakBytes: max(peak, usage.ru_maxrss * 1024), bytesRead: bytesRead)
    }

    private var hasEnded: Bool {
        var info = siginfo_t()
        guard waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
        return info.si_signo != 0
    }

    private var bytesRead: Int? {
        let data = FileManager.default.contents(atPath: "/proc/\(id)/io") ?? Data()
        let words = String(decoding: data, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        return words.firstIndex(of: "rchar:").flatMap { Int(words[$0 + 1]) }
    }
}

/// Cuts what comes through a pipe into lines.
private struct LineReader {
    private let file: Int32
    private var isOpen = true
    private var rest: [UInt8] = []
    /// A line that is longer is cut: no program may fill the memory of this one.
    private static let longest = 1 << 16

    init(_ file: Int32) {
        self.file = file
        _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK)
    }

    /// Waits some seconds for more, and takes all that is there.
    mutating func read(within seconds: Double, _ line: (String) -> Void) {
        guard isOpen else {
            // What closed its standard error will have ended soon, as a rule.
            usleep(UInt32(min(seconds, 0.005) * 1e6))
            return
        }
        var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, Int32(seconds * 1000)) > 0 else { return }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress, $0.count)
            }
            guard count > 0 else {
                if count == 0 { isOpen = false }
                return
            }
            take(bytes[..<count], line)
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ line: (String) -> Void) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") || rest.count >= Self.longest { finish(line) }
            if byte != UInt8(ascii: "\n") { rest.append(byte) }
        }
    }

    /// Takes what came after the last line's end.
    mutating func finish(_ line: (String) -> Void) {
        if !rest.isEmpty { line(String(decoding: rest, as: UTF8.self)) }
        rest = []
    }
}
