// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology

/// Which of an indicator's definitions is meant.
public struct IndicatorVariants: Sendable {
    /// Of forest coverage and area.
    public var forest = ForestVariant.official
    /// Of grassland cover: where the file names none, that of plots if there are plots and areas
    /// to weigh them by.
    public var grassland = GrasslandVariant.meanCover
    /// Of deserts that name none of their own.
    public var desert = DesertVariant.change
    /// Of wetland area.
    public var wetland = WetlandVariant.survey2
}

extension IndicatorVariants {
    /// As the table `[variants]` of a survey file names them.
    init(_ table: DataNode?) throws {
        try table?.allow(only: ["forest", "grassland", "desert", "wetland"])
        forest = try table?["forest"]?.choice(ForestVariant.self) ?? .official
        grassland = try table?["grassland"]?.choice(GrasslandVariant.self) ?? .meanCover
        desert = try table?["desert"]?.choice(DesertVariant.self) ?? .change
        wetland = try table?["wetland"]?.choice(WetlandVariant.self) ?? .survey2
    }
}
