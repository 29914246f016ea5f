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
}
