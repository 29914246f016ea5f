// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Puts a model together: variables once each, entries, and the numbers that they add up to.
struct ModelBuilder {
    private(set) var model = CarbonModel()
    private var known: [String: Int] = [:]
    private var zoneOrder: [String] = []
    private var mentioned: Set<String> = []
    /// Where a coefficient is correlated with others, by its name.
    private var correlated: [String: (group: Int, member: Int)] = [:]

    typealias Term = CarbonModel.Term
    typealias Factor = CarbonModel.Factor

    /// An empty model.
    ///
    /// - Parameter set: Whose correlations its coefficients have.
    init(with set: CoefficientSet) {
        model.correlations = set.correlations
        for (group, coefficients) in set.correlations.enumerated() {
            for (member, coefficient) in coefficients.members.enumerated() {
                correlated[coefficient.id] = (group, member)
            }
        }
    }

    /// The variable of a coefficient: the same one wherever it is used.
    mutating func variable(_ coefficient: Coefficient) -> Int {
        if let place = correlated[coefficient.id] {
            return add(
                coefficient.id, nil, .correlated(group: place.group, member: place.member),
                coefficient.value, .coefficient(coefficient), model.correlations[place.group].name)
        }
        return variable(
            coefficient.id, zone: nil, coefficient.distribution,
            origin: .coefficient(coefficient), group: coefficient.id)
    }

    /// A variable of its own, found again by name and zone.
    mutating func variable(
        _ name: String, zone: String?, _ distribution: Distribution, origin: CarbonModel.Origin,
        group: String
    ) -> Int {
        add(name, zone, .sampled(distribution), distribution.mean, origin, group)
    }

    private mutating func add(
        _ name: String, _ zone: String?, _ definition: CarbonModel.Definition, _ mean: Double,
        _ origin: CarbonModel.Origin, _ group: String
    ) -> Int {
        let key = "\(name)\u{1F}\(zone ?? "\u{1E}")"
        if let found = known[key] { return found }
        model.variables.append(
            CarbonModel.Variable(
                name: name, zone: zone, definition: definition, mean: mean, origin: origin,
                group: group))
        known[key] = model.variables.count - 1
        return model.variables.count - 1
    }

    /// The variables of a confusion matrix's row, its shares; shared by all zones.
    ///
    /// Their central values are the sample's own; they are drawn by ``ConfusionSample/drawn(_:)``.
    mutating func shares(
        sample: String, mapped: String, references: [String], counts: [Double]
    ) -> [Int] {
        let name = "sample \(sample): \(mapped)"
        let total = counts.reduce(0, +)
        let row: Int
        if let found = model.rows.firstIndex(where: { $0.name == name }) {
            row = found
        } else {
            model.rows.append(CarbonModel.Row(name: name, counts: ConfusionSample.drawn(counts)))
            row = model.rows.count - 1
        }
        return references.indices.map { column in
            add(
                "\(name) is \(references[column])", nil, .share(row: row, column: column),
                counts[column] / total,
                .accuracy(sample: sample, mapped: mapped, reference: references[column]),
                "accuracy sample \(sample)")
        }
    }

    /// A weighted sum of variables.
    mutating func combination(
        _ name: String, zone: String, _ parts: [(weight: Double, variable: Int)],
        origin: CarbonModel.Origin
    ) -> Int {
        let mean = parts.reduce(0) { $0 + $1.weight * model.variables[$1.variable].mean }
        return add(name, zone, .combination(parts), mean, origin, name)
    }

    /// Jointly normal variables.
    mutating func joint(
        _ name: String, zone: String, means: [Double], covariance: [[Double]],
        origins: [CarbonModel.Origin], group: String
    ) throws(CarbonError) -> [Int] {
        let root = try choleskyRoot(of: covariance, named: name)
        model.blocks.append(
            CarbonModel.Block(
                name: name, zone: zone, means: means, covariance: covariance, root: root))
        let block = model.blocks.count - 1
        return means.indices.map { component in
            add(
                "\(name) \(component)", zone, .joint(block: block, component: component),
                means[component], origins[component], group)
        }
    }

    /// Adds a line to the account; the same variable's powers are put together.
    mutating func enter(
        _ quantity: CarbonModel.Quantity, zone: String, year: Int? = nil, pool: Pool?,
        land: String, from: String? = nil, process: String = "", _ terms: [Term]
    ) {
        mention(zone)
        let terms = terms.map { Term($0.weight, Self.gathered($0.factors)) }
        let value = terms.reduce(0) { $0 + model.value(of: $1) }
        model.entries.append(
            CarbonModel.Entry(
                zone: zone, quantity: quantity, year: year, pool: pool, land: land, from: from,
                process: process, value: held(value), terms: terms))
    }

    /// Makes sure that a zone is in the result, if only with zeros.
    mutating func mention(_ zone: String) {
        if mentioned.insert(zone).inserted { zoneOrder.append(zone) }
    }

    /// A product of coefficients as factors of a term.
    mutating func factors(_ coefficients: [Coefficient], exponent: Int = 1) -> [Factor] {
        coefficients.map { Factor(variable: variable($0), exponent: exponent) }
    }

    static func gathered(_ factors: [Factor]) -> [Factor] {
        var exponents: [Int: Int] = [:]
        for factor in factors { exponents[factor.variable, default: 0] += factor.exponent }
        return exponents.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { Factor(variable: $0.key, exponent: $0.value) }
    }

    /// The model, with every zone's numbers and the whole's.
    ///
    /// - Parameter years: How many years a change is spread over; `nil` where there is no change.
    /// - Returns: The model, its central values worked out.
    func finished(years: Int?) -> CarbonModel {
        var model = model
        struct Leaf: Hashable {
            let quantity: CarbonModel.Quantity
            let year: Int?
        }
        var leaves: [Leaf: Set<Pool>] = [:]
        var byKey: [CarbonModel.Key: [Int]] = [:]
        for (index, entry) in model.entries.enumerated() {
            let leaf = Leaf(quantity: entry.quantity, year: entry.year)
            leaves[leaf, default: []].formUnion(entry.pool.map { [$0] } ?? [])
            byKey[
                CarbonModel.Key(
                    zone: entry.zone, quantity: entry.quantity, pool: entry.pool, year: entry.year),
                default: []
            ].append(index)
        }
        if years != nil { leaves[Leaf(quantity: .change, year: nil), default: []].formUnion([]) }
        let order = leaves.keys.sorted {
            ($0.quantity.rank, $0.year ?? 0) < ($1.quantity.rank, $1.year ?? 0)
        }
        for zone in zoneOrder {
            let first = model.outputs.count
            for leaf in order {
                var parts: [Int] = []
                for pool in (leaves[leaf] ?? []).sorted() {
                    let key = CarbonModel.Key(
                        zone: zone, quantity: leaf.quantity, pool: pool, year: leaf.year)
                    parts.append(model.add(.init(key: key, entries: byKey[key] ?? [])))
                }
                let key = CarbonModel.Key(
                    zone: zone, quantity: leaf.quantity, year: leaf.year)
                model.add(.init(key: key, entries: byKey[key] ?? [], parts: parts))
            }
            if let years { model.addSinks(of: zone, from: first, years: years) }
        }
        model.addCity(zoneOrder)
        return model
    }
}

extension CarbonModel.Quantity {
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CarbonModel {
    /// Adds a number and its central value.
    @discardableResult
    mutating func add(_ output: Output) -> Int {
        var output = output
        if let multiple = output.multiple, output.parts.isEmpty {
            output.value = held(outputs[multiple.of].value * multiple.by)
        } else {
            output.value =
                output.entries.reduce(0) { $0 + entries[$1].value }
                + output.parts.reduce(0) { $0 + outputs[$1].value }
        }
        outputs.append(output)
        places[output.key] = outputs.count - 1
        return outputs.count - 1
    }

    /// The sink that a zone's change amounts to each year; its numbers begin with the first.
    fileprivate mutating func addSinks(of zone: String, from first: Int, years: Int) {
        let changes = outputs.indices[first...].filter { outputs[$0].key.quantity == .change }
        for index in changes {
            let key = Key(zone: zone, quantity: .sink, pool: outputs[index].key.pool)
            add(Output(key: key, multiple: (index, 1 / Double(years))))
        }
    }

    /// The whole: the sum of the zones, number by number.
    fileprivate mutating func addCity(_ zones: [String]) {
        guard let first = zones.first, !zones.contains(Self.cityZone) else { return }
        for output in outputs where output.key.zone == first {
            let key = output.key
            func place(_ zone: String) -> Int? {
                places[Key(zone: zone, quantity: key.quantity, pool: key.pool, year: key.year)]
            }
            let cityKey = Key(
                zone: Self.cityZone, quantity: key.quantity, pool: key.pool, year: key.year)
            var whole = Output(key: cityKey, parts: zones.compactMap(place))
            if let multiple = output.multiple,
                let source = places[
                    Key(zone: Self.cityZone, quantity: .change, pool: key.pool)]
            {
                whole.multiple = (source, multiple.by)
            }
            add(whole)
        }
    }
}
