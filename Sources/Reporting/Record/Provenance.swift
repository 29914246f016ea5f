// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import DataFiles
package import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import Zonal

/// Which Steppe this is.
public enum SteppeVersion {
    /// By semantic versioning.
    public static let current = "0.1.0"

    /// The SHA-256 of the running program's file; `nil` where the system does not tell which that is.
    package static let program: String? = InputWatch.$current.withValue(nil) {
        guard
            let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else { return nil }
        return try? Provenance.Input(of: path).sha256
    }

    /// The versions of the libraries that decide figures.
    package static var libraries: [String: String] {
        [
            "GDAL": GDALRuntime.version, "PROJ": GDALRuntime.projVersion,
            "GEOS": GDALRuntime.geosVersion ?? "none",
        ]
    }
}

/// What a survey was computed from and how: everything needed to repeat and to check it.
///
/// The only output that knows the time, the machine's libraries and how many threads ran.
package struct Provenance: Codable {
    package struct Input: Codable, Hashable, Sendable {
        package let path: String
        package let bytes: Int
        package let sha256: String
    }

    package struct Scheme: Codable, Sendable {
        package let year: Int
        package let id: String
        package let reasons: [String]
    }

    /// By which definition an indicator's results of a year were counted.
    package struct Counted: Codable, Hashable, Sendable {
        package let indicator: String
        package let year: Int
        package let variant: String
        /// The zones that it holds for; `nil` for all of them.
        package let zones: [String]?
        /// What its differences between years rest on.
        package let basis: Basis?
    }

    /// What decides the folder's files, beside the survey file and its data.
    package struct Options: Codable, Hashable, Sendable {
        package let language: String
        package let area: String
        package let maps: Bool
        package let atlas: Bool
        package let mapFormats: [String]
        package let dpi: Double
        /// What was put in the place of the survey file's values, `key=value` each; `nil` for nothing.
        package let set: [String]?

        package init(
            language: String, area: String, maps: Bool, atlas: Bool, mapFormats: [String],
            dpi: Double, set: [String]
        ) {
            self.language = language
            self.area = area
            self.maps = maps
            self.atlas = atlas
            self.mapFormats = mapFormats
            self.dpi = dpi
            self.set = set.isEmpty ? nil : set
        }
    }

    /// How many tallies a run asked for.
    package struct Tallies: Codable, Hashable, Sendable {
        /// Those that were kept from earlier runs.
        package let kept: Int
        /// Those that were measured.
        package let measured: Int
    }

    package let program: String
    package let version: String
    /// SHA-256 of the program's file.
    let programSHA256: String?
    let libraries: [String: String]
    package let started: String
    package let seconds: Double
    package let jobs: Int
    /// Without a store there are none.
    let tallies: Tallies?
    /// The folder that paths are relative to.
    package let directory: String
    /// With what the survey was run, beside its file.
    package let options: Options
    package let survey: Input
    package let inputs: [Input]
    package let schemes: [Scheme]
    package let parameters: [String: String]
    package let counted: [Counted]
    package let evidence: [String: String]
    /// Citations that the survey file gives, by those from memory that they replace.
    package let references: [String: String]
    package let notes: [String]
    /// What could not be read, by its subject, and why; `nil` where all could.
    package let unread: [String: String]?
    /// The public half of the key that sealed this record, in PEM; `nil` without a seal.
    package let sealedBy: String?
    /// By file name within the folder.
    package let outputs: [Input]

    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

extension Provenance.Scheme {
    package init(of land: LandYear) {
        let reasons =
            if case .raster(_, let account) = land { account.scheme.reasons } else { [String]() }
        self.init(year: land.year, id: land.scheme.id, reasons: reasons)
    }
}

extension Provenance.Counted {
    /// The definitions and bases behind a survey's own results, in the order of indicator, year and
    /// variant.
    package static func all(of results: [IndicatorResult]) -> [Self] {
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
    package static func files(of path: String) -> [String] {
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
    package init(of path: String, as name: String? = nil) throws {
        let digests = TallyStore.current?.digests ?? FileDigests()
        let digest = try digests.digest(of: path)
        self.init(path: name ?? path, bytes: digest.bytes, sha256: digest.sha256)
    }
}

extension SurveyFile {
    /// What decided the result, beside the data.
    package var parameters: [String: String] {
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
