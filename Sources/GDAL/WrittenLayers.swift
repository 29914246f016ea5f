// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files

/// What was written into a vector file, layer by layer, to be held against what a reader finds there.
final class WrittenLayers {
    private struct Layer {
        let name: String
        let fieldCount: Int
        var features = 0
        var extent: OGREnvelope?
    }

    private var layers: [Layer] = []
    /// What a format's limits changed, in GDAL's words, each once.
    private(set) var limits: [String] = []

    /// Takes what GDAL says of a format's limits.
    func add(_ limits: [String]) {
        for limit in limits where !self.limits.contains(limit) { self.limits.append(limit) }
    }

    /// Begins a layer.
    func begin(_ name: String, fieldCount: Int) {
        layers.append(Layer(name: name, fieldCount: fieldCount))
    }

    /// Takes a feature of the last layer.
    func add(_ geometry: OGRGeometryH?) {
        guard !layers.isEmpty else { return }
        layers[layers.count - 1].features += 1
        layers[layers.count - 1].extent = widened(layers[layers.count - 1].extent, by: geometry)
    }

    /// Reads a finished file to its end, and holds its layers, features and extents against these.
    ///
    /// - Parameters:
    ///   - name: The file.
    ///   - keepsCoordinates: Whether the format keeps coordinates to the last digit.
    /// - Throws: ``GDALError`` where it lacks any, or cannot be read.
    func check(_ name: String, keepsCoordinates: Bool) throws(GDALError) {
        let source = try VectorSource(opening: name)
        for layer in layers {
            let contents = try source.readThrough(layers.count == 1 ? nil : layer.name)
            guard contents.features == layer.features, contents.fieldCount >= layer.fieldCount
            else {
                throw lacking(
                    name,
                    "layer '\(layer.name)' holds \(contents.features) features, "
                        + "\(layer.features) were written")
            }
            guard keepsCoordinates, let wanted = layer.extent else { continue }
            guard let extent = contents.extent, extent.isNear(wanted) else {
                throw lacking(name, "the extent of layer '\(layer.name)' is not as written")
            }
        }
    }

    private func lacking(_ name: String, _ reason: String) -> GDALError {
        GDALError(operation: "finish", subject: name, reasons: [reason], kind: .tryAgain)
    }
}

extension VectorSource {
    /// Reads every feature of a layer, the only one where none is named.
    fileprivate borrowing func readThrough(
        _ wanted: String?
    ) throws(GDALError) -> (features: Int, fieldCount: Int, extent: OGREnvelope?) {
        let layer = try find(wanted)
        var features = 0
        var extent: OGREnvelope?
        OGR_L_ResetReading(layer)
        while let feature = try nextFeature(of: layer, number: features + 1) {
            defer { OGR_F_Destroy(feature) }
            features += 1
            extent = widened(extent, by: OGR_F_GetGeometryRef(feature))
        }
        return (features, Int(OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))), extent)
    }
}

private func widened(_ extent: OGREnvelope?, by geometry: OGRGeometryH?) -> OGREnvelope? {
    guard let geometry, OGR_G_IsEmpty(geometry) == 0 else { return extent }
    var envelope = OGREnvelope()
    OGR_G_GetEnvelope(geometry, &envelope)
    guard let extent else { return envelope }
    return OGREnvelope(
        MinX: min(extent.MinX, envelope.MinX), MaxX: max(extent.MaxX, envelope.MaxX),
        MinY: min(extent.MinY, envelope.MinY), MaxY: max(extent.MaxY, envelope.MaxY))
}

extension OGREnvelope {
    /// Whether another is the same but for rounding.
    fileprivate func isNear(_ other: OGREnvelope) -> Bool {
        zip([MinX, MaxX, MinY, MaxY], [other.MinX, other.MaxX, other.MinY, other.MaxY])
            .allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
    }
}
