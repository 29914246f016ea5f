// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension Quantity {
    /// The same quantity in another unit of its dimension.
    ///
    /// The factor between two units is one reduced fraction, so that 3558万亩 becomes
    /// 2,372,000 ha to the last bit.
    ///
    /// - Throws: ``EcologyError/unlike(_:_:)`` where the two measure different things.
    public func converted(to target: Unit) throws(EcologyError) -> Quantity {
        guard unit.dimension == target.dimension else { throw .unlike(unit, target) }
        let factor = unit.size.over(target.size)
        return Quantity(value * factor.numerator / factor.denominator, target)
    }
}
