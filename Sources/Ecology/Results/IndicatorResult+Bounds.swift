// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Words

extension IndicatorResult {
    /// What its sensitivities start from: the value, or the lower bound where there is none.
    package var centre: Double? { value ?? bounds?.lower }

    /// Widens the bounds by what the figure is sensitive to.
    ///
    /// Of each source counts the largest difference to each side; sources add up, as if each were at
    /// its worst at once. The bounds are then no longer those of a distribution. A share stays within
    /// 0…1 where it was.
    package mutating func holdSensitivities() {
        let open = sensitivities.filter { !$0.isInBounds }
        guard !open.isEmpty, let limits = bounds ?? value.map({ Bounds($0, $0, kind: .range) })
        else {
            return
        }
        var (below, above) = (0.0, 0.0)
        for (_, parts) in Dictionary(grouping: open, by: \.source).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            below += parts.reduce(0) { min($0, $1.difference) }
            above += parts.reduce(0) { max($0, $1.difference) }
        }
        uncertainty.included.formUnion(open.map(\.source))
        uncertainty.leftOut.subtract(open.map(\.source))
        guard below < 0 || above > 0 else { return }
        let top = unit == .fraction ? max(1, limits.upper) : .infinity
        bounds = Bounds(
            max(min(0, limits.lower), limits.lower + below), min(top, limits.upper + above),
            kind: .range)
    }
}

extension IndicatorResult {
    /// Lets the figure be larger by ground of which nothing is known: bounds from the figure as it
    /// is, to the figure with all of that ground.
    ///
    /// What is no more than the rounding of sums is nothing.
    ///
    /// - Parameters:
    ///   - amount: In the unit of ``value``; for a ratio, as a share of its denominator.
    ///   - source: What is not known of it.
    package mutating func allow(unknown amount: Double, as source: ErrorSource = .unclassified) {
        let limits = bounds ?? value.map { Bounds($0, $0, kind: .range) }
        guard let limits, amount > 1e-9 * limits.upper.magnitude else { return }
        bounds = limits.reaching(above: amount)
        uncertainty.included.insert(source)
        let base = denominator ?? Quantity(1, unit)
        guard source == .unclassified, base.unit == .squareMetres else { return }
        noteUnknown(amount * base.value, of: denominator?.value, Ground.unclassified)
    }

    /// Widens a mean by ground without a value, which may hold anything from nothing to all.
    ///
    /// - Parameters:
    ///   - missing: m² without a value.
    ///   - whole: m² with and without one.
    ///   - ground: What lacks a value, in words.
    package mutating func leave(_ missing: Double, of whole: Double, _ ground: LocalizedText) {
        guard missing > 1e-9 * whole, let value else { return }
        let known = 1 - min(1, missing / whole)
        let limits = bounds ?? Bounds(value, value, kind: .range)
        bounds = Bounds(limits.lower * known, limits.upper * known + (1 - known), kind: .range)
        uncertainty.included.insert(.unclassified)
        noteUnknown(missing, of: whole, ground)
    }

    /// Makes a total a lower bound, because some of its ground has no value.
    ///
    /// - Parameters:
    ///   - missing: m² without a value.
    ///   - whole: m² with and without one.
    ///   - ground: What lacks a value, in words.
    package mutating func leaveOut(_ missing: Double, of whole: Double, _ ground: LocalizedText) {
        guard missing > 1e-9 * whole, value != nil || bounds != nil else { return }
        uncertainty.leftOut.insert(.partsLeftOut)
        basis.coverage = (basis.coverage ?? 1) * (1 - missing / whole)
        noteUnknown(missing, of: whole, ground)
    }

    /// Says how much ground a figure does not know.
    package mutating func noteUnknown(
        _ area: Double, of whole: Double?, _ ground: LocalizedText
    ) {
        let unit: Quantity.Unit = area < 1e6 ? .hectares : .squareKilometres
        guard let size = try? Quantity(area, .squareMetres).converted(to: unit) else { return }
        let share = whole.map { Quantity(area / $0, .fraction) }.flatMap {
            try? $0.converted(to: .percent)
        }
        func text(_ language: Language) -> String {
            let share = share.map { $0.text(in: language, digits: 2) }
            let open = language == .zh ? "（" : " ("
            let close = language == .zh ? "）" : ")"
            return size.text(in: language, digits: 2) + (share.map { open + $0 + close } ?? "")
        }
        notes.append(
            LocalizedText(zh: "\(ground.zh)\(text(.zh))", en: "\(ground.en): \(text(.en))"))
    }

    /// Lets the figure be off by so much to either side, whatever the kind of its bounds; neither the
    /// figure nor its lower end falls below 0.
    ///
    /// - Parameters:
    ///   - below: In the unit of ``value``.
    ///   - above: The same.
    ///   - source: What it is off by.
    package mutating func widen(below: Double, above: Double, as source: ErrorSource) {
        let limits = bounds ?? value.map { Bounds($0, $0, kind: .range) }
        guard let limits else { return }
        bounds = limits.widened(below: min(below, max(0, limits.lower)), above: above)
        uncertainty.included.insert(source)
    }
}

/// Ground that a figure does not know, in words.
package enum Ground {
    /// Off the raster or the parcels, or under a class that says nothing.
    package static let unclassified = LocalizedText(zh: "未分类地面", en: "ground without a class")
    /// Grassland without NDVI.
    package static let coverless = LocalizedText(
        zh: "无盖度值或未分类、可能为草地的地面",
        en: "grassland, or ground without a class, that has no cover")
    /// Ground of a desert without a class, or sand without cover.
    package static let stateless = LocalizedText(
        zh: "未分类或无盖度值的地面", en: "ground without a class, or sand without cover")
    /// Woodland without a volume.
    package static let volumeless = LocalizedText(
        zh: "无蓄积值的林地及未分类地面，未计入，为下限",
        en:
            "woodland, or ground without a class, that has no volume and is left out (a lower bound)"
    )
}
