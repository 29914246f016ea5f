// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import PlaneGeometry
import Testing

@testable import Cartography

private let frame = PageRect(x: 0, y: 0, width: 300, height: 300)

private func square(_ id: String, _ rect: PageRect, label: (Double, Double)) -> LabelRequest {
    LabelRequest(
        id: id, rings: [rect.ring],
        variants: [label, (label.0 * 0.8, label.1 * 0.8)])
}

@Suite("Label placement")
struct LabelPlacementTests {
    @Test("a label with room stands in the middle of its zone, in full")
    func roomy() throws {
        let zone = PageRect(x: 60, y: 90, width: 120, height: 120)
        let result = placeLabels([square("a", zone, label: (40, 20))], in: frame)
        let label = try #require(result.placed.first)
        #expect(label.variant == 0)
        #expect(label.leaderEnd == nil)
        #expect(abs(label.rect.centre.x - 120) <= 4)
        #expect(abs(label.rect.centre.y - 150) <= 4)
    }

    @Test("a label too wide for its zone is shortened before it crosses the border")
    func shortened() throws {
        let zone = PageRect(x: 60, y: 60, width: 45, height: 60)
        let result = placeLabels([square("a", zone, label: (52, 16))], in: frame)
        let label = try #require(result.placed.first)
        #expect(label.variant == 1)
        #expect(zone.grown(by: 1.5).contains(label.rect))
    }

    @Test("a label much larger than its zone stands beside it, with a line into the zone")
    func leader() throws {
        let zone = PageRect(x: 140, y: 140, width: 9, height: 9)
        let result = placeLabels([square("a", zone, label: (60, 24))], in: frame)
        let label = try #require(result.placed.first)
        let end = try #require(label.leaderEnd)
        #expect(zone.contains(end))
        #expect(!label.rect.contains(end))
        #expect(frame.contains(label.rect))
    }

    @Test("thirty-six crowded labels never overlap, nor leave the frame, nor lie under a line")
    func crowd() throws {
        let requests = (0..<36).map { (index: Int) -> LabelRequest in
            let (column, row) = (Double(index % 6), Double(index / 6))
            let zone = PageRect(x: column * 50, y: row * 50, width: 50, height: 50)
            return square("\(index)", zone, label: (44 + Double(index % 5) * 6, 22))
        }
        let result = placeLabels(requests, in: frame)
        #expect(result.placed.count + result.dropped.count == 36)
        #expect(result.placed.count >= 30)
        for (index, label) in result.placed.enumerated() {
            #expect(frame.contains(label.rect))
            for other in result.placed[(index + 1)...] {
                #expect(!label.rect.overlaps(other.rect))
            }
            if let end = label.leaderEnd {
                let start = label.rect.nearest(to: end)
                for other in result.placed where other.id != label.id {
                    #expect(!other.rect.meets(start, end))
                }
            }
        }
    }

    @Test("what stands on the map already is avoided")
    func obstacles() throws {
        let zone = PageRect(x: 60, y: 60, width: 150, height: 150)
        let badge = PageRect(x: 100, y: 100, width: 70, height: 70)
        let result = placeLabels(
            [square("a", zone, label: (40, 20))], in: frame, avoiding: [badge])
        #expect(!(try #require(result.placed.first)).rect.overlaps(badge))
    }

    @Test("a label that fits nowhere, and a zone off the map, are named as dropped")
    func dropped() {
        let zone = PageRect(x: 100, y: 100, width: 20, height: 20)
        let away = PageRect(x: 900, y: 900, width: 20, height: 20)
        let result = placeLabels(
            [square("wide", zone, label: (500, 20)), square("off", away, label: (20, 10))],
            in: frame)
        #expect(Set(result.dropped) == ["wide", "off"])
    }

    @Test("a mask knows how much of a rectangle is inside, holes left out")
    func mask() {
        let outer = PageRect(x: 30, y: 30, width: 60, height: 60)
        let hole = PageRect(x: 45, y: 45, width: 30, height: 30)
        let mask = ZoneMask([outer.ring, hole.ring], within: frame)
        #expect(abs(mask.area - 2700) < 1e-9)
        #expect(mask.share(of: outer) == 0.75)
        #expect(mask.share(of: hole) == 0)
        #expect(mask.share(of: PageRect(x: 0, y: 30, width: 60, height: 15)) == 0.5)
    }
}
