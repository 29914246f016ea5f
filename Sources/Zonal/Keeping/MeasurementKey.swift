// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// A hash of all that decides a tally: the same key has the same tally, on any machine.
package struct MeasurementKey: Hashable, Sendable {
    /// SHA-256, in hexadecimal.
    package let hex: String
    /// The files whose content is in it.
    package let files: [String]

    /// To be raised whenever the same data would give another tally.
    private static let engine = "steppe-measurement 2"

    /// The key of a measurement.
    ///
    /// - Returns: `nil` where a closure without a rule decides the tally, or rasters are made by a rule of
    ///   this process.
    init?(
        of measurement: Measurement, over zones: ZoneLayer?, rule: String? = nil,
        by digests: FileDigests
    ) throws {
        let sum = Fingerprint()
        sum.add(Self.engine)
        sum.add(rule ?? "tally")
        sum.addLibraries()
        var files: [String] = []
        func add(_ raster: Raster, _ options: [String], _ words: String) throws -> Bool {
            guard let content = try RasterContent(of: raster, options: options) else {
                return false
            }
            sum.add(words)
            sum.add("\(options)")
            sum.add(content.assembly)
            for file in content.files { sum.add(try digests.digest(of: file).sha256) }
            files += content.files
            return true
        }
        for layer in measurement.layers {
            guard let role = layer.role.rule,
                try add(layer.raster, layer.openOptions, "layer \(layer.band) \(role)")
            else { return nil }
        }
        if let values = measurement.values {
            guard let rule = values.quantity == nil ? "as stored" : values.rule,
                try add(values.raster, [], "values \(values.band) \(rule)")
            else { return nil }
        }
        sum.add("\(measurement.rasterCRS?.wkt ?? "")")
        sum.add("\(measurement.tolerance) \(measurement.noDataCodes.sorted())")
        sum.add(measurement.areas.rawValue)
        sum.add("zones \(zones.map { "\($0.zones.count)" } ?? "none")")
        if let zones { zones.addContent(to: sum) }
        hex = sum.hex
        self.files = files
    }
}

extension Fingerprint {
    /// Takes in what reads rasters: the versions of the libraries, and how they are configured.
    func addLibraries() {
        add("GDAL \(GDALRuntime.version) PROJ \(GDALRuntime.projVersion)")
        for option in GDALRuntime.configured { add("config \(option)") }
    }
}

extension ZoneLayer {
    /// Takes in ids, names, every vertex and the CRS.
    func addContent(to sum: Fingerprint) {
        sum.add(crs.wkt)
        for zone in zones {
            sum.add(zone.id)
            sum.add(zone.name)
            for polygon in zone.polygons {
                sum.add("polygon")
                for ring in polygon.rings {
                    sum.add("ring \(ring.count)")
                    ring.withUnsafeBytes { sum.add($0) }
                }
            }
        }
    }
}

extension Measurement.Layer.Role {
    /// The rule in words; `nil` where none was given.
    fileprivate var rule: String? {
        switch self {
        case .classes: "classes"
        case .patches: "patches"
        case .bins(let rule, _): rule.map { "bins \($0)" }
        }
    }
}
