// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import Testing

@testable import Zonal

/// Zones by the hundred.
@Suite struct ManyZonesTests {
    @Test("many zones are compared with their neighbours alone, and notes keep their order")
    func many() throws {
        let shapes = (0..<300).map { index in
            let x = Double(index) * 2
            return (id: "\(index)", wkt: box(x, 0, x + (index % 100 == 7 ? 3 : 2), 1))
        }
        let notes = try zones(shapes).topologyNotes()
        #expect(notes.map(\.zones) == [["7", "8"], ["107", "108"], ["207", "208"]])
    }
}
