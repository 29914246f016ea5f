// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover
internal import Words

extension IndicatorDefinition {
    /// The indicator by a table of statistics: an amount, or a share or density of two sums.
    ///
    /// - Parameters:
    ///   - numerator: What is counted, in the unit of ``Ledger/numerator``.
    ///   - denominator: What it is counted against, in the unit of ``Ledger/denominator``.
    ///   - place: The zone and year.
    /// - Returns: A share of like quantities as a fraction, an amount in its stored unit, a density in
    ///   ``unit``.
    /// - Throws: ``EcologyError`` where a part is more than its whole, or the definition is not counted
    ///   from statistics.
    public func result(
        counting numerator: Double, of denominator: Double?, at place: ZoneYear
    ) throws(EcologyError) -> IndicatorResult {
        guard let ledger else { throw .nothing(what: "columns of statistics for '\(id)'") }
        let variant = defaultVariant
        let counted = Quantity(
            try nonNegative(numerator, ledger.numerator.name), ledger.numerator.unit)
        guard let column = ledger.denominator, let denominator else {
            return IndicatorResult(
                id, variant: variant, at: place, amount: try counted.stored())
        }
        let whole = Quantity(try nonNegative(denominator, column.name), column.unit)
        guard unit.dimension == .ratio else {
            return IndicatorResult(
                id, variant: variant, at: place, numerator: counted, over: whole, unit: unit)
        }
        let (part, all) = (try counted.stored(), try whole.stored())
        guard part.value <= all.value * (1 + 1e-12) else {
            throw .refused(
                "\(ledger.numerator.name) is \(numerator), more than \(column.name), \(denominator)"
            )
        }
        return IndicatorResult(id, variant: variant, at: place, numerator: part, over: all)
    }
}

extension IndicatorDefinition {
    /// The units that the numerators and denominators of its results are in; `nil` where it is not
    /// counted from statistics.
    public var countedUnits: (numerator: Quantity.Unit, denominator: Quantity.Unit)? {
        guard let ledger else { return nil }
        let units = (
            ledger.numerator.unit, (ledger.denominator ?? ledger.numerator).unit
        )
        let isDensity = ledger.denominator != nil && unit.dimension != .ratio
        return isDensity ? units : (units.0.stored, units.1.stored)
    }
}

extension Quantity.Unit {
    /// The unit that results keep its dimension in.
    fileprivate var stored: Quantity.Unit {
        let kept: [Quantity.Unit] = [
            .squareMetres, .cubicMetres, .fraction, .tonnesCarbon, .kilograms,
        ]
        return kept.first { $0.dimension == dimension } ?? self
    }
}

extension Quantity {
    /// In the unit that results keep its dimension in.
    fileprivate func stored() throws(EcologyError) -> Quantity {
        try converted(to: unit.stored)
    }
}

extension IndicatorCatalogue {
    /// Results under the names of indicators that have another's figure, for those that a plan sets a
    /// target for.
    ///
    /// - Parameters:
    ///   - results: What was found, by the survey's variants first.
    ///   - plan: The plan; without one nothing is asked for.
    /// - Returns: For each zone and year the figure of the variant that the target means, or else the
    ///   first there is.
    public func namesakes(
        of results: [IndicatorResult], for plan: TargetPlan?
    ) -> [IndicatorResult] {
        definitions.flatMap { definition -> [IndicatorResult] in
            guard let source = definition.figureOf,
                let target = plan?.targets.first(where: { $0.indicator == definition.id })
            else { return [] }
            let sourceResults = results.filter { $0.indicator == source }
            var places: Set<String> = []
            return sourceResults.compactMap { first in
                guard places.insert("\(first.year) \(first.zone)").inserted else { return nil }
                let meant = sourceResults.first {
                    $0.year == first.year && $0.zone == first.zone && $0.variant == target.variant
                }
                var copy = meant ?? first
                copy.indicator = definition.id
                return copy
            }
        }
    }
}

/// Grassland area from land-cover categories, m².
///
/// Indicative: what law and plans call grassland (草原) is far larger than any land-cover class.
public func grasslandArea(
    of categories: CategoryAreas, at place: ZoneYear, rules: AssessmentRules = AssessmentRules()
) -> IndicatorResult {
    categories.area(
        of: .grassland, as: "grassland_area", variant: "land_cover", at: place, rules: rules,
        because: LocalizedText(
            zh: "土地覆盖中的草地，不是法定草原面积",
            en: "grassland of a land-cover map, not the area that is grassland by law"))
}
