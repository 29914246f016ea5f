// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Files
import Foundation

/// What happens when someone presses Ctrl-C, or the system asks the program to end.
enum Interruption {
    /// From now on, an interruption removes what is half-written and ends with 75.
    static func watch() {
        let queue = DispatchQueue(label: "interruption")
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
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
