// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// What is to be measured: a measurement, the zones that it is of, and how much of it is wanted.
struct MeasurementNeed: Sendable {
    /// How much of a measurement is wanted.
    enum Share: Sendable {
        case whole
        /// One part, which others are to be added to.
        case part(Part)
        /// The whole, of which parts are there already: those are not measured again.
        case rest(of: TallyFile)
    }

    /// What came out.
    struct Measured: Sendable {
        var tally: Tally
        /// How the measurement was divided; `nil` where it was not.
        let division: Division?
    }

    let measurement: Measurement
    /// `nil` takes the raster itself as the one zone.
    let zones: ZoneLayer?
    var share = Share.whole

    init(_ measurement: Measurement, over zones: ZoneLayer?, share: Share = .whole) {
        self.measurement = measurement
        self.zones = zones
        self.share = share
    }

    /// Measures this need alone.
    ///
    /// - Throws: What is wrong with it.
    func measure(
        jobs: Int, progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> Measured {
        try await Self.measure([self], jobs: jobs, progress: progress)[0].get()
    }

    /// Measures several needs, those on one grid in one pass.
    ///
    /// - Parameters:
    ///   - needs: In any order.
    ///   - jobs: Threads; the tallies are the same for any number.
    ///   - isSample: Whether a few rows of pixels stand for all.
    ///   - progress: Told which fraction of the work is done.
    /// - Returns: For each need its tally, or what is wrong with it; what fails takes no other with it.
    static func measure(
        _ needs: [MeasurementNeed], jobs: Int, isSample: Bool = false,
        progress: (@Sendable (Double) -> Void)?
    ) async -> [Result<Measured, any Error>] {
        var results = [Result<Measured, any Error>](
            repeating: .failure(CancellationError()), count: needs.count)
        var groups: [Group] = []
        for (place, need) in needs.enumerated() {
            do {
                let member = try Group.Member(place: place, need: need)
                if let group = groups.firstIndex(where: { $0.accepts(member) }) {
                    groups[group].members.append(member)
                } else {
                    groups.append(Group(isSample: isSample, members: [member]))
                }
            } catch {
                results[place] = .failure(error)
            }
        }
        let count = Double(max(groups.count, 1))
        for (index, group) in groups.enumerated() {
            let tallies = await group.measure(jobs: jobs) {
                progress?((Double(index) + $0) / count)
            }
            for (member, tally) in zip(group.members, tallies) { results[member.place] = tally }
        }
        return results
    }

    /// How the need is divided into so many parts.
    ///
    /// - Throws: `GDALError` or ``ZoneError`` where it cannot be prepared.
    func division(into count: Int, jobs: Int) async throws -> Division {
        let member = try Group.Member(place: 0, need: self)
        return try Division(of: try await member.frame(by: member.tiling, jobs: jobs), into: count)
    }
}

/// Needs on one grid.
private struct Group {
    struct Member {
        let place: Int
        let need: MeasurementNeed
        let rasters: [RasterInfo]
        let grid: Grid
        /// The cut that it has alone, and that its parts are of.
        let tiling: Tiling

        init(place: Int, need: MeasurementNeed) throws {
            self.place = place
            self.need = need
            rasters = try need.measurement.opened()
            grid = try need.measurement.grid(of: rasters)
            let band = need.measurement.layers[0].band
            tiling = Tiling(along: rasters[0].bands[band - 1], on: grid)
        }

        var isDivided: Bool {
            if case .whole = need.share { return false }
            return true
        }

        /// The need prepared.
        func frame(by tiling: Tiling, jobs: Int) async throws -> Frame {
            try await need.measurement.frame(
                rasters, on: grid, tiling, over: need.zones, jobs: jobs)
        }
    }

    let isSample: Bool
    /// At least one.
    var members: [Member]

    /// Whether one pass serves a member too: by the first one's tiles, which parts must be made of.
    func accepts(_ member: Member) -> Bool {
        members[0].grid.isAligned(with: member.grid)
            && (!member.isDivided || member.tiling.isSame(as: members[0].tiling))
    }

    /// The members' tallies by one pass; where that fails, each by itself, so that the fault stays with
    /// the need that has it.
    func measure(
        jobs: Int, progress: (@Sendable (Double) -> Void)?
    ) async -> [Result<MeasurementNeed.Measured, any Error>] {
        do {
            return try await measureTogether(members, jobs: jobs, progress).map { .success($0) }
        } catch {
            guard members.count > 1, !(error is CancellationError) else {
                return members.map { _ in .failure(error) }
            }
        }
        var results: [Result<MeasurementNeed.Measured, any Error>] = []
        for member in members {
            do {
                results.append(.success(try await measureTogether([member], jobs: jobs, nil)[0]))
            } catch {
                results.append(.failure(error))
            }
        }
        return results
    }

    private func measureTogether(
        _ members: [Member], jobs: Int, _ progress: (@Sendable (Double) -> Void)?
    ) async throws -> [MeasurementNeed.Measured] {
        let tiling = members[0].tiling
        var works: [DividedFrame] = []
        for member in members {
            let frame = try await member.frame(by: tiling, jobs: jobs)
            works.append(try DividedFrame(frame, member.need.share))
        }
        var pass = Pass(frames: works.map(\.frame), tiling: tiling, jobs: jobs)
        pass.isSample = isSample
        var tallies = try await pass.measure(progress: progress)
        guard !isSample else {
            return tallies.indices.map { index in
                tallies[index].fillEmptyZones()
                return MeasurementNeed.Measured(tally: tallies[index], division: nil)
            }
        }
        return try works.enumerated().map { index, work in
            let frame = work.frame
            try frame.measurement.addOutside(
                to: &tallies[index], frame, bringsZones: work.bringsZones)
            if let kept = work.kept { tallies[index].merge(kept) }
            return MeasurementNeed.Measured(tally: tallies[index], division: work.division)
        }
    }
}

/// A measurement prepared, and what of it is to be done.
private struct DividedFrame {
    let frame: Frame
    let division: Division?
    /// Whether the zones' own amounts come with it.
    let bringsZones: Bool
    /// What is there already, to be added.
    let kept: Tally?

    init(_ whole: Frame, _ share: MeasurementNeed.Share) throws {
        var (frame, division, kept) = (whole, Division?.none, Tally?.none)
        var bringsZones = true
        func take(_ parts: [Part], of division: Division) {
            frame.share = TileShare(parts.map { division[$0] }, of: whole.tiling)
            bringsZones = parts.contains { $0.number == 1 }
        }
        switch share {
        case .whole: break
        case .part(let part):
            let divided = try Division(of: whole, into: part.count)
            take([part], of: divided)
            division = divided
        case .rest(of: let file):
            let missing = file.missing
            let divided = try Division(of: whole, into: file.count)
            // Parts of another cut are of no use.
            if file.division == divided.id {
                take(missing, of: divided)
                kept = file.tally
            }
        }
        self.frame = frame
        self.division = division
        self.kept = kept
        self.bringsZones = bringsZones
    }
}
