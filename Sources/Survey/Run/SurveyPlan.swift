// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
public import Tables
public import Zonal

/// What a survey would do: which measurements it needs, which of them are kept from earlier runs, about
/// what the rest would cost, and how it is shared out among processes. Nothing is measured.
public struct SurveyPlan: Sendable, Codable {
    /// What is asked for: the kept ones first.
    ///
    /// What is asked for next may rest on what was measured before. Where that is not kept, a few rows of
    /// its pixels stand for it, so a need that rests on rare classes can turn out another one.
    public let needs: [PlannedNeed]
    /// What keeps a part of the survey from being planned to its end, so that more may be asked for once
    /// these are measured; `nil` where nothing does.
    public let limit: String?
    /// Whether all parts of the survey could be planned to their ends.
    public let isComplete: Bool
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
    /// What each part has to decode, in their order; none where the work is not shared out.
    public let parts: [DecodingLoad]
    /// What a process must have in common with the one that planned.
    public let setting: PlanSetting

    private enum CodingKeys: String, CodingKey {
        case needs, limit, bytesToDecode, pixelsToDecode, seconds, folder, maps, parts, setting
        case isComplete = "complete"
        case memory = "memoryBytes"
        case disk = "diskBytes"
    }

    /// The plan for other programs.
    public var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
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

extension SurveyPlan {
    /// Reads a plan.
    ///
    /// - Parameter path: The file that ``json`` was written to.
    /// - Throws: `ReadError` where it cannot be read, ``PlanError`` where it is none.
    public init(readingFrom path: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let bytes = try readFile(at: path)
        do { self = try decoder.decode(Self.self, from: Data(bytes)) } catch {
            throw PlanError.notAPlan(file: path)
        }
    }
}

extension SurveyRun {
    /// What a run of the survey would measure, without doing it.
    ///
    /// - Parameter parts: Into how many parts the measurements are to be divided, for as many processes;
    ///   0 divides nothing.
    /// - Returns: The plan.
    /// - Throws: What is wrong with the survey's file or data, as ``run(progress:)``.
    public func plan(parts: Int = 0) async throws -> SurveyPlan {
        let queue = MeasurementQueue(jobs: jobs, measures: false)
        let limit = try await list(in: queue)
        let loads = try await working(with: queue) {
            parts > 0 ? try await queue.loads(ofParts: parts, jobs: jobs) : []
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
        let cost = SurveyCost(of: self, zones: planned.compactMap(\.zones).max() ?? 1)
        let threads = Double(max(1, min(jobs, 2)))
        let time: Double = seconds * rounds / threads + 1 + 0.12 * Double(drawn)
        return SurveyPlan(
            needs: planned, limit: limit, isComplete: limit == nil, bytesToDecode: bytes,
            pixelsToDecode: pixels, seconds: time, memory: cost.memory(jobs: jobs), disk: cost.disk,
            folder: survey.output, maps: drawn, parts: loads, setting: PlanSetting(of: self))
    }

    /// Lets a queue that only plans list what the survey asks for.
    ///
    /// - Returns: What keeps a part of the survey from being planned to its end; `nil` where nothing does.
    func list(in queue: MeasurementQueue) async throws -> String? {
        do {
            try await working(with: queue) { _ = try await output(since: Date(), isPlan: true) }
            return nil
        } catch {
            // A few rows of pixels may lack what the whole has.
            guard await queue.counts.tallies > 0, !(error is CancellationError) else { throw error }
            return "\(error)"
        }
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
