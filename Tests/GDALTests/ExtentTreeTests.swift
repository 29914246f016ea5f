// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import PlaneGeometry
import Support
import Testing

@Suite struct ExtentTreeTests {
    @Test("a tree finds what a look at each extent finds", arguments: [0, 1, 16, 17, 1000])
    func queries(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        func extent() -> Extent {
            let (x, y) = (
                Double(Int.random(in: 0..<100, using: &random)),
                Double(Int.random(in: 0..<100, using: &random))
            )
            let size = Double(Int.random(in: 0..<8, using: &random))
            return Extent(minX: x, minY: y, maxX: x + size, maxY: y + size)
        }
        let extents = (0..<count).map { $0 % 7 == 3 ? nil : extent() }
        let tree = ExtentTree(extents)
        for _ in 0..<50 {
            let wanted = extent()
            #expect(
                tree.overlapping(wanted)
                    == extents.indices.filter { extents[$0]?.overlaps(wanted) == true })
            let touching = extents.indices.filter { index in
                guard let one = extents[index] else { return false }
                return one.minX <= wanted.maxX && wanted.minX <= one.maxX
                    && one.minY <= wanted.maxY && wanted.minY <= one.maxY
            }
            #expect(tree.touching(wanted) == touching)
        }
    }
}
