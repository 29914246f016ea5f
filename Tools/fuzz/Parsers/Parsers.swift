// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import CChecksum
import Carbon
import DataFiles
import Foundation
import LandCover
import MapStyles
import Survey
import Zonal

/// Reads bytes as `STEPPE_FUZZ` says: whatever they are, an error or a value comes back.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do { try Parser.chosen.read(bytes) } catch {
        // The message is part of what must not crash.
        _ = "\(error)"
    }
    return 0
}

/// A kind of file, by the name of its corpus.
private enum Parser: String {
    case survey, scheme, coefficients, style, tally, csv, geojson

    static let chosen: Parser = {
        let name = ProcessInfo.processInfo.environment["STEPPE_FUZZ"] ?? ""
        guard let parser = Parser(rawValue: name) else { fatalError("STEPPE_FUZZ is '\(name)'") }
        return parser
    }()

    private static let file = FileManager.default.temporaryDirectory
        .appending(path: "steppe-fuzz-\(getpid())").path

    func read(_ bytes: [UInt8]) throws {
        switch self {
        case .csv: _ = try CSVFile(bytes: bytes, named: "fuzz.csv")
        case .tally: _ = try TallyFile(reading: sealed(bytes), named: "fuzz.tally")
        case .survey: _ = try SurveyFile(readingFrom: written(bytes, ".toml"))
        case .scheme: _ = ClassScheme.check(try written(bytes, ".toml"))
        case .coefficients: _ = try CoefficientSet(named: written(bytes, ".toml"))
        case .style: _ = try StyleSheet(readingFrom: written(bytes, ".sld"))
        case .geojson:
            _ = try ZoneLayer(reading: ZoneSource(path: written(bytes, ".geojson"), idField: "id"))
        }
    }

    private func written(_ bytes: [UInt8], _ ending: String) throws -> String {
        let path = Self.file + ending
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            fatalError("\(path) cannot be written")
        }
        return path
    }

    /// A tally's text with the checksum that it should have, so that more than the checksum is read.
    private func sealed(_ bytes: [UInt8]) -> String {
        var body = bytes
        if body.last != UInt8(ascii: "\n") { body.append(UInt8(ascii: "\n")) }
        let text = String(decoding: body, as: UTF8.self)
        var digest = [UInt8](repeating: 0, count: 32)
        let utf8 = Array(text.utf8)
        SHA256(utf8, utf8.count, &digest)
        let hex = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return text + "sha256\t" + hex.joined() + "\n"
    }
}
