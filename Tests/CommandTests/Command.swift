// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The program as a user runs it.
struct Command {
    /// What a run of the program came to.
    struct Run {
        let status: Int32
        let output: String
        let errors: String

        /// What standard output holds, as JSON.
        var json: Any {
            get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
        }

        var rows: [[String]] { CSV.lines(of: output) }
    }

    /// The folder that the program was built in: the test runner's own.
    static let buildFolder: String = {
        let runner = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return ((runner ?? ".") as NSString).deletingLastPathComponent
    }()

    /// Runs `steppe` in a folder, in the C locale.
    static func run(
        _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
        input: String? = nil
    ) async throws -> Run {
        let process = try start(
            arguments, in: folder, environment: environment, input: input)
        while process.task.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        return Run(
            status: process.task.terminationStatus,
            output: String(decoding: try Data(contentsOf: process.output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: process.errors), as: UTF8.self))
    }

    /// Starts `steppe`, its output going to files: no pipe to fill.
    static func start(
        _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
        input: String? = nil
    ) throws -> (task: Process, output: URL, errors: URL) {
        let task = Process()
        task.executableURL = URL(fileURLWithPath: "\(buildFolder)/steppe")
        task.arguments = arguments
        task.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        var variables = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("STEPPE_") && !$0.key.hasPrefix("LC_")
        }
        variables["LANG"] = "C"
        task.environment = variables.merging(environment) { _, new in new }
        let places = ["out", "err"].map {
            URL(fileURLWithPath: "\(folder.logs)/\(UUID().uuidString).\($0)")
        }
        for place in places { try Data().write(to: place) }
        task.standardOutput = try FileHandle(forWritingTo: places[0])
        task.standardError = try FileHandle(forWritingTo: places[1])
        task.standardInput = FileHandle.nullDevice
        if let input {
            let place = URL(fileURLWithPath: "\(folder.logs)/\(UUID().uuidString).in")
            try Data(input.utf8).write(to: place)
            task.standardInput = try FileHandle(forReadingFrom: place)
        }
        try task.run()
        return (task, places[0], places[1])
    }
}

/// A folder of a test's own, which goes when the test ends.
final class Folder {
    let path: String
    /// Where what runs print is kept, out of the folder that tests look at.
    let logs: String

    init() throws {
        path = NSTemporaryDirectory() + "steppe-command-\(UUID().uuidString)"
        logs = path + "-logs"
        for folder in [path, logs] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        }
    }

    deinit { for folder in [path, logs] { try? FileManager.default.removeItem(atPath: folder) } }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    func data(_ name: String) -> Data? { FileManager.default.contents(atPath: "\(path)/\(name)") }

    func text(_ name: String) -> String {
        data(name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// A file of a zip archive, as text.
    func unzipped(_ name: String, of archive: String) throws -> String {
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-p", "\(path)/\(archive)", name]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        unzip.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) async throws
        -> Command.Run
    {
        try await Command.run(arguments, in: self, environment: environment)
    }
}

/// RFC 4180, read by rules of its own.
enum CSV {
    /// A text without the apostrophe that keeps spreadsheets from running it.
    static func unguarded(_ text: String) -> String {
        text.hasPrefix("'=") ? String(text.dropFirst()) : text
    }

    static func lines(of text: String) -> [[String]] {
        var lines: [[String]] = []
        var line: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var last: Unicode.Scalar = ","
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            if isQuoted {
                if scalar == "\"" { isQuoted = false } else { cell.append(scalar) }
            } else if scalar == "\"" {
                // A quotation mark right after a closing one was a doubled one.
                if last == "\"" { cell.append(scalar) }
                isQuoted = true
            } else if scalar == "," || scalar == "\n" {
                if scalar == "\n" && cell.last == "\r" { cell.removeLast() }
                line.append(String(cell))
                cell = .init()
                guard scalar == "\n" else { continue }
                lines.append(line)
                line = []
            } else {
                cell.append(scalar)
            }
        }
        return lines
    }
}
