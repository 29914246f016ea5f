// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Ecology
internal import Foundation
internal import GDAL
public import Tables
public import Zonal

/// What a survey would do: which measurements it needs, which of them are kept from earlier runs, and
/// about what the rest would cost. Nothing is measured or written.
public struct SurveyPlan: Sendable {
    /// What is asked for: the kept ones first.
    ///
    /// What is asked for next may rest on what was measured before. Where that is not kept, a few rows of
    /// its pixels stand for it, so a need that rests on rare classes can turn out another one.
    public let needs: [PlannedNeed]
    /// What keeps a part of the survey from being planned to its end, so that more may be asked for once
    /// these are measured; `nil` where nothing does.
    public let limit: String?
    /// Whether all parts of the survey could be planned to their ends.
    public var isComplete: Bool { limit == nil }
    /// Bytes of the rasters that are still to be decoded, as they lie on the disk.
    public let bytesToDecode: Int
    /// Pixels of these rasters, each raster counted once.
    public let pixelsToDecode: Int
    /// About how long that takes, s: what decoding a part of each raster took just now, for as many
    /// rounds as are open.
    public let seconds: Double
    /// About how much memory the run takes, bytes.
    public let memory: Int
    /// About how much the folder and the kept tallies take on the disk, bytes.
    public let disk: Int
    /// The folder to be written.
    public let folder: String
    /// Maps to be drawn, at least.
    public let maps: Int

    /// The plan for other programs.
    public var json: String {
        get throws {
            struct Plan: Encodable {
                let needs: [PlannedNeed]
                let complete: Bool
                let limit: String?
                let bytesToDecode: Int
                let pixelsToDecode: Int
                let seconds: Double
                let memoryBytes: Int
                let diskBytes: Int
                let maps: Int
                let folder: String
            }
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let data = try encoder.encode(
                Plan(
                    needs: needs, complete: isComplete, limit: limit,
                    bytesToDecode: bytesToDecode,
                    pixelsToDecode: pixelsToDecode, seconds: seconds, memoryBytes: memory,
                    diskBytes: disk, maps: maps, folder: folder))
            return String(decoding: data, as: UTF8.self) + "\n"
        }
    }

    /// `state,rasters,zones,pixels,key`, a row for each measurement.
    public var table: Table {
        var table = Table("plan", columns: ["state", "rasters", "zones", "pixels", "key"])
        for need in needs {
            table.append([
                .text(need.isKept ? "kept" : "to measure"),
                .text(need.rasters.joined(separator: " ")),
                need.zones.map(Table.Cell.integer) ?? .missing,
                .integer(need.pixels), Table.Cell(need.key),
            ])
        }
        return table
    }
}

extension SurveyRun {
    /// What a run of the survey would measure, without doing it.
    ///
    /// - Returns: The plan.
    /// - Throws: What is wrong with the survey's file or data, as ``run(progress:)``.
    public func plan() async throws -> SurveyPlan {
        let queue = MeasurementQueue(jobs: jobs, measures: false)
        var limit: String?
        do {
            try await working(with: queue) { _ = try await output(since: Date(), isPlan: true) }
        } catch {
            // A few rows of pixels may lack what the whole has.
            guard await queue.counts.tallies > 0, !(error is CancellationError) else { throw error }
            limit = "\(error)"
        }
        let planned = await queue.planned.sorted {
            ($0.isKept ? 0 : 1, $0.rasters.joined(separator: " "), $0.key ?? "")
                < ($1.isKept ? 0 : 1, $1.rasters.joined(separator: " "), $1.key ?? "")
        }
        let open = Set(planned.filter { !$0.isKept }.flatMap(\.rasters)).sorted()
        var (bytes, pixels, seconds) = (0, 0, 0.0)
        for raster in open {
            let cost = try DecodingCost(of: raster)
            bytes += cost.bytes
            pixels += cost.pixels
            seconds += cost.seconds
        }
        // What rests on a first round reads land cover once more, and so do maps.
        let rounds = 1.5
        let drawn = drawsMaps ? survey.mapCount : 0
        let zones = planned.compactMap(\.zones).max() ?? 1
        return SurveyPlan(
            needs: planned, limit: limit, bytesToDecode: bytes, pixelsToDecode: pixels,
            seconds: seconds * rounds / Double(max(1, min(jobs, 2))) + 1 + 0.12 * Double(drawn),
            memory: 120_000_000 + 20_000_000 * jobs + 30_000 * zones,
            disk: 2_000_000 + 300_000 * drawn + 20_000 * zones, folder: survey.output, maps: drawn)
    }
}

/// What decoding a raster once takes, by trying a part of it.
private struct DecodingCost {
    let bytes: Int
    let pixels: Int
    let seconds: Double

    init(of raster: String) throws {
        let dataset = try Dataset(opening: raster)
        let info = dataset.info
        pixels = info.width * info.height
        bytes = info.files.reduce(0) {
            let size = try? FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int
            return $0 + (size ?? 0)
        }
        guard let band = info.bands.first else {
            seconds = 0
            return
        }
        // Rows of blocks from the middle, some 4 million pixels.
        let rows = max(1, min(info.height, max(band.blockHeight, 4_000_000 / max(1, info.width))))
        let first = (info.height - rows) / 2
        var values = [Double](repeating: 0, count: info.width * rows)
        let start = ProcessInfo.processInfo.systemUptime
        var span = values.mutableSpan
        try dataset.read(
            Window(column: 0, row: first, width: info.width, height: rows), ofBand: 1, into: &span)
        let took = ProcessInfo.processInfo.systemUptime - start
        seconds = took * Double(info.height) / Double(rows)
    }
}
