// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Synchronization
import Testing

@testable import Survey

@Suite("Programs that run apart")
struct ChildProcessTests {
    private func run(
        _ script: String, timeout: Double? = nil, memory: Int? = nil, grace: Double = 10,
        stop: BatchRun.Stop = BatchRun.Stop()
    ) async throws -> (usage: ChildProcess.Usage, lines: [String]) {
        let lines = Mutex<[String]>([])
        let process = ChildProcess(
            program: "/bin/sh", arguments: ["-c", script], timeout: timeout, memory: memory,
            grace: grace)
        let usage = try await process.run(until: stop) { line in
            lines.withLock { $0.append(line) }
        }
        return (usage, lines.withLock(\.self))
    }

    /// Whether a process is there, and no dead one that waits for its parent.
    private func isAlive(_ id: pid_t) -> Bool {
        guard let data = FileManager.default.contents(atPath: "/proc/\(id)/stat") else {
            return false
        }
        return !String(decoding: data, as: UTF8.self).contains(") Z ")
    }

    @Test(
        "its status and the lines of its standard error are told, the last one without an end too")
    func status() async throws {
        let run = try await run("echo out; echo one >&2; printf two >&2; exit 7")
        #expect(run.usage.end == .exited(7))
        #expect(run.lines == ["one", "two"])
    }

    @Test("what it read and the most memory it had are told", .comesBack(within: 600))
    func usage() async throws {
        let scratch = try Scratch()
        let file = try scratch.text("a", String(repeating: "x", count: 3_000_000))
        let usage = try await run("exec cat \(file)").usage
        #expect(usage.end == .exited(0))
        #expect((usage.bytesRead ?? 3_000_000) >= 3_000_000)
        #expect(usage.peakBytes > 100_000 && usage.seconds >= 0)
    }

    @Test(
        "one that ends by a signal of its own is told from one that is ended",
        .comesBack(within: 600))
    func signal() async throws {
        #expect(try await run("kill -SEGV $$").usage.end == .signalled(SIGSEGV))
    }

    @Test(
        "one that takes too long is ended with all that it began, though it ignores being told",
        .comesBack(within: 600))
    func timeout() async throws {
        let run = try await run(
            "trap '' TERM; sleep 1000 & echo $! >&2; while :; do wait; done", timeout: 0.3,
            grace: 0.3)
        #expect(run.usage.end == .timedOut)
        let below = try #require(run.lines.first.flatMap { pid_t($0) })
        while isAlive(below) { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("one that takes more memory than it may is ended", .comesBack(within: 600))
    func memory() async throws {
        // It keeps all of a line that never ends.
        let usage = try await run("exec tail /dev/zero", memory: 100_000_000).usage
        #expect(usage.end == .tooLarge && usage.peakBytes > 100_000_000)
    }

    @Test("told to end, it ends", .comesBack(within: 600))
    func stop() async throws {
        let stop = BatchRun.Stop()
        stop.ask()
        #expect(try await run("sleep 1000", stop: stop).usage.end == .stopped)
    }

    @Test("one that closes its standard error and goes on is waited for", .comesBack(within: 600))
    func closed() async throws {
        #expect(try await run("exec 2>&-; sleep 0.2; exit 3").usage.end == .exited(3))
    }

    @Test("a program that is not there is an error", .comesBack(within: 600))
    func absent() async throws {
        let process = ChildProcess(program: "/nowhere/at/all", arguments: [])
        await #expect(throws: (any Error).self) {
            _ = try await process.run(until: BatchRun.Stop()) { _ in }
        }
    }
}
