// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// What is to be measured: a measurement, and the zones that it is of.
struct MeasurementNeed: Sendable {
    let measurement: Measurement
    /// `nil` takes the raster itself as the one zone.
    let zones: ZoneLayer?

    init(_ measurement: Measurement, over zones: ZoneLayer?) {
        self.measurement = measurement
        self.zones = zones
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
    ) async -> [Result<Tally, any Error>] {
        var results = [Result<Tally, any Error>](
            repeating: .failure(CancellationError()), count: needs.count)
        var groups: [Group] = []
        for (place, need) in needs.enumerated() {
            do {
                let rasters = try need.measurement.opened()
                let member = Group.Member(
                    place: place, need: need, rasters: rasters,
                    grid: try need.measurement.grid(of: rasters))
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
}

/// Needs on one grid.
private struct Group {
    struct Member {
        let place: Int
        let need: MeasurementNeed
        let rasters: [RasterInfo]
        let grid: Grid
    }

    let isSample: Bool
    /// At least one.
    var members: [Member]

    func accepts(_ member: Member) -> Bool { members[0].grid.isAligned(with: member.grid) }

    /// The members' tallies by one pass; where that fails, each by itself, so that the fault stays with
    /// the need that has it.
    func measure(
        jobs: Int, progress: (@Sendable (Double) -> Void)?
    ) async -> [Result<Tally, any Error>] {
        do {
            return try await measureTogether(members, jobs: jobs, progress).map { .success($0) }
        } catch {
            guard members.count > 1, !(error is CancellationError) else {
                return members.map { _ in .failure(error) }
            }
        }
        var results: [Result<Tally, any Error>] = []
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
    ) async throws -> [Tally] {
        let first = members[0]
        let band = first.need.measurement.layers[0].band
        let tiling = Tiling(along: first.rasters[0].bands[band - 1], on: first.grid)
        var frames: [Frame] = []
        for member in members {
            frames.append(
                try await member.need.measurement.frame(
                    member.rasters, on: member.grid, tiling, over: member.need.zones, jobs: jobs))
        }
        var pass = Pass(frames: frames, tiling: tiling, jobs: jobs, part: .whole)
        pass.isSample = isSample
        var tallies = try await pass.measure(progress: progress)
        guard !isSample else {
            for index in tallies.indices { tallies[index].fillEmptyZones() }
            return tallies
        }
        for (index, frame) in frames.enumerated() {
            try frame.measurement.addOutside(to: &tallies[index], frame, .whole)
        }
        return tallies
    }
}
