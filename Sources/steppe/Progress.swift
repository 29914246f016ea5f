// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Synchronization

/// How progress is told on standard error.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    /// One line that is drawn anew: for terminals.
    case bar
    /// A line for each tenth: for logs.
    case plain
    /// A JSON object a line: for programs.
    case json
    case none
}

/// Tells how far the work is, and how long it will take.
final class ProgressReporter: Sendable {
    private struct State {
        var last = -1.0
        var lastTime = 0.0
    }
    private let title: String
    private let style: ProgressStyle
    private let start = ProcessInfo.processInfo.systemUptime
    private let state = Mutex(State())

    init(_ title: String, style: ProgressStyle) {
        self.title = title
        self.style = style
    }

    /// Takes a fraction done, 0…1, from any thread.
    func report(_ fraction: Double) {
        let now = ProcessInfo.processInfo.systemUptime
        let isDue = state.withLock { state -> Bool in
            let step = style == .bar ? 0.1 : 1.0
            let isTime = now - state.lastTime >= step && fraction > state.last
            let isEnd = fraction >= 1 && state.last < 1
            guard isTime && (style != .plain || fraction - state.last >= 0.1) || isEnd
            else { return false }
            state.last = fraction
            state.lastTime = now
            return true
        }
        if isDue { Console.write(line(fraction, elapsed: now - start)) }
    }

    private func line(_ fraction: Double, elapsed: Double) -> String {
        let left = fraction > 0 ? elapsed * (1 - fraction) / fraction : 0
        let percent = Int((fraction * 100).rounded())
        switch style {
        case .json:
            let numbers = [("done", fraction), ("elapsed_s", elapsed), ("left_s", left)]
            let fields = numbers.map { "\"\($0.0)\":\(($0.1 * 1000).rounded() / 1000)" }
            return "{\"task\":\"\(title)\",\(fields.joined(separator: ","))}\n"
        case .plain: return "\(title): \(percent) %, \(Self.time(left)) left\n"
        case .bar:
            let filled = Int((fraction * 30).rounded())
            let bar =
                String(repeating: "█", count: filled)
                + String(repeating: "·", count: 30 - filled)
            let tail =
                fraction >= 1
                ? "\(Self.time(elapsed))\u{1B}[K\n" : "\(Self.time(left)) left\u{1B}[K"
            return "\r\(title) \(bar) \(percent) % \(tail)"
        case .none: return ""
        }
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}
