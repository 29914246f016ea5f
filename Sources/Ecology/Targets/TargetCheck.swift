// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Words

extension IndicatorDefinition {
    /// Refuses a target in a unit that measures something else, at the unit.
    func check(_ target: Quantity.Unit, at node: DataNode) throws(DataFileError) {
        guard target.dimension != unit.dimension else { return }
        let units = Quantity.Unit.allCases.filter { $0.dimension == unit.dimension }
        throw node.error(
            "the target of '\(id)' has the unit '\(target.rawValue)', which measures "
                + "\(target.dimension.rawValue), but '\(id)' is \(unit.dimension.rawValue); its unit "
                + "can be " + units.map(\.rawValue).joined(separator: ", "))
    }

    /// Refuses a number that the indicator cannot have: a share given as a fraction where percent is
    /// declared, or as percent where a fraction is, and a number in another unit than is declared.
    ///
    /// 0 passes, as a limit may be that nothing is left.
    func check(_ number: Double, _ declared: Quantity.Unit, at node: DataNode) throws(DataFileError)
    {
        guard let plausible, declared.dimension == unit.dimension, number != 0,
            let value = try? Quantity(number, declared).converted(to: unit).value
        else { return }
        // A fraction is never taken for percent: the smallest share that is plausible is for percent.
        let low = declared == .fraction ? 0 : plausible.lowerBound
        guard value < low || value > plausible.upperBound else { return }
        let range =
            "\(Self.plain(plausible.lowerBound)) to \(Self.plain(plausible.upperBound)) "
            + unit.rawValue
        var hint = "is it in another unit than '\(declared.rawValue)'?"
        if declared == .percent, value < low {
            hint =
                "a share of \(Self.plain(number * 100)) % is written value = "
                + "\(Self.plain(number * 100)), or as a fraction with unit = \"fraction\""
        } else if declared == .fraction {
            hint =
                "a fraction lies from 0 to \(Self.plain(plausible.upperBound / 100)); "
                + "for \(Self.plain(number)) % write unit = \"percent\""
        }
        throw node.error(
            "the target of '\(id)' is \(Self.plain(number)) \(declared.rawValue), outside what it can "
                + "be, \(range); \(hint)")
    }

    /// Refuses an area larger than the ground that it is wanted on, which another unit than the declared
    /// one explains; `ground`, in m², is right to a percent.
    func check(
        _ number: Double, _ declared: Quantity.Unit, against ground: Double?, of zone: String,
        at node: DataNode
    ) throws(DataFileError) {
        guard let ground, isBeyond(number, declared, ground) else { return }
        let place = zone == "all" ? "all zones together" : "zone '\(zone)'"
        let has = try? Quantity(ground, .squareMetres).converted(to: declared)
        throw node.error(
            "the target of '\(id)' is \(Self.plain(number)) \(declared.rawValue), more than all the "
                + "ground of \(place), some \(has?.text(in: .en, digits: 0) ?? ""); is it in another "
                + "unit than '\(declared.rawValue)'?")
    }

    /// That a city's plan wants more area than all zones together have, so that these are a part of the
    /// city, or the unit is another one; `nil` where it does not.
    func excess(
        of number: Double, _ declared: Quantity.Unit, over ground: Double?
    ) -> LocalizedText? {
        guard let ground, isBeyond(number, declared, ground),
            let has = try? Quantity(ground, .squareMetres).converted(to: declared)
        else { return nil }
        let wanted = Quantity(number, declared)
        return LocalizedText(
            zh: "目标\(name.zh)\(wanted.text(in: .zh, digits: 2))超过全部分区面积"
                + "\(has.text(in: .zh, digits: 2))：分区只是规划区的一部分，或单位有误；不判定",
            en: "the target of \(id), \(wanted.text(in: .en, digits: 2)), is more than all zones "
                + "together have, \(has.text(in: .en, digits: 2)): they are a part of the plan's "
                + "place, or the unit is another one; it is not judged")
    }

    private func isBeyond(_ number: Double, _ declared: Quantity.Unit, _ ground: Double) -> Bool {
        guard declared.dimension == .area,
            let wanted = try? Quantity(number, declared).converted(to: .squareMetres).value
        else { return false }
        return wanted > ground * 1.01
    }

    /// A number as people write it, without the noise of division.
    private static func plain(_ number: Double) -> String {
        let rounded = (number * 1e9).rounded() / 1e9
        return rounded == rounded.rounded() && abs(rounded) < 1e15
            ? "\(Int(rounded))" : "\(rounded)"
    }
}
