// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import Zonal

/// Which Steppe this is.
public enum SteppeVersion {
    /// By semantic versioning.
    public static let current = "0.1.0"
}

/// What a survey was computed from and how: everything needed to repeat and to check it.
///
/// The only output that knows the time, the machine's libraries and how many threads ran.
struct Provenance: Codable {
    struct Input: Codable, Hashable, Sendable {
        let path: String
        let bytes: Int
        let sha256: String
    }

    struct Scheme: Codable, Sendable {
        let year: Int
        let id: String
        let reasons: [String]
    }

    /// By which definition an indicator's results of a year were counted.
    struct Counted: Codable, Hashable, Sendable {
        let indicator: String
        let year: Int
        let variant: String
        /// The zones that it holds for; `nil` for all of them.
        let zones: [String]?
        /// What its differences between years rest on.
        let basis: Basis?
    }

    /// What decides the folder's files, beside the survey file and its data.
    struct Options: Codable, Hashable, Sendable {
        let language: String
        let area: String
        let maps: Bool
        let atlas: Bool
        let mapFormats: [String]
        let dpi: Double
    }

    let program: String
    let version: String
    let libraries: [String: String]
    let started: String
    let seconds: Double
    let jobs: Int
    /// The folder that paths are relative to.
    let directory: String
    /// With what the survey was run, beside its file.
    let options: Options
    let survey: Input
    let inputs: [Input]
    let schemes: [Scheme]
    let parameters: [String: String]
    let counted: [Counted]
    let evidence: [String: String]
    /// Citations that the survey file gives, by those from memory that they replace.
    let references: [String: String]
    let notes: [String]
    /// What could not be read, by its subject, and why; `nil` where all could.
    let unread: [String: String]?
    /// The public half of the key that sealed this record, in PEM; `nil` without a seal.
    let sealedBy: String?
    /// By file name within the folder.
    let outputs: [Input]

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

extension Provenance.Scheme {
    init(of land: LandYear) {
        let reasons =
            if case .raster(_, let account) = land { account.scheme.reasons } else { [String]() }
        self.init(year: land.year, id: land.scheme.id, reasons: reasons)
    }
}

extension Provenance.Counted {
    /// The definitions and bases behind a survey's own results, in the order of indicator, year and
    /// variant.
    static func all(of results: [IndicatorResult]) -> [Self] {
        let groups = Dictionary(grouping: results) { "\($0.year) \($0.indicator)" }
        return groups.values.flatMap { group in
            struct Way: Hashable {
                let variant: String
                let basis: Basis
            }
            let ways = Dictionary(grouping: group) { Way(variant: $0.variant, basis: $0.basis) }
            return ways.map { way, same in
                Self(
                    indicator: same[0].indicator, year: same[0].year, variant: way.variant,
                    zones: ways.count == 1 ? nil : same.map(\.zone).sorted(), basis: way.basis)
            }
        }.sorted { a, b in
            (a.indicator, a.year, a.variant, a.zones?.first ?? "")
                < (b.indicator, b.year, b.variant, b.zones?.first ?? "")
        }
    }
}

extension Provenance.Input {
    /// The files behind a path: those of a folder or a shapefile; none behind GDAL's own names.
    static func files(of path: String) -> [String] {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        if isFolder.boolValue {
            let names = (try? visibleFiles(in: path)) ?? []
            return names.map { "\(path)/\($0)" }
        }
        guard path.fileExtension == "shp" else { return [path] }
        let stem = path.dropLast(3)
        let names = (try? visibleFiles(in: path.folderPath)) ?? []
        return names.filter { $0.hasPrefix("\(String(stem).fileName)") }
            .map { stem.contains("/") ? "\(path.folderPath)/\($0)" : $0 }
    }

    /// Reads a file through and takes its fingerprint.
    ///
    /// - Throws: `ReadError` where it cannot be read to its end, or is another one than was measured.
    init(of path: String, as name: String? = nil) throws {
        let digests = TallyStore.current?.digests ?? FileDigests()
        let digest = try digests.digest(of: path)
        self.init(path: name ?? path, bytes: digest.bytes, sha256: digest.sha256)
    }
}

extension SurveyFile {
    /// What decided the result, beside the data.
    var parameters: [String: String] {
        var parameters = [
            "published_accuracy": "\(usesPublishedAccuracy)",
            "end_member_soil": "\(endMembers.soil)",
            "end_member_canopy": "\(endMembers.canopy)",
            "baseline": "\(baseline)",
            "unknown_codes": unknown.rawValue,
            "unclassified_limit": "\(rules.maximumUnclassifiedShare)",
            "variant_forest": variants.forest.rawValue,
            "variant_grassland": variants.grassland.rawValue,
            "variant_desert": variants.desert.rawValue,
            "variant_wetland": variants.wetland.rawValue,
        ]
        if case .fixed(let source) = endMembers.origin {
            parameters["end_member_source"] = source
        }
        for row in preparedCover?.members.rows ?? [] {
            parameters["end_members_\(row.region)"] = "\(row.members.soil) \(row.members.canopy)"
        }
        if let rest = preparedCover?.members.rest {
            parameters["end_member_soil"] = "\(rest.soil)"
            parameters["end_member_canopy"] = "\(rest.canopy)"
            parameters["end_member_source"] = rest.origin.text
        }
        parameters["sensitivity"] =
            "soil \(margins.soil), canopy \(margins.canopy), threshold \(margins.threshold), "
            + "season \(margins.season), rain_mm \(shrub.rainMarginMillimetres)"
        parameters["shrub_use"] = shrub.use?.rawValue ?? "unknown"
        if area != .ellipsoid { parameters["area"] = area.rawValue }
        if let ndviScale { parameters["ndvi_scale"] = "\(ndviScale)" }
        for section in sections.values {
            parameters.merge(section.parameters) { first, _ in first }
        }
        for (zone, millimetres) in rain { parameters["rain_mm_\(zone)"] = "\(millimetres)" }
        return parameters
    }
}
