// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Ecology
internal import GDAL
internal import MapStyles
internal import Words

/// The newest stock and sink of each zone, for layers and maps; signs stand in the fields' names.
struct ZoneCarbon: Sendable {
    /// A zone's numbers.
    struct Numbers: Sendable {
        let hectares: Double
        var stock: CarbonEstimate?
        var sink: CarbonEstimate?
        /// The same by approach 1.
        var linearStock: CarbonEstimate?
        var linearSink: CarbonEstimate?

        /// t C/ha.
        var density: Double? {
            hectares > 0 ? stock?.figure.map { $0 / hectares } : nil
        }

        /// t C/ha a year, uptake positive.
        var sinkDensity: Double? {
            hectares > 0 ? sink?.figure.map { $0 / hectares } : nil
        }

        /// Half of the stock's 95 % interval, in % of the stock.
        var stockPercent: Double? {
            stock.flatMap { $0.central > 0 ? ($0.upper - $0.lower) / 2 / $0.central * 100 : nil }
        }
    }

    /// The year of the stock.
    let year: Int
    /// What the sink is by, and its years; `nil` without any.
    let sinkFinding: (method: CarbonRequest.Method, years: String)?
    private let numbers: [String: Numbers]

    /// The methods whose sink stands for a zone, the first one at hand.
    private static let order: [CarbonRequest.Method] = [
        .transition20, .steadyState, .stockDifference, .flux, .provincial, .gainLoss,
        .volumeDifference,
    ]

    /// `nil` where there is no stock.
    ///
    /// - Parameters:
    ///   - findings: Of all years and methods.
    ///   - hectares: Of known land in the newest year, by zone.
    init?(_ findings: [CarbonFinding], hectares: [String: Double]) {
        func newest(_ method: CarbonRequest.Method) -> CarbonFinding? {
            findings.filter { $0.method == method }.max {
                ($0.account.toYear ?? $0.account.fromYear ?? 0, $1.account.fromYear ?? 0)
                    < ($1.account.toYear ?? $1.account.fromYear ?? 0, $0.account.fromYear ?? 0)
            }
        }
        guard let stock = newest(.stock), let year = stock.account.fromYear else { return nil }
        self.year = year
        let sink = Self.order.lazy.compactMap(newest).first
        sinkFinding = sink.map { finding in
            let from = finding.account.fromYear.map { "\($0)" } ?? ""
            return (finding.method, finding.account.toYear.map { "\(from)-\($0)" } ?? from)
        }
        var numbers = hectares.mapValues { Numbers(hectares: $0) }
        for (estimate, linear) in zip(stock.estimates, stock.linear)
        where estimate.key.quantity == .stock && estimate.key.pool == nil {
            numbers[estimate.key.zone]?.stock = estimate
            numbers[estimate.key.zone]?.linearStock = linear
        }
        for (estimate, linear) in zip(sink?.estimates ?? [], sink?.linear ?? [])
        where estimate.key.quantity == .sink && estimate.key.pool == nil {
            numbers[estimate.key.zone]?.sink = estimate
            numbers[estimate.key.zone]?.linearSink = linear
        }
        self.numbers = numbers
    }

    subscript(zone: String) -> Numbers? { numbers[zone] }

    /// The field that holds zones' mean density, and the one that holds their sink a hectare.
    private static let densityField = "carbon_density_tc_per_ha"
    private static let sinkDensityField = "carbon_sink_tc_per_ha_per_year_uptake_positive"

    /// A number, the interval that stands for it, and the intervals by approach 1 and 2.
    private static func fields(_ name: String) -> [Field] {
        ["", "_lower", "_upper"].map { Field("\(name)\($0)", .real) }
            + [1, 2].flatMap { approach in
                ["lower", "upper"].map { Field("\(name)_approach\(approach)_\($0)", .real) }
            }
    }

    private static func values(_ estimate: CarbonEstimate?, _ linear: CarbonEstimate?)
        -> [FieldValue]
    {
        let simulated = estimate?.approach == .linear ? nil : estimate
        return [
            estimate?.figure, estimate?.lower, estimate?.upper, linear?.lower, linear?.upper,
            simulated?.lower, simulated?.upper,
        ].map(real)
    }

    private static func real(_ value: Double?) -> FieldValue {
        value.map(FieldValue.real) ?? .null
    }

    /// The attributes that zones get, signs in their names.
    func columns(of zones: [String]) -> [ZoneColumn] {
        let rows = zones.map(values)
        return fields.enumerated().map { place, field in
            ZoneColumn(
                field: field,
                values: Dictionary(
                    zip(zones, rows.map { $0[place] }), uniquingKeysWith: { first, _ in first }),
                style: Self.styles[field.name])
        }
    }

    private static let styles = [
        densityField: ZoneColumn.Style(
            name: "carbon_density",
            title: LocalizedText(zh: "碳密度（吨碳/公顷）", en: "Carbon density (t C/ha)"),
            ramp: .vegetation),
        sinkDensityField: ZoneColumn.Style(
            name: "carbon_sink",
            title: LocalizedText(
                zh: "年碳汇，吸收为正（吨碳/公顷/年）", en: "Carbon sink, uptake positive (t C/ha/yr)"),
            ramp: .change),
    ]

    /// A zone's fields.
    private var fields: [Field] {
        var fields =
            [Field("carbon_year", .integer)] + Self.fields("carbon_stock_tc")
            + [Field(Self.densityField, .real)]
        guard sinkFinding != nil else { return fields }
        fields += [Field("carbon_sink_method", .text), Field("carbon_sink_years", .text)]
        fields += Self.fields("carbon_sink_tc_per_year_uptake_positive")
        fields += [
            Field(Self.sinkDensityField, .real), Field("carbon_sink_probability", .real),
            Field("carbon_net_emissions_tco2e_per_year_removals_negative", .real),
        ]
        return fields
    }

    /// A zone's values, in the order of ``fields``.
    private func values(ofZone zone: String) -> [FieldValue] {
        let zoneNumbers = numbers[zone]
        var values: [FieldValue] =
            [.integer(year)] + Self.values(zoneNumbers?.stock, zoneNumbers?.linearStock)
            + [Self.real(zoneNumbers?.density)]
        guard let sinkFinding else { return values }
        let sink = zoneNumbers?.sink
        values += [.text(sinkFinding.method.resultName), .text(sinkFinding.years)]
        values += Self.values(sink, zoneNumbers?.linearSink)
        values += [
            Self.real(zoneNumbers?.sinkDensity),
            Self.real(sink?.figure == nil ? nil : sink?.probabilityPositive),
            Self.real((sink?.figure).map { CarbonDioxide.netEmissions(ofSink: $0) }),
        ]
        return values
    }
}
