// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Files
import Foundation
import Synchronization

/// What happens when someone presses Ctrl-C, or the system asks the program to end.
enum Interruption {
    /// What a verb does at the first interruption in place of ending at once.
    private static let response = Mutex<(@Sendable () -> Void)?>(nil)

    /// Does something at the next interruption; the one after that ends the program at once.
    static func answer(by body: @escaping @Sendable () -> Void) {
        response.withLock { $0 = body }
    }

    /// From now on, an interruption removes what is half-written and ends with 75.
    static func watch() {
        let queue = DispatchQueue(label: "interruption")
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                let first = response.withLock { response in
                    defer { response = nil }
                    return response
                }
                if let first { return first() }
                WholeFile.abandonAll(status: ExitStatus.tryAgain.rawValue) { hasPlaced in
                    Console.error(
                        hasPlaced
                            ? "interrupted when all was written"
                            : "interrupted; nothing was written")
                }
            }
            // It watches to the end: a resumed source that is held by its own handler stays.
            source.setCancelHandler { withExtendedLifetime(source) {} }
            source.resume()
        }
    }

    /// Ends the run with 75 when its time is up; what is half-written is removed.
    static func end(after limit: TimeLimit) {
        repeating("timeout", from: limit.seconds) {
            WholeFile.abandonAll(status: ExitStatus.tryAgain.rawValue) { hasPlaced in
                Console.error(
                    "--timeout \(limit.text): the time is up"
                        + (hasPlaced
                            ? " when all was written"
                            : "; nothing was written. What a survey measured is kept: run it again, and "
                                + "it goes on from there"))
            }
        }
    }

    /// Ends the run with 75 once it takes more memory than it may; what is half-written is removed.
    static func end(above limit: MemoryLimit) {
        repeating("memory", from: 0.1) {
            guard let resident = ProcessMemory.resident(), resident > limit.bytes else { return }
            WholeFile.abandonAll(status: ExitStatus.tryAgain.rawValue) { _ in
                Console.error(
                    "--memory \(limit.text): the run has come to take \(resident >> 20) MB; nothing was written. Give it "
                        + "more, or less to do at a time with --jobs 1 --no-maps")
            }
        }
    }

    private static func repeating(_ name: String, from start: Double, _ body: @escaping () -> Void)
    {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: name))
        timer.schedule(deadline: .now() + start, repeating: 0.1)
        timer.setEventHandler(handler: body)
        timer.setCancelHandler { withExtendedLifetime(timer) {} }
        timer.resume()
    }
}
