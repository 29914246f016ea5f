// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import PlaneGeometry

extension Zonal.Measurement {
    /// A fingerprint of what is measured where, which the parts of one measurement share.
    ///
    /// It covers the rasters' names, sizes, grids, types, first and last 64 KiB, the zones to the
    /// last digit, and every rule; not their folders, which differ between machines.
    public func identity(over zones: ZoneLayer?) throws -> String {
        let sum = Fingerprint()
        var roles = layers.map { ($0.band, $0.role.word) }
        if let values { roles.append((values.band, "values")) }
        for (info, (band, role)) in zip(try opened(), roles) {
            let stored = info.bands[band - 1]
            sum.add("\(role) \(band) \(info.width) \(info.height) \(stored.dataType.rawValue)")
            sum.add("\(stored.noData ?? .nan) \(stored.scale) \(stored.offset)")
            sum.add("\(info.transform?.coefficients ?? []) \(info.crs?.wkt ?? "")")
            for file in info.files { addEnds(of: file, to: sum) }
        }
        sum.add("\(rasterCRS?.wkt ?? "") \(tolerance) \(noDataCodes.sorted())")
        if try grid().crs.isOnSphere { sum.add("areas by \(areas.rawValue)") }
        zones?.addContent(to: sum)
        return sum.hex
    }

    private func addEnds(of file: String, to sum: Fingerprint) {
        guard let handle = FileHandle(forReadingAtPath: file),
            let size = try? handle.seekToEnd()
        else { return }
        sum.add("\(file.split(separator: "/").last ?? "") \(size)")
        for start in [0, size > 65_536 ? size - 65_536 : 0] {
            try? handle.seek(toOffset: start)
            (try? handle.read(upToCount: 65_536))?.withUnsafeBytes { sum.add($0) }
        }
    }
}

extension Zonal.Measurement.Layer.Role {
    fileprivate var word: String {
        switch self {
        case .classes: "classes"
        case .patches: "patches"
        case .bins: "bins"
        }
    }
}
