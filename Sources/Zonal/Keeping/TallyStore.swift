// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files
internal import Synchronization

/// A folder of tallies that were measured before, each under the key of what was measured.
///
/// A key covers the rasters' content, the zones to the last digit, every rule, and the versions of what
/// measures: the same key has the same tally on any machine. So a run that was broken off goes on where
/// it stood, and a new year or a changed target measures nothing twice. Files appear whole, and are
/// checked when they are read: a damaged one is measured anew. The folder may be shared, and may be
/// removed at any time.
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

    /// The tally of a key: the one that was kept, or the one that `measure` gives, which is kept then.
    ///
    /// - Parameters:
    ///   - key: Of what is measured; with `nil` nothing is kept.
    ///   - zones: The zones that a tally of it has.
    ///   - measure: Measures it.
    /// - Returns: The tally, the same in either case.
    /// - Throws: What `measure` throws.
    private func tally(
        of key: MeasurementKey?, _ zones: [Tally.ZoneKey], measure: () async throws -> Tally
    ) async throws -> Tally {
        guard let key else { return try await measure() }
        if let tally = keptTally(of: key, zones) {
            state.withLock { $0.kept += 1 }
            return tally
        }
        let tally = try await measure()
        state.withLock { $0.measured += 1 }
        // What was measured while a file changed is no tally of the content in the key.
        if key.files.allSatisfy(digests.isUnchanged) {
            // A tally that cannot be kept is measured again next time, no worse.
            let kept = TallyFile(measurement: key.hex, part: .whole, tally: tally)
            try? WholeFile.keep(kept.text, at: "\(folder)/tallies/\(key.hex)")
        }
        return tally
    }

    /// A tally that the current store has, or that is made and kept.
    ///
    /// - Parameters:
    ///   - rule: What is made of the rasters, in words that say all of it, where it takes more than
    ///     measuring them.
    ///   - measurement: The rasters that it is made of.
    ///   - zones: The zones that the tally has; `nil` takes the raster as one.
    ///   - measure: Makes it, told the hash of what it is made of, `nil` where that has none; the steps
    ///     on its way are not kept, being of no use by themselves.
    /// - Returns: The tally, the same in either case.
    /// - Throws: What `measure` throws, and `GDALError` where a raster cannot be opened.
    package static func tally(
        by rule: String? = nil, of measurement: Measurement, over zones: ZoneLayer?,
        measure: (_ key: String?) async throws -> Tally
    ) async throws -> Tally {
        let names = zones?.keys ?? [Tally.ZoneKey(id: "all", name: "")]
        let store = current
        let key = try store.flatMap {
            try MeasurementKey(of: measurement, over: zones, rule: rule, by: $0.digests)
        }
        if let queue = MeasurementQueue.current, !queue.measures {
            let kept = store?.keptTally(of: key, names)
            try await queue.list(measurement, over: zones, key: key?.hex, isKept: kept != nil)
            if let kept { return kept }
            return rule == nil ? try await measure(key?.hex) : Tally(zones: names)
        }
        guard let store else { return try await measure(nil) }
        return try await store.tally(of: key, names) {
            try await $current.withValue(nil) { try await measure(key?.hex) }
        }
    }

    private func keptTally(of key: MeasurementKey?, _ zones: [Tally.ZoneKey]) -> Tally? {
        guard let key, !isFresh, let tally = read("\(folder)/tallies/\(key.hex)", key.hex),
            tally.zones == zones
        else { return nil }
        return tally
    }

    private func read(_ file: String, _ key: String) -> Tally? {
        guard let bytes = FileDigests.keptBytes(at: file),
            let kept = try? TallyFile(
                reading: String(decoding: bytes, as: UTF8.self), named: file),
            kept.measurement == key, kept.parts == [.whole]
        else { return nil }
        return kept.tally
    }
}
