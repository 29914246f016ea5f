// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Zonal

@main
struct Steppe: AsyncParsableCommand {
    @Argument var raster: String
    @Argument var zones: String
    @Option var id: String?
    @Option var jobs = 2

    func run() async throws {
        let layer = try ZoneLayer(reading: ZoneSource(path: zones, idField: id))
        let tally = try await Measurement(of: raster).tally(over: layer, jobs: jobs)
        for (zone, key) in tally.zones.enumerated() {
            for (codes, amount) in tally.amounts[zone].sorted(by: { $0.key[0] < $1.key[0] }) {
                print("\(key.id),\(codes[0]),\(amount.pixels),\(amount.areaSquareMetres)")
            }
        }
    }
}
