// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import Cartography
internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
public import Reporting
public import Tables
internal import Words

/// A finished survey held against its record: its own files, and those that it was made from.
///
/// ```swift
/// var check = try SurveyVerification(of: "out/2020")
/// try await check.replay(jobs: 4)
/// print(check.isSound, check.table.text)
/// ```
public struct SurveyVerification {
    /// What a file is to the survey.
    public enum Role: String, Sendable {
        /// In its folder.
        case output
        /// The survey file, or what that names.
        case input
        /// A file of its folder, made again from the inputs.
        case replay
        /// The signature of its record.
        case seal
    }

    /// How a file stands against the record.
    public enum State: String, Sendable {
        /// The same bytes.
        case same
        /// Other bytes.
        case changed
        /// Not there, or not to be read.
        case missing
        /// In the folder, though the survey did not write it.
        case added
    }

    /// One file.
    public struct Finding: Hashable, Sendable {
        /// What it is to the survey.
        public let role: Role
        /// How it stands.
        public let state: State
        /// In the folder, or as the survey was given it.
        public let path: String
        /// SHA-256 by the record; empty for what the record does not name.
        public let recorded: String
        /// SHA-256 now; empty for what cannot be read.
        public let actual: String
    }

    let finished: FinishedSurvey
    /// One for each file: outputs, inputs, then what was made again.
    public private(set) var findings: [Finding]

    /// Whether every file is as the record has it.
    public var isSound: Bool { findings.allSatisfy { $0.state == .same } }

    /// Reads a finished survey's files and its inputs through.
    ///
    /// - Parameter folder: Of the survey.
    /// - Throws: `SurveyError` where it is no survey's, or has no record.
    public init(of folder: String) throws(SurveyError) {
        finished = try FinishedSurvey(in: folder)
        let record = finished.record
        findings = record.outputs.map {
            Self.finding(.output, at: "\(folder)/\($0.path)", named: $0.path, $0.sha256)
        }
        let known = Set(record.outputs.map(\.path)).union(FinishedSurvey.recordFiles)
        findings += Self.files(below: folder).filter { !known.contains($0) }.map {
            Finding(role: .output, state: .added, path: $0, recorded: "", actual: "")
        }
        for input in [record.survey].compactMap(\.self) + (record.inputs ?? []) {
            let path = Self.place(of: input.path, record.directory)
            findings.append(Self.finding(.input, at: path, named: input.path, input.sha256))
        }
    }

    /// Where a recorded path leads: from here, or else from where the survey was run.
    static func place(of path: String, _ directory: String?) -> String {
        guard !path.hasPrefix("/"), !FileManager.default.fileExists(atPath: path), let directory
        else { return path }
        return "\(directory)/\(path)"
    }

    private static func finding(
        _ role: Role, at place: String, named path: String, _ recorded: String
    ) -> Finding {
        guard let now = try? Provenance.Input(of: place) else {
            return Finding(
                role: role, state: .missing, path: path, recorded: recorded, actual: "")
        }
        return Finding(
            role: role, state: now.sha256 == recorded ? .same : .changed, path: path,
            recorded: recorded, actual: now.sha256)
    }

    private static func files(below folder: String) -> [String] {
        (FileManager.default.subpaths(atPath: folder) ?? []).filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(
                atPath: "\(folder)/\($0)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// Runs the survey again from its inputs, in a folder that goes away, and compares every file.
    ///
    /// - Parameters:
    ///   - jobs: Threads.
    ///   - progress: Told which fraction of the work is done.
    /// - Throws: `SurveyError` where the record does not say how it was run, and what a run throws.
    public mutating func replay(
        jobs: Int = 2, progress: (@Sendable (Double) -> Void)? = nil
    ) async throws {
        let record = finished.record
        let scratch = try HiddenFolder()
        let made = "\(scratch.path)/again"
        let again = try run(into: made, jobs: jobs)
        // What was read to be checked is no input of the survey.
        try await InputWatch.$current.withValue(InputWatch()) {
            try await WholeFile.together { _ = try await again.run { progress?($0.fraction) } }
        }
        var paths = record.outputs.map { ($0.path, $0.sha256) }
        let known = Set(record.outputs.map(\.path)).union(FinishedSurvey.recordFiles)
        paths += Self.files(below: made).filter { !known.contains($0) }.map { ($0, "") }
        findings += paths.map { path, recorded in
            Self.finding(.replay, at: "\(made)/\(path)", named: path, recorded)
        }
    }

    /// The run that the record tells of.
    func run(into place: String, jobs: Int) throws -> SurveyRun {
        let record = finished.record
        guard let source = record.survey, let options = record.options else {
            throw SurveyError.unusable(
                file: "\(finished.folder)/\(FinishedSurvey.marker)",
                why: "does not say how the survey was run; run it again")
        }
        var survey = try SurveyFile(
            readingFrom: Self.place(of: source.path, record.directory),
            setting: (options.set ?? []).map { try DataOverride($0, named: "set") })
        survey.output = finished.folder
        if let area = AreaRule(rawValue: options.area) { survey.area = area }
        var run = SurveyRun(survey)
        run.place = place
        run.jobs = jobs
        run.language = Language(rawValue: options.language)
        run.drawsMaps = options.maps
        run.drawsAtlas = options.atlas
        run.mapFormats = options.mapFormats.compactMap(ImageFormat.init)
        run.dpi = options.dpi
        return run
    }

    // MARK: The seal

    /// Holds the record against its seal.
    ///
    /// Without `key` the key that the record names is taken: that tells whether anything was changed
    /// since, not who sealed it.
    ///
    /// - Parameter key: Whoever must have sealed it; `nil` takes the record's word, and asks for no seal.
    /// - Throws: `SurveyError` where the record names a key that is none.
    public mutating func checkSeal(by key: SealKey? = nil) throws {
        let named = try finished.record.sealedBy.map {
            try SealKey(
                checkingWithText: Array($0.utf8),
                named: "\(finished.folder)/\(FinishedSurvey.marker)")
        }
        guard let checking = key ?? named else { return }
        let recorded = checking.publicBytes
        func read(_ name: String) -> [UInt8]? { try? readFile(at: "\(finished.folder)/\(name)") }
        guard let record = read(FinishedSurvey.marker), let seal = read(FinishedSurvey.seal) else {
            findings.append(
                Finding(
                    role: .seal, state: .missing, path: FinishedSurvey.seal, recorded: recorded,
                    actual: ""))
            return
        }
        let isSound = checking.hasSealed(record, with: seal)
        findings.append(
            Finding(
                role: .seal, state: isSound ? .same : .changed, path: FinishedSurvey.seal,
                recorded: recorded, actual: named?.publicBytes ?? ""))
    }

    /// `role,state,path,sha256_recorded,sha256`, a row for each file; of a seal, the public key's bytes
    /// stand in place of hashes.
    public var table: Table {
        var table = Table(
            "verification", columns: ["role", "state", "path", "sha256_recorded", "sha256"])
        for finding in findings {
            table.append([
                .text(finding.role.rawValue), .text(finding.state.rawValue), .text(finding.path),
                Table.Cell(finding.recorded.isEmpty ? nil : finding.recorded),
                Table.Cell(finding.actual.isEmpty ? nil : finding.actual),
            ])
        }
        return table
    }
}
