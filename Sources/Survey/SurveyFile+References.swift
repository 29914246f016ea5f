// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import struct Carbon.CoefficientSet
internal import DataFiles
internal import Ecology

extension SurveyFile {
    /// Citations in place of those that definitions and coefficients have from memory.
    static func readReferences(_ table: DataNode) throws -> References {
        var citations = try IndicatorCatalogue.bundled().fromMemory
        for name in try CoefficientSet.bundledNames() {
            citations += try CoefficientSet(named: name).fromMemory
        }
        return try References(table, replaceable: citations)
    }
}
