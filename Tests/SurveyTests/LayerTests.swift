// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ecology
import Survey
import Testing

@Suite("banners.geojson is RFC 7946")
struct LayerTests {
    private func collection() async throws -> [String: Any] {
        let demo = try await DemoRun.shared()
        let data = try #require(
            FileManager.default.contents(atPath: "\(demo.folder)/banners.geojson"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func polygons() async throws -> [[[[Double]]]] {
        let features = try #require(try await collection()["features"] as? [[String: Any]])
        return try features.flatMap { feature in
            let geometry = try #require(feature["geometry"] as? [String: Any])
            if geometry["type"] as? String == "Polygon" {
                return [try #require(geometry["coordinates"] as? [[[Double]]])]
            }
            #expect(geometry["type"] as? String == "MultiPolygon")
            return try #require(geometry["coordinates"] as? [[[[Double]]]])
        }
    }

    @Test("one collection of nine features, with no crs member")
    func members() async throws {
        let collection = try await collection()
        #expect(collection["type"] as? String == "FeatureCollection")
        #expect(collection["crs"] == nil)
        #expect((collection["features"] as? [Any])?.count == 9)
    }

    @Test("numbers have seven decimals at most")
    func decimals() async throws {
        let demo = try await DemoRun.shared()
        let data = try #require(
            FileManager.default.contents(atPath: "\(demo.folder)/banners.geojson"))
        let text = String(decoding: data, as: UTF8.self)
        var seen = 0
        for part in text.components(separatedBy: "\"coordinates\":").dropFirst() {
            let numbers = part.prefix { $0 != "}" }
            for match in numbers.split(whereSeparator: { "[], ".contains($0) }) {
                guard let point = match.firstIndex(of: ".") else { continue }
                seen += 1
                #expect(match.distance(from: point, to: match.endIndex) - 1 <= 7, "\(match)")
            }
        }
        #expect(seen > 1000)
    }

    @Test("rings are closed, outer ones run counter-clockwise, holes clockwise")
    func rings() async throws {
        for polygon in try await polygons() {
            for (index, ring) in polygon.enumerated() {
                #expect(ring.count >= 4 && ring.first == ring.last)
                let twice = zip(ring, ring.dropFirst()).reduce(0.0) { sum, side in
                    let (a, b) = side
                    let origin = ring[0]
                    return sum + (a[0] - origin[0]) * (b[1] - origin[1])
                        - (b[0] - origin[0]) * (a[1] - origin[1])
                }
                #expect(index == 0 ? twice > 0 : twice < 0)
            }
        }
    }

    @Test("coordinates are longitude and latitude, and lie in Ordos")
    func range() async throws {
        for position in try await polygons().joined().joined() {
            #expect(position.count == 2)
            #expect((106...112).contains(position[0]) && (37...41).contains(position[1]))
        }
    }
}
