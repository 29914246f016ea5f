// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import Foundation
internal import Synchronization

/// A folder of tallies that were measured before, each under the key of what was measured.
///
/// A key covers the rasters' content, the zones to the last digit, every rule, and the versions of what
/// measures: the same key has the same tally on any machine. So a run that was broken off goes on where
/// it stood, and a new year or a changed target measures nothing twice. Parts of a measurement that other
/// processes or machines kept there are added up, and only what is missing is measured. Of several runs
/// that want one tally at the same time one measures it, and the others wait for it. Files appear whole,
/// and are checked when they are read: a damaged one is measured anew. The folder may be shared, and may
/// be removed at any time.
public final class TallyStore: Sendable {
    /// The store that measurements ask and fill; none keeps nothing.
    @TaskLocal public static var current: TallyStore?

    /// How often a store was asked.
    public struct Counts: Hashable, Sendable {
        /// Tallies that were there.
        public var kept = 0
        /// Tallies that were measured.
        public var measured = 0
    }

    /// The folder.
    public let folder: String
    /// Whether what is there may be used; else it is measured anew and replaced.
    public let isFresh: Bool
    package let digests: FileDigests
    private let state = Mutex(Counts())
    /// What this run is measuring: whoever else in it wants that asks the same queue.
    private let claims = Mutex<[String: OutputClaim]>([:])

    /// What it was asked for so far.
    public var counts: Counts { state.withLock(\.self) }

    /// A store in a folder, which is made when there is something to keep.
    ///
    /// - Parameters:
    ///   - folder: Where tallies are kept.
    ///   - fresh: Whether everything is to be measured anew.
    public init(at folder: String, fresh: Bool = false) {
        self.folder = folder
        isFresh = fresh
        digests = FileDigests(keptIn: fresh ? nil : "\(folder)/digests")
    }

    /// Says whether the folder can be there; without this call, what cannot be kept is lost in silence.
    ///
    /// - Throws: `WriteError` where it cannot.
    public func check() throws(WriteError) { try WholeFile.checkKeeping(in: folder) }

    /// Removes what runs that were killed left half-written in it.
    package func sweep() {
        func folders(in path: String) -> [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.filter { !$0.hasPrefix(".") }.map { "\(path)/\($0)" }
        }
        let parts = "\(folder)/parts"
        for place in [folder] + folders(in: folder) + folders(in: parts) {
            HiddenFolder.sweep(place)
        }
    }

    /// What a store has of a measurement.
    private enum Kept {
        case whole(Tally)
        /// Some of its parts, added up.
        case parts(TallyFile)
        case nothing
    }

    /// The tally of a key: the one that was kept, or the one that `measure` gives, which is kept then.
    ///
    /// - Parameters:
    ///   - key: Of what is measured; with `nil` nothing is kept.
    ///   - zones: The zones that a tally of it has.
    ///   - measure: Measures it.
    /// - Returns: The tally, the same in either case.
    /// - Throws: What `measure` throws.
    private func tally(
        of key: MeasurementKey?, _ zones: [Tally.ZoneKey],
        measure: (_ parts: TallyFile?) async throws -> Tally
    ) async throws -> Tally {
        guard let key else { return try await measure(nil) }
        if case .whole(let tally) = kept(of: key, zones) {
            state.withLock { $0.kept += 1 }
            return tally
        }
        let isClaimed = try await claim(key)
        defer { if isClaimed { claims.withLock { $0[key.hex] = nil } } }
        // Another run may have measured it meanwhile.
        var parts: TallyFile?
        switch kept(of: key, zones) {
        case .whole(let tally):
            state.withLock { $0.kept += 1 }
            return tally
        case .parts(let file): parts = file
        case .nothing: break
        }
        let tally = try await measure(parts)
        state.withLock { $0.measured += 1 }
        // What was measured while a file changed is no tally of the content in the key.
        if key.files.allSatisfy(digests.isUnchanged) { keep(tally, of: key) }
        return tally
    }

    /// Keeps a whole tally, in place of its parts. One that cannot be kept is measured again next time,
    /// no worse.
    private func keep(_ tally: Tally, of key: MeasurementKey) {
        let file = TallyFile(measurement: key.hex, part: .whole, tally: tally)
        guard (try? WholeFile.keep(file.text, at: path(of: key.hex))) != nil else { return }
        for path in [partsFolder(of: key.hex), pathOfSample(of: key.hex)] {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// What a few rows of pixels say, in place of a measurement that a plan does not make: kept, so that
    /// the processes which measure its parts need not decode them again.
    private func sample(
        of key: MeasurementKey, _ zones: [Tally.ZoneKey], for queue: MeasurementQueue,
        measure: () async throws -> Tally
    ) async throws -> Tally {
        let (path, name) = (pathOfSample(of: key.hex), "sample of \(key.hex)")
        if !isFresh, let file = file(at: path), file.measurement == name, file.tally.zones == zones
        {
            return try await queue.tally(givenAs: file.tally)
        }
        let tally = try await measure()
        if key.files.allSatisfy(digests.isUnchanged) {
            let file = TallyFile(measurement: name, part: .whole, tally: tally)
            try? WholeFile.keep(file.text, at: path)
        }
        return tally
    }

    /// Claims a key, once no other run has it.
    ///
    /// - Returns: Whether it is claimed; not where this run has it already, or where nothing can be
    ///   claimed, as in a folder that can only be read.
    private func claim(_ key: MeasurementKey) async throws -> Bool {
        while true {
            let isClaimed = claims.withLock { claims -> Bool? in
                guard !isFresh, claims[key.hex] == nil else { return false }
                do {
                    let claim = try OutputClaim.unlessTaken("\(folder)/tallies/\(key.hex)")
                    claims[key.hex] = claim
                    return claim == nil ? nil : true
                } catch { return false }
            }
            if let isClaimed { return isClaimed }
            let pause = Duration.milliseconds(20)
            if let queue = MeasurementQueue.current {
                try await queue.waitAside(for: pause)
            } else {
                try await Task.sleep(for: pause)
            }
        }
    }

    /// A tally that the current store has, or that is made and kept.
    ///
    /// - Parameters:
    ///   - rule: What is made of the rasters, in words that say all of it, where it takes more than
    ///     measuring them.
    ///   - measurement: The rasters that it is made of.
    ///   - zones: The zones that the tally has; `nil` takes the raster as one.
    ///   - measure: Makes it, told the hash of what it is made of, `nil` where that has none, and the parts
    ///     that are there already; the steps on its way are not kept, being of no use by themselves.
    /// - Returns: The tally, the same in either case.
    /// - Throws: What `measure` throws, and `GDALError` where a raster cannot be opened.
    package static func tally(
        by rule: String? = nil, of measurement: Measurement, over zones: ZoneLayer?,
        measure: (_ key: String?, _ parts: TallyFile?) async throws -> Tally
    ) async throws -> Tally {
        let names = zones?.keys ?? [Tally.ZoneKey(id: "all", name: "")]
        let store = current
        let key = try store.flatMap {
            try MeasurementKey(of: measurement, over: zones, rule: rule, by: $0.digests)
        }
        if let queue = MeasurementQueue.current, !queue.measures {
            var kept: Tally?
            if let store, let key, case .whole(let tally) = store.kept(of: key, names) {
                kept = tally
            }
            try await queue.list(
                MeasurementNeed(measurement, over: zones), key, isKept: kept != nil,
                isDivisible: rule == nil)
            if let kept { return kept }
            guard rule != nil else {
                guard let store, let key else { return try await measure(key?.hex, nil) }
                return try await store.sample(of: key, names, for: queue) {
                    try await measure(key.hex, nil)
                }
            }
            if let store, queue.makes(key?.hex) {
                _ = try await store.tally(of: key, names) { _ in
                    try await $current.withValue(nil) {
                        try await MeasurementQueue.$current.withValue(nil) {
                            try await measure(key?.hex, nil)
                        }
                    }
                }
            }
            return Tally(zones: names)
        }
        guard let store else { return try await measure(nil, nil) }
        return try await store.tally(of: key, names) { parts in
            try await $current.withValue(nil) { try await measure(key?.hex, parts) }
        }
    }

    // MARK: Files

    private func path(of key: String) -> String { "\(folder)/tallies/\(key)" }

    private func pathOfSample(of key: String) -> String { "\(folder)/samples/\(key)" }

    private func partsFolder(of key: String) -> String { "\(folder)/parts/\(key)" }

    /// Where a part of a measurement is kept.
    private func path(of part: Part, _ key: String) -> String {
        "\(partsFolder(of: key))/\(part.number)-of-\(part.count)"
    }

    /// What is there of a measurement; parts that are all there become the whole.
    private func kept(of key: MeasurementKey, _ zones: [Tally.ZoneKey]) -> Kept {
        guard !isFresh else { return .nothing }
        if let file = file(at: path(of: key.hex)), file.measurement == key.hex,
            file.parts == [.whole], file.tally.zones == zones
        {
            return .whole(file.tally)
        }
        guard let parts = keptParts(of: key.hex, zones) else { return .nothing }
        guard parts.missing.isEmpty else { return .parts(parts) }
        keep(parts.tally, of: key)
        return .whole(parts.tally)
    }

    /// The parts of a measurement that are there, added up: of the division that has most of them.
    private func keptParts(of key: String, _ zones: [Tally.ZoneKey]) -> TallyFile? {
        let folder = partsFolder(of: key)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var sums: [String: TallyFile] = [:]
        for part in names.compactMap(Part.init(ofFile:)).sorted(by: { $0.number < $1.number }) {
            guard let file = partFile(part, of: key), file.tally.zones == zones else { continue }
            if sums[file.measurement] == nil {
                sums[file.measurement] = file
            } else {
                // One that does not fit is measured again, as if it were not there.
                try? sums[file.measurement]?.add(file, named: folder)
            }
        }
        return sums.values.max {
            ($0.parts.count * $1.count, $0.measurement) < (
                $1.parts.count * $0.count, $1.measurement
            )
        }
    }

    private func partFile(_ part: Part, of key: String) -> TallyFile? {
        guard let file = file(at: path(of: part, key)), file.parts == [part],
            file.measurement.hasPrefix("\(key) ")
        else { return nil }
        return file
    }

    /// `nil` where there is none, or it is damaged.
    private func file(at path: String) -> TallyFile? {
        guard let bytes = FileDigests.keptBytes(at: path) else { return nil }
        return try? TallyFile(reading: String(decoding: bytes, as: UTF8.self), named: path)
    }

    // MARK: Parts

    /// Whether a part of a measurement is there, by itself or in the whole.
    package func has(_ part: Part, of key: String) -> Bool {
        file(at: path(of: key))?.measurement == key || partFile(part, of: key) != nil
    }

    /// Keeps the tally of a part.
    ///
    /// - Throws: `WriteError` where it cannot be written, `ReadError` where a raster changed meanwhile.
    func keep(_ measured: MeasurementNeed.Measured, _ part: Part, of key: MeasurementKey) throws {
        try InputWatch.current?.check()
        let file = TallyFile(
            measurement: "\(key.hex) \(measured.division?.id ?? "")", part: part,
            tally: measured.tally)
        try WholeFile.keep(file.text, at: path(of: part, key.hex))
    }
}

extension Part {
    /// A part by the name of its file in a store, such as `3-of-8`.
    fileprivate init?(ofFile name: String) {
        let words = name.split(separator: "-")
        guard words.count == 3, words[1] == "of" else { return nil }
        self.init("\(words[0])/\(words[2])")
    }
}

extension TallyFile {
    /// How the measurement was divided; `nil` where it was not.
    var division: String? {
        let words = measurement.split(separator: " ")
        return words.count == 2 ? String(words[1]) : nil
    }
}
