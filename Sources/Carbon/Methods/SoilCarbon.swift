// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Soil organic carbon measured layer by layer, and what it comes to at a depth.
///
/// Depth changes a sink several times over: figures to 30 cm and to 100 cm are never mixed.
public struct SoilCarbon: Sendable {
    /// Layers from the top: t C/ha in the whole layer, and its thickness in cm.
    public let layers: [(tonnesPerHectare: Double, centimetres: Double)]

    /// Layers from the top.
    public init(layers: [(tonnesPerHectare: Double, centimetres: Double)]) {
        self.layers = layers
    }

    /// Carbon from the top down to a depth, t C/ha; within a layer it is taken as even.
    ///
    /// - Throws: ``CarbonError`` where the layers do not go so deep.
    public func density(toCentimetres depth: Double) throws(CarbonError) -> Double {
        var (left, sum) = (depth, 0.0)
        for layer in layers where left > 0 {
            let share = min(1, left / layer.centimetres)
            sum += layer.tonnesPerHectare * share
            left -= layer.centimetres * share
        }
        guard left <= 1e-9, depth > 0 else {
            throw .badInput(
                zone: CarbonModel.cityZone, name: "soil depth", value: depth,
                reason: "the layers go to "
                    + "\(brief(layers.reduce(0) { $0 + $1.centimetres })) cm; choose a depth within"
            )
        }
        return sum
    }

    /// t C/ha from a laboratory's content: content · bulk density · depth · 0.1 · (1 − stones).
    ///
    /// - Parameters:
    ///   - content: Organic carbon, g/kg.
    ///   - bulkDensity: g/cm³.
    ///   - depth: Thickness in cm.
    ///   - stones: The coarse fraction by volume, 0…1.
    /// - Returns: t C/ha.
    /// - Throws: ``CarbonError`` where a number is outside what soils have.
    public static func density(
        gramsPerKilogram content: Double, bulkDensity: Double, depthCentimetres depth: Double,
        coarseFraction stones: Double = 0
    ) throws(CarbonError) -> Double {
        let checks = [
            ("soil carbon content", content, 0...600.0, "give it in g/kg, 0 to 600"),
            ("bulk density", bulkDensity, 0.02...2.65, "give it in g/cm³, 0.02 to 2.65"),
            ("soil depth", depth, 0...1000, "give it in cm"),
            ("coarse fraction", stones, 0...1, "give it as a fraction, 0 to 1"),
        ]
        for (name, value, limits, reason) in checks where !limits.contains(value) {
            throw .badInput(
                zone: CarbonModel.cityZone, name: name, value: value, reason: reason)
        }
        return content * bulkDensity * depth * 0.1 * (1 - stones)
    }
}
