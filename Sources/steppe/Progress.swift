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
        var step = ""
        var fraction = 0.0
    }
    private let title: String
    private let style: ProgressStyle
    private let start = ProcessInfo.processInfo.systemUptime
    private let state = Mutex(State())

    init(_ title: String, style: ProgressStyle) {
        self.title = title
        self.style = style
        // Programs that watch must hear something though a part takes long.
        if style == .json { repeatEachSecond() }
    }

    private func repeatEachSecond() {
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in
            self?.repeatLast()
            self?.repeatEachSecond()
        }
    }

    private func repeatLast() {
        let now = ProcessInfo.processInfo.systemUptime
        let due = state.withLock { state -> (Double, String)? in
            guard state.last < 1, now - state.lastTime >= 1 else { return nil }
            state.lastTime = now
            state.last = max(state.last, state.fraction)
            return (state.fraction, state.step)
        }
        if let due { Console.write(line(due.0, due.1, elapsed: now - start)) }
    }

    /// Takes a fraction done, 0…1, and what is being done, from any thread.
    func report(_ fraction: Double, _ step: String = "") {
        let now = ProcessInfo.processInfo.systemUptime
        let isDue = state.withLock { state -> Bool in
            (state.fraction, state.step) = (fraction, step)
            let pause = style == .bar ? 0.1 : 1.0
            let isTime =
                now - state.lastTime >= pause && fraction > state.last
                || style == .json && fraction - state.last >= 0.01
            let isEnd = fraction >= 1 && state.last < 1
            guard isTime && (style != .plain || fraction - state.last >= 0.1) || isEnd
            else { return false }
            state.last = fraction
            state.lastTime = now
            return true
        }
        if isDue { Console.write(line(fraction, step, elapsed: now - start)) }
    }

    private func line(_ fraction: Double, _ step: String, elapsed: Double) -> String {
        let left = fraction > 0 ? elapsed * (1 - fraction) / fraction : 0
        let percent = Int((fraction * 100).rounded())
        switch style {
        case .json:
            let numbers = [("done", fraction), ("elapsed_s", elapsed), ("left_s", left)]
            let fields = numbers.map { "\"\($0.0)\":\(($0.1 * 1000).rounded() / 1000)" }
            let doing = step.isEmpty ? "" : ",\"step\":\"\(step)\""
            return "{\"task\":\"\(title)\"\(doing),\(fields.joined(separator: ","))}\n"
        case .plain:
            let doing = step.isEmpty ? "" : ", \(step)"
            return "\(title): \(percent) %, \(Self.time(left)) left\(doing)\n"
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
